"""A level of evidence is carried by results and sources, or it is lower."""

from collections.abc import Iterator

from catalogue.model import Entry, Practice, Replication
from catalogue.problems import Fault
from catalogue.rules import Context, rule

TOLD, MEASURED, EVALUATED, COMPARED = "1", "2", "3", "4"


def _level(entry: Entry) -> str | None:
    return entry.preuve.niveau if isinstance(entry, Practice) and entry.preuve else None


def _source_types(entry: Entry, context: Context) -> set[str]:
    """The types of an entry's sources; none as long as one of them is no known type."""
    types = {source.type for source in entry.sources} if isinstance(entry, Practice | Replication) else set()
    return types if all(context.knows("types-sources", one) for one in types) else set()


@rule
def preuve_sans_resultat(entry: Entry, context: Context) -> Iterator[Fault]:
    """Au niveau de preuve 2 et au-dessus, la fiche donne au moins un résultat chiffré avec sa source."""
    level = _level(entry)
    if level in (MEASURED, EVALUATED, COMPARED) and isinstance(entry, Practice) and not entry.resultats:
        yield Fault(
            ("preuve", "niveau"), f"Niveau {level} sans aucun résultat", "ajoutez « resultats », ou descendez à 1 ou 0"
        )


@rule
def preuve_sans_evaluation(entry: Entry, context: Context) -> Iterator[Fault]:
    """Au niveau de preuve 3 et au-dessus, une des sources est une évaluation ou une étude."""
    level, types = _level(entry), _source_types(entry, context)
    if level in (EVALUATED, COMPARED) and types and not types & {"evaluation", "etude"}:
        yield Fault(
            ("preuve", "niveau"),
            f"Niveau {level} sans évaluation parmi les sources",
            "ajoutez une source de type « evaluation » ou « etude », ou descendez à 2",
        )


@rule
def preuve_sans_tiers(entry: Entry, context: Context) -> Iterator[Fault]:
    """Au niveau de preuve 1 et au-dessus, au moins une source n’est pas un simple témoignage."""
    level, types = _level(entry), _source_types(entry, context)
    if level in (TOLD, MEASURED, EVALUATED, COMPARED) and types == {"temoignage"}:
        yield Fault(
            ("preuve", "niveau"),
            f"Niveau {level}, mais toutes les sources sont des témoignages",
            "ajoutez un récit par un tiers, ou descendez à 0",
        )


@rule
def parole_sans_source(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une parole citée est déjà publique, ou la personne a consenti."""
    if not isinstance(entry, Practice):
        return
    for position, quote in enumerate(entry.paroles):
        if not quote.source and not quote.consentement:
            yield Fault(
                ("paroles", position),
                "Cette parole n’a ni source publique ni consentement",
                "ajoutez « source: … », ou « consentement: oui » si vous l’avez recueilli",
            )


@rule
def arret_sans_motif(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une pratique arrêtée, une fiche archivée ou à actualiser disent pourquoi."""
    if not isinstance(entry, Practice) or entry.statut_motif:
        return
    if entry.stade == "arretee":
        yield Fault(
            ("stade",), "Pratique arrêtée sans motif", "ajoutez « statut_motif: … » : savoir pourquoi aide les autres"
        )
    if entry.statut in ("archivee", "a-actualiser"):
        yield Fault(("statut",), f"Statut « {entry.statut} » sans motif", "ajoutez « statut_motif: … »")


@rule
def publiee_sans_relecture(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une fiche « publiee » a été relue : sa grille de relecture le montre."""
    if isinstance(entry, Practice) and entry.statut == "publiee" and not entry.relecture:
        yield Fault(
            ("statut",), "Fiche publiée sans relecture", "ajoutez « relecture », ou écrivez « statut: relecture »"
        )
