"""What people write → what the model keeps, where the meaning is certain: a date in words, an address cut short, a list.

Anything else stays as it was written, for the rules to refuse. The browser reads these same tables.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from catalogue.fields import FULL_DATE, WEB_ADDRESS, first_day
from catalogue.folding import fold

MONTHS: Mapping[str, str] = {
    name: f"{rank:02}"
    for rank, names in enumerate(
        (
            "janvier janv jan", "fevrier fevr fev", "mars mar", "avril avr", "mai", "juin",
            "juillet juil", "aout", "septembre sept sep", "octobre oct", "novembre nov", "decembre dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
DAYS_AGO: Mapping[str, int] = {"aujourd'hui": 0, "ce jour": 0, "hier": 1, "avant-hier": 2}
NO_MONTH = "00"
FIRST_OF_LAST_CENTURY = "69"
"""Two-digit years from this one on are of the 1900s, the others of the 2000s. Source: POSIX, strptime, %y."""

APOSTROPHES = re.compile("[‘’ʼ]")
DASHES = re.compile("[‐‑‒–—−]")
_BEFORE = "(?:(?:depuis|des|courant|debut|fin|en|le|du|mois de|au mois de|annee|l'annee) )*"
_WEEKDAY = "(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? )?"
_DAY, _MONTH, _YEAR, _SHORT_YEAR = "([0-3]?[0-9])", "([01]?[0-9])", "([0-9]{4})", "([0-9]{2})"
_WORD = r"([a-z]+)\.?"
_ANY, _STROKE = r" ?[/.\- ] ?", " ?[/.] ?"
DATES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(_BEFORE + _WEEKDAY + pattern), parts)
    for pattern, parts in (
        (_DAY + _ANY + _MONTH + _ANY + _YEAR, ("jour", "mois", "annee")),
        # « 24-03-12 » could begin with its year: only strokes say that the day comes first.
        (_DAY + _STROKE + _MONTH + _STROKE + _SHORT_YEAR, ("jour", "mois", "an")),
        (_YEAR + _ANY + _MONTH + _ANY + _DAY, ("annee", "mois", "jour")),
        (_MONTH + _ANY + _YEAR, ("mois", "annee")),
        # Beyond 12 it is no month: « 03/24 » is March 2024, « 03/12 » may be a day and a month.
        (_MONTH + _STROKE + "(1[3-9]|[2-9][0-9])", ("mois", "an")),
        (_DAY + "(?:er)? " + _WORD + " " + _YEAR, ("jour", "mot", "annee")),
        (_DAY + "(?:er)? " + _WORD + " " + _SHORT_YEAR, ("jour", "mot", "an")),
        (_WORD + " " + _YEAR, ("mot", "annee")),
        (_YEAR, ("annee",)),
    )
)
"""Ways of writing a date, once folded, and what each group is: `an` a year in two digits, `mot` a month's name."""
# A site's name, not a file's.
BARE_ADDRESS = re.compile(
    r"(?![^/]*\.(?:pdf|docx?|odt|xlsx?|ods|pptx?|odp|txt|csv|html?|jpe?g|png)$)"
    r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?",
    re.IGNORECASE,
)

BULLET = re.compile(r"\s*(?:[-*+•▪◦‣·\uf0a7\uf0b7]|[0-9]+[.)])\s+")
"""What begins an element of a list; the last two are Word's own."""


def understood(kind: str, text: str, today: date | None = None) -> str:
    """An answer of a field of this kind, as the model keeps it. Without `today`, « hier » is not understood."""
    match kind:
        case "date":
            found = _date(text, today)
            return found if FULL_DATE.fullmatch(found) else text
        case "date-partielle":
            return _date(text, today)
        case "adresse":
            return _address(text)
        case _:
            return text


def listed(text: str) -> list[str]:
    """The elements of a list written a line each, its bullets left out."""
    lines = (" ".join(unbulleted(line).split()) for line in text.split("\n"))
    return [line for line in lines if line]


def unbulleted(line: str) -> str:
    bullet = BULLET.match(line)
    return line[bullet.end() :] if bullet else line


def _address(text: str) -> str:
    bare = text.strip().removeprefix("<").removesuffix(">")
    full = f"https://{bare}" if BARE_ADDRESS.fullmatch(bare) else bare
    return full if WEB_ADDRESS.fullmatch(full) else text


def _date(text: str, today: date | None) -> str:
    said = " ".join(fold(DASHES.sub("-", APOSTROPHES.sub("'", text))).split()).removesuffix(".")
    if today and said in DAYS_AGO:
        return (today - timedelta(days=DAYS_AGO[said])).isoformat()
    for pattern, parts in DATES:
        if (match := pattern.fullmatch(said)) and (found := _joined(dict(zip(parts, match.groups(), strict=True)))):
            return found
    return text


def _joined(said: Mapping[str, str]) -> str:
    """AAAA, AAAA-MM or AAAA-MM-JJ; nothing for a date that does not exist."""
    year = said.get("annee") or ("19" if said["an"] >= FIRST_OF_LAST_CENTURY else "20") + said["an"]
    month = MONTHS.get(said["mot"], NO_MONTH) if "mot" in said else said.get("mois", "")
    found = "-".join(part.zfill(2) for part in (year, month, said.get("jour", "")) if part)
    try:
        first_day(found)
    except ValueError:
        return ""
    return found
