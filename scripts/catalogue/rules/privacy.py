"""No private person can be found through a sheet. What is looked for is in `demands.REFUSED`."""

from collections.abc import Iterator

from catalogue.demands import found
from catalogue.model import Entry
from catalogue.problems import Fault
from catalogue.rules import Context, rule


@rule
def courriel_personnel(entry: Entry, context: Context) -> Iterator[Fault]:
    """Aucune adresse électronique d’une personne : une boîte de service (contact@…) ou un formulaire."""
    yield from found("courriel-personnel", entry)


@rule
def telephone_portable(entry: Entry, context: Context) -> Iterator[Fault]:
    """Aucun numéro de téléphone portable."""
    yield from found("telephone-portable", entry)


@rule
def numero_securite_sociale(entry: Entry, context: Context) -> Iterator[Fault]:
    """Aucun numéro de sécurité sociale."""
    yield from found("numero-securite-sociale", entry)
