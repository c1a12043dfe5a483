"""A node tree → a typed entry, or the faults of shape that prevent it. Wraps pydantic."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from catalogue.fields import Text
from catalogue.marks import field_marks
from catalogue.nodes import Mapping, Node, Refused, Scalar, Sequence, plain
from catalogue.phrases import fault
from catalogue.problems import Fault, Path
from catalogue.shape_messages import (
    GIVEN_BY_FILE,
    cut_text,
    empty_value,
    model_in,
    more_unknown_keys,
    reserved_key,
    translate,
    unknown_key,
)

SHAPE_RULES = {
    "type-inattendu": "Chaque clé reçoit la sorte de valeur que le modèle attend : texte, liste ou bloc de clés.",
    "cle-inconnue": "Une fiche n’emploie que les clés du modèle.",
    "champ-requis": "Une graine remplit les clés qui lui sont demandées ; une fiche publiée en remplit davantage.",
    "valeur-vide": "Une clé écrite a une valeur.",
    "texte-coupe": "Un texte qui contient « # » après une espace est entre guillemets : sinon YAML l’arrête là.",
    "texte-trop-long": "Chaque texte respecte sa longueur maximale, pour tenir sur la page et sur la carte imprimée.",
    "liste-trop-longue": "Une liste ne dépasse pas son nombre maximal d’éléments.",
    "liste-trop-courte": "Une liste atteint son nombre minimal d’éléments.",
    "date-invalide": "Une date s’écrit AAAA-MM-JJ ; celle d’une source peut n’être qu’AAAA-MM ou AAAA.",
    "nombre-invalide": "Un nombre est un entier, dans les bornes du modèle.",
    "oui-ou-non": "Une question fermée reçoit « oui » ou « non ».",
    "adresse-invalide": "Une adresse web est complète et commence par https://.",
    "identifiant-invalide": "Un identifiant de source est un mot court en minuscules, comme « s1 ».",
}

WITHOUT_VALUE = ("", "null", "~")
"""How YAML writes nothing."""
UNKNOWN_KEYS_SHOWN = 20
"""Beyond, a file is no sheet at all: a last line counts the others."""

Shaped = TypeVar("Shaped", bound=BaseModel)


def shape(model: type[Shaped], node: Node, given: dict[str, str]) -> tuple[Shaped | None, list[tuple[str, Fault]]]:
    """`node` as a `model`, with the `given` fields (what file and folder say); or (rule, fault) pairs."""
    if not isinstance(node, Mapping):
        return None, [("type-inattendu", fault((), "type-inattendu/fichier"))]
    data = plain(node)
    assert isinstance(data, dict)
    shaped, errors = _validated(model, data | given)
    reserved = [(name,) for name in GIVEN_BY_FILE if name in data and name in model.model_fields]
    unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    empty, refused = _without_value(data)
    nowhere = {*unknown, *reserved}
    silenced = {*empty, *refused, *nowhere}
    faults = [("valeur-vide", empty_value(path)) for path in empty if not _is_below(path, nowhere)]
    faults += [("cle-inconnue", reserved_key(path)) for path in reserved]
    faults += [("cle-inconnue", unknown_key(path, model, data)) for path in unknown[:UNKNOWN_KEYS_SHOWN]]
    if left_out := unknown[UNKNOWN_KEYS_SHOWN:]:
        faults.append(("cle-inconnue", more_unknown_keys(left_out)))
    faults += [translate(error, model) for error in errors if not _is_below(error["loc"], silenced)]
    faults += [("texte-coupe", cut_text(path)) for path in _cut_texts(node, model)]
    return (None if faults else shaped), faults


def _validated(model: type[Shaped], data: dict[str, Any]) -> tuple[Shaped | None, list[ErrorDetails]]:
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, [details for details in error.errors(include_url=False) if not _is_miscounted(details)]


def _is_miscounted(error: ErrorDetails) -> bool:
    """Whether a list is said too short because pydantic counts its sound items alone: they have their own faults."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _is_below(path: Path, places: set[Path]) -> bool:
    return any(path[:length] in places for length in range(1, len(path) + 1))


def _without_value(data: object) -> tuple[list[Path], list[Path]]:
    """Where nothing is written, and where reading has already refused what is."""
    leaves = list(_leaves(data))
    empty = [path for path, value in leaves if isinstance(value, str) and value in WITHOUT_VALUE]
    return empty, [path for path, value in leaves if isinstance(value, Refused)]


def _leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _leaves(inner, (*path, position))
    else:
        yield path, value


def _cut_texts(node: Node, model: type[BaseModel], path: Path = (), *, is_text: bool = False) -> Iterator[Path]:
    """The texts of an entry that YAML ended at a « # »."""
    match node:
        case Scalar(cut=True) if is_text:
            yield path
        case Sequence():
            for position, item in enumerate(node.items):
                yield from _cut_texts(item, model, (*path, position), is_text=is_text)
        case Mapping():
            for key, inner in node.entries.items():
                if key in model.model_fields:
                    part = model_in(model.model_fields[key].annotation)
                    is_text = any(isinstance(mark, Text) for mark in field_marks(model, key))
                    yield from _cut_texts(inner, part, (*path, key), is_text=is_text)
