"""Rules that fit a table: « when this is so, and that is missing », and texts where something must not be found.

Rows, not code: the checker and the browser's validator read the same ones.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catalogue.fields import Text
from catalogue.marks import marked_values
from catalogue.model import Entry
from catalogue.phrases import fault
from catalogue.problems import Fault, Path, quoted
from catalogue.spelling import APOSTROPHE, SPACES
from catalogue.vocabulary import Vocabulary

LONGEST_SCANNED = 2_000
"""Characters. Texts are shorter; a code may be any length, and is refused by its own rule."""
AROUND = 12
"""Characters shown before and after a sign to put right."""


@dataclass(frozen=True, slots=True)
class When:
    """Something that is so: the values at `path` (keys from the entry or its item, lists opened) against `values`.

    `parmi`: one of them is among `values`. `hors`: none is. `seulement`: there are some, all among `values`.
    `vide`, `rempli`: there is none, there are some. `connus`: all are terms of the vocabulary named in `values`.
    An absent key, an empty list and « non » are no value.
    """

    path: tuple[str, ...]
    test: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """A fault, told by `phrase` at `at`, when all of `when` is so; in each item of the list `each`, when it is given."""

    phrase: str
    when: tuple[When, ...]
    at: tuple[str, ...] = ()
    each: str = ""


LEVEL = ("preuve", "niveau")

DEMANDS: Mapping[str, tuple[Demand, ...]] = {
    "manque-a-dire": (
        Demand(
            "manque-a-dire",
            (When(("statut",), "parmi", ("graine",)), When(("manques",), "vide")),
            at=("manques",),
        ),
    ),
    "preuve-sans-resultat": (
        Demand(
            "preuve-sans-resultat",
            (When(LEVEL, "parmi", ("2", "3", "4")), When(("resultats",), "vide")),
            at=LEVEL,
        ),
    ),
    "preuve-sans-evaluation": (
        Demand(
            "preuve-sans-evaluation",
            (
                When(LEVEL, "parmi", ("3", "4")),
                When(("sources", "type"), "hors", ("evaluation", "etude")),
                When(("sources", "type"), "connus", ("types-sources",)),
            ),
            at=LEVEL,
        ),
    ),
    "preuve-sans-tiers": (
        Demand(
            "preuve-sans-tiers",
            (
                When(LEVEL, "parmi", ("1", "2", "3", "4")),
                When(("sources", "type"), "seulement", ("temoignage",)),
                When(("sources", "type"), "connus", ("types-sources",)),
            ),
            at=LEVEL,
        ),
    ),
    "parole-sans-source": (
        Demand("parole-sans-source", (When(("source",), "vide"), When(("consentement",), "vide")), each="paroles"),
    ),
    "arret-sans-motif": (
        Demand(
            "arret-sans-motif/stade",
            (When(("stade",), "parmi", ("arretee",)), When(("statut_motif",), "vide")),
            at=("stade",),
        ),
        Demand(
            "arret-sans-motif/statut",
            (When(("statut",), "parmi", ("archivee", "a-actualiser")), When(("statut_motif",), "vide")),
            at=("statut",),
        ),
    ),
    "publiee-sans-relecture": (
        Demand(
            "publiee-sans-relecture",
            (When(("statut",), "parmi", ("publiee",)), When(("relecture",), "vide")),
            at=("statut",),
        ),
    ),
    "source-sans-adresse": (
        Demand(
            "source-sans-adresse",
            (
                When(("url",), "vide"),
                When(("lu_en_copie",), "vide"),
                When(("adresse_omise",), "vide"),
                When(("type",), "hors", ("article-fondateur",)),
                When(("type",), "connus", ("types-sources",)),
            ),
            each="sources",
        ),
        Demand(
            "source-sans-adresse/copie",
            (When(("url",), "rempli"), When(("lu_en_copie",), "rempli")),
            at=("url",),
            each="sources",
        ),
    ),
}


def unmet(rule: str, entry: Entry, vocabularies: Mapping[str, Vocabulary]) -> Iterator[Fault]:
    """The faults of a rule whose rows are in `DEMANDS`."""
    for demand in DEMANDS[rule]:
        for place, part in _places(demand, entry):
            if all(_is_so(condition, part, vocabularies) for condition in demand.when):
                path = (*place, *demand.at)
                value = next(iter(_values(part, demand.at)), "")
                source = next(iter(_values(part, ("id",))), "")
                yield fault(path, demand.phrase, valeur=value, source=source)


def _places(demand: Demand, entry: Entry) -> Iterator[tuple[Path, Any]]:
    if not demand.each:
        yield (), entry
        return
    for position, item in enumerate(getattr(entry, demand.each, ())):
        yield (demand.each, position), item


def _is_so(condition: When, part: Any, vocabularies: Mapping[str, Vocabulary]) -> bool:
    found = set(_values(part, condition.path))
    expected = set(condition.values)
    match condition.test:
        case "parmi":
            return bool(found & expected)
        case "hors":
            return not found & expected
        case "seulement":
            return bool(found) and found <= expected
        case "vide":
            return not found
        case "rempli":
            return bool(found)
        case "connus":
            return all(value in vocabularies[condition.values[0]] for value in found)
        case other:
            raise ValueError(other)


def _values(part: Any, path: tuple[str, ...]) -> list[Any]:
    if not part:
        return []
    if isinstance(part, tuple):
        return [value for item in part for value in _values(item, path)]
    return _values(getattr(part, path[0], None), path[1:]) if path else [part]


@dataclass(frozen=True, slots=True)
class Refused:
    """What must not be found in an entry: one of `patterns`, unless what is found is also `unless`.

    `scope`: `textes`, those bounded in length; `ecrits`, all that is written but addresses and ids.
    `every`: each place is told, or only the first of a text.
    """

    patterns: tuple[re.Pattern[str], ...]
    scope: str
    every: bool = False
    unless: re.Pattern[str] | None = None


EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w")
FUNCTIONAL = re.compile(
    r"^(?:ml\d*|(?:contact|accueil|info|infos|information|bonjour|hello|secretariat|direction|communication|emploi|insertion|formation|equipe"
    r"|projet|projets|partenariat|partenariats|recrutement|accompagnement|siege|asso|association|mission[._-]?locale|mairie|ccas|cias|plie|rgpd|dpo|presse)"
    r"(?:[._-].*|\d*)?)@",
    re.IGNORECASE,
)
"""Mailboxes of a function: contact@, accueil.nimes@ … A first name and a name never match: `ml.durand@` is a person."""
_APART = r"[\s./_‑–-]{0,3}"
MOBILE = re.compile(rf"(?<!\d)(?:(?:\+|00)33{_APART}(?:\(0\){_APART})?|0{_APART})[67](?:{_APART}\d{{2}}){{4}}(?!\d)")
# Numéro d'inscription au répertoire: sex, year, month, département, commune, rank. Source: INSEE, NIR structure.
NIR = re.compile(
    r"(?<!\d)[12]\s?\d{2}\s?(?:0[1-9]|1[0-2]|[2-9]\d)\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d{2})?(?!\d)"
)
# Not « <https://…> », which is no tag.
HTML_TAG = re.compile(r"</?[a-zA-Z][\w-]*(?:[\s/][^<>]*)?>|<!--.*?-->", re.DOTALL)

REFUSED: Mapping[str, Refused] = {
    "courriel-personnel": Refused((EMAIL,), "ecrits", every=True, unless=FUNCTIONAL),
    "telephone-portable": Refused((MOBILE,), "ecrits", every=True),
    "numero-securite-sociale": Refused((NIR,), "ecrits"),
    "balise-html": Refused((HTML_TAG,), "textes"),
    "apostrophe-droite": Refused((APOSTROPHE,), "textes"),
    "espace-francaise": Refused(tuple(pattern for pattern, _ in SPACES), "textes"),
}


def found(rule: str, entry: Entry) -> Iterator[Fault]:
    """The faults of a rule whose row is in `REFUSED`."""
    refused = REFUSED[rule]
    for path, text in _scanned(entry, refused.scope):
        matches = [match for pattern in refused.patterns for match in pattern.finditer(text)]
        wrong = [match for match in matches if not (refused.unless and refused.unless.match(match[0]))]
        for match in wrong if refused.every else wrong[:1]:
            yield fault(path, rule, trouve=quoted(match[0]), autour=_around(text, match.start()))


def _scanned(entry: Entry, scope: str) -> Iterator[tuple[Path, str]]:
    for path, value, marks in marked_values(entry):
        if scope == "textes" and any(isinstance(mark, Text) for mark in marks):
            yield path, value
        if scope == "ecrits" and isinstance(value, str) and path[-1] not in NOT_SCANNED:
            yield path, value[:LONGEST_SCANNED]


NOT_SCANNED = ("url", "id")


def _around(text: str, position: int) -> str:
    return " ".join(text[max(0, position - AROUND) : position + AROUND].split())
