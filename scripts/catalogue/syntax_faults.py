"""Where a syntax error really lies: libyaml says where it gave up, the contributor's mistake is often elsewhere."""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from catalogue.source_text import ReadingFault, SourceText, reading_fault
from catalogue.syntax_messages import explain, points_at_opening

_BACKSLASH = "syntaxe-yaml/barre-inverse"
_SINGLE = "'"
_KEY_OR_DASH = re.compile(r"\n *(?:- |\w+:[ \n])")
_LONE_KEY = re.compile(r" *(?:- +)*\w+")
_STARTS_A_LINE = re.compile(r" *(?:- +)*")


@dataclass(frozen=True, slots=True)
class Stop:
    """Where libyaml gave up: its words, the indexes of its two marks, and the last event it had delivered."""

    source: SourceText
    problem: str
    context: str
    at: int
    opening: int
    """Where the unfinished thing opens; `at` when libyaml does not say."""
    last: Any

    @classmethod
    def of(cls, error: yaml.MarkedYAMLError, source: SourceText, last: Any) -> "Stop":
        # libyaml's marks have an index; the type published for them is that of PyYAML's own.
        marks: Any = (error.problem_mark, error.context_mark)
        at = marks[0].index if marks[0] else 0
        opening = marks[1].index if marks[1] else at
        return cls(source, error.problem or "", error.context or "", at, opening, last)

    def fault(self, index: int, phrase: str) -> ReadingFault:
        return reading_fault(phrase, self.source.mark(index))

    @property
    def last_start(self) -> int:
        return int(self.last.start_mark.index)

    @property
    def last_end(self) -> int:
        return int(self.last.end_mark.index)

    def follows_last(self) -> bool:
        """Whether nothing but spaces lies between the last event and here."""
        return self.last is not None and not self.source.text[self.last_end : self.at].strip(" ")


def syntax_fault(stop: Stop) -> ReadingFault:
    """The first reading of a syntax error that fits, from the most particular to libyaml's own."""
    for look in (_tab, _after_quote, _after_bracket, _swallowed_key, _backslash):
        if found := look(stop):
            return found
    index = stop.opening if points_at_opening(stop.problem, stop.context) else stop.at
    return stop.fault(index, explain(stop.problem, stop.context))


def _tab(stop: Stop) -> ReadingFault | None:
    """A tab where YAML wants spaces: right here, or in what aligns this line."""
    before = stop.source.line_before(stop.at)
    alignment = before[: len(before) - len(before.lstrip(" \t"))]
    if stop.source.text[stop.at : stop.at + 1] == "\t":
        index = stop.at
    elif "\t" in alignment:
        index = stop.at - len(before) + alignment.index("\t")
    else:
        return None
    return stop.fault(index, "tabulation")


def _after_quote(stop: Stop) -> ReadingFault | None:
    style = getattr(stop.last, "style", None)
    if not isinstance(stop.last, yaml.ScalarEvent) or style not in ("'", '"') or not stop.follows_last():
        return None
    start = stop.last_start
    # The quote that closed this text was to open another: whole lines lie between.
    if _KEY_OR_DASH.search(stop.source.text, start, stop.last_end):
        return stop.fault(start, "syntaxe-yaml/guillemet-ouvert")
    return stop.fault(stop.at, f"syntaxe-yaml/apres-guillemet-{'simple' if style == _SINGLE else 'double'}")


def _after_bracket(stop: Stop) -> ReadingFault | None:
    if not isinstance(stop.last, yaml.SequenceEndEvent | yaml.MappingEndEvent) or not stop.follows_last():
        return None
    closed = stop.source.text[stop.last_start : stop.last_end]
    if closed == "]":
        return stop.fault(stop.at, "syntaxe-yaml/apres-crochet")
    if closed == "}":
        return stop.fault(stop.at, "syntaxe-yaml/apres-accolade")
    return None


def _swallowed_key(stop: Stop) -> ReadingFault | None:
    """A text of several lines that runs into a key: the line above lacks its colon, or this one is too far right."""
    if "mapping values are not allowed" not in stop.problem or not _LONE_KEY.fullmatch(
        stop.source.line_before(stop.at)
    ):
        return None
    if not isinstance(stop.last, yaml.ScalarEvent) or stop.last_end != stop.at:
        return None
    start = stop.last_start
    if _STARTS_A_LINE.fullmatch(stop.source.line_before(start)):
        return stop.fault(start, "syntaxe-yaml/sans-deux-points")
    return stop.fault(stop.at, "syntaxe-yaml/alignement")


def _backslash(stop: Stop) -> ReadingFault | None:
    if explain(stop.problem, stop.context) != _BACKSLASH:
        return None
    return stop.fault(stop.source.text.rfind("\\", 0, stop.at + 1), _BACKSLASH)
