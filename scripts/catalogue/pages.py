"""Every page the catalogue makes, hung in the frame or in the slots of hand-written pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup, escape

from catalogue.bibliography import bibtex, csl
from catalogue.catalogue import FACETS
from catalogue.codes import short_code
from catalogue.frame import Frame, fill
from catalogue.markup import plain_text
from catalogue.model import Practice, Withdrawal, Workshop
from catalogue.rendering import FACET_FOLDERS, Renderer
from catalogue.rule_statements import statements
from catalogue.short_links import qr_svg, short_address, workshop_address

FRAME_PAGE = Path("fiches/gabarit/index.html")
DEPTH_TWO = "../../"
WORKSHOP_HEAD = Markup(
    """
  <link rel="stylesheet" href="../../assets/essaim/css/atelier.css">
  <link rel="stylesheet" media="screen" href="../../assets/essaim/css/projection.css">
  <script type="module" src="../../assets/essaim/js/atelier.js"></script>"""
)


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site: its path from the root and its text."""

    path: str
    text: str
    listed: bool = True
    """Whether search engines are told of it: not of an address kept only for those who have it."""


def pages(renderer: Renderer, frame: Frame) -> Iterator[Page]:
    """Sheets, their short links, QR codes, cards to embed, references and former addresses, and the landing page of every term in use."""
    for practice in renderer.catalogue.practices.values():
        yield _sheet(practice, renderer, frame)
        yield _redirect(f"f/{short_code(practice.id)}", f"{DEPTH_TWO}fiches/{practice.id}/", practice.titre)
        if address := short_address(renderer.site_url, practice.id):
            title = f"QR code vers la fiche « {plain_text(practice.titre)} »"
            yield Page(f"f/{short_code(practice.id)}/qr.svg", qr_svg(address, title), listed=False)
        yield _embed(practice.id, practice, renderer)
        yield Page(f"fiches/{practice.id}/{practice.id}.bib", bibtex(practice, renderer.site_url), listed=False)
        yield Page(f"fiches/{practice.id}/{practice.id}.csl.json", csl(practice, renderer.site_url), listed=False)
        yield from _former_addresses(practice, "fiches")
        yield from (_embed(old, practice, renderer) for old in practice.anciens_ids)
    for workshop in renderer.catalogue.workshops.values():
        yield _workshop(workshop, renderer, frame)
        if address := workshop_address(renderer.site_url, workshop.id):
            title = f"QR code vers l’atelier « {plain_text(workshop.titre)} »"
            yield Page(f"ateliers/{workshop.id}/qr.svg", qr_svg(address, title), listed=False)
        yield from _former_addresses(workshop, "ateliers")
    for withdrawal in renderer.catalogue.withdrawals.values():
        yield from _withdrawn(withdrawal, renderer, frame)
    for facet, folder in FACET_FOLDERS.items():
        if facet != "theme":  # each theme has a hand-written page of its own
            yield from _landings(facet, folder, renderer, frame)


def _sheet(practice: Practice, renderer: Renderer, frame: Frame) -> Page:
    path = f"fiches/{practice.id}/"
    return Page(
        path + "index.html",
        frame.hang(
            {
                "titre": practice.titre,
                "description": plain_text(practice.accroche),
                "head": _head(renderer.site_url, path, practice.titre, "article"),
                "corps": renderer.sheet(practice, DEPTH_TWO),
            }
        ),
    )


def _embed(identifier: str, practice: Practice, renderer: Renderer) -> Page:
    """The card for other sites' pages, at the code of `identifier`: the sheet's own id or a former one."""
    path = f"e/{short_code(identifier)}/index.html"
    return Page(path, renderer.render("integre.html", DEPTH_TWO, fiche=practice), listed=False)


def _workshop(workshop: Workshop, renderer: Renderer, frame: Frame) -> Page:
    path = f"ateliers/{workshop.id}/"
    slots = {
        "titre": f"Atelier : {workshop.titre}",
        "description": plain_text(workshop.accroche),
        "head": _head(renderer.site_url, path, workshop.titre, "article") + WORKSHOP_HEAD,
        "corps": renderer.render("atelier.html", DEPTH_TWO, atelier=workshop),
    }
    return Page(path + "index.html", frame.hang(slots))


