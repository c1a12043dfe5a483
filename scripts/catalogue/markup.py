"""Sheet text → HTML. Text is text: all is escaped but a few marks, and links go to the web alone.

Long texts take paragraphs, lists, emphasis and links; short ones nothing. Both take source marks, `[s1]`, and have
the field's acronyms explained at their first use.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

from catalogue.fields import SOURCE_MARK
from catalogue.typography import french

ALLOWED = ("paragraph", "list", "emphasis", "link", "newline", "escape", "balance_pairs", "fragments_join")
MARKS = re.compile(r"\*+|\[([^\]]+)\]\([^)]*\)")
"""What a text without marks loses, but for the words of a link."""
SCHEMES = ("http", "https", "mailto")


@dataclass(frozen=True, slots=True)
class Acronym:
    """An entry of the glossary: what is written, what it stands for, and its anchor's address from the site's root."""

    written: str
    stands_for: str
    address: str


@dataclass(slots=True)
class Writer:
    """Writes the texts of one page, in reading order: it remembers which acronyms it has explained already."""

    root: str
    """Relative path to the site's root, like `../../`."""
    acronyms: Mapping[str, Acronym]
    pattern: re.Pattern[str] | None
    """Finds the acronyms in a text."""
    source_numbers: Mapping[str, int]
    """Source id → its number on the page."""
    explained: set[str] = field(default_factory=set)

    def short(self, text: str) -> Markup:
        """A one-line text: escaped, with its source marks and acronyms."""
        return Markup("").join(self.pieces(" ".join(text.split())))

    def long(self, text: str) -> Markup:
        """A text in restricted Markdown, as paragraphs and lists."""
        tokens = _MARKDOWN.parse(text)
        return Markup(  # noqa: S704 - markdown-it escapes all but the marks allowed above
            _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {"writer": self})
        )

    def pieces(self, text: str) -> list[Markup]:
        """A text cut at its source marks, each piece escaped."""
        pieces: list[Markup] = []
        position = 0
        for match in SOURCE_MARK.finditer(text):
            if match[1] in self.source_numbers:
                pieces += [self._words(text[position : match.start()]), self._citation(match[1])]
                position = match.end()
        return [*pieces, self._words(text[position:])]

    def _citation(self, identifier: str) -> Markup:
        number = self.source_numbers[identifier]
        return Markup('<sup class="renvoi"><a href="#source-{}" aria-label="Source {}">{}</a></sup>').format(
            number, number, number
        )

    def _words(self, text: str) -> Markup:
        text = french(text)
        if not self.pattern:
            return escape(text)
        pieces: list[Markup] = []
        position = 0
        for match in self.pattern.finditer(text):
            if match[0] in self.explained:
                continue
            self.explained.add(match[0])
            pieces += [escape(text[position : match.start()]), self._acronym(self.acronyms[match[0]])]
            position = match.end()
        return Markup("").join([*pieces, escape(text[position:])])

    def _acronym(self, acronym: Acronym) -> Markup:
        return Markup('<a class="sigle" href="{}{}" data-bulle="{}">{}</a>').format(
            self.root, acronym.address, french(acronym.stands_for), acronym.written
        )


def acronym_pattern(acronyms: Mapping[str, Acronym]) -> re.Pattern[str] | None:
    """Finds whole acronyms, the longest first. None for an empty glossary."""
    if not acronyms:
        return None
    listed = "|".join(re.escape(word) for word in sorted(acronyms, key=len, reverse=True))
    return re.compile(rf"(?<![\w’'-])(?:{listed})(?![\w-])|(?<=[’'])(?:{listed})(?![\w-])")


def _safe_link(address: str) -> bool:
    try:
        return urlsplit(address).scheme in SCHEMES
    except ValueError:
        return False


def _text_rule(tokens: list[Token], index: int, _options: object, environment: Mapping[str, Writer]) -> str:
    """Inside a link an acronym would make a link in a link: there, words stay words."""
    writer, text = environment["writer"], tokens[index].content
    inside_link = sum({"link_open": 1, "link_close": -1}.get(token.type, 0) for token in tokens[:index])
    return str(escape(french(text))) if inside_link else str(Markup("").join(writer.pieces(text)))


def _renderer() -> MarkdownIt:
    markdown = MarkdownIt("zero").enable(list(ALLOWED))
    markdown.validateLink = _safe_link  # type: ignore[assignment, method-assign]
    renderer = cast("RendererHTML", markdown.renderer)
    renderer.rules["text"] = _text_rule  # type: ignore[assignment]
    return markdown


_MARKDOWN = _renderer()


def plain_text(text: str) -> str:
    """A text without marks, for descriptions, exports and comparison."""
    return french(SOURCE_MARK.sub("", " ".join(MARKS.sub(r"\1", text).split())))
