"""Every rule a sheet can break, with its sentence: what the public page of rules lists."""

from dataclasses import dataclass

from catalogue.loading import FILE_RULES
from catalogue.nodes import READING_RULES
from catalogue.problems import Severity
from catalogue.rules import RULES
from catalogue.shaping import SHAPE_RULES


@dataclass(frozen=True, slots=True)
class Statement:
    id: str
    text: str
    family: str
    severity: Severity


def statements() -> list[Statement]:
    """In the order a file is read: the file, its writing, its shape, its meaning."""
    families = (("Le fichier", FILE_RULES), ("L’écriture", READING_RULES), ("La forme", SHAPE_RULES))
    found = [
        Statement(name, text, family, Severity.ERROR) for family, rules in families for name, text in rules.items()
    ]
    return found + [Statement(rule.id, rule.statement, "Le fond", rule.severity) for rule in RULES.values()]
