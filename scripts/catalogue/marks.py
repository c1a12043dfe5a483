"""What the model says of each field, read back from its annotations: limits, vocabularies, kinds."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from catalogue.fields import Kind, Term, Text
from catalogue.model import Part
from catalogue.problems import Path


def marked_values(
    value: Any, path: Path = (), marks: tuple[Any, ...] = ()
) -> Iterator[tuple[Path, Any, tuple[Any, ...]]]:
    """Every scalar of an entry with its path and its field's marks, in the order of the model."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from marked_values(getattr(value, name), (*path, name), field_marks(type(value), name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from marked_values(item, (*path, position), marks)
    elif value is not None:
        yield path, value, marks


@cache
def field_marks(model: type[BaseModel], name: str) -> tuple[Any, ...]:
    """The `Term`, `Text` and `Kind` marks of a field, however deep its annotation nests them."""
    field = model.model_fields[name]
    return tuple(
        mark for mark in (*field.metadata, *_nested_marks(field.annotation)) if isinstance(mark, Term | Text | Kind)
    )


def _nested_marks(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in getattr(annotation, "__args__", ()):
        yield from _nested_marks(argument)


def terms_of(model: type[BaseModel]) -> Iterator[Term]:
    """Every vocabulary mark of a model and of its parts."""
    for name, field in model.model_fields.items():
        yield from (mark for mark in field_marks(model, name) if isinstance(mark, Term))
        for part in _parts_in(field.annotation):
            yield from terms_of(part)


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _parts_in(argument)
