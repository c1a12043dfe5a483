"""The only module that knows Pagefind: indexes a built site and reads back which result is which sheet."""

import gzip
import json
import shutil
import subprocess
from pathlib import Path

from pagefind_bin import get_executable

# Pagefind's own interfaces: the search page is ours.
UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
    "wasm.unknown.pagefind",
)
SHEETS = "fiches/*/index.html"
FRAGMENT_SIGNATURE = b"pagefind_dcd"


class IndexingError(Exception):
    """Pagefind failed; the message is what it printed."""


def index(site: Path) -> dict[str, str]:
    """Indexes the sheets under `site` into `site/pagefind/`. Returns Pagefind's result id → sheet id. Raises IndexingError.

    A corpus without sheets has no index: Pagefind refuses to make an empty one.
    """
    if not any(site.glob(SHEETS)):
        return {}
    command = [str(get_executable()), "--site", str(site), "--force-language", "fr", "--glob", SHEETS]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise IndexingError(done.stdout + done.stderr)
    bundle = site / "pagefind"
    for pattern in UNUSED:
        for path in bundle.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    return {path.stem: _sheet_of(path) for path in sorted((bundle / "fragment").glob("*.pf_fragment"))}


def _sheet_of(fragment: Path) -> str:
    content = gzip.decompress(fragment.read_bytes()).removeprefix(FRAGMENT_SIGNATURE)
    address: str = json.loads(content)["url"]
    return address.strip("/").split("/")[-1]
