"""A PDF as its reader meets it: lines with their place in millimetres, structure, pictures of its pages."""

import re
import zlib
from collections.abc import Iterator
from ctypes import POINTER, c_uint, c_ushort, cast, create_string_buffer
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp
from PIL.Image import Image

MILLIMETRES = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text of one font on one line, and its box from the page's top left corner, in millimetres."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Line", tolerance: float) -> bool:
        """Whether the two boxes share more than `tolerance` millimetres both ways."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > tolerance and down > tolerance


class Pdf:
    """A document's pages, numbered from 0."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.document = pypdfium2.PdfDocument(content)

    def __len__(self) -> int:
        return len(self.document)

    def text(self, page: int, foot: float = 0) -> str:
        """The page's words, without the lowest `foot` millimetres."""
        text = self.document[page].get_textpage()
        return str(text.get_text_bounded(bottom=foot / MILLIMETRES) if foot else text.get_text_range())

    def lines(self, page: int) -> list[Line]:
        sheet = self.document[page]
        height = sheet.get_height()
        text = sheet.get_textpage()
        found = []
        for rank in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(rank)
            words = text.get_text_bounded(left, bottom, right, top).strip()
            box = (left, height - top, right, height - bottom)
            found.append(Line(words, *(round(side * MILLIMETRES, 2) for side in box)))
        return found

    def image(self, page: int, dpi: int = 200) -> Image:
        picture: Image = self.document[page].render(scale=dpi / 72).to_pil()
        return picture

    def codes(self, page: int, dpi: int = 200) -> list[tuple[str, float, float]]:
        """What a scanner reads on the page as printed: the text, and the millimetres of the code's middle."""
        read = zxingcpp.read_barcodes(self.image(page, dpi).convert("L"))
        scale = 25.4 / dpi
        places = [(one.text, one.position.top_left, one.position.bottom_right) for one in read]
        return [(text, (a.x + b.x) / 2 * scale, (a.y + b.y) / 2 * scale) for text, a, b in places]

    def colours(self, page: int) -> Iterator[tuple[str, tuple[int, int, int], tuple[float, float, float, float]]]:
        """Every sign, the colour it is drawn in, and its box (left, bottom, right, top) in points."""
        text = self.document[page].get_textpage()
        whole = text.get_text_range()
        shades = [c_uint() for _ in range(4)]
        for rank, sign in enumerate(whole):
            if not sign.strip():
                continue
            if pdfium.FPDFText_GetFillColor(text, rank, *shades):
                red, green, blue, _ = (shade.value for shade in shades)
                yield sign, (red, green, blue), text.get_charbox(rank)

    @cached_property
    def title(self) -> str:
        return str(self.document.get_metadata_dict()["Title"])

    @cached_property
    def language(self) -> str:
        size = pdfium.FPDFCatalog_GetLanguage(self.document, None, 0)
        buffer = create_string_buffer(size)
        pdfium.FPDFCatalog_GetLanguage(self.document, cast(buffer, POINTER(c_ushort)), size)
        return buffer.raw.decode("utf-16-le").rstrip("\0")

    @cached_property
    def claims(self) -> str:
        """The XMP metadata: what the file says it conforms to."""
        streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", self.content, re.DOTALL)
        return "".join(text for one in streams if "xmpmeta" in (text := _inflated(one)))

    def structure(self) -> list[tuple[str, str]]:
        """Every tag in reading order with its alternative text."""
        return [one for page in self.document for one in _tags_of(page)]


def _inflated(stream: bytes) -> str:
    try:
        return zlib.decompress(stream).decode("utf-8", "replace")
    except zlib.error:
        return stream.decode("utf-8", "replace")


def _tags_of(page: Any) -> Iterator[tuple[str, str]]:
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    waiting = [
        pdfium.FPDF_StructTree_GetChildAtIndex(tree, rank) for rank in range(pdfium.FPDF_StructTree_CountChildren(tree))
    ]
    while waiting:
        element = waiting.pop(0)
        if not element:
            continue
        yield _words(pdfium.FPDF_StructElement_GetType, element), _words(pdfium.FPDF_StructElement_GetAltText, element)
        count = max(pdfium.FPDF_StructElement_CountChildren(element), 0)
        waiting[:0] = [pdfium.FPDF_StructElement_GetChildAtIndex(element, rank) for rank in range(count)]


def _words(read: Any, element: Any) -> str:
    size = read(element, None, 0)
    buffer = create_string_buffer(size)
    read(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def faint_colours(pdf: Pdf, page: int) -> set[tuple[int, int, int]]:
    """Colours of text that do not stand out from what is printed under them (WCAG 2.2, 1.4.3: 4.5 at least)."""
    scale = 100 / 72
    picture = pdf.image(page, 100).convert("RGB")
    height = picture.height / scale
    weak = set()
    last = None
    for rank, (_, colour, (left, bottom, right, top)) in enumerate(pdf.colours(page)):
        if colour == last and rank % 8:  # one sign in eight, and the first of each colour
            continue
        last = colour
        box = (left - 3, height - top - 3, right + 3, height - bottom + 3)
        x, y, x2, y2 = (int(side * scale) for side in box)
        background: Any = max(picture.crop((x, y, x2, y2)).getcolors(100_000) or [])[1]
        if contrast(colour, background) < 4.5:
            weak.add(colour)
    return weak


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: tuple[int, ...]) -> float:
    parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
