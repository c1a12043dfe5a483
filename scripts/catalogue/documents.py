"""What comes out on paper: which documents exist, where they live, and their HTML."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from catalogue.markup import Writer, plain_text
from catalogue.model import Practice, Workshop
from catalogue.rendering import Renderer
from catalogue.typography import french_page

COPIES = 4
"""Cards on one sheet of paper: a sheet's own page gives the table four times the same."""
PLACES = 8
"""Cards to cut out on one sheet of paper. A set of four or fewer is repeated while whole sets fit."""
_NOTES_SIDE_BY_SIDE = '</a></sup><sup class="renvoi">'
_NOTES_APART = '</a>, </sup><sup class="renvoi">'


@dataclass(frozen=True, slots=True)
class Document:
    """A page to print: its place in the site, the style sheets it is drawn with, its HTML."""

    path: str
    styles: tuple[str, ...]
    html: str
    former_paths: tuple[str, ...] = ()
    """Where it also stays: a PDF cannot send its reader elsewhere."""


def handout_path(identifier: str) -> str:
    return f"fiches/{identifier}/{identifier}.pdf"


def card_path(identifier: str) -> str:
    return f"fiches/{identifier}/{identifier}-carte.pdf"


def deck_path(identifier: str) -> str:
    return f"ateliers/{identifier}/{identifier}-cartes.pdf"


def guide_path(identifier: str) -> str:
    return f"ateliers/{identifier}/{identifier}-guide.pdf"


def supports_path(identifier: str) -> str:
    return f"ateliers/{identifier}/{identifier}-supports.pdf"


def documents(renderer: Renderer) -> Iterator[Document]:
    """Every document of the site: two for a sheet, up to three for a workshop."""
    for practice in renderer.catalogue.practices.values():
        yield from (_at_every_address(one, practice) for one in _of_sheet(practice, renderer))
    for workshop in renderer.catalogue.workshops.values():
        yield from (_at_every_address(one, workshop) for one in _of_workshop(workshop, renderer))


def _of_sheet(practice: Practice, renderer: Renderer) -> Iterator[Document]:
    yield handout(practice, renderer)
    yield cards(card_path(practice.id), [practice] * COPIES, f"Carte : {plain_text(practice.titre)}", renderer)


def _of_workshop(workshop: Workshop, renderer: Renderer) -> Iterator[Document]:
    yield guide(workshop, renderer)
    if sheets := workshop_sheets(workshop, renderer):
        yield cards(deck_path(workshop.id), sheets, f"Cartes : {plain_text(workshop.titre)}", renderer)
    if workshop.supports:
        yield printables(workshop, renderer)


def _at_every_address(document: Document, entry: Practice | Workshop) -> Document:
    """The document, which a renaming must not take from those who were given its address."""
    now = f"/{entry.id}/{entry.id}"
    former = tuple(document.path.replace(now, f"/{old}/{old}", 1) for old in entry.anciens_ids)
    return replace(document, former_paths=former)


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


def printables(workshop: Workshop, renderer: Renderer) -> Document:
    """A workshop's cards to cut out and sheets to fill, one a page: each is printed in its own number."""
    title = f"Supports : {plain_text(workshop.titre)}"
    styles, template = ("papier", "supports"), "papier/supports.html"
    return _document(supports_path(workshop.id), styles, template, title, renderer, atelier=workshop, places=PLACES)


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
