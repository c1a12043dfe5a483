"""The model as data: parts, fields, their sorts and bounds. What a form, a schema or the browser's validator reads."""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from catalogue.fields import Kind, Term, Text
from catalogue.model import Practice, Replication, Withdrawal, Workshop

KINDS: dict[str, type[BaseModel]] = {
    "fiche": Practice,
    "essaimage": Replication,
    "atelier": Workshop,
    "retrait": Withdrawal,
}
"""What each sort of file holds."""

Described = dict[str, Any]


def parts() -> dict[str, list[Described]]:
    """Every part of the model by name, each with its fields in order.

    A field: `nom`, `sorte` (texte, terme, date, date-partielle, adresse, entier, oui-non, source, fiche, mot, bloc);
    `requis` when it is; `liste` [fewest, most] (most is null without bound) when it holds several; and what its sort
    calls for: `limite` and `markdown`, `vocabulaire`, `min` and `max`, `partie`.
    """
    found: dict[str, list[Described]] = {}
    waiting: list[type[BaseModel]] = list(KINDS.values())
    while waiting:
        part = waiting.pop(0)
        if part.__name__ not in found:
            found[part.__name__] = [described(part, name) for name in part.model_fields]
            waiting += [one for field in part.model_fields.values() for one in _blocks(field.annotation)]
    return found


def described(part: type[BaseModel], name: str) -> Described:
    """One field of `part`, as `parts` says."""
    field = part.model_fields[name]
    required = {"requis": True} if field.is_required() else {}
    return {"nom": name, **required, **_sort(field.annotation, list(field.metadata))}


def _sort(annotation: Any, marks: list[Any]) -> Described:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _sort(inner[0], [*_flat(inner[1:]), *marks])
    if origin in (Union, UnionType):
        return _sort(next(one for one in inner if one is not NoneType), marks)
    if origin is tuple:
        fewest, most = _bound(marks, MinLen, "min_length"), _bound(marks, MaxLen, "max_length")
        return {**_sort(inner[0], []), "liste": [fewest or 0, most]}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {"sorte": "bloc", "partie": annotation.__name__}
    return _scalar(marks)


def _scalar(marks: list[Any]) -> Described:
    for mark in marks:
        match mark:
            case Text(limit, markdown):
                return {"sorte": "texte", "limite": limit} | ({"markdown": True} if markdown else {})
            case Term(vocabulary):
                return {"sorte": "terme", "vocabulaire": vocabulary}
            case Kind("entier"):
                bounds = {"min": _bound(marks, Ge, "ge"), "max": _bound(marks, Le, "le")}
                return {"sorte": "entier"} | {name: value for name, value in bounds.items() if value is not None}
            case Kind(name):
                return {"sorte": name}
    return {"sorte": "mot"}


def _flat(marks: tuple[Any, ...]) -> Iterator[Any]:
    for mark in marks:
        yield from mark.metadata if isinstance(mark, FieldInfo) else (mark,)


def _bound(marks: list[Any], kind: type, name: str) -> Any:
    return next((getattr(mark, name) for mark in marks if isinstance(mark, kind)), None)


def _blocks(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _blocks(inner)
