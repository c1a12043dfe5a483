"""What is wrong with a file, where, and how to put it right; and the three ways of printing it."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum

Path = tuple[str | int, ...]
"""Where a fault lies inside a sheet: keys and 0-based list positions, from the root."""

# GitHub keeps 10 errors and 10 warnings a step; the rest is in the log and the summary.
# Source: https://github.com/actions/toolkit/discussions/734
ANNOTATIONS_PER_LEVEL = 10
ECHO_LIMIT = 60
"""Characters of what a contributor wrote that a message repeats: enough to find it."""

# Line breaks and commands would cut a message in two; surrogates (an undecodable file name) cannot be printed; the
# bidirectional marks would turn it around.
BREAK = re.compile("\\s*[\x00-\x1f\x7f-\x9f\u2028\u2029]+\\s*")
UNPRINTABLE = re.compile("[\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Severity(StrEnum):
    ERROR = "erreur"
    WARNING = "avertissement"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault as a rule sees it: a place in the sheet, a sentence, a remedy. The runner adds file, line and rule."""

    path: Path
    message: str
    remedy: str
    on_key: bool = False
    """Point at the key rather than at its value."""
    phrase: str = field(default="", compare=False, repr=False)
    """What it was told with, so that it can be told otherwise."""
    values: Mapping[str, object] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One line of the contract. `ligne` and `colonne` are 1-based, in characters."""

    fichier: str
    ligne: int
    colonne: int
    regle: str
    gravite: Severity
    message: str
    remede: str

    def text(self) -> str:
        return f"{self.fichier}:{self.ligne}:{self.colonne}: [{self.regle}] {self.message} ; {self.remede}"


def quoted(text: str) -> str:
    """What was written, as a message repeats it: « … », cut when it is long."""
    return f"« {cut(text)} »"


def cut(text: str) -> str:
    """The beginning of a text, as long as a message may repeat."""
    return text if len(text) <= ECHO_LIMIT else text[:ECHO_LIMIT].rstrip() + "…"


def one_line(text: str) -> str:
    """`text` as it can be printed: on one line, with no character that acts on a terminal."""
    return UNPRINTABLE.sub("\ufffd", BREAK.sub(" ", text))


def _printable(problems: Iterable[Problem]) -> list[Problem]:
    return [
        replace(one, fichier=one_line(one.fichier), message=one_line(one.message), remede=one_line(one.remede))
        for one in problems
    ]


def is_blocking(problems: Iterable[Problem]) -> bool:
    """A warning informs; only an error makes a corpus invalid."""
    return any(problem.gravite is Severity.ERROR for problem in problems)


def as_text(problems: Iterable[Problem]) -> str:
    return "\n".join(
        problem.text() + (" (avertissement)" if problem.gravite is Severity.WARNING else "")
        for problem in _printable(problems)
    )


def as_json(problems: Iterable[Problem]) -> str:
    return json.dumps([asdict(problem) for problem in _printable(problems)], ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands, errors first, capped at what GitHub shows, then every problem in plain text."""
    ordered = sorted(_printable(problems), key=lambda problem: (problem.gravite, problem))
    lines: list[str] = []
    for severity, command in ((Severity.ERROR, "error"), (Severity.WARNING, "warning")):
        of_level = [problem for problem in ordered if problem.gravite is severity]
        lines += [_annotation(command, problem) for problem in of_level[:ANNOTATIONS_PER_LEVEL]]
        if len(of_level) > ANNOTATIONS_PER_LEVEL:
            lines.append(f"{len(of_level) - ANNOTATIONS_PER_LEVEL} de plus ({severity}) : liste entière ci-dessous.")
    # A sheet's words must never be read as a workflow command, even in the plain list.
    lines += [_COMMAND.sub(r"\1 ", problem.text()) for problem in ordered]
    return "\n".join(lines)


# `::error::` and the older `##[error]`: https://github.com/actions/runner, ActionCommand.cs.
_COMMAND = re.compile(r"(:(?=:)|##(?=\[))")


def _annotation(command: str, problem: Problem) -> str:
    properties = {
        "file": problem.fichier,
        "line": str(problem.ligne),
        "col": str(problem.colonne),
        "title": problem.regle,
    }
    listed = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    return f"::{command} {listed}::{_escape_data(f'{problem.message} ; {problem.remede}')}"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
