"""An id is a promise: it is well formed and never taken twice."""

import re
from collections.abc import Iterator

from catalogue.codes import short_code
from catalogue.model import Entry, Practice, Withdrawal
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
    for position, old in enumerate(entry.anciens_ids):
        path = ("anciens_ids", position)
        if not is_identifier(old):
            yield fault(path, "ancien-identifiant/forme", ancien=quoted(old))
        elif old in context.catalogue.withdrawals:
            yield fault(path, "ancien-identifiant/retire", ancien=old)
        elif old in context.catalogue.entries:
            yield fault(path, "ancien-identifiant/actuelle", ancien=old)
        elif (first := context.catalogue.first_of_former_id[old]) != entry.id:
            yield fault(path, "ancien-identifiant/pris", ancien=old, premiere=first)


@rule
def code_court_en_collision(entry: Entry, context: Context) -> Iterator[Fault]:
    """Le code court d’une fiche, tiré de son identifiant, n’est celui d’aucune autre, actuelle, ancienne ou retirée."""
    if not isinstance(entry, Practice) and not (isinstance(entry, Withdrawal) and entry.etait == "fiche"):
        return
    places = {(): entry.id} | {("anciens_ids", position): old for position, old in enumerate(entry.anciens_ids)}
    for path, identifier in places.items():
        code = short_code(identifier)
        owner = context.catalogue.owner_of_code.get(code, identifier)
        if owner != identifier:
            phrase = "code-court-en-collision/ancien" if path else "code-court-en-collision"
            yield fault(path, phrase, code=code, autre=owner)