def _former_addresses(entry: Practice | Workshop | Withdrawal, folder: str) -> Iterator[Page]:
    """What was printed before a renaming still leads to the entry."""
    target = f"{DEPTH_TWO}{folder}/{entry.id}/"
    for old in entry.anciens_ids:
        yield _redirect(f"{folder}/{old}", target, entry.titre)
        if folder == "fiches":
            yield _redirect(f"f/{short_code(old)}", target, entry.titre)


def _withdrawn(withdrawal: Withdrawal, renderer: Renderer, frame: Frame) -> Iterator[Page]:
    """Why the entry is gone, at each of its addresses. A withdrawn replication has its place on the page of them all."""
    folder = {"fiche": "fiches", "atelier": "ateliers"}.get(withdrawal.etait)
    if folder is None:
        return
    title = f"{plain_text(withdrawal.titre)} ({renderer.catalogue.term('natures', withdrawal.etait).libelle.lower()}, retrait)"
    slots = {
        "titre": title,
        "description": f"Cette page a été retirée : {plain_text(withdrawal.motif)}",
        "head": Markup('<meta name="robots" content="noindex">'),
        "corps": renderer.render("retrait.html", DEPTH_TWO, retrait=withdrawal),
    }
    yield Page(f"{folder}/{withdrawal.id}/index.html", frame.hang(slots), listed=False)
    if folder == "fiches":
        target = f"{DEPTH_TWO}fiches/{withdrawal.id}/"
        yield _redirect(f"f/{short_code(withdrawal.id)}", target, withdrawal.titre)
        for identifier in (withdrawal.id, *withdrawal.anciens_ids):
            yield _redirect(f"e/{short_code(identifier)}", target, withdrawal.titre)
    yield from _former_addresses(withdrawal, folder)


def _landings(facet: str, folder: str, renderer: Renderer, frame: Frame) -> Iterator[Page]:
    for term in renderer.catalogue.vocabularies[FACETS[facet]].termes:
        found = renderer.catalogue.by_facet[facet].get(term.code, [])
        path = f"{folder}/{term.code}/"
        title = f"{term.libelle} ({term.code})" if facet == "territoires" and term.code[0].isdigit() else term.libelle
        body = renderer.render("terme.html", DEPTH_TWO, facette=facet, dossier=folder, mot=term, fiches=found)
        yield Page(
            path + "index.html",
            frame.hang(
                {
                    "titre": title,
                    "description": f"{term.definition} Pratiques d’insertion documentées : {len(found)}.",
                    "head": _head(renderer.site_url, path, title, "website"),
                    "corps": body,
                }
            ),
        )


def _head(site_url: str, path: str, title: str, kind: str) -> Markup:
    lines = [
        Markup('<meta property="og:title" content="{}">').format(title),
        Markup('<meta property="og:type" content="{}">').format(kind),
    ]
    if site_url:
        address = site_url.rstrip("/") + "/" + path
        lines.append(Markup('<link rel="canonical" href="{}">').format(address))
        lines.append(Markup('<meta property="og:url" content="{}">').format(address))
    return Markup("\n  ").join(lines)


def _redirect(folder: str, target: str, title: str) -> Page:
    return Page(
        f"{folder}/index.html",
        Markup(
            '<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n<title>{0} – Essaim</title>\n'
            '<meta name="viewport" content="width=device-width,initial-scale=1">\n<meta name="robots" content="noindex">\n<link rel="icon" href="data:,">\n'
            '<meta http-equiv="refresh" content="0; url={1}">\n</head>\n'
            '<body>\n<main>\n<h1>Cette page a une autre adresse</h1>\n<p><a href="{1}">{0}</a></p>\n</main>\n</body>\n</html>\n'
        ).format(title, target),
        listed=False,
    )


def fill_page(page: str, path: Path, renderer: Renderer) -> str:
    """A hand-written page with its slots filled. `path` is from the site's root."""
    root = "../" * (len(path.parts) - 1) or "./"

    def render(slot: str) -> str:
        name, _, argument = slot.partition(":")
        return str(renderer.render(f"emplacements/{name}.html", root, argument=argument, regles=statements))

    return fill(page, render)


def sitemap(addresses: list[str], site_url: str) -> str:
    """The list of pages for search engines; empty of addresses while the site has none of its own."""
    base = site_url.rstrip("/")
    entries = "".join(f"<url><loc>{escape(base + '/' + address)}</loc></url>\n" for address in addresses if base)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
