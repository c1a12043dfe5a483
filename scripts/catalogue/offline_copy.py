"""A workshop and its sheets as pages that open from a USB key: relative links, no script, nothing to download."""

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup

from catalogue.markup import plain_text
from catalogue.model import Workshop
from catalogue.rendering import Renderer

ROOT = "../../"
SITE = "https://essaim.invalid/"
"""Where pages believe they are while their links are resolved: a name no network can know (RFC 2606)."""
_PICTURE = re.compile(r'<img src="([^"]*)"')
_LINK = re.compile(r'<a\b([^>]*?) href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """A style sheet that goes along."""

    nom: str
    contenu: bytes
    papier: bool = False
    """For print alone."""


def offline_copy(
    workshop: Workshop, renderer: Renderer, styles: Sequence[StyleSheet], documents: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The files of the copy, `index.html` first. `documents`: path from the site's root → contents of PDFs."""
    sheets = list(dict.fromkeys(one for sequence in workshop.sequences for one in sequence.fiches))
    here = {f"ateliers/{workshop.id}/": "index.html"}
    here |= {f"fiches/{identifier}/": f"fiches/{identifier}.html" for identifier in sheets}
    here |= {path: place(path) for path in documents}
    copy = _Copy(renderer, styles, here)
    body = renderer.render("atelier.html", ROOT, atelier=workshop, hors_ligne=True)
    pages = {"index.html": copy.page(f"ateliers/{workshop.id}/", plain_text(workshop.titre), body)}
    for identifier in sheets:
        practice = renderer.catalogue.practices[identifier]
        path = f"fiches/{identifier}/"
        pages[here[path]] = copy.page(path, plain_text(practice.titre), renderer.sheet(practice, ROOT))
    return (
        pages
        | {f"styles/{one.nom}": one.contenu for one in styles}
        | {here[path]: contents for path, contents in documents.items()}
    )


def place(path: str) -> str:
    """Where a document of the site lies among a trainer's files: PDFs of sheets apart from the workshop's, which a sheet's id could imitate."""
    folder, owner, name = path.split("/")
    if name == "qr.svg":
        return f"images/{owner}.svg"
    return f"documents/fiches/{name}" if folder == "fiches" else f"documents/{name}"


@dataclass(frozen=True, slots=True)
class _Copy:
    renderer: Renderer
    styles: Sequence[StyleSheet]
    here: Mapping[str, str]
    """Path on the site → path in the copy."""

    def page(self, path: str, title: str, body: str) -> bytes:
        own = self.here[path]
        text = self.renderer.environment.get_template("copie/page.html").render(
            titre=title, corps=self._relocated(body, path), dossier="../" * own.count("/"), feuilles=self.styles
        )
        return text.encode()

    def _relocated(self, body: str, path: str) -> Markup:
        """The body with each link led to the copy, else to the site, else undone: words alone remain."""

        def relocate(match: re.Match[str]) -> str:
            before, address, after, words = match.groups()
            target = self._target(address, path)
            return (
                f'<a{before} href="{target}"{after}>{words}</a>' if target else f"<span{before}{after}>{words}</span>"
            )

        pictured = _PICTURE.sub(lambda match: f'<img src="{self._target(match[1], path)}"', body)
        return Markup(_LINK.sub(relocate, pictured))  # noqa: S704 - autoescaped by the environment

    def _target(self, address: str, path: str) -> str:
        if address.startswith("#") or urlsplit(address).scheme:
            return address
        resolved = urljoin(SITE + path, address).removeprefix(SITE)
        route, _, anchor = resolved.partition("#")
        if found := self.here.get(route.partition("?")[0]):
            return posixpath.relpath(found, posixpath.dirname(self.here[path]) or ".") + (anchor and f"#{anchor}")
        return self.renderer.site_url.rstrip("/") + "/" + resolved if self.renderer.site_url else ""
