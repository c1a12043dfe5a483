"""The rules of a good entry. A rule is a generator: it yields every fault and never stops at the first.

Its name, dashed, is its id; its docstring is its line on the public page of rules. The runner adds file and line.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from catalogue.catalogue import Catalogue
from catalogue.model import Entry, Practice
from catalogue.problems import Fault, Severity
from catalogue.related import Neighbours


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at beside the entry itself."""

    catalogue: Catalogue
    """Every entry well enough formed to be looked at, faulty ones included."""
    sheet_names: frozenset[str]
    """The names of the files of sheets, in lower case: a sheet too faulty to be looked at exists all the same."""
    today: date
    neighbours: Neighbours

    def knows(self, vocabulary: str, code: str) -> bool:
        """Whether `code` is a term. What hangs on an unknown one is not judged: its own fault is enough."""
        return code in self.catalogue.vocabularies[vocabulary]

    def is_past_seed(self, practice: Practice) -> bool:
        """Whether all the questions of the model are asked of `practice`."""
        return self.knows("statuts", practice.statut) and not practice.is_seed


Check = Callable[[Entry, Context], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    check: Check
    severity: Severity

    @property
    def id(self) -> str:
        return self.check.__name__.replace("_", "-")

    @property
    def statement(self) -> str:
        return " ".join((self.check.__doc__ or "").split())


RULES: dict[str, Rule] = {}


def _register(check: Check, severity: Severity) -> Check:
    rule = Rule(check, severity)
    RULES[rule.id] = rule
    return check


def rule(check: Check) -> Check:
    """Registers a rule whose faults block publication."""
    return _register(check, Severity.ERROR)


def advice(check: Check) -> Check:
    """Registers a rule whose faults are shown and block nothing."""
    return _register(check, Severity.WARNING)


from catalogue.rules import dates, editorial, evidence, identity, links, privacy, size, wording  # noqa: E402, F401 - they register themselves
