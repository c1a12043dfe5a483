"""What someone types → the term they mean: a code, a label, a synonym, or something near."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalogue.catalogue import Catalogue
from catalogue.codes import short_code
from catalogue.markup import plain_text
from catalogue.naming import plain_words
from catalogue.nearest import suggestion
from catalogue.vocabulary import Vocabulary

_IN_BRACKETS = re.compile(r"\(([0-9AB]{2,3})\)\s*$")
"""« Ariège (09) »: what is between brackets is the code."""
_ADDRESS = re.compile(r"(?:^|/)(?:fiches|f)/([A-Za-z0-9-]+)/?(?:[#?].*)?$")
SHORTEST_PART = 3
"""Letters from which a part of a name may stand for it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen."""

    code: str
    label: str
    synonyms: tuple[str, ...] = ()


def terms(vocabulary: Vocabulary) -> list[Choice]:
    return [Choice(term.code, term.libelle, term.synonymes) for term in vocabulary.termes if term.actif]


def sheets(catalogue: Catalogue) -> list[Choice]:
    """Sheets, by id, words of the id, title, short code or former id."""
    return [
        Choice(one.id, plain_text(one.titre), (short_code(one.id), *one.anciens_ids, one.id))
        for one in catalogue.practices.values()
    ]


def meant(words: str, choices: Sequence[Choice]) -> list[Choice]:
    """The choices that `words` name, the surest kind of match alone: none, one, or several to choose among."""
    words = words.strip()
    found = [one for one in choices if one.code.casefold() == words.casefold()]
    if match := _IN_BRACKETS.search(words):
        found = found or [one for one in choices if one.code == match[1]]
    if match := _ADDRESS.search(words):
        code = match[1].casefold()
        found = found or [one for one in choices if code in (one.code, *(name.casefold() for name in one.synonyms))]
    if found or not (key := _key(words)):
        return found
    for names in (_labels, _synonyms):
        if exact := [one for one in choices if key in map(_key, names(one))]:
            return exact
    if len(key) < SHORTEST_PART:
        return []
    for names in (_labels, _synonyms):
        if partial := [one for one in choices if any(_has(key, _key(name)) for name in names(one))]:
            return partial
    return []


def nearest(words: str, choices: Iterable[Choice]) -> Choice | None:
    """The choice whose name resembles `words` most, or nothing when none does."""
    by_name = {name: one for one in choices for name in (one.code, *_labels(one), *_synonyms(one))}
    name = suggestion(words, by_name)
    return by_name[name] if name else None


def _labels(choice: Choice) -> tuple[str, ...]:
    return (choice.label,)


def _synonyms(choice: Choice) -> tuple[str, ...]:
    return choice.synonyms


def _key(text: str) -> str:
    return "-".join(plain_words(text))


def _has(part: str, whole: str) -> bool:
    """Whether `part` begins a word of `whole`."""
    return f"-{whole}".find(f"-{part}") >= 0
