"""What a trainer takes away from a workshop, written beside its page: a cartridge for an LMS, a copy for a USB key."""

from pathlib import Path

from catalogue.archives import archive
from catalogue.cartridge import cartridge
from catalogue.codes import short_code
from catalogue.model import Workshop
from catalogue.offline_copy import StyleSheet, offline_copy
from catalogue.rendering import Renderer

OUR_STYLES = ("couleurs", "structure", "composants", "fiche", "atelier", "impression")


def write_packages(renderer: Renderer, site: Path) -> None:
    """For each workshop, `ID.zip` and, once the site's address is known, `ID.imscc`; PDFs already built go along."""
    styles = _styles(site)
    for workshop in renderer.catalogue.workshops.values():
        documents = _documents(workshop, site)
        folder = site / "ateliers" / workshop.id
        copy = offline_copy(workshop, renderer, styles, documents | _qr_codes(workshop, site))
        (folder / f"{workshop.id}.zip").write_bytes(archive(copy))
        if renderer.site_url:
            (folder / f"{workshop.id}.imscc").write_bytes(archive(cartridge(workshop, renderer, documents)))


def _styles(site: Path) -> tuple[StyleSheet, ...]:
    theme = next((site / "assets" / "stylesheets").glob("main.*.css"))
    ours = [site / "assets" / "essaim" / "css" / f"{name}.css" for name in OUR_STYLES]
    return (
        StyleSheet("theme.css", theme.read_bytes()),
        *(StyleSheet(path.name, path.read_bytes(), papier=path.stem == "impression") for path in ours),
    )


def _documents(workshop: Workshop, site: Path) -> dict[str, bytes]:
    """The PDFs of the workshop, then of its sheets, by path from the site's root. Single cards stay out: the deck has them."""
    found = sorted((site / "ateliers" / workshop.id).glob("*.pdf"))
    found += [path for one in _sheets(workshop) if (path := site / "fiches" / one / f"{one}.pdf").is_file()]
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def _qr_codes(workshop: Workshop, site: Path) -> dict[str, bytes]:
    """The QR codes of its sheets, where the site has them."""
    found = [site / "f" / short_code(one) / "qr.svg" for one in _sheets(workshop)]
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found if path.is_file()}


def _sheets(workshop: Workshop) -> list[str]:
    return list(dict.fromkeys(one for sequence in workshop.sequences for one in sequence.fiches))
