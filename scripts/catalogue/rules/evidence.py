"""A level of evidence is carried by results and sources, or it is lower. The rows are in `demands.DEMANDS`."""

from collections.abc import Iterator

from catalogue.demands import unmet
from catalogue.model import Entry
from catalogue.problems import Fault
from catalogue.rules import Context, rule


@rule
def preuve_sans_resultat(entry: Entry, context: Context) -> Iterator[Fault]:
    """Au niveau de preuve 2 et au-dessus, la fiche donne au moins un résultat chiffré avec sa source."""
    yield from unmet("preuve-sans-resultat", entry, context.catalogue.vocabularies)


@rule
def preuve_sans_evaluation(entry: Entry, context: Context) -> Iterator[Fault]:
    """Au niveau de preuve 3 et au-dessus, une des sources est une évaluation ou une étude."""
    yield from unmet("preuve-sans-evaluation", entry, context.catalogue.vocabularies)


@rule
def preuve_sans_tiers(entry: Entry, context: Context) -> Iterator[Fault]:
    """Au niveau de preuve 1 et au-dessus, au moins une source n’est pas un simple témoignage."""
    yield from unmet("preuve-sans-tiers", entry, context.catalogue.vocabularies)


@rule
def parole_sans_source(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une parole citée est déjà publique, ou la personne a consenti."""
    yield from unmet("parole-sans-source", entry, context.catalogue.vocabularies)


@rule
def arret_sans_motif(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une pratique arrêtée, une fiche archivée ou à actualiser disent pourquoi."""
    yield from unmet("arret-sans-motif", entry, context.catalogue.vocabularies)


@rule
def publiee_sans_relecture(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une fiche « publiee » a été relue : sa grille de relecture le montre."""
    yield from unmet("publiee-sans-relecture", entry, context.catalogue.vocabularies)
