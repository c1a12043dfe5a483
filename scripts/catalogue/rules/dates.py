"""Dates that could be true."""

from collections.abc import Iterator

from catalogue.fields import first_day, last_day
from catalogue.model import Entry, Practice, Replication, Withdrawal
from catalogue.phrases import fault
from catalogue.problems import Fault, Path
from catalogue.rules import Context, rule

EARLIEST_YEAR = 1945
PAST_DAYS = (("date_collecte",), ("date_maj",), ("relecture", "date"), ("analyse", "date"))
PLANNED = "prevue"
MONTHS_BEFORE_REREADING = 24
"""A sheet is read again within two years: MODELE, after data·inclusion's freshness score."""


@rule
def date_future(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une date de collecte, de mise à jour, de relecture, de retrait, de début ou de source n’est pas à venir."""
    for path, written in _past_dates(entry, context):
        day = first_day(written)
        if day > context.today:
            yield fault(path, "date-future", date=written, jour=context.today.isoformat())
        elif day.year < EARLIEST_YEAR:
            yield fault(path, "date-future/ancienne", date=written)


def _past_dates(entry: Entry, context: Context) -> Iterator[tuple[Path, str]]:
    if isinstance(entry, Practice | Replication):
        for position, source in enumerate(entry.sources):
            if source.date:
                yield ("sources", position, "date"), source.date
    if isinstance(entry, Practice):
        for path in PAST_DAYS:
            part = entry if len(path) == 1 else getattr(entry, path[0])
            if day := part and getattr(part, path[-1]):
                yield path, day.isoformat()
    if isinstance(entry, Withdrawal):
        yield ("date",), entry.date.isoformat()
    if isinstance(entry, Replication) and entry.depuis and _has_begun(entry, context):
        yield ("depuis",), entry.depuis


def _has_begun(replication: Replication, context: Context) -> bool:
    return context.knows("etats-essaimage", replication.etat) and replication.etat != PLANNED


@rule
def dates_incoherentes(entry: Entry, context: Context) -> Iterator[Fault]:
    """On collecte avant de mettre à jour, on met à jour avant de relire, et on relit sous 24 mois."""
    if isinstance(entry, Replication):
        if entry.depuis and entry.jusqu_a and last_day(entry.jusqu_a) < first_day(entry.depuis):
            yield fault(("jusqu_a",), "dates-incoherentes/fin", debut=entry.depuis)
        return
    if not isinstance(entry, Practice):
        return
    collected, updated, reread = entry.date_collecte, entry.date_maj, entry.a_relire_avant
    if collected and updated and updated < collected:
        yield fault(("date_maj",), "dates-incoherentes/collecte", collecte=collected)
    if updated and reread:
        months = (reread.year - updated.year) * 12 + reread.month - updated.month
        if reread <= updated:
            yield fault(("a_relire_avant",), "dates-incoherentes/relecture")
        elif months > MONTHS_BEFORE_REREADING:
            yield fault(("a_relire_avant",), "dates-incoherentes/tard", mois=months, limite=MONTHS_BEFORE_REREADING)
