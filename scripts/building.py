"""A corpus → a site: check, frame, pages, index, all built aside, then swapped in one move."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from catalogue.binder_data import binder_data
from catalogue.browser_model import browser_model
from catalogue.catalogue import Catalogue
from catalogue.documents import documents
from catalogue.frame import Frame
from catalogue.json_schemas import json_schemas
from catalogue.loading import load
from catalogue.pages import FRAME_PAGE, fill_page, pages, sitemap
from catalogue.problems import Problem, is_blocking
from catalogue.rendering import Renderer
from catalogue.search_data import search_files
from catalogue.settings import settings_problems
from catalogue.typography import french_page
from catalogue.writing import to_yaml
from hooks import ROOT, build_frame
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


SETTINGS = ROOT / "mkdocs.yml"


class BlockedByProblemsError(Exception):
    """The corpus or the site's settings have blocking problems; nothing was written."""

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
    problems = settings_problems(SETTINGS) + problems
    if is_blocking(problems):
        raise BlockedByProblemsError(problems)
    with _built_aside(site) as staging:
        count, printed = assemble(catalogue, staging, base_url, paper)
    return Built(catalogue, count, problems, printed)


def assemble(
    catalogue: Catalogue, site: Path, base_url: str | None = None, paper: Paper = Paper.NONE
) -> tuple[int, Printed]:
    """Writes the whole site of `catalogue` into the empty folder `site`; returns its number of pages, and its PDFs."""
    site_url = build_frame(site, base_url)
    printed = print_documents(documents(Renderer(catalogue, site_url)), site, site_url, paper)
    count = publish(catalogue, site, site_url, printed.sizes)
    _write(site / "donnees", {"modele.json": browser_model(catalogue), **json_schemas(catalogue.vocabularies)}.items())
    _write(site / "recherche", search_files(catalogue, index(site)))
    return count, printed


def _write(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    for path, text in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


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
        (site / path).write_text(french_page(fill_page(text, path, renderer)), encoding="utf-8")
    hung = list(pages(renderer, frame))
    _write(site, ((page.path, french_page(page.text) if page.path.endswith(".html") else page.text) for page in hung))
    _write(site / "fiches", ((f"{one.id}/{one.id}.yaml", to_yaml(one)) for one in catalogue.practices.values()))
    write_packages(renderer, site)
    (site / "classeur" / "fiches.json").write_text(binder_data(catalogue), encoding="utf-8")
    _remove_unused(site)
    addresses = [_address(path) for path in written if path.name != "404.html"]
    addresses += [_address(Path(page.path)) for page in hung if page.listed]
    (site / "sitemap.xml").write_text(sitemap(sorted(addresses), site_url), encoding="utf-8")
    return len(written) + sum(page.path.endswith(".html") for page in hung)


def _address(path: Path) -> str:
    return path.as_posix().removesuffix("index.html")


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
