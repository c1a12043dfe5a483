"""The same sheets under two searches that come ready: Pagefind as its manual sets it up, and Material's own."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

import lxml.html
from mkdocs.commands.build import build
from mkdocs.config import load_config
from pagefind_bin import get_executable
from playwright.sync_api import Page

from browser.static_host import PUBLIC_ADDRESS, hosted

MARKS = re.compile(r"\s+data-pagefind-[a-z]+(?:=\"[^\"]*\")?")
SHOWN = 10
ASK_PAGEFIND = """async ([query, count]) => {
    const engine = await import(new URL("pagefind/pagefind.js", location.href).href);
    const { results } = await engine.search(query);
    const pages = await Promise.all(results.slice(0, count).map(result => result.data()));
    return pages.map(page => page.url);
}"""


def sheets(site: Path) -> Iterator[tuple[str, str]]:
    """(id, the sheet's article as HTML without our marks for Pagefind) of every sheet of a built site."""
    for path in sorted(site.glob("fiches/*/index.html")):
        article = lxml.html.parse(path).find(".//article[@data-pagefind-body]")
        if article is not None:
            yield path.parent.name, MARKS.sub("", lxml.html.tostring(article, encoding="unicode"))


@contextmanager
def plain_pagefind(site: Path, folder: Path) -> Iterator[str]:
    """Serves the sheets indexed by Pagefind with no setting but the language; gives the address."""
    for identifier, article in sheets(site):
        page = folder / identifier / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f'<!doctype html><html lang="fr"><body><main>{article}</main></body></html>', encoding="utf-8")
    (folder / "index.html").write_text(
        '<!doctype html><html lang="fr"><title>Pagefind</title></html>', encoding="utf-8"
    )
    (folder / "404.html").write_text("<!doctype html>", encoding="utf-8")
    subprocess.run(
        [str(get_executable()), "--site", str(folder), "--glob", "*/index.html"], check=True, capture_output=True
    )
    with hosted(folder) as address:
        yield address


def ask_pagefind(page: Page, query: str) -> list[str]:
    """Ids of the sheets, best first."""
    return [urlsplit(url).path.strip("/").split("/")[-1] for url in page.evaluate(ASK_PAGEFIND, [query, SHOWN])]


@contextmanager
def material(site: Path, folder: Path) -> Iterator[str]:
    """Serves the sheets as pages of a plain Material site with its built-in search; gives the address."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Accueil\n", encoding="utf-8")
    for identifier, article in sheets(site):
        (docs / f"{identifier}.md").write_text(article, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        f"site_name: Material\nsite_url: {PUBLIC_ADDRESS}\ntheme:\n  name: material\n  language: fr\n  font: false\n"
        "plugins:\n  - search:\n      lang: fr\nnav:\n  - index.md\nvalidation:\n  nav:\n    omitted_files: ignore\n"
        "  links:\n    not_found: ignore\n    anchors: ignore\n    unrecognized_links: ignore\n",
        encoding="utf-8",
    )
    build(load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site")))
    with hosted(folder / "site") as address:
        yield address


def ask_material(page: Page, address: str, query: str) -> list[str]:
    """Ids of the sheets, best first, read off Material's own list of results."""
    page.goto(f"{address}?q={quote(query)}")
    page.wait_for_function(
        "/[0-9]|[Aa]ucun/.test(document.querySelector('.md-search-result__meta')?.textContent ?? '')"
    )
    links = page.locator(".md-search-result__item > a").evaluate_all("all => all.map(one => one.pathname)")
    return list(dict.fromkeys(link.strip("/").split("/")[-1] for link in links))[:SHOWN]
