"""The nearest valid word to a wrong one, for « vouliez-vous dire »."""

from collections.abc import Iterable
from difflib import get_close_matches

SHORT_LIST = 12
"""Up to this many allowed values, a message lists them all."""


def suggestion(wrong: str, allowed: Iterable[str]) -> str | None:
    """The closest of `allowed`, or nothing when none resembles."""
    close = get_close_matches(wrong.casefold(), allowed, n=1, cutoff=0.6)
    return close[0] if close else None


def remedy_for(wrong: str, allowed: Iterable[str], where: str) -> str:
    """« vouliez-vous dire … ? », then the list when it is short, else where to read it."""
    options = list(allowed)
    near = suggestion(wrong, options)
    parts = [f"vouliez-vous dire « {near} » ?"] if near else []
    if len(options) <= SHORT_LIST:
        parts.append(f"valeurs possibles : {', '.join(options)}")
    elif not near:
        parts.append(f"la liste est dans {where}")
    return " ".join(parts)
