"""Which sheets resemble which: by the terms they share and the words they use."""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import snowballstemmer

from catalogue.catalogue import Catalogue
from catalogue.markup import plain_text
from catalogue.model import Practice

SHARED_TERMS = 0.6
"""Weight of shared vocabulary against shared words; judged by eye on the first thirteen sheets."""
SHARED_WORDS = 1 - SHARED_TERMS

_STEMMER = snowballstemmer.stemmer("french")
WORD = re.compile(r"[a-zà-öø-ÿœ]{3,}")


def stems(text: str) -> list[str]:
    """The stems of a text's words, lower case, without accents."""
    return [_stem(word) for word in WORD.findall(text.casefold())]


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    """Texts share most of their words: each is stemmed once."""
    return unicodedata.normalize("NFD", _STEMMER.stemWord(word)).encode("ascii", "ignore").decode()


@dataclass(frozen=True)
class Neighbours:
    """Cosine similarity over rarity-weighted terms and stems. Quadratic in sheets sharing something, in plain Python."""

    catalogue: Catalogue

    def nearest(self, practice: Practice, count: int) -> list[Practice]:
        """The `count` sheets most like `practice`, links already written on the sheet left out."""
        left_out = {practice.id, *(link.id for link in practice.voir_aussi)}
        scores: defaultdict[str, float] = defaultdict(float)
        for weight, vectors, index in self._spaces:
            for feature, value in vectors[practice.id].items():
                for other, theirs in index[feature]:
                    scores[other] += weight * value * theirs
        ranked = sorted((-score, identifier) for identifier, score in scores.items() if identifier not in left_out)
        return [self.catalogue.practices[identifier] for _, identifier in ranked[:count]]

    def alike(self, practice: Practice) -> list[tuple[Practice, float]]:
        """The sheets that share words with `practice`, with their likeness from 0 to 1, most alike first."""
        _, vectors, index = self._spaces[1]
        scores: defaultdict[str, float] = defaultdict(float)
        for feature, value in vectors[practice.id].items():
            for other, theirs in index[feature]:
                scores[other] += value * theirs
        scores.pop(practice.id, None)  # absent when the sheet has no word to compare
        return [
            (self.catalogue.practices[one], score) for one, score in sorted(scores.items(), key=lambda pair: -pair[1])
        ]

    @cached_property
    def _spaces(self) -> list[tuple[float, dict[str, dict[str, float]], dict[str, list[tuple[str, float]]]]]:
        practices = self.catalogue.practices.values()
        terms = {one.id: _terms(one, self.catalogue) for one in practices}
        words = {one.id: stems(prose(one)) for one in practices}
        return [_space(SHARED_TERMS, terms), _space(SHARED_WORDS, words)]


def _terms(practice: Practice, catalogue: Catalogue) -> list[str]:
    facets = catalogue.facet_values(practice)
    kept = ("theme", "publics", "freins", "modalites")
    return [f"{facet}:{code}" for facet in kept for code in facets[facet]] + [
        f"st:{code}" for code in practice.sous_themes
    ]


def prose(practice: Practice) -> str:
    steps = [step.titre + " " + step.texte for step in practice.etapes or ()]
    return plain_text(" ".join([practice.titre, practice.accroche, practice.probleme, practice.en_bref, *steps]))


def _space(
    weight: float, features: dict[str, list[str]]
) -> tuple[float, dict[str, dict[str, float]], dict[str, list[tuple[str, float]]]]:
    spread = Counter(feature for found in features.values() for feature in set(found))
    vectors = {identifier: _unit(found, spread, len(features)) for identifier, found in features.items()}
    index: dict[str, list[tuple[str, float]]] = {}
    for identifier, vector in vectors.items():
        for feature, value in vector.items():
            index.setdefault(feature, []).append((identifier, value))
    return weight, vectors, index


def _unit(found: Iterable[str], spread: Counter[str], total: int) -> dict[str, float]:
    raw = {
        feature: (1 + math.log(count)) * math.log(1 + total / spread[feature])
        for feature, count in Counter(found).items()
    }
    length = math.sqrt(sum(value * value for value in raw.values())) or 1
    return {feature: value / length for feature, value in raw.items()}
