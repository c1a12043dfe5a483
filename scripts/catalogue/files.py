"""A file of the corpus: its node tree, how messages name it, and its faults stamped with their place."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from catalogue import nodes
from catalogue.nodes import Node
from catalogue.problems import Fault, Problem, Severity
from catalogue.source_text import ReadingFault

SHOWN_OF_A_RULE = 25
"""Problems of one rule shown for a file. The longest honest list is that of a sheet's missing keys: 23."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file and its tree; none when it cannot be read."""

    path: Path
    shown: str
    tree: Node | None
    faults: tuple[ReadingFault, ...]

    def reading_problems(self) -> Iterator[Problem]:
        for fault in self.faults:
            line, column = fault.mark.line, fault.mark.column
            yield Problem(self.shown, line, column, fault.rule, Severity.ERROR, fault.message, fault.remedy)

    def problem(self, rule: str, fault: Fault, severity: Severity = Severity.ERROR) -> Problem:
        """`fault` at its place in the file."""
        if self.tree is None:
            return file_problem(rule, self.path, fault.message, fault.remedy)
        mark = nodes.locate(self.tree, fault.path, on_key=fault.on_key)
        return Problem(self.shown, mark.line, mark.column, rule, severity, fault.message, fault.remedy)


def read_file(path: Path) -> ReadFile:
    """Reads no further than the longest file allowed."""
    with path.open("rb") as file:
        content = file.read(nodes.MAX_BYTES + 1)
    tree, faults = nodes.read(content)
    return ReadFile(path, shown(path), tree, tuple(faults))


def file_problem(rule: str, path: Path, message: str, remedy: str) -> Problem:
    """A problem with a file as a whole."""
    return Problem(shown(path), 1, 1, rule, Severity.ERROR, message, remedy)


def shown(path: Path) -> str:
    """A path as messages give it: from the current folder when it is below."""
    absolute = path.absolute()
    here = Path.cwd()
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else absolute.as_posix()


def abridged(problems: Iterable[Problem]) -> list[Problem]:
    """Sorted, each once, and no more than the first few of one rule in one file: a last line counts the others."""
    kept: list[Problem] = []
    ordered = sorted(set(problems))
    totals = Counter((one.fichier, one.regle) for one in ordered)
    met: Counter[tuple[str, str]] = Counter()
    for problem in ordered:
        of_a_kind = (problem.fichier, problem.regle)
        met[of_a_kind] += 1
        if met[of_a_kind] <= SHOWN_OF_A_RULE:
            kept.append(problem)
        elif met[of_a_kind] == SHOWN_OF_A_RULE + 1:
            left_out = totals[of_a_kind] - SHOWN_OF_A_RULE
            plural = "s" if left_out > 1 else ""
            message = f"Et {left_out} autre{plural} faute{plural} de cette sorte"
            kept.append(replace(problem, message=message, remede="corrigez d’abord celles-ci"))
    return kept
