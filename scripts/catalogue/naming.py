"""A title → the id of its file, which is its address for ever."""

import re
import unicodedata
from collections.abc import Container

from catalogue.catalogue import Catalogue
from catalogue.codes import short_code
from catalogue.rules.identity import IDENTIFIER_LIMIT

LONGEST_STEM = 50
"""Characters of an id made of a title: room is left for a number, and a printed address stays short."""
FALLBACK = "fiche"
"""For a title without a letter of ours."""


def identifier_for(title: str, catalogue: Catalogue) -> str:
    """An id free in `catalogue`: no file, former id or withdrawn one has it, and its short code is nobody else's."""
    taken = {*catalogue.entries, *catalogue.first_of_former_id}
    stem = slug(title)
    rank = 1
    while (found := stem if rank == 1 else _ended(stem, f"-{rank}")) and not _is_free(found, taken, catalogue):
        rank += 1
    return found


def is_free(identifier: str, catalogue: Catalogue) -> bool:
    """Whether nothing has, had or abridges to `identifier`."""
    return _is_free(identifier, {*catalogue.entries, *catalogue.first_of_former_id}, catalogue)


def plain_words(text: str) -> list[str]:
    """The words of a text in lower case, without accents or signs."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return re.findall(r"[a-z0-9]+", "".join(one for one in letters if not unicodedata.combining(one)))


def slug(text: str) -> str:
    """Words joined by dashes, cut between two of them: « Ouvrir l’accueil » → ouvrir-l-accueil."""
    short = "-".join(plain_words(text))
    if len(short) > LONGEST_STEM:
        short = short[: LONGEST_STEM + 1].rpartition("-")[0] or short[:LONGEST_STEM]
    return short if len(short) >= 3 else "-".join(filter(None, (FALLBACK, short)))


def _ended(stem: str, ending: str) -> str:
    return stem[: IDENTIFIER_LIMIT - len(ending)].rstrip("-") + ending


def _is_free(identifier: str, taken: Container[str], catalogue: Catalogue) -> bool:
    return identifier not in taken and short_code(identifier) not in catalogue.owner_of_code
