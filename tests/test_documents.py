"""Handouts and guides as PDF, and what a build does with its documents: kept, renewed, left out."""

import os
import re
import subprocess
import sys
from bisect import bisect_left
from itertools import combinations, islice
from pathlib import Path

import pytest

from browser.static_host import PUBLIC_ADDRESS
from building import build_site
from catalogue.catalogue import Catalogue
from catalogue.codes import short_code
from catalogue.documents import Document, documents, guide, handout, printables
from catalogue.fields import Text
from catalogue.loading import load
from catalogue.marks import marked_values
from catalogue.markup import plain_text
from catalogue.model import Part
from catalogue.rendering import Renderer
from catalogue.short_links import short_address, without_scheme
from hooks import ROOT
from longest import Longest
from paper import Paper, common_key, key, print_documents
from printing import Printer, asset
from reading_pdf import Pdf, faint_colours
from test_cases import write_corpus
from test_site import dead_links

SITE = PUBLIC_ADDRESS
FOOT = 14
"""Millimetres at the foot of a page that hold its title, address and number."""
NOT_ON_PAPER = {"situations", "resume_falc", "statut_motif", "contact", "extrait", "commentaire", "relecture"}
"""Left to the sheet itself."""
CUT_FROM = 41
"""Millimetres from the top of a page to its first card or box."""


@pytest.fixture(scope="module")
def printer() -> Printer:
    return Printer(SITE)


@pytest.fixture(scope="module")
def real(catalogue: Catalogue, printer: Printer) -> Pdf:
    """The handout of the sheet that all other tests know."""
    practice = catalogue.practices["place-de-creche-et-contrat-a-trois"]
    return Pdf(printer.pdf(handout(practice, Renderer(catalogue, SITE))))


def flat(text: str) -> str:
    """Text without what differs between a page and a sentence: spaces, and hyphens at a line's end."""
    return re.sub(r"[\s\u00ad\ufffe\x02-]", "", text)


def whole_text(pdf: Pdf) -> str:
    """All pages as one text, without what runs at the foot of each."""
    return "".join(flat(pdf.text(page, FOOT)) for page in range(len(pdf)))


def texts_of(entry: Part, left_out: set[str]) -> list[str]:
    return [
        plain_text(value)
        for path, value, marks in marked_values(entry)
        if any(isinstance(mark, Text) for mark in marks) and not left_out & set(path)
    ]


def lost(pdf: Pdf, texts: list[str]) -> list[str]:
    """Those that are neither whole on paper, nor in two pieces, as where a page or a column ends."""
    text = whole_text(pdf)
    return [one for one in texts if not is_there(flat(one), text)]


def is_there(wanted: str, text: str) -> bool:
    if wanted in text:
        return True
    cut = bisect_left(range(len(wanted)), True, key=lambda end: wanted[: end + 1] not in text)
    return cut > 0 and wanted[cut:] in text


def outside(pdf: Pdf, margin: float) -> list[str]:
    """Lines that come nearer to the edge than `margin` millimetres: printers cut there."""
    return [
        f"page {page + 1} : {line}"
        for page in range(len(pdf))
        for line in pdf.lines(page)
        if line.left < margin or line.top < margin or line.right > 210 - margin or line.bottom > 297 - margin
    ]


def test_the_longest_handout_loses_nothing(catalogue: Catalogue, printer: Printer) -> None:
    """Every text of the longest sheet allowed, its limits, gaps and sources with their addresses, is on paper."""
    longest = Longest(catalogue, "longue", "sourcing").practice()
    pdf = Pdf(printer.pdf(handout(longest, Renderer(catalogue, SITE))))
    addresses = [
        without_scheme(url) for one in (*longest.sources, *longest.supports) if (url := getattr(one, "url", None))
    ]

    assert lost(pdf, texts_of(longest, NOT_ON_PAPER)) == []
    assert lost(pdf, addresses) == []
    assert outside(pdf, 6) == []


def test_the_longest_guide_loses_nothing(catalogue: Catalogue, printer: Printer) -> None:
    workshop = Longest(catalogue, "long", "").workshop(tuple(list(catalogue.practices)[:2]))
    pdf = Pdf(printer.pdf(guide(workshop, Renderer(catalogue, SITE))))

    assert lost(pdf, texts_of(workshop, {"supports"})) == []
    assert outside(pdf, 6) == []
    assert [text for page in range(len(pdf)) for text, _, _ in pdf.codes(page)] == [
        short_address(SITE, one) for one in list(catalogue.practices)[:2]
    ]


