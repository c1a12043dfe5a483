"""What comes out on paper: which documents exist, where they live, and their HTML."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from catalogue.markup import Writer, plain_text
from catalogue.model import Practice, Workshop
from catalogue.rendering import Renderer
from catalogue.typography import french_page

COPIES = 4
"""Cards on one sheet of paper: a sheet's own page gives the table four times the same."""
_NOTES_SIDE_BY_SIDE = '</a></sup><sup class="renvoi">'
_NOTES_APART = '</a>, </sup><sup class="renvoi">'


@dataclass(frozen=True, slots=True)
class Document:
    """A page to print: its place in the site, the style sheets it is drawn with, its HTML."""

    path: str
    styles: tuple[str, ...]
    html: str


def handout_path(identifier: str) -> str:
    return f"fiches/{identifier}/{identifier}.pdf"


def card_path(identifier: str) -> str:
    return f"fiches/{identifier}/{identifier}-carte.pdf"


def deck_path(identifier: str) -> str:
    return f"ateliers/{identifier}/{identifier}-cartes.pdf"


def guide_path(identifier: str) -> str:
    return f"ateliers/{identifier}/{identifier}-guide.pdf"


def documents(renderer: Renderer) -> Iterator[Document]:
    """Every document of the site: two for a sheet, two for a workshop."""
    for practice in renderer.catalogue.practices.values():
        yield handout(practice, renderer)
        yield cards(card_path(practice.id), [practice] * COPIES, f"Carte : {plain_text(practice.titre)}", renderer)
    for workshop in renderer.catalogue.workshops.values():
        yield guide(workshop, renderer)
        sheets = workshop_sheets(workshop, renderer)
        if sheets:
            yield cards(deck_path(workshop.id), sheets, f"Cartes : {plain_text(workshop.titre)}", renderer)


def workshop_sheets(workshop: Workshop, renderer: Renderer) -> list[Practice]:
    """The sheets a workshop uses, each once, in the order it meets them."""
    used = dict.fromkeys(one for sequence in workshop.sequences for one in sequence.fiches)
    return [renderer.catalogue.practices[identifier] for identifier in used]


def cards(path: str, practices: list[Practice], title: str, renderer: Renderer) -> Document:
    """Cards four to a page, fronts then backs."""
    return _document(path, ("cartes",), "papier/cartes.html", title, renderer, fiches=practices)


def handout(practice: Practice, renderer: Renderer) -> Document:
    """A sheet on one or two sides of A4, to read and pin on a wall."""
    values = {
        "fiche": practice,
        "essaimages": renderer.catalogue.replications_of.get(practice.id, []),
        "ecrire": paper_writer(practice),
    }
    title = plain_text(practice.titre)
    return _document(handout_path(practice.id), ("papier",), "papier/fiche.html", title, renderer, **values)


def guide(workshop: Workshop, renderer: Renderer) -> Document:
    """What the person who runs a workshop holds in hand."""
    values = {"atelier": workshop, "fiches": workshop_sheets(workshop, renderer), "ecrire": paper_writer()}
    title = f"Guide d’animation : {plain_text(workshop.titre)}"
    return _document(guide_path(workshop.id), ("papier",), "papier/guide.html", title, renderer, **values)


def paper_writer(practice: Practice | None = None) -> Writer:
    """Writes texts with the numbers of their sources, and no acronym's bubble: paper has no pointer."""
    numbers = {source.id: rank for rank, source in enumerate(practice.sources, start=1)} if practice else {}
    return Writer("", {}, None, numbers)


def _document(
    path: str, styles: tuple[str, ...], template: str, title: str, renderer: Renderer, **values: Any
) -> Document:
    text = renderer.environment.get_template(template).render(root="", titre_document=title, titre="h1", **values)
    text = french_page(text)
    # Two notes side by side would read as one number.
    return Document(path, styles, text.replace(_NOTES_SIDE_BY_SIDE, _NOTES_APART))
