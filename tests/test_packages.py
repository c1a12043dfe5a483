"""What a trainer takes away: a cartridge that Moodle's importer recognises, pages that open from a key, cards to embed."""

import re
from html import unescape
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from browser.static_host import PUBLIC_ADDRESS
from building import build_site
from catalogue.archives import archive
from catalogue.cartridge import cartridge
from catalogue.catalogue import Catalogue
from catalogue.codes import short_code
from catalogue.corpus import PRACTICES
from catalogue.documents import guide_path, handout_path
from catalogue.loading import load
from catalogue.offline_copy import offline_copy
from catalogue.rendering import Renderer
from paper import Paper
from test_cases import base, write_corpus
from test_site import read

CP = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
# What moodle/moodle backup/cc/cc112moodle.php converts: any other type of resource is dropped without a word.
CONVERTED = {"imswl_xmlv1p1", "imsdt_xmlv1p1", "webcontent"}
WEB_LINK = "{http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1}"
TOPIC = "{http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1}"
SUPPORTS = """supports:
  - titre: Les dilemmes
    type: cartes
    nombre: un jeu par groupe
    elements:
      - Sortir sans prévenir
      - Attendre au bureau
"""
WORKSHOP = "aller-vers-ou-hors-les-murs"


@pytest.fixture(scope="module")
def files(catalogue: Catalogue) -> dict[str, bytes]:
    """A cartridge with a handout."""
    return cartridge(
        catalogue.workshops[WORKSHOP], Renderer(catalogue, PUBLIC_ADDRESS), {guide_path(WORKSHOP): b"%PDF-"}
    )


