"""HTML → PDF: the only module that names WeasyPrint. It reads our own assets and nothing else, neither disk nor network.

The fonts come with two packages, so that a sheet takes the same room, and makes the same file, on every machine.
"""

import importlib.util
import re
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from catalogue.documents import Document
from catalogue.rendering import TEMPLATES
from catalogue.short_links import qr_svg

BASE = "https://essaim.invalid/"
"""Where documents believe they are: a name that no network can know (RFC 2606)."""
ASSETS = TEMPLATES.parent / "assets"
STYLES = ASSETS / "essaim" / "css"
FONTS = {
    "Source Sans Pro": ("font_source_sans_pro", "SourceSansPro"),
    "Source Serif Pro": ("font_source_serif_pro", "SourceSerifPro"),
}
FACES = (("Regular", 400, "normal"), ("It", 400, "italic"), ("Semibold", 600, "normal"), ("Bold", 700, "normal"))


class PrinterMissingError(Exception):
    """WeasyPrint cannot load the system libraries it draws text with."""


@cache
def weasyprint() -> Any:
    """The library, loaded when first needed. Raises PrinterMissingError where Pango is not installed."""
    try:
        # On failure the library also prints a page of advice, in English, and not ours.
        with redirect_stdout(StringIO()):
            return importlib.import_module("weasyprint")
    except OSError as error:
        raise PrinterMissingError(str(error).splitlines()[0]) from error


@cache
def font_files() -> dict[str, Path]:
    """The files of our fonts by name. Raises ModuleNotFoundError when their packages are not installed."""
    found = {}
    for package, stem in FONTS.values():
        spec = importlib.util.find_spec(package)
        if spec is None or spec.origin is None:
            raise ModuleNotFoundError(package)
        for face, _, _ in FACES:
            name = f"{stem}-{face}.ttf"
            found[name] = Path(spec.origin).parent / "files" / name
    return found


def font_faces() -> str:
    """The fonts as a style sheet."""
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{style};src:url({BASE}polices/{stem}-{face}.ttf)}}'
        for family, (_, stem) in FONTS.items()
        for face, weight, style in FACES
    )


def asset(address: str, site_url: str) -> tuple[bytes, str]:
    """The bytes and the type of what a document may show. Raises PermissionError for any other address."""
    path = address.removeprefix(BASE)
    if path == address or urlsplit(address).query:
        raise PermissionError(address)
    if code := re.fullmatch(r"f/([2-9A-Z]{5})/qr\.svg", path):
        return qr_svg(f"{site_url.rstrip('/')}/f/{code[1]}/", f"Code {code[1]}").encode(), "image/svg+xml"
    if path.startswith("polices/") and (font := font_files().get(path.removeprefix("polices/"))):
        return font.read_bytes(), "font/ttf"
    file = (ASSETS.parent / path).resolve()
    if file.suffix == ".svg" and file.is_relative_to(ASSETS) and file.is_file():
        return file.read_bytes(), "image/svg+xml"
    raise PermissionError(address)


class Printer:
    """Style sheets and fonts read once, then as many documents as wanted."""

    def __init__(self, site_url: str) -> None:
        library = weasyprint()
        fonts = importlib.import_module("weasyprint.text.fonts")
        urls = importlib.import_module("weasyprint.urls")

        class Fetcher(urls.URLFetcher):  # type: ignore[misc, name-defined]
            """Refusing is fatal: a document that asks for anything else is a mistake of ours."""

            def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ARG002 - the library's signature
                try:
                    body, kind = asset(url, site_url)
                except PermissionError as error:
                    raise urls.FatalURLFetchingError(f"adresse refusée : {url}") from error
                return urls.URLFetcherResponse(url, body, {"Content-Type": kind})

        self._html, self._css = library.HTML, library.CSS
        self._fonts, self._fetcher = fonts.FontConfiguration(), Fetcher()
        self._faces = self._sheet(font_faces(), BASE)
        self._styles: dict[str, Any] = {}

    def pdf(self, document: Document) -> bytes:
        """A document as a tagged PDF (PDF/UA-1). The same document always gives the same bytes."""
        styles = [self._style(name) for name in document.styles]
        page = self._html(string=document.html, base_url=BASE, url_fetcher=self._fetcher)
        out: bytes = page.write_pdf(stylesheets=[self._faces, *styles], font_config=self._fonts, pdf_variant="pdf/ua-1")
        return out

    def _style(self, name: str) -> Any:
        if name not in self._styles:
            text = (STYLES / f"{name}.css").read_text(encoding="utf-8")
            self._styles[name] = self._sheet(text, f"{BASE}assets/essaim/css/")
        return self._styles[name]

    def _sheet(self, text: str, base: str) -> Any:
        return self._css(string=text, base_url=base, font_config=self._fonts, url_fetcher=self._fetcher)
