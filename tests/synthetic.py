"""A large corpus for measures: real sheets' texts dealt out anew, with new words in, as a growing base would have."""

import random
import re
from collections.abc import Iterator

from catalogue.catalogue import Catalogue
from catalogue.model import Practice

SEED = 20261127
TEXTS = (
    "titre", "accroche", "probleme", "situations", "en_bref", "etapes", "limites", "noyau", "adaptable", "conditions",
    "premier_pas", "resume_falc", "rythme_duree", "lieu", "manques", "publics", "freins", "territoires",
)  # fmt: skip
NEW_WORDS = 6000
NEW_WORD_SHARE = 0.03
"""Of the words of five letters and more: 1,000 sheets then have about four times the words of 65 (Heaps' law, β ≈ 0.5)."""
SYLLABLES = ("ba", "cor", "del", "fi", "gan", "lu", "mer", "nou", "pra", "ris", "ton", "val", "che", "bru", "sou", "tri", "mon", "dal")  # fmt: skip


def grown(catalogue: Catalogue, count: int) -> Catalogue:
    """`catalogue` with `count` sheets made of its own; the same at each call. Workshops and replications are left out."""
    chance = random.Random(SEED)
    practices = list(catalogue.practices.values())
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(NEW_WORDS)]
    made = {one.id: one for one in _made(practices, words, chance, count)}
    return Catalogue(made, {}, {}, catalogue.vocabularies)


def _made(practices: list[Practice], words: list[str], chance: random.Random, count: int) -> Iterator[Practice]:
    def renewed(value: object) -> object:
        if isinstance(value, tuple):
            return tuple(renewed(one) for one in value)
        if isinstance(value, str):
            return re.sub(
                r"\b[a-zàâéèêîôûç]{5,}\b",
                lambda match: chance.choice(words) if chance.random() < NEW_WORD_SHARE else match[0],
                value,
            )
        return value

    for rank in range(count):
        base = chance.choice(practices)
        dealt = {name: getattr(chance.choice(practices), name) for name in TEXTS}
        prose = {
            name: renewed(value) for name, value in dealt.items() if name not in ("publics", "freins", "territoires")
        }
        yield base.model_copy(
            update=dealt
            | prose
            | {"id": f"fiche-{rank:04}-{words[rank % NEW_WORDS]}", "voir_aussi": (), "anciens_ids": ()}
        )
