"""An entry → its YAML, always the same way: keys in the model's order, one style a kind of value, French signs right."""

import re
from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from catalogue.fields import Text
from catalogue.marks import field_marks
from catalogue.model import Entry
from catalogue.plain_scalars import is_plain
from catalogue.shape_messages import GIVEN_BY_FILE
from catalogue.spelling import written

WIDTH = 118
BREAK = re.compile(r"(?<=\S) (?=\S)")
"""Where a line may be cut: YAML reads the cut as one space, so two would be lost."""


def to_yaml(entry: Entry) -> str:
    """The file of an entry, its `id` and `theme` left to the file's name and folder. Only what was written is written."""
    return "\n".join(_mapping(entry, "")) + "\n"


def _mapping(part: BaseModel, indent: str) -> Iterator[str]:
    for name in type(part).model_fields:
        if name in part.model_fields_set and (indent or name not in GIVEN_BY_FILE):
            corrected = any(isinstance(mark, Text) for mark in field_marks(type(part), name))
            yield from _entry(f"{indent}{name}:", getattr(part, name), indent, corrected=corrected)


def _entry(start: str, value: object, indent: str, *, corrected: bool) -> Iterator[str]:
    """Lines of `start` (a key or a dash) and its value; `indent` is the block's own."""
    deeper = indent + "  "
    match value:
        case None:
            return
        case BaseModel():
            yield start
            yield from _mapping(value, deeper)
        case tuple() if not value:
            yield f"{start} []"
        case tuple():
            yield start
            for item in value:
                yield from _item(item, deeper, corrected=corrected)
        case bool():
            yield f"{start} {'oui' if value else 'non'}"
        case int() | date():
            yield f"{start} {value}"
        case str():
            yield from _text(start, written(value.strip()) if corrected else value, deeper)
        case other:
            raise TypeError(other)


def _item(item: object, indent: str, *, corrected: bool) -> Iterator[str]:
    if isinstance(item, BaseModel):
        lines = list(_mapping(item, indent + "  "))
        yield f"{indent}- {lines[0].lstrip()}"
        yield from lines[1:]
    else:
        yield from _entry(f"{indent}-", item, indent, corrected=corrected)


def _text(start: str, text: str, indent: str) -> Iterator[str]:
    paragraphs = [kept for paragraph in text.split("\n\n") if (kept := paragraph.strip(" "))]
    if any("\n" in paragraph for paragraph in paragraphs):
        yield f"{start} |-"
        yield from (f"{indent}{line}".rstrip() for line in text.split("\n"))
        return
    line = f"{start} {_scalar(text)}"
    if len(paragraphs) <= 1 and (len(line) <= WIDTH or not BREAK.search(text)):
        yield line
        return
    yield f"{start} >-"
    for rank, paragraph in enumerate(paragraphs):
        if rank:
            yield ""
        yield from (indent + wrapped for wrapped in _wrapped(paragraph, WIDTH - len(indent)))


def _wrapped(paragraph: str, width: int) -> Iterator[str]:
    """Lines of at most `width` characters, but for words longer than that."""
    line, *words = BREAK.split(paragraph)
    for word in words:
        if len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}"
    yield line


def _scalar(text: str) -> str:
    """Plain where no reader of YAML, 1.1 or 1.2, could take it for anything but this text; else in single quotes."""
    return text if is_plain(text) else "'" + text.replace("'", "''") + "'"