@pytest.mark.parametrize("kind", ["cartes", "feuille"])
@pytest.mark.parametrize("number", [2, 5, 8])
def test_the_longest_support_fits_on_its_page(kind: str, number: int, catalogue: Catalogue, printer: Printer) -> None:
    """Each element at its limit, in words longer than French ones, whole, in its own card or box."""
    longest = Longest(catalogue, "long", "").workshop((next(iter(catalogue.practices)),))
    support = longest.supports[0]
    support = support.model_copy(update={"type": kind, "elements": support.elements[:number]})
    twice = longest.model_copy(update={"supports": (support, support)})
    pdf = Pdf(printer.pdf(printables(twice, Renderer(catalogue, SITE))))
    width, height = (91, 58) if kind == "cartes" else (182, 238 / number)

    def box(x: float, y: float) -> tuple[int, int]:
        return int((x - 14) / width), int((y - CUT_FROM) / height)

    assert len(pdf) == 2
    assert lost(pdf, texts_of(support, set())) == []
    assert outside(pdf, 6) == []
    assert [pair for pair in combinations(pdf.lines(0), 2) if pair[0].covers(pair[1], 0.3)] == []
    for line in pdf.lines(0):
        if CUT_FROM < line.top < 297 - FOOT - 4:
            assert box(line.left, line.top) == box(line.right, line.bottom), line


def test_small_sets_of_cards_fill_the_page(catalogue: Catalogue, printer: Printer) -> None:
    """Three cards for each person: two whole sets on a page, which says so; never a set cut short."""
    workshop = catalogue.workshops["partager-l-information-sans-trahir"]
    pdf = Pdf(printer.pdf(printables(workshop, Renderer(catalogue, SITE))))
    pages = [flat(pdf.text(page)) for page in range(len(pdf))]

    assert [page.count(flat(text)) for page in pages for text in ("La fiche ne le dit pas", "Vous refusez")] == [
        2,
        0,
        0,
        4,
    ]
    assert flat("Cette page contient 2 jeux.") in pages[0]
    assert flat("Cette page contient 4 jeux.") in pages[1]


def test_a_handout_is_a_document_everyone_can_read(real: Pdf, catalogue: Catalogue) -> None:
    """Title, language, tags, one main heading, an alternative for each picture: PDF/UA is claimed, and its basics hold."""
    tags = real.structure()
    names = [name for name, _ in tags]

    assert real.title == catalogue.practices["place-de-creche-et-contrat-a-trois"].titre
    assert real.language == "fr"
    assert real.document.is_tagged()
    assert "pdfuaid" in real.claims
    assert names.count("H1") == 1
    assert names.count("H2") > 8
    assert {"L", "LI", "TABLE", "TH", "P"} <= {name.upper() for name in names}
    assert [alternative for name, alternative in tags if name == "Figure" and not alternative] == []


def test_a_handout_names_its_page_its_address_and_its_code(real: Pdf) -> None:
    address = short_address(SITE, "place-de-creche-et-contrat-a-trois")

    assert len(real) in (2, 3)
    assert [text for text, _, _ in real.codes(0)] == [address]
    for page in range(len(real)):
        assert f"{page + 1} / {len(real)}" in real.text(page)
        assert without_scheme(address) in real.text(page)


def test_a_handout_is_legible_in_black_and_white(real: Pdf) -> None:
    for page in range(len(real)):
        assert faint_colours(real, page) == set()


def test_documents_keep_french_typography(catalogue: Catalogue) -> None:
    """No sign that must not start a line is preceded by a space that may break."""
    renderer = Renderer(catalogue, SITE)
    for document in documents(renderer):
        text = re.sub(r"<[^>]*>", " ", re.sub(r"<(title|style|head)\b.*?</\1>", "", document.html, flags=re.DOTALL))
        assert re.findall(r"\w [;:?!»](?!\w)|« \w|\w'\w", text) == [], document.path