def test_the_same_files_make_the_same_archive() -> None:
    """No date, no machine in it: an archive changes only when what it holds does."""
    contents = {"un.txt": "é".encode(), "dossier/deux.pdf": b"%PDF-"}
    once = archive(contents)

    assert archive(contents) == once
    with ZipFile(BytesIO(once)) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == contents
        assert {one.date_time for one in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_moodle_knows_the_version_by_its_first_bytes(files: dict[str, bytes]) -> None:
    """Its detection lowers, drops spaces and quotes, and looks for the default namespace in 500 bytes."""
    start = re.sub(r"[\s\"']", "", files["imsmanifest.xml"][:500].decode().lower())

    assert next(iter(files)) == "imsmanifest.xml"
    assert "xmlns=http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" in start


def test_a_manifest_names_what_is_in_the_archive_and_nothing_else(files: dict[str, bytes]) -> None:
    manifest = ET.fromstring(files["imsmanifest.xml"])
    resources = {one.get("identifier"): one for one in manifest.iter(f"{CP}resource")}
    named = [one.get("href") for one in manifest.iter(f"{CP}file")]
    identifiers = [one.get("identifier") for one in manifest.iter() if one.get("identifier")]
    referred = {one.get("identifierref") for one in manifest.iter(f"{CP}item") if one.get("identifierref")}

    assert sorted(str(one) for one in named) == sorted(set(files) - {"imsmanifest.xml"})
    assert len(identifiers) == len(set(identifiers))
    assert referred == set(resources)
    assert {one.get("type") for one in resources.values()} == CONVERTED
    assert manifest.findtext(f"{CP}metadata/{CP}schemaversion") == "1.1.0"
    assert [one.get("structure") for one in manifest.iter(f"{CP}organization")] == ["rooted-hierarchy"]


def test_a_cartridge_follows_its_workshop(catalogue: Catalogue, files: dict[str, bytes]) -> None:
    """A section a sequence, a permanent link to each sheet, its questions to discuss."""
    workshop = catalogue.workshops[WORKSHOP]
    manifest = ET.fromstring(files["imsmanifest.xml"])
    [root] = manifest.findall(f"{CP}organizations/{CP}organization/{CP}item")
    links = {
        ET.fromstring(text).find(f"{WEB_LINK}url").get("href")  # type: ignore[union-attr]
        for path, text in files.items()
        if path.startswith("liens/")
    }
    sheets = {one for sequence in workshop.sequences for one in sequence.fiches}
    topic = ET.fromstring(files["sujets/1.xml"]).findtext(f"{TOPIC}text") or ""

    assert len(root.findall(f"{CP}item")) == 1 + len(workshop.sequences)
    assert links == {f"{PUBLIC_ADDRESS}f/{short_code(one)}/" for one in sheets} | {
        f"{PUBLIC_ADDRESS}ateliers/{WORKSHOP}/"
    }
    assert "Peut-on aller vers quelqu’un sans quitter son bureau" in topic
    assert topic.startswith("<p>")


def test_without_a_public_address_there_is_no_cartridge_and_the_page_says_why(tmp_path: Path) -> None:
    """Its links would lead nowhere. The copy for a key is made all the same, with no dead link."""
    workshop = (PRACTICES / "ateliers" / "parler-a-un-employeur.yaml").read_text(encoding="utf-8")
    workshop = re.sub(r"^( +)- [a-z0-9]+(?:-[a-z0-9]+)+$", r"\1- velo", workshop, flags=re.MULTILINE)
    write_corpus(tmp_path / "fiches", {"contenu": base("fiche")})
    (tmp_path / "fiches" / "ateliers").mkdir(exist_ok=True)
    (tmp_path / "fiches" / "ateliers" / "parler.yaml").write_text(deduplicated(workshop), encoding="utf-8")
    build_site(tmp_path / "fiches", tmp_path / "site")
    folder = tmp_path / "site" / "ateliers" / "parler"

    assert not (folder / "parler.imscc").exists()
    assert "demandent l’adresse publique de ce site" in (folder / "index.html").read_text(encoding="utf-8")
    assert dead_links_of_copy(folder / "parler.zip", tmp_path / "copie") == []


def deduplicated(text: str) -> str:
    """A YAML text without a line that repeats the one before."""
    lines = text.splitlines()
    return "\n".join(line for rank, line in enumerate(lines) if not rank or line != lines[rank - 1]) + "\n"


def test_the_copy_for_a_key_is_whole(site: Path, tmp_path: Path) -> None:
    """Every link leads to the copy or to the site; no script; nothing asked of a server."""
    archives = sorted((site / "ateliers").glob("*/*.zip"))

    assert len(archives) == len(load(PRACTICES)[0].workshops)
    for one in archives:
        folder = tmp_path / one.stem
        assert dead_links_of_copy(one, folder) == []
        assert "<script" not in (folder / "index.html").read_text(encoding="utf-8")
        assert list(folder.glob("fiches/*.html"))


def dead_links_of_copy(path: Path, folder: Path) -> list[str]:
    with ZipFile(path) as opened:
        opened.extractall(folder)
    dead = []
    for page in folder.rglob("*.html"):
        for target in read(page).targets:
            parts = urlsplit(unescape(target))
            if parts.scheme in ("http", "https", "mailto"):
                continue
            where = page.parent / parts.path if parts.path else page
            found = where.is_file() and (not parts.fragment or parts.fragment in read(where.resolve()).ids)
            if not found:
                dead.append(f"{page.name} → {target}")
    return dead


def test_a_sheet_named_as_a_workshops_guide_takes_nothing_from_it(tmp_path: Path) -> None:
    """Both PDFs are in the copy and in the cartridge, each under its own title."""
    write_corpus(tmp_path, {"fichier": "sourcing/sortir-du-bureau-guide.yaml", "contenu": base("graine")})
    path = tmp_path / "ateliers" / "sortir-du-bureau.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("- lavoir", "- sortir-du-bureau-guide"), encoding="utf-8")
    renderer = Renderer(load(tmp_path)[0], PUBLIC_ADDRESS)
    workshop = renderer.catalogue.workshops["sortir-du-bureau"]
    papers = {guide_path(workshop.id): b"guide", handout_path("sortir-du-bureau-guide"): b"fiche"}

    for files in (offline_copy(workshop, renderer, (), papers), cartridge(workshop, renderer, papers)):
        assert [files[name] for name in files if name.endswith(".pdf")] == [b"guide", b"fiche"]
    titles = re.findall(
        r"<title>(.*?) \(PDF\)</title>", cartridge(workshop, renderer, papers)["imsmanifest.xml"].decode()
    )
    assert titles == ["Le guide d’animation", "Ouvrir une permanence au lavoir"]


def test_supports_go_with_the_workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On its page, in the copy for a key and in the cartridge: their words on demand, their PDF to print."""
    monkeypatch.setattr("paper.CACHE", tmp_path / "cache")
    workshop = base("atelier").replace("licence:", SUPPORTS + "licence:")
    write_corpus(tmp_path / "fiches", {"fichier": "ateliers/sortir.yaml", "contenu": workshop})
    build_site(tmp_path / "fiches", tmp_path / "site", PUBLIC_ADDRESS, Paper.ALL)
    folder = tmp_path / "site" / "ateliers" / "sortir"
    page = (folder / "index.html").read_text(encoding="utf-8")

    assert 'href="../../ateliers/sortir/sortir-supports.pdf"' in page
    assert re.search(r"<summary>Les dilemmes <span[^>]*>Cartes à découper, un jeu par groupe</span></summary>", page)
    with ZipFile(folder / "sortir.zip") as copy, ZipFile(folder / "sortir.imscc") as course:
        printed = (folder / "sortir-supports.pdf").read_bytes()
        assert copy.read("documents/sortir-supports.pdf") == course.read("documents/sortir-supports.pdf") == printed
        assert "<li>Attendre au bureau</li>" in copy.read("index.html").decode()
        assert "Les supports des participants (PDF)" in course.read("imsmanifest.xml").decode()


def test_every_sheet_has_a_card_to_embed(site: Path, catalogue: Catalogue) -> None:
    """Not indexed, canonical to its sheet, one way back that leaves the other site's page where it is."""
    cards = {page.parent.name: page.read_text(encoding="utf-8") for page in (site / "e").glob("*/index.html")}

    assert sorted(cards) == sorted(short_code(one) for one in catalogue.practices)
    for identifier in catalogue.practices:
        card = cards[short_code(identifier)]
        assert '<meta name="robots" content="noindex">' in card
        assert f'<link rel="canonical" href="{PUBLIC_ADDRESS}fiches/{identifier}/">' in card
        assert f'href="../../fiches/{identifier}/" target="_blank" rel="noopener"' in card
        assert "<nav" not in card
    assert "/e/" not in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_a_renamed_sheets_card_stays_where_it_was(tmp_path: Path) -> None:
    """A page that embeds the old code goes on showing the card."""
    sheet = base("graine").replace("statut: graine", "statut: graine\nanciens_ids:\n  - ancien-lavoir")
    write_corpus(tmp_path / "fiches", {"fichier": "sourcing/lavoir.yaml", "contenu": sheet})
    build_site(tmp_path / "fiches", tmp_path / "site")
    cards = {path.parent.name for path in (tmp_path / "site" / "e").glob("*/index.html")}

    assert {short_code("lavoir"), short_code("ancien-lavoir")} <= cards
