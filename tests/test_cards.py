"""Cards as they come out of the printer: all the text, in its box, each back behind its front, each code readable."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from catalogue.catalogue import Catalogue
from catalogue.documents import cards
from catalogue.markup import plain_text
from catalogue.model import Practice
from catalogue.rendering import Renderer
from catalogue.short_links import short_address
from longest import Longest
from printing import Printer
from reading_pdf import Line, Pdf, faint_colours

SITE = "https://base-de-pratiques.association-d-exemple-en-occitanie.org/essaim/"
SIZE = (95.0, 136.0)
LEFTS, TOPS = (10.0, 105.0), (12.5, 148.5)
INSET = 4.4
"""Millimetres of white that every text leaves at the cut."""
THEMES = ("sourcing", "accompagnement-global", "competences", "cooperation")


@pytest.fixture(scope="module")
def printer() -> Printer:
    return Printer(SITE)


def printed(practices: list[Practice], catalogue: Catalogue, printer: Printer) -> Pdf:
    return Pdf(printer.pdf(cards("x.pdf", practices, "Cartes", Renderer(catalogue, SITE))))


@pytest.fixture(scope="module")
def whole_deck(catalogue: Catalogue, printer: Printer) -> Pdf:
    """Every sheet of the base, in one deck."""
    return printed(list(catalogue.practices.values()), catalogue, printer)


def slot_of(line: Line) -> tuple[int, int]:
    """Column and row of the card a line is on."""
    return int(line.left >= LEFTS[1]), int(line.top >= TOPS[1])


def by_slot(pdf: Pdf, page: int) -> dict[tuple[int, int], list[Line]]:
    """The lines of each card of a page. The note below the cards is on none."""
    found: dict[tuple[int, int], list[Line]] = {}
    for line in pdf.lines(page):
        if line.top < TOPS[1] + SIZE[1]:
            found.setdefault(slot_of(line), []).append(line)
    return found


def misplaced(pdf: Pdf) -> Iterator[str]:
    """Lines out of their card's box, or over another line."""
    for page in range(len(pdf)):
        for (column, row), lines in by_slot(pdf, page).items():
            left, top = LEFTS[column] + INSET, TOPS[row] + INSET
            right, bottom = left + SIZE[0] - 2 * INSET, top + SIZE[1] - 2 * INSET
            for line in lines:
                if line.left < left or line.top < top or line.right > right or line.bottom > bottom:
                    yield f"page {page + 1}, hors de la carte : {line}"
            for one, other in combinations(lines, 2):
                if one.covers(other, 0.3):
                    yield f"page {page + 1}, superposées : {one} et {other}"


def squeezed(text: str) -> str:
    return "".join(text.split())


def words_of_a_front(practice: Practice, catalogue: Catalogue) -> list[str]:
    return [
        plain_text(practice.titre),
        plain_text(practice.accroche),
        catalogue.term("themes", practice.theme).libelle,
        *(catalogue.term("publics", code).libelle for code in practice.publics),
        *(catalogue.term("freins", code).libelle for code in practice.freins),
        *([catalogue.term("preuves", practice.preuve.niveau).libelle] if practice.preuve else []),
        *([catalogue.term("efforts", practice.effort).libelle] if practice.effort else []),
    ]


def words_of_a_back(practice: Practice) -> list[str]:
    return [
        plain_text(practice.titre),
        plain_text(practice.en_bref),
        *(plain_text(one) for one in (practice.noyau or ())[:3]),
        short_address(SITE, practice.id).removeprefix("https://").rstrip("/"),
    ]


def missing(pdf: Pdf, page: int, words: list[str]) -> list[str]:
    text = squeezed(pdf.text(page)).replace("\ufffe", "-").replace("\x02", "-")
    return [one for one in words if squeezed(one) not in text]


@pytest.mark.parametrize("theme", THEMES)
def test_the_longest_card_fits(theme: str, catalogue: Catalogue, printer: Printer) -> None:
    """Every field at its limit, in words longer than French ones: nothing is lost, nothing overflows."""
    longest = Longest(catalogue, "longue", theme).practice()
    pdf = printed([longest], catalogue, printer)

    assert list(misplaced(pdf)) == []
    assert missing(pdf, 0, words_of_a_front(longest, catalogue)) == []
    assert missing(pdf, 1, words_of_a_back(longest)) == []


