"""The longest sheet and workshop the model allows, made from the model itself: a new field is in at once."""

import types
import typing
from collections.abc import Iterator
from datetime import date
from itertools import count, cycle
from typing import Any

from annotated_types import Le, MaxLen
from pydantic.fields import FieldInfo

from catalogue.catalogue import Catalogue
from catalogue.fields import LONGEST_ADDRESS, Term, Text
from catalogue.model import Part, Practice, Source, Workshop
from catalogue.vocabulary import VocabularyTerm

# Wide letters, long words: real sentences take less room.
WORDS = (
    "accompagnement", "communément", "aménagement", "immédiatement", "et", "programme", "commandement", "mémorable",
    "de", "hommage", "compréhension", "moment", "à", "l’emménagement", "communément", "WXMA", "mammouth",
)  # fmt: skip
UNBOUNDED = 6
OTHER: dict[str, Any] = {
    "id": None,
    "theme": "accompagnement-global",
    "remplacee_par": None,
    "anciens_ids": (),
    "non_documente": (),
}


class Longest:
    """Fills a model, each field to its limit, each text unlike the others."""

    def __init__(self, catalogue: Catalogue, identifier: str, theme: str) -> None:
        self.catalogue = catalogue
        self.numbers, self.source_ids = count(1), count(1)
        self.fixed = OTHER | {"id": identifier, "theme": theme, "source": "s1"}

    def practice(self) -> Practice:
        return Practice(**self._part(Practice))

    def workshop(self, sheets: tuple[str, ...]) -> Workshop:
        self.fixed["fiches"] = sheets
        return Workshop(**self._part(Workshop))

    def _part(self, model: type[Part]) -> dict[str, Any]:
        values = {}
        for name, info in model.model_fields.items():
            if name == "voir_aussi":
                continue
            if name in self.fixed and not (model is Source and name == "id"):
                values[name] = self.fixed[name]
            else:
                values[name] = self._value(info)
        return values

    def _value(self, info: FieldInfo) -> Any:
        return self._of(info.annotation, list(info.metadata), 0)

    def _of(self, annotation: Any, marks: list[Any], rank: int) -> Any:
        origin = typing.get_origin(annotation)
        if origin is typing.Annotated:
            inner, *more = typing.get_args(annotation)
            return self._of(inner, [*marks, *more], rank)
        if origin in (typing.Union, types.UnionType):
            kind = next(one for one in typing.get_args(annotation) if one is not type(None))
            return self._of(kind, marks, rank)
        if origin is tuple:
            longest = next((mark.max_length for mark in _flat(marks) if isinstance(mark, MaxLen)), UNBOUNDED)
            return tuple(self._of(typing.get_args(annotation)[0], [], position) for position in range(longest))
        if isinstance(annotation, type) and issubclass(annotation, Part):
            return annotation(**self._part(annotation))
        return self._scalar(annotation, marks, rank)

    def _scalar(self, annotation: Any, marks: list[Any], rank: int) -> Any:
        for mark in _flat(marks):
            if isinstance(mark, Text):
                return self.text(mark.limit)
            if isinstance(mark, Term):
                terms = sorted(self.catalogue.vocabularies[mark.vocabulary].termes, key=lambda term: -len(_shown(term)))
                return terms[rank % len(terms)].code
            if isinstance(mark, Le):
                return mark.le
        if annotation is bool:
            return "oui"
        if annotation is date:
            return "2026-11-23"
        if any("partial_date" in repr(mark) for mark in marks):
            return "2026-11-23"
        if any("source_id" in repr(mark) for mark in marks):
            return f"s{next(self.source_ids)}"
        if any("web_address" in repr(mark) for mark in marks):
            start = f"https://exemple.org/{next(self.numbers)}/"
            return (start + "chemin-de-page/" * LONGEST_ADDRESS)[:LONGEST_ADDRESS]
        raise TypeError(annotation, marks)

    def text(self, length: int) -> str:
        """Exactly `length` characters, with a number of its own at both ends."""
        number = next(self.numbers)
        written, end = f"N{number}", f"m{number}"
        words = cycle(WORDS)
        while len(written) < length:
            written += f" {next(words)}"
        kept = written[: length - len(end)].rstrip()
        return kept + "m" * (length - len(kept) - len(end)) + end


def _flat(marks: list[Any]) -> Iterator[Any]:
    for mark in marks:
        yield mark
        yield from getattr(mark, "metadata", ())


def _shown(term: VocabularyTerm) -> str:
    return term.developpe or term.libelle
