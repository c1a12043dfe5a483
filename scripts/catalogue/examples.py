"""Answers that could have been given: what stands for the questions not asked yet, so that rules can judge one answer."""

from collections.abc import Mapping
from typing import Any

from catalogue.catalogue import Catalogue
from catalogue.form import Field, screens
from catalogue.questions import Size

SOURCES = 9
"""Sources a text may cite before they are described."""


def example_entry(kind: str, catalogue: Catalogue) -> dict[str, Any]:
    """A sound graine or replication. Raises KeyError for another kind."""
    fields = [field for screen in screens(kind) for field in screen.fields]
    answers = {one.name: example(one, catalogue) for one in fields if one.needed is Size.SEED}
    source = answers["sources"][0]
    answers["sources"] = [{**source, "url": f"https://exemple.fr/{n}", "id": f"s{n}"} for n in range(1, SOURCES + 1)]
    if kind == "essaimage":
        return answers | {"fiche": next(iter(catalogue.practices), answers["fiche"])}
    return answers | {"statut": "graine"}


def example(field: Field, catalogue: Catalogue) -> Any:
    """An answer of the shape the model expects."""
    if field.kind in ("bloc", "blocs"):
        block = {part.name: example(part, catalogue) for part in field.parts if part.needed}
        return block if field.kind == "bloc" else [block] * max(1, field.least)
    written = field.question.example.split("\n")
    if not written[0]:
        terms = catalogue.vocabularies[field.vocabulary].termes if field.vocabulary else ()
        written = [terms[0].code] if terms else ["s1" if field.kind == "source" else "x"]
    return written if field.kind in ("termes", "textes", "fiches") else written[0]


def completed(block: Mapping[str, Any], field: Field, catalogue: Catalogue) -> dict[str, Any]:
    """A block being answered, with what it still lacks."""
    return {part.name: example(part, catalogue) for part in field.parts if part.needed} | dict(block)
