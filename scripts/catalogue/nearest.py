"""The nearest valid word to a wrong one, for « vouliez-vous dire »."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from catalogue.phrases import piece
from catalogue.problems import ECHO_LIMIT

LIKE_ENOUGH = 0.6
"""Ratio of difflib from which a word is near enough another to be proposed."""
SHORT_LIST = 12
"""Up to this many allowed values, a message lists them all."""


def suggestion(wrong: str, allowed: Iterable[str]) -> str | None:
    """The closest of `allowed`, or nothing when none resembles. Case, accents and leading zeros count for nothing."""
    if len(wrong) > ECHO_LIMIT:
        return None
    by_key: dict[str, str] = {}
    for option in allowed:
        by_key.setdefault(_key(option), option)
    key = _key(wrong)
    close = [key] if key in by_key else get_close_matches(key, by_key, n=1, cutoff=LIKE_ENOUGH)
    return by_key[close[0]] if close else None


def _key(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lstrip("0")


def remedy_for(wrong: str, allowed: Iterable[str], where: str) -> str:
    """« vouliez-vous dire … ? », then the list when it is short, else where to read it."""
    options = list(allowed)
    near = suggestion(wrong, options)
    parts = [piece("proche", proche=near)] if near else []
    if len(options) <= SHORT_LIST:
        parts.append(piece("possibles", liste=", ".join(options)))
    elif not near:
        parts.append(piece("ailleurs", lieu=where))
    return " ".join(parts)
