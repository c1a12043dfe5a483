"""An id is a promise: it is well formed and never taken twice."""

import re
from collections.abc import Iterator

from catalogue.codes import short_code
from catalogue.model import Entry, Practice
from catalogue.phrases import fault
from catalogue.problems import Fault, quoted
from catalogue.rules import Context, rule

IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
IDENTIFIER_SHORTEST = 3
IDENTIFIER_LIMIT = 60


def is_identifier(text: str) -> bool:
    return bool(IDENTIFIER.fullmatch(text)) and IDENTIFIER_SHORTEST <= len(text) <= IDENTIFIER_LIMIT


@rule
def ancien_identifiant(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un ancien identifiant est bien formé et n’est celui d’aucune fiche actuelle."""
    if not isinstance(entry, Practice):
        return
    for position, old in enumerate(entry.anciens_ids):
        if not is_identifier(old):
            yield fault(("anciens_ids", position), "ancien-identifiant/forme", ancien=quoted(old))
        elif old in context.catalogue.practices:
            yield fault(("anciens_ids", position), "ancien-identifiant/actuelle", ancien=old)
        elif (first := context.catalogue.first_of_former_id[old]) != entry.id:
            yield fault(("anciens_ids", position), "ancien-identifiant/pris", ancien=old, premiere=first)


@rule
def code_court_en_collision(entry: Entry, context: Context) -> Iterator[Fault]:
    """Le code court d’une fiche, tiré de son identifiant, n’est celui d’aucune autre."""
    if isinstance(entry, Practice):
        owner = context.catalogue.by_code.get(short_code(entry.id), entry.id)
        if owner != entry.id:
            yield fault((), "code-court-en-collision", code=short_code(entry.id), autre=owner)
