"""A corpus → a site: check, frame, pages, index, all built aside, then swapped in one move."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from catalogue.binder_data import binder_data
from catalogue.browser_model import browser_model
from catalogue.catalogue import Catalogue
from catalogue.documents import documents
from catalogue.frame import Frame
from catalogue.json_schemas import json_schemas
from catalogue.lexicon import lexicon
from catalogue.loading import load
from catalogue.pages import FRAME_PAGE, fill_page, pages, sitemap
from catalogue.problems import Problem, is_blocking
from catalogue.rendering import Renderer
from catalogue.search_data import search_data
from hooks import build_frame
from pagefind_index import index
from paper import Paper, Printed, print_documents
from parcels import write_packages

# What the theme brings and no page of ours asks for.
UNUSED_ASSETS = (
    "assets/javascripts",
    "sitemap.xml.gz",
    "assets/images",
    "assets/stylesheets/palette.*",
    "**/*.map",
    "**/*.d.ts",
)


class BlockedByProblemsError(Exception):
    """The corpus has blocking problems; nothing was written."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problèmes")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    catalogue: Catalogue
    pages: int
    warnings: list[Problem]
    paper: Printed


def build_site(corpus: Path, site: Path, base_url: str | None = None, paper: Paper = Paper.NONE) -> Built:
    """Builds `corpus` into `site`, replacing it only once all has succeeded. `paper`: which PDFs come with it.

    Raises BlockedByProblemsError, NotADirectoryError, pagefind_index.IndexingError and MkDocs' own exceptions; in
    every case the former site stays as it was.
    """
    catalogue, problems = load(corpus)
    if is_blocking(problems):
        raise BlockedByProblemsError(problems)
    with _built_aside(site) as staging:
        site_url = build_frame(staging, base_url)
        printed = print_documents(documents(Renderer(catalogue, site_url)), staging, site_url, paper)
        count = publish(catalogue, staging, site_url, printed.sizes)
        data = {"index": search_data(catalogue, index(staging)), "lexique": lexicon(catalogue)}
        for name, text in data.items():
            (staging / "recherche" / f"{name}.json").write_text(text, encoding="utf-8")
        (staging / "donnees").mkdir(exist_ok=True)
        for name, text in {"modele.json": browser_model(catalogue), **json_schemas(catalogue.vocabularies)}.items():
            (staging / "donnees" / name).write_text(text, encoding="utf-8")
    return Built(catalogue, count, problems, printed)


def publish(catalogue: Catalogue, site: Path, site_url: str, papers: Mapping[str, int] | None = None) -> int:
    """Hangs the catalogue in the frame found in `site`; returns the number of pages written or filled.

    `papers`: the documents that are there, as path → bytes; pages link to no other.
    """
    renderer = Renderer(catalogue, site_url, papers)
    frame = Frame.cut((site / FRAME_PAGE).read_text(encoding="utf-8"))
    shutil.rmtree(site / FRAME_PAGE.parent)
    written = sorted(path.relative_to(site) for path in site.rglob("*.html"))
    for path in written:
        text = (site / path).read_text(encoding="utf-8")
        (site / path).write_text(fill_page(text, path, renderer), encoding="utf-8")
    hung = list(pages(renderer, frame))
    for page in hung:
        target = site / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page.text, encoding="utf-8")
    write_packages(renderer, site)
    (site / "classeur" / "fiches.json").write_text(binder_data(catalogue), encoding="utf-8")
    _remove_unused(site)
    addresses = [_address(path) for path in written if path.name != "404.html"]
    addresses += [_address(Path(page.path)) for page in hung if _is_sheet_or_landing(page.path)]
    (site / "sitemap.xml").write_text(sitemap(sorted(addresses), site_url), encoding="utf-8")
    return len(written) + sum(page.path.endswith(".html") for page in hung)


def _address(path: Path) -> str:
    return path.as_posix().removesuffix("index.html")


def _is_sheet_or_landing(path: str) -> bool:
    return path.endswith(".html") and not path.startswith(("f/", "e/"))


def _remove_unused(site: Path) -> None:
    for pattern in UNUSED_ASSETS:
        for path in list(site.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


@contextmanager
def _built_aside(site: Path) -> Iterator[Path]:
    """A folder beside `site` that takes its place when the block succeeds, and vanishes when it fails."""
    site = site.absolute()
    site.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    try:
        yield staging
        staging.chmod(0o755)
        former = staging.with_name(staging.name + "-ancien")
        if site.exists():
            site.rename(former)
        staging.rename(site)
        shutil.rmtree(former, ignore_errors=True)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
