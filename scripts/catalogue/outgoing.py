"""Answers → the file to be: its text, its place, and how what is wrong with it is told."""

from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from catalogue.drafts import Answers, respelled
from catalogue.form import fields_at
from catalogue.model import Practice, Replication
from catalogue.phrases import retold
from catalogue.problems import Fault, Severity
from catalogue.shape_messages import name_of
from catalogue.structure import KINDS
from catalogue.writing import to_yaml

MODELINE = "# yaml-language-server: $schema=../../site/donnees/{kind}.schema.json\n"
EntryModel = type[Practice] | type[Replication]


def draft_text(kind: EntryModel, answers: Answers) -> str:
    """The YAML of the answers, in the one form of sheets, whether or not they make a valid entry.

    Its first line tells editors where the schema is, once the site has been built here: they complete and check keys.
    """
    return MODELINE.format(kind=_name(kind)) + to_yaml(_constructed(kind, dict(respelled(answers))))


def _constructed(model: type[BaseModel], values: dict[str, Any]) -> Any:
    """An entry that nobody has validated: it can be written, and nothing else may be done with it."""
    known = {
        name: _built(field.annotation, values[name]) for name, field in model.model_fields.items() if name in values
    }
    return model.model_construct(_fields_set=set(known), **known)


def _built(annotation: Any, value: Any) -> Any:
    part = _part_in(annotation)
    if isinstance(value, dict):
        return _constructed(part, value) if part else str(value)
    if isinstance(value, list):
        return tuple(_constructed(part, one) if part and isinstance(one, dict) else str(one) for one in value)
    return str(value)


def _part_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, BaseModel) else None
    arguments = get_args(annotation) if get_origin(annotation) else ()
    return next((part for one in arguments if (part := _part_in(one))), None)


def file_for(kind: EntryModel, answers: Answers, corpus: Path) -> Path:
    folder = answers["theme"] if kind is Practice else "essaimages"
    return corpus / folder / f"{answers['id']}.yaml"


def write_new(path: Path, text: str) -> None:
    """Raises FileExistsError where a file already is, one that cannot be read or that leads elsewhere included."""
    path.parent.mkdir(exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)


def told(fault: Fault, severity: Severity, kind: EntryModel) -> str:
    """A fault of an answer, in a line, with the question it answers."""
    fields = fields_at(_name(kind), fault.path)
    place = " › ".join(field.question.label for field in fields) or name_of(fault.path)
    advice = "Conseil, " if severity is Severity.WARNING else ""
    message, remedy = retold(fault, fields[-1].kind if fields else "")
    return f"{advice}{place} : {message} ; {remedy}" if place else f"{advice}{message} ; {remedy}"


def _name(kind: EntryModel) -> str:
    return next(name for name, model in KINDS.items() if model is kind)
