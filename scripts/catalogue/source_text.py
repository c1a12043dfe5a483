"""A file's bytes → its text: encoding, line numbers as editors count them, characters that have no place in a sheet."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from catalogue.phrases import told

CHARACTERS_SHOWN = 5
"""Faulty characters of one kind come by the hundred, from one bad copy: the first few show where, a last line counts."""
NULS_OF_UTF_16 = 0.25
"""Share of nul characters beyond which a file is UTF-16 without its mark: French in UTF-16 is half nuls."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# Bidirectional marks, overrides and isolates (CVE-2021-42574), then characters that print nothing at all. Joiners and
# variation selectors are left out: emojis are made of them.
INVISIBLE = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
    "\u00ad\u034f\u115f\u1160\u180e\u200b\u2060-\u2065\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
"""What ends a line elsewhere: in Word, Shift+Enter is \x0b."""
_LINE_BREAK = re.compile(r"\r\n?|\n")


def cleaned(text: str) -> str:
    """A text typed or pasted, without what nobody meant: one sort of line end, no tab, nothing that commands or hides.

    A file is never cleaned: there, such a character is told, with its place.
    """
    plain = LINE_END.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", " ")
    return INVISIBLE.sub("", CONTROL.sub("", plain))


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file: 1-based line and column, in characters."""

    line: int
    column: int


START = Mark(1, 1)


@dataclass(frozen=True, slots=True)
class ReadingFault:
    """A fault met before there is any sheet to speak of; `rule` is one of `nodes.READING_RULES`."""

    rule: str
    mark: Mark
    message: str
    remedy: str


def reading_fault(phrase: str, mark: Mark, **values: object) -> ReadingFault:
    """The fault told by a phrase of `phrases.PHRASES`, whose name begins with the rule's id."""
    return ReadingFault(phrase.split("/", maxsplit=1)[0], mark, *told(phrase, values))


@dataclass(frozen=True)
class SourceText:
    """The text of a file. libyaml also breaks lines at U+0085 and U+2028; editors do not, so only its indexes are used."""

    text: str

    def mark(self, index: int) -> Mark:
        """Where the character at `index` stands."""
        line = bisect_right(self._line_starts, index)
        return Mark(line, index - self._line_starts[line - 1] + 1)

    def line_before(self, index: int) -> str:
        """The line of the character at `index`, up to it."""
        return self.text[self._line_starts[bisect_right(self._line_starts, index) - 1] : index]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]


def decode(content: bytes) -> SourceText | ReadingFault:
    """The text of a file in UTF-8, its byte order mark left out."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = SourceText(content[: error.start].decode("utf-8", "replace"))
        return _encoding_fault(before.mark(len(before.text)))
    if text.count("\0") > NULS_OF_UTF_16 * len(text):
        return _encoding_fault(START)
    return SourceText(text)


def _encoding_fault(mark: Mark) -> ReadingFault:
    return reading_fault("encodage", mark)


def forbidden_characters(source: SourceText) -> list[ReadingFault]:
    """The control and invisible characters of a file: the first few of each kind, then how many more."""
    found: list[ReadingFault] = []
    for rule, kind in groupby(_forbidden(source.text), key=lambda one: one.rule):
        of_kind = list(kind)
        found += [one.fault(source.mark(one.index)) for one in of_kind[:CHARACTERS_SHOWN]]
        if left_out := of_kind[CHARACTERS_SHOWN:]:
            plural = "s" if len(left_out) > 1 else ""
            found.append(reading_fault(f"{rule}/suite", source.mark(left_out[0].index), nombre=len(left_out), s=plural))
    return found


def faults_of_value(value: str, mark: Mark) -> list[ReadingFault]:
    """The forbidden characters of a value once read: between double quotes they can be written as codes."""
    found = (one.fault(mark) for one in _forbidden(value))
    return list(dict.fromkeys(found))[:CHARACTERS_SHOWN]


@dataclass(frozen=True, slots=True)
class _Forbidden:
    index: int
    rule: str
    sign: str

    def fault(self, mark: Mark) -> ReadingFault:
        phrase = "caractere-interdit/nul" if self.sign == "\0" else self.rule
        return reading_fault(phrase, mark, code=f"{ord(self.sign):04X}")


def _forbidden(text: str) -> Iterator[_Forbidden]:
    for rule, pattern in (("caractere-interdit", CONTROL), ("caractere-invisible", INVISIBLE)):
        yield from (_Forbidden(match.start(), rule, match[0]) for match in pattern.finditer(text))
