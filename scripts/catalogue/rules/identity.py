"""An id is a promise: it is well formed and never taken twice."""

import re
from collections.abc import Iterator

from catalogue.codes import short_code
from catalogue.model import Entry, Practice, Withdrawal
from catalogue.problems import Fault, quoted
from catalogue.rules import Context, rule

IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
IDENTIFIER_LIMIT = 60


def is_identifier(text: str) -> bool:
    return bool(IDENTIFIER.fullmatch(text)) and 3 <= len(text) <= IDENTIFIER_LIMIT


@rule
def ancien_identifiant(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un ancien identifiant est bien formé et n’est celui d’aucune fiche actuelle."""
    for position, old in enumerate(entry.anciens_ids):
        if not is_identifier(old):
            yield Fault(("anciens_ids", position), f"{quoted(old)} est mal formé", "minuscules, chiffres et tirets")
        elif old in context.catalogue.withdrawals:
            remedy = "gardez l’un des deux : l’ancien identifiant, ou le fichier de retirees"
            yield Fault(("anciens_ids", position), f"« {old} » est aussi dit retiré", remedy)
        elif old in context.catalogue.entries:
            yield Fault(("anciens_ids", position), f"« {old} » est une fiche actuelle", "retirez-le d’ici")
        elif (first := context.catalogue.first_of_former_id[old]) != entry.id:
            message = f"« {old} » est déjà l’ancien identifiant de « {first} »"
            yield Fault(("anciens_ids", position), message, "gardez-le dans une seule des deux")


@rule
def code_court_en_collision(entry: Entry, context: Context) -> Iterator[Fault]:
    """Le code court d’une fiche, tiré de son identifiant, n’est celui d’aucune autre, actuelle, ancienne ou retirée."""
    if not isinstance(entry, Practice) and not (isinstance(entry, Withdrawal) and entry.etait == "fiche"):
        return
    places = {(): entry.id} | {("anciens_ids", position): old for position, old in enumerate(entry.anciens_ids)}
    for path, identifier in places.items():
        code = short_code(identifier)
        owner = context.catalogue.by_code.get(code, identifier)
        if owner != identifier:
            remedy = "retirez-le d’ici" if path else "changez le nom du fichier"
            yield Fault(path, f"Le code court {code} sert déjà à « {owner} »", remedy)
