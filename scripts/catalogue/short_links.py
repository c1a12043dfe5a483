"""What leads from paper to a sheet: its short permanent address, and the QR code that holds it."""

from functools import lru_cache
from io import BytesIO

import segno

from catalogue.codes import short_code

QUIET_ZONE = 4
"""White modules around a QR code, and the level below: what ISO/IEC 18004 asks, and 15 % of damage repaired."""
LEVEL = "m"


def short_address(site_url: str, identifier: str) -> str:
    """The absolute permanent address of a sheet; empty while the site's own address is unknown."""
    return f"{site_url.rstrip('/')}/f/{short_code(identifier)}/" if site_url else ""


def workshop_address(site_url: str, identifier: str) -> str:
    """The absolute address of a workshop; empty while the site's own address is unknown."""
    return f"{site_url.rstrip('/')}/ateliers/{identifier}/" if site_url else ""


def without_scheme(address: str) -> str:
    """An address as paper shows it and a hand types it."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


@lru_cache(maxsize=128)
def qr_svg(address: str, title: str) -> str:
    """The QR code of `address` as an SVG file, black on white, scaled by whoever shows it."""
    code = segno.make(address, error=LEVEL, micro=False, boost_error=False)
    out = BytesIO()
    code.save(
        out,
        kind="svg",
        border=QUIET_ZONE,
        dark="#000",
        light="#fff",
        title=title,
        svgclass=None,
        lineclass=None,
        omitsize=True,
        xmldecl=False,
    )
    return out.getvalue().decode()
