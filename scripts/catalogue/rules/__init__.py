"""The rules of a good entry. A rule is a generator: it yields every fault and never stops at the first.

Its name, dashed, is its id; its docstring is its line on the public page of rules. The runner adds file and line.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from catalogue.catalogue import Catalogue
from catalogue.model import Entry
from catalogue.problems import Fault, Severity
from catalogue.related import Neighbours


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at beside the entry itself."""

    catalogue: Catalogue
    """Every entry well enough formed to be linked to, faulty ones included."""
    today: date
    neighbours: Neighbours


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
