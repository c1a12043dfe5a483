"""The kinds of field a sheet is made of: bounded texts, vocabulary terms, dates as sources give them, web addresses."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

SOURCE_MARK = re.compile(r" ?\[([a-z][a-z0-9-]{0,39})\](?!\()")
"""A citation inside a text: `[s1]`, where s1 is the id of one of the sheet's sources."""
JOINT_MARK = re.compile(r"\[([a-z][a-z0-9-]{0,39}(?:(?: ?[,;]| et) ?[a-z][a-z0-9-]{0,39})+)\](?!\()")
"""Several citations in one pair of brackets, `[s1, s2]`: refused, for no page would print them."""
PARTIAL_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
FULL_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SOURCE_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
BOOLEANS = {"oui": True, "non": False, "true": True, "false": False}
DIGITS = re.compile(r"-?[0-9]+")
MOST_DIGITS = 4300
"""Beyond, Python itself refuses to read a number, and pydantic says so."""
MARKS_ALLOWANCE = 400
"""Characters of source marks a text may carry beside its visible length; more is no sheet."""
LONGEST_ADDRESS = 2000
"""Characters. Browsers and search engines agree on 2,047 (sitemaps.org: less than 2,048)."""


def visible(text: str) -> str:
    """The text as a card prints it, without source marks."""
    return SOURCE_MARK.sub("", text).strip()


@dataclass(frozen=True, slots=True)
class Text:
    """Marks a text: longest visible length in characters (source marks not counted), and whether it takes Markdown."""

    limit: int
    markdown: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "maxLength": self.limit, "x-markdown": self.markdown}

    def _check(self, text: str) -> str:
        length = max(len(visible(text)), len(text) - MARKS_ALLOWANCE)
        if length > self.limit:
            raise PydanticCustomError("texte_trop_long", "texte", {"longueur": length, "limite": self.limit})
        return text


@dataclass(frozen=True, slots=True)
class Term:
    """Marks a field whose value is a code of the vocabulary of that name in `practices/vocabulaires/`."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class Kind:
    """Names the sort of value a field takes, for what reads the model as data: a form, the browser's validator."""

    name: str


def _read_boolean(value: object) -> object:
    """YAML 1.1 would have guessed, and so would pydantic; here the author's own word is read."""
    word = str(value).lower()
    if word not in BOOLEANS:
        raise PydanticCustomError("oui_ou_non", "oui ou non")
    return BOOLEANS[word]


def _read_digits(value: object) -> object:
    """Digits alone: pydantic would also take `4_5`, `+45`, `45.0` and other scripts' digits."""
    if isinstance(value, str) and not DIGITS.fullmatch(value):
        raise PydanticCustomError("nombre_invalide", "nombre")
    return value


# Labels separated by dots, and no name or password before: « https://connu.fr@ailleurs.fr » leads elsewhere. Then a
# port up to 65535, a path, a query, an anchor: anything but white, quotes and signs that would end an attribute.
# A browser composes some signs into a slash or a colon: in a host, they too would lead elsewhere.
COMPOSED = (
    "\u2047\u2048\u2049\u2100\u2101\u2105\u2106\u2a74\ufe13\ufe16\ufe55\ufe56\ufe5f\ufe6b\uff03\uff0f\uff1a\uff1f\uff20"
)
_LABEL = rf"[^\s.@\\:/?#\[\]<>\"\x00-\x1f\x7f-\x9f{COMPOSED}]+"
_PORT = r"(?::(?:0*(?:6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[0-9]{0,4})))?"
WEB_ADDRESS = re.compile(
    rf"[hH][tT][tT][pP][sS]?://{_LABEL}(?:\.{_LABEL})+\.?{_PORT}(?:[/?#][^\s<>\"\\\x00-\x1f\x7f-\x9f]*)?"
)


def _check_web_address(text: str) -> str:
    if len(text) > LONGEST_ADDRESS:
        raise PydanticCustomError("texte_trop_long", "texte", {"longueur": len(text), "limite": LONGEST_ADDRESS})
    if not WEB_ADDRESS.fullmatch(text):
        raise PydanticCustomError("adresse_invalide", "adresse")
    return text


def _check_partial_date(text: str) -> str:
    if not PARTIAL_DATE.fullmatch(text):
        raise PydanticCustomError("date_partielle_invalide", "date")
    try:
        first_day(text)
    except ValueError:
        raise PydanticCustomError("date_partielle_invalide", "date") from None
    return text


def first_day(partial_date: str) -> date:
    """The first day a date given as AAAA, AAAA-MM or AAAA-MM-JJ may stand for. Raises ValueError."""
    return date.fromisoformat(partial_date + "-01" * (2 - partial_date.count("-")))


def last_day(partial_date: str) -> date:
    """The last day a date given as AAAA, AAAA-MM or AAAA-MM-JJ may stand for. Raises ValueError."""
    first = first_day(partial_date)
    month = 12 if len(partial_date) == len("AAAA") else first.month
    day = first.day if len(partial_date) == len("AAAA-MM-JJ") else monthrange(first.year, month)[1]
    return date(first.year, month, day)


def _check_full_date(value: object) -> object:
    """ISO dates alone: `2026-11-23`. A bare number would otherwise be read as seconds since 1970."""
    if isinstance(value, str) and not FULL_DATE.fullmatch(value):
        raise PydanticCustomError("date_invalide", "date")
    return value


def _check_source_id(text: str) -> str:
    if not SOURCE_ID.fullmatch(text):
        raise PydanticCustomError("identifiant_invalide", "identifiant")
    return text


WebAddress = Annotated[str, AfterValidator(_check_web_address), Kind("adresse")]
PartialDate = Annotated[str, AfterValidator(_check_partial_date), Kind("date-partielle")]
"""A date as a source gives it: AAAA, AAAA-MM or AAAA-MM-JJ."""
FullDate = Annotated[date, BeforeValidator(_check_full_date), Kind("date")]
Whole = Annotated[int, BeforeValidator(_read_digits), Kind("entier")]
"""A whole number, written in digits."""
Boolean = Annotated[bool, BeforeValidator(_read_boolean), Kind("oui-non")]
SourceId = Annotated[str, AfterValidator(_check_source_id), Kind("source")]
SheetId = Annotated[str, Kind("fiche")]
"""The id of a sheet: the name of its file."""