def test_the_same_document_is_always_the_same_file(
    catalogue: Catalogue, printer: Printer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No date, no chance: printed here or by other processes, the bytes are the same."""
    monkeypatch.setattr("paper.FEW", 0)
    two = list(islice(documents(Renderer(catalogue, SITE)), 2))
    print_documents(two, tmp_path / "site", SITE, Paper.ALL, tmp_path / "cache")

    for document in two:
        assert (tmp_path / "site" / document.path).read_bytes() == printer.pdf(document)


# What may be asked while printing


@pytest.mark.parametrize(
    "address",
    [
        "https://exemple.org/image.svg",
        "http://127.0.0.1/",
        "file:///etc/passwd",
        "https://essaim.invalid/../../pyproject.toml",
        "https://essaim.invalid/assets/../../../etc/passwd",
        "https://essaim.invalid/gabarits/logo.svg",
        "https://essaim.invalid/assets/essaim/css/papier.css",
        "https://essaim.invalid/polices/../autre.ttf",
        "https://essaim.invalid/assets/essaim/img/favicon.svg?x",
        "https://essaim.invalid.exemple.org/assets/essaim/img/favicon.svg",
        "data:image/svg+xml,<svg/>",
    ],
)
def test_nothing_but_our_own_assets_is_read(address: str, printer: Printer) -> None:
    """Neither network nor disk: a document that asks for anything else is not printed."""
    with pytest.raises(PermissionError):
        asset(address, SITE)
    with pytest.raises(BaseException, match="adresse refusée"):
        printer.pdf(Document("x.pdf", (), f'<html lang="fr"><title>x</title><img alt="x" src="{address}">'))


def test_sheet_text_is_text_on_paper(catalogue: Catalogue, printer: Printer) -> None:
    attack = '<img src="file:///etc/passwd"> {{ 7*7 }} <style>*{display:none}</style>'
    practice = catalogue.practices["place-de-creche-et-contrat-a-trois"].model_copy(update={"en_bref": attack})
    pdf = Pdf(printer.pdf(handout(practice, Renderer(catalogue, SITE))))

    assert lost(pdf, [attack]) == []


# What a build does with them


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    write_corpus(tmp_path / "fiches", {"base": "fiche"})
    return tmp_path / "fiches"


def small(corpus: Path) -> tuple[Catalogue, list[Document]]:
    catalogue, _ = load(corpus)
    return catalogue, list(documents(Renderer(catalogue, SITE)))


def test_only_what_changed_is_printed_again(corpus: Path, tmp_path: Path) -> None:
    """A second build prints nothing; a changed sheet prints its own two documents, and no neighbour's."""
    _, before = small(corpus)
    first = print_documents(before, tmp_path / "un", SITE, Paper.ALL, tmp_path / "cache")
    again = print_documents(before, tmp_path / "deux", SITE, Paper.ALL, tmp_path / "cache")
    sheet = corpus / "sourcing" / "velo.yaml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("Prêter un vélo", "Confier un vélo"), encoding="utf-8")
    _, after = small(corpus)
    changed = print_documents(after, tmp_path / "trois", SITE, Paper.ALL, tmp_path / "cache")

    assert (first.rendered, again.rendered, changed.rendered) == (6, 0, 2)
    assert sorted(first.sizes) == [
        "ateliers/sortir-du-bureau/sortir-du-bureau-cartes.pdf",
        "ateliers/sortir-du-bureau/sortir-du-bureau-guide.pdf",
        "fiches/lavoir/lavoir-carte.pdf",
        "fiches/lavoir/lavoir.pdf",
        "fiches/velo/velo-carte.pdf",
        "fiches/velo/velo.pdf",
    ]
    for path, size in changed.sizes.items():
        printed = (tmp_path / "trois" / path).read_bytes()
        assert len(printed) == size
        assert (printed == (tmp_path / "un" / path).read_bytes()) is ("velo" not in path)


def test_a_renamed_entrys_documents_stay_where_they_were(corpus: Path, tmp_path: Path) -> None:
    """The same bytes at the former address, for a sheet and for a workshop, and no page weighs them twice."""
    for path, old in (("sourcing/velo.yaml", "bicyclette"), ("ateliers/sortir-du-bureau.yaml", "dehors")):
        file = corpus / path
        file.write_text(f"{file.read_text(encoding='utf-8')}anciens_ids:\n  - {old}\n", encoding="utf-8")
    _, all_of_them = small(corpus)
    printed = print_documents(all_of_them, tmp_path / "site", SITE, Paper.ALL, tmp_path / "cache")
    former = {
        "fiches/bicyclette/bicyclette.pdf": "fiches/velo/velo.pdf",
        "fiches/bicyclette/bicyclette-carte.pdf": "fiches/velo/velo-carte.pdf",
        "ateliers/dehors/dehors-guide.pdf": "ateliers/sortir-du-bureau/sortir-du-bureau-guide.pdf",
        "ateliers/dehors/dehors-cartes.pdf": "ateliers/sortir-du-bureau/sortir-du-bureau-cartes.pdf",
    }

    assert not former.keys() & printed.sizes.keys()
    for old, now in former.items():
        assert (tmp_path / "site" / old).read_bytes() == (tmp_path / "site" / now).read_bytes()


def test_what_was_not_printed_before_is_not_asked_for(corpus: Path, tmp_path: Path) -> None:
    """While writing, a site shows the documents it has and prints none."""
    _, all_of_them = small(corpus)
    print_documents(all_of_them[:1], tmp_path / "un", SITE, Paper.ALL, tmp_path / "cache")
    found = print_documents(all_of_them, tmp_path / "deux", SITE, Paper.PRINTED_BEFORE, tmp_path / "cache")

    assert list(found.sizes) == [all_of_them[0].path]
    assert (found.rendered, found.missing) == (0, 5)


def test_a_document_is_renewed_with_all_that_draws_it(corpus: Path) -> None:
    """The address in its QR codes, its words, its style sheets: each has a part in the name under which it is kept."""
    _, all_of_them = small(corpus)
    one, common = all_of_them[0], common_key(SITE)
    others = (
        key(one, common_key("https://ailleurs.exemple.org/")),
        key(Document(one.path, one.styles, one.html + " "), common),
        key(Document(one.path, ("cartes",), one.html), common),
    )

    assert len({key(one, common), *others}) == 4


def test_pages_link_to_the_documents_that_are_there(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With format and weight, and no link that leads nowhere."""
    monkeypatch.setattr("paper.CACHE", tmp_path / "cache")
    built = build_site(corpus, tmp_path / "site", SITE, Paper.ALL)
    sheet = (tmp_path / "site" / "fiches" / "velo" / "index.html").read_text(encoding="utf-8")
    workshop = (tmp_path / "site" / "ateliers" / "sortir-du-bureau" / "index.html").read_text(encoding="utf-8")

    assert len(built.paper.sizes) == 6
    assert re.search(r'href="\.\./\.\./fiches/velo/velo\.pdf">[^<]+<span[^>]*>\(PDF, \d+\u00a0ko\)', sheet)
    assert 'href="../../fiches/velo/velo-carte.pdf"' in sheet
    assert 'href="../../ateliers/sortir-du-bureau/sortir-du-bureau-cartes.pdf"' in workshop
    assert 'href="../../ateliers/sortir-du-bureau/sortir-du-bureau-guide.pdf"' in workshop
    assert list(dead_links(tmp_path / "site")) == []
    code = short_code("velo")
    assert "url=../../fiches/velo/" in (tmp_path / "site" / "f" / code / "index.html").read_text(encoding="utf-8")
    assert "<title>QR code vers la fiche" in (tmp_path / "site" / "f" / code / "qr.svg").read_text(encoding="utf-8")


def test_a_machine_that_cannot_print_builds_the_site(corpus: Path, tmp_path: Path) -> None:
    """Pango is really out of reach: the site is whole, says in French what is missing, and no link leads to it."""
    broken = tmp_path / "lib"
    broken.mkdir()
    (broken / "libpango-1.0.so.0").write_bytes(b"")
    command = [
        sys.executable,
        str(ROOT / "scripts" / "build.py"),
        *("--practices", str(corpus), "--site", str(tmp_path / "site"), "--base-url", f"{SITE}sans-pango/"),
    ]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | {"LD_LIBRARY_PATH": str(broken)}
    )

    assert done.returncode == 0, done.stderr
    assert "6 PDF ne sont pas imprimés : la bibliothèque Pango manque sur cette machine" in done.stderr
    assert "apt install libpango" in done.stderr
    assert "Traceback" not in done.stderr
    assert "could not" not in done.stdout + done.stderr
    assert list((tmp_path / "site").rglob("*.pdf")) == []
    for page in (tmp_path / "site").rglob("*.html"):
        assert ".pdf" not in page.read_text(encoding="utf-8"), page


def test_a_machine_without_the_right_to_install_is_told_what_to_install(tmp_path: Path) -> None:
    """No apt on the path, Pango out of reach: one sentence, and the setting up goes on."""
    (tmp_path / "libpango-1.0.so.0").write_bytes(b"")
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "install_pango.py")],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": str(tmp_path), "LD_LIBRARY_PATH": str(tmp_path)},
    )

    assert (done.returncode, done.stdout) == (0, "")
    assert "Les PDF demandent Pango : « apt install libpango-1.0-0" in done.stderr
