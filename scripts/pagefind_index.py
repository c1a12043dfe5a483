"""The only module that knows Pagefind: indexes a built site and reads back which result is which page."""

import gzip
import json
import shutil
import subprocess
from dataclasses import dataclass
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
# Of a sheet, what says nothing of the practice itself: the frame's own sentences, what nobody knows, editors' grids.
SAYING_LITTLE = (
    "[aria-labelledby='confiance']",
    "[aria-labelledby='manques']",
    "[aria-labelledby='atelier']",
    ".fiche .discret",
    ".integrer",
    ".completer",
    ".fiche dt",
    ".conditions",
    ".adaptable",
    "[aria-labelledby='resultats']",
)
FRAGMENT_SIGNATURE = b"pagefind_dcd"


class IndexingError(Exception):
    """Pagefind failed; the message is what it printed."""


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page that Pagefind may answer with: its result's id, its address from the site's root, its title, its text."""

    fragment: str
    address: str
    title: str
    text: str


def index(site: Path) -> list[IndexedPage]:
    """Indexes the pages under `site` marked `data-pagefind-body` into `site/pagefind/`. Raises IndexingError.

    A corpus without sheets has no index: there is nothing to look for.
    """
    if not any(site.glob(SHEETS)):
        return []
    command = [str(get_executable()), "--site", str(site), "--force-language", "fr"]
    for selector in SAYING_LITTLE:
        command += ["--exclude-selectors", selector]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise IndexingError(done.stdout + done.stderr)
    bundle = site / "pagefind"
    for pattern in UNUSED:
        for path in bundle.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    return [_page(path) for path in sorted((bundle / "fragment").glob("*.pf_fragment"))]


def _page(fragment: Path) -> IndexedPage:
    content = json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(FRAGMENT_SIGNATURE))
    return IndexedPage(fragment.stem, content["url"].lstrip("/"), content["meta"].get("title", ""), content["content"])
