"""A workshop → a Common Cartridge 1.1: web links to its sheets, its questions as discussions, its documents.

1.1 because Moodle imports 1.0 and 1.1 alone (moodle/moodle, backup/converter/imscc11/lib.php); it knows the version by
the manifest's default namespace, which must stand in its first 500 bytes, then checks it against the published XSDs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from catalogue.codes import short_code
from catalogue.documents import deck_path, guide_path, supports_path
from catalogue.markup import Writer, plain_text
from catalogue.model import Sequence, Workshop
from catalogue.offline_copy import place
from catalogue.rendering import Renderer
from catalogue.short_links import short_address, workshop_address
from catalogue.typography import french

WEB_LINK, DISCUSSION, FILE = "imswl_xmlv1p1", "imsdt_xmlv1p1", "webcontent"


@dataclass(frozen=True, slots=True)
class Resource:
    """Something of the course: named by the manifest's `resource`, shown by an `item`."""

    identifiant: str
    type: str
    titre: str
    fichier: str
    """Its path in the archive."""
    contenu: bytes


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the course."""

    titre: str
    elements: tuple[Resource, ...]


def cartridge(workshop: Workshop, renderer: Renderer, documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of the cartridge, manifest first. `documents`: path from the site's root → contents of PDFs to hand over.

    Links are absolute: the renderer must know the site's address.
    """
    sections = tuple(_sections(workshop, renderer, documents))
    resources = {one.identifiant: one for section in sections for one in section.elements}
    manifest = _xml(
        renderer, "imsmanifest.xml", atelier=workshop, parties=sections, ressources=list(resources.values())
    )
    return {"imsmanifest.xml": manifest} | {one.fichier: one.contenu for one in resources.values()}


def _sections(workshop: Workshop, renderer: Renderer, documents: Mapping[str, bytes]) -> Iterator[Section]:
    page = workshop_address(renderer.site_url, workshop.id)
    files = [
        Resource(f"document-{rank}", FILE, _title(path, workshop, renderer), place(path), contents)
        for rank, (path, contents) in enumerate(documents.items(), start=1)
    ]
    yield Section(plain_text(workshop.titre), (_link(renderer, "atelier", "Le déroulé de l’atelier", page), *files))
    for rank, sequence in enumerate(workshop.sequences, start=1):
        title = french(f"{rank}. {sequence.titre}")
        yield Section(title, (_discussion(renderer, rank, sequence), *_sheets(renderer, sequence)))


def _title(path: str, workshop: Workshop, renderer: Renderer) -> str:
    """What a document is, by its place on the site."""
    own = {
        guide_path(workshop.id): "Le guide d’animation (PDF)",
        deck_path(workshop.id): "Les cartes des fiches, à découper (PDF)",
        supports_path(workshop.id): "Les supports des participants (PDF)",
    }
    return own.get(path) or f"{plain_text(renderer.catalogue.practices[path.split('/')[1]].titre)} (PDF)"


def _sheets(renderer: Renderer, sequence: Sequence) -> Iterator[Resource]:
    for identifier in sequence.fiches:
        title = plain_text(renderer.catalogue.practices[identifier].titre)
        yield _link(renderer, f"fiche-{short_code(identifier)}", title, short_address(renderer.site_url, identifier))


def _link(renderer: Renderer, identifier: str, title: str, address: str) -> Resource:
    contents = _xml(renderer, "lien.xml", titre=title, adresse=address)
    return Resource(identifier, WEB_LINK, title, f"liens/{identifier}.xml", contents)


def _discussion(renderer: Renderer, rank: int, sequence: Sequence) -> Resource:
    title = french(sequence.titre)
    template = renderer.environment.get_template("cartouche/sujet.html")
    body = Markup(template.render(sequence=sequence, ecrire=Writer("", {}, None, {})))  # noqa: S704 - autoescaped
    contents = _xml(renderer, "sujet.xml", titre=title, corps=body)
    return Resource(f"sujet-{rank}", DISCUSSION, title, f"sujets/{rank}.xml", contents)


def _xml(renderer: Renderer, template: str, **values: object) -> bytes:
    return renderer.environment.get_template(f"cartouche/{template}").render(**values).encode()