@pytest.mark.parametrize(
    ("front", "back"), [((80, 101, 5), (300, 57)), ((52, 160, 5), (173, 90)), ((62, 138, 5), (240, 73))]
)
def test_a_card_just_below_small_letters_fits(
    front: tuple[int, int, int], back: tuple[int, int], catalogue: Catalogue, printer: Printer
) -> None:
    """The most that is still set in large letters: lengths of title and hook and number of labels, of brief and core."""
    longest = Longest(catalogue, "longue", "cooperation")
    whole = longest.practice()
    practice = whole.model_copy(
        update={
            "titre": longest.text(front[0]),
            "accroche": longest.text(front[1]),
            "publics": whole.publics[: front[2]],
            "freins": (),
            "en_bref": longest.text(back[0]),
            "noyau": tuple(longest.text(back[1]) for _ in range(3)),
        }
    )
    renderer = Renderer(catalogue, SITE)
    pdf = printed([practice], catalogue, printer)

    for side in ("recto", "verso"):
        assert "face--serre" not in renderer.render(f"carte/{side}.html", "", fiche=practice, titre="h1")
    assert list(misplaced(pdf)) == []


def test_every_card_of_the_base_fits(whole_deck: Pdf, catalogue: Catalogue) -> None:
    practices = list(catalogue.practices.values())

    assert len(whole_deck) == 2 * -(-len(practices) // 4)
    assert list(misplaced(whole_deck)) == []
    for rank, practice in enumerate(practices):
        page = rank // 4 * 2
        assert missing(whole_deck, page, words_of_a_front(practice, catalogue)) == []
        assert missing(whole_deck, page + 1, words_of_a_back(practice)) == []


def test_each_back_falls_behind_its_front(whole_deck: Pdf, catalogue: Catalogue) -> None:
    """The sheet turns on its long edge: what is on the left of one side is on the right of the other, to the half millimetre."""
    practices = list(catalogue.practices.values())
    for rank in (*range(8), len(practices) - 1):
        title = squeezed(plain_text(practices[rank].titre))
        front, back = rank // 4 * 2, rank // 4 * 2 + 1
        fronts = [slot for slot, lines in by_slot(whole_deck, front).items() if title in joined(lines)]
        backs = [slot for slot, lines in by_slot(whole_deck, back).items() if title in joined(lines)]
        assert [(1 - column, row) for column, row in fronts] == backs
        ((column, row),) = backs
        left = min(line.left for line in by_slot(whole_deck, back)[column, row])
        assert left - LEFTS[column] == pytest.approx(7, abs=0.5)


def joined(lines: list[Line]) -> str:
    return squeezed("".join(line.text for line in lines)).replace("\ufffe", "-").replace("\x02", "-")


def test_the_cut_marks_frame_the_cards() -> None:
    """Both halves of a sheet mirror each other, so that marks and cards are at the same place on both sides."""
    assert LEFTS[0] == 210 - (LEFTS[1] + SIZE[0])
    assert TOPS[0] == 297 - (TOPS[1] + SIZE[1])


def test_the_sheet_says_how_to_print_it(whole_deck: Pdf) -> None:
    assert "taille réelle (100 %)" in whole_deck.text(0).replace("\u00a0", " ")
    assert "retourner sur les bords longs" in whole_deck.text(0)


def test_codes_read_from_the_printed_page_lead_to_their_own_sheet(whole_deck: Pdf, catalogue: Catalogue) -> None:
    """A scanner reads the page as printed, 200 dots an inch: each code holds its card's permanent address."""
    practices = list(catalogue.practices.values())
    for page in (1, len(whole_deck) - 1):
        first = page // 2 * 4
        behind = {(1 - rank % 2, rank // 2): one for rank, one in enumerate(practices[first : first + 4])}
        read = {(int(x >= LEFTS[1]), int(y >= TOPS[1])): text for text, x, y in whole_deck.codes(page)}
        assert read == {slot: short_address(SITE, one.id) for slot, one in behind.items()}


def test_without_an_address_a_card_gives_its_code_alone(catalogue: Catalogue) -> None:
    """No QR code that leads nowhere: the code, and where to type it."""
    practice = next(iter(catalogue.practices.values()))
    back = Renderer(catalogue, "").render("carte/verso.html", "", fiche=practice)
    pdf = Pdf(Printer("").pdf(cards("x.pdf", [practice], "Cartes", Renderer(catalogue, ""))))

    assert "<img" not in back
    assert pdf.codes(1) == []
    assert "tapez ce code dans la recherche" in pdf.text(1)


def test_a_card_is_legible_in_black_and_white(whole_deck: Pdf) -> None:
    """Every sign against what is printed under it: luminance contrast of 4.5 at least, as a grey printer shows it."""
    for page in (0, 1):
        assert faint_colours(whole_deck, page) == set()
