"""Documents → PDF files of the site: those already printed come from the cache, the others from every core."""

import gc
import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

import printing
from catalogue.documents import Document
from hooks import ROOT

CACHE = ROOT / ".cache" / "documents"
KEPT = 2000
"""Files the cache keeps, the last used: several versions of a base of five hundred sheets."""
FEW = 6
"""Documents of one change, at most. Up to here, printing takes less time than starting other processes."""
CANNOT_PRINT = """{missing} PDF ne sont pas imprimés : la bibliothèque Pango manque sur cette machine ({fault}).
Le site se construit sans eux, et aucun lien n’y mène. Pour les avoir : « apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 » (Debian, Ubuntu)
ou « brew install pango » (macOS), puis recommencez. Pour construire sans les PDF ni ce message : « scripts/build.py --sans-documents »."""
LIBRARIES = ("weasyprint", "pydyf", "fonttools", "segno", "font-source-sans-pro", "font-source-serif-pro")


class Paper(Enum):
    """Which documents a build brings: none, those printed before, or all."""

    NONE = "aucun"
    PRINTED_BEFORE = "imprimés"
    ALL = "tous"


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of the documents. `sizes`: path in the site → bytes, for those that are there."""

    sizes: Mapping[str, int] = field(default_factory=dict)
    rendered: int = 0
    missing: int = 0
    fault: str = ""
    """Why some could not be printed, in the library's words."""


def print_documents(
    documents: Iterable[Document], site: Path, site_url: str, wanted: Paper, folder: Path = CACHE
) -> Printed:
    """Puts the documents in `site`. Where the system cannot print, leaves out those it never printed, and says so."""
    if wanted is Paper.NONE:
        return Printed()
    folder.mkdir(parents=True, exist_ok=True)
    common = common_key(site_url)
    kept = {document: folder / f"{key(document, common)}.pdf" for document in documents}
    absent = [(document, file) for document, file in kept.items() if not file.is_file()]
    fault = ""
    if absent and wanted is Paper.ALL:
        try:
            _print(absent, site_url)
        except printing.PrinterMissingError as error:
            fault = str(error)
    sizes = {}
    for document, file in kept.items():
        if file.is_file():
            for path in (document.path, *document.former_paths):
                target = site / path
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, target)
            file.touch()
            sizes[document.path] = file.stat().st_size
    _forget_oldest(folder)
    missing = len(kept) - len(sizes)
    return Printed(sizes, len(absent) - missing, missing, fault)


def key(document: Document, common: str) -> str:
    """Names a document by all that draws it: `common_key`, its HTML and its style sheets."""
    digest = hashlib.blake2b(common.encode(), digest_size=20)
    for part in (document.html, *(_style_text(name) for name in document.styles)):
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()


def common_key(site_url: str) -> str:
    """What all documents share: images, fonts, libraries, and the address in their QR codes."""
    digest = hashlib.blake2b(Path(printing.__file__).read_bytes(), digest_size=20)
    for file in sorted((printing.ASSETS / "essaim" / "img" / "papier").glob("*.svg")):
        digest.update(file.name.encode() + file.read_bytes())
    return f"{site_url} {_versions()} {digest.hexdigest()}"


@cache
def _versions() -> str:
    return " ".join(f"{name} {version(name)}" for name in LIBRARIES)


def _style_text(name: str) -> str:
    return (printing.STYLES / f"{name}.css").read_text(encoding="utf-8")


def _print(absent: list[tuple[Document, Path]], site_url: str) -> None:
    """Raises printing.PrinterMissingError."""
    if len(absent) <= FEW:
        printer = printing.Printer(site_url)
        for document, file in absent:
            _write(file, printer.pdf(document))
        return
    printing.weasyprint()  # asked here first: a pool says of a worker that cannot start only that it broke
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    # Not forked: the live server's threads and Pango's own state do not survive a fork.
    with ProcessPoolExecutor(cores, get_context("spawn"), _start, (site_url,)) as pool:
        # From the last, the guides, which take longest: at the end no core waits for another. By two: a sheet's own.
        for _ in pool.map(_work, *zip(*reversed(absent), strict=True), chunksize=2):
            pass


_printer: list[printing.Printer] = []


def _start(site_url: str) -> None:
    _printer.append(printing.Printer(site_url))
    # A layout is a forest of objects, nearly all alive: looking among them for lost ones takes a tenth of the time.
    gc.freeze()
    gc.set_threshold(200_000, 50, 50)


def _work(document: Document, file: Path) -> None:
    _write(file, _printer[0].pdf(document))


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all: another build may be reading."""
    aside = file.with_suffix(f".{os.getpid()}")
    aside.write_bytes(content)
    aside.replace(file)


def _forget_oldest(folder: Path) -> None:
    files = sorted(folder.glob("*.pdf"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[KEPT:]:
        file.unlink(missing_ok=True)
