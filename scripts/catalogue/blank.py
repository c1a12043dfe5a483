"""The commented file to fill by hand, made of the questions and their examples: where those without the form start."""

from collections.abc import Iterator
from typing import Any

from catalogue.form import Field, screens
from catalogue.model import Practice, Replication
from catalogue.questions import Size
from catalogue.writing import to_yaml

ALSO_SHOWN = ("url", "date", "depuis", "change", "constat")
"""Not asked by the model, and always worth an answer."""


def blank(kind: str) -> str:
    """The YAML of an example of a `fiche` (as a graine) or of an `essaimage`, each key under its question."""
    fields = [one for screen in screens(kind) if screen.step.size is Size.SEED for one in screen.fields]
    answers = {one.name: _answer(one) for one in fields if _is_shown(one)}
    entry = (
        Practice.model_validate({"id": "exemple", "theme": "sourcing", "statut": "graine"} | answers)
        if kind == "fiche"
        else Replication.model_validate({"id": "exemple"} | answers)
    )
    labels = {one.name: one for one in fields}
    return "\n".join(_commented(to_yaml(entry), labels)) + "\n"


def _is_shown(field: Field) -> bool:
    return field.needed is Size.SEED or field.name in ALSO_SHOWN


def _answer(field: Field) -> Any:
    example = field.question.example
    match field.kind:
        case "bloc":
            return {part.name: _answer(part) for part in field.parts if _is_shown(part)}
        case "blocs":
            return [{part.name: _answer(part) for part in field.parts if _is_shown(part)}]
        case "termes" | "textes":
            return example.split("\n")
    return example


def _commented(text: str, fields: dict[str, Field]) -> Iterator[str]:
    for line in text.splitlines():
        if field := fields.get(line.partition(":")[0]):
            limit = f" ({field.limit} caractères au plus)" if field.limit else ""
            yield f"# {field.question.label}{limit}"
        yield line
