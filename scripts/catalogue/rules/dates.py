"""Dates that could be true."""

from collections.abc import Iterator

from catalogue.fields import first_day, last_day
from catalogue.model import Entry, Practice, Replication, Withdrawal
from catalogue.problems import Fault, Path
from catalogue.rules import Context, rule

EARLIEST_YEAR = 1945
MONTHS_BEFORE_REREADING = 24
"""A sheet is read again within two years: MODELE, after data·inclusion's freshness score."""


@rule
def date_future(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une date de collecte, de mise à jour, de relecture, de retrait, de début ou de source n’est pas à venir."""
    for path, written in _past_dates(entry, context):
        day = first_day(written)
        if day > context.today:
            yield Fault(path, f"« {written} » est dans le futur", f"nous sommes le {context.today.isoformat()}")
        elif day.year < EARLIEST_YEAR:
            yield Fault(path, f"« {written} » est bien ancien", "vérifiez l’année")


def _past_dates(entry: Entry, context: Context) -> Iterator[tuple[Path, str]]:
    if isinstance(entry, Practice | Replication):
        for position, source in enumerate(entry.sources):
            if source.date:
                yield ("sources", position, "date"), source.date
    if isinstance(entry, Practice):
        days = {
            ("date_collecte",): entry.date_collecte,
            ("date_maj",): entry.date_maj,
            ("relecture", "date"): entry.relecture and entry.relecture.date,
            ("analyse", "date"): entry.analyse and entry.analyse.date,
        }
        yield from ((path, day.isoformat()) for path, day in days.items() if day)
    if isinstance(entry, Withdrawal):
        yield ("date",), entry.date.isoformat()
    if isinstance(entry, Replication) and entry.depuis and _has_begun(entry, context):
        yield ("depuis",), entry.depuis


def _has_begun(replication: Replication, context: Context) -> bool:
    return context.knows("etats-essaimage", replication.etat) and replication.etat != "prevue"


@rule
def dates_incoherentes(entry: Entry, context: Context) -> Iterator[Fault]:
    """On collecte avant de mettre à jour, on met à jour avant de relire, et on relit sous 24 mois."""
    if isinstance(entry, Replication):
        if entry.depuis and entry.jusqu_a and last_day(entry.jusqu_a) < first_day(entry.depuis):
            yield Fault(("jusqu_a",), "La fin précède le début", f"le début est « {entry.depuis} »")
        return
    if not isinstance(entry, Practice):
        return
    collected, updated, reread = entry.date_collecte, entry.date_maj, entry.a_relire_avant
    if collected and updated and updated < collected:
        yield Fault(("date_maj",), "La mise à jour précède la collecte", f"la collecte est du {collected}")
    if updated and reread:
        months = (reread.year - updated.year) * 12 + reread.month - updated.month
        if reread <= updated:
            yield Fault(("a_relire_avant",), "La relecture prévue précède la mise à jour", "donnez une date à venir")
        elif months > MONTHS_BEFORE_REREADING:
            yield Fault(
                ("a_relire_avant",),
                f"La relecture est prévue {months} mois après la mise à jour",
                f"{MONTHS_BEFORE_REREADING} mois au plus",
            )
