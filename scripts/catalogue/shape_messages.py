"""Faults of shape in French: pydantic's errors, and what it cannot see, for someone who knows neither it nor YAML."""

from collections.abc import Sequence
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from catalogue.nearest import remedy_for
from catalogue.phrases import fault, piece
from catalogue.problems import Fault, Path, cut, quoted

GIVEN_BY_FILE = {"id": "le nom du fichier", "theme": "le dossier du fichier"}


def empty_value(path: Path) -> Fault:
    return fault(path, "valeur-vide", on_key=True, nom=name_of(path))


def cut_text(path: Path) -> Fault:
    return fault(path, "texte-coupe", nom=name_of(path))


def reserved_key(path: Path) -> Fault:
    name = str(path[-1])
    return fault(path, "cle-inconnue/reservee", on_key=True, nom=name, donneur=GIVEN_BY_FILE[name])


def unknown_key(path: Path, model: type[BaseModel], data: dict[str, Any]) -> Fault:
    """`data` is the whole entry: a key of a block, left at the block's own level, is told from a misspelt one."""
    key, known = str(path[-1]), _fields_at(path[:-1], model)
    place = piece("dans", ou=name_of(path[:-1])) if len(path) > 1 else ""
    block = _block_above(path, model, data)
    remedy = piece("bloc", bloc=block) if block else remedy_for(key, known, "CONTRIBUTING.md")
    return fault(path, "cle-inconnue", on_key=True, cle=quoted(key), ou=place, remede=remedy)


def more_unknown_keys(paths: Sequence[Path]) -> Fault:
    plural = "s" if len(paths) > 1 else ""
    return fault(paths[0], "cle-inconnue/suite", on_key=True, nombre=len(paths), s=plural)


def _block_above(path: Path, model: type[BaseModel], data: Any) -> str | None:
    """The empty block just above an unknown key, when the key is one of the block's."""
    for step in path[:-1]:
        data = data[step]
    here = _model_at(path[:-1], model)
    above: list[str] = list(data)[: list(data).index(path[-1])]
    nearest = next((key for key in reversed(above) if key in here.model_fields), None)
    if nearest is None or data[nearest] != "":
        return None
    block = _block_in(here.model_fields[nearest].annotation)
    return nearest if block and path[-1] in block.model_fields else None


def _block_in(annotation: Any) -> type[BaseModel] | None:
    """The model of a field that holds one block of keys; none when it holds a list of them."""
    parts = () if get_origin(annotation) is tuple else (annotation, *get_args(annotation))
    return next((part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)), None)


def name_of(path: Path) -> str:
    """How a message names a place: its last key, and its rank when it is in a list. `('etapes', 1, 'titre')` → etapes 2, titre."""
    words: list[str] = []
    for step in path:
        if isinstance(step, int) and words:
            words[-1] += f" {step + 1}"
        else:
            words.append(cut(str(step)))
    return ", ".join(words)


def translate(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, Fault]:  # noqa: C901, PLR0912 - a case a fault
    path: Path = tuple(error["loc"])
    name, context = name_of(path), error.get("ctx", {})
    match error["type"]:
        case "missing":
            inside = piece("de", ou=name_of(path[:-1])) if len(path) > 1 else ""
            return "champ-requis", fault(path, "champ-requis", on_key=True, cle=path[-1], de=inside)
        case "texte_trop_long":
            length, limit = context["longueur"], context["limite"]
            told = {"longueur": length, "limite": limit, "trop": length - limit}
            return "texte-trop-long", fault(path, "texte-trop-long", nom=name, **told)
        case "too_long":
            told = {"nombre": context["actual_length"], "limite": context["max_length"]}
            return "liste-trop-longue", fault(path, "liste-trop-longue", nom=name, **told)
        case "too_short":
            told = {"nombre": context["actual_length"], "limite": context["min_length"]}
            plural = "s" if context["actual_length"] > 1 else ""
            return "liste-trop-courte", fault(path, "liste-trop-courte", nom=name, s=plural, **told)
        case "string_type":
            told_as = "texte-liste" if isinstance(error["input"], list) else "texte-bloc"
            return "type-inattendu", fault(path, f"type-inattendu/{told_as}", nom=name)
        case "tuple_type":
            return "type-inattendu", fault(path, "type-inattendu/liste", nom=name)
        case "model_type":
            keys = ", ".join(_fields_at(path, model))
            return "type-inattendu", fault(path, "type-inattendu/bloc", nom=name, cles=keys)
        case "date_invalide" | "date_type" | "date_from_datetime_parsing" | "date_parsing":
            return "date-invalide", fault(path, "date-invalide", nom=name)
        case "date_partielle_invalide":
            return "date-invalide", fault(path, "date-invalide/partielle", nom=name)
        case "oui_ou_non":
            return "oui-ou-non", fault(path, "oui-ou-non", nom=name)
        case "nombre_invalide" | "int_type":
            return "nombre-invalide", fault(path, "nombre-invalide", nom=name)
        case "int_parsing_size":
            return "nombre-invalide", fault(path, "nombre-invalide/enorme", nom=name)
        case "greater_than_equal":
            return "nombre-invalide", fault(path, "nombre-invalide/petit", nom=name, limite=context["ge"])
        case "less_than_equal":
            return "nombre-invalide", fault(path, "nombre-invalide/grand", nom=name, limite=context["le"])
        case "adresse_invalide":
            return "adresse-invalide", fault(path, "adresse-invalide", nom=name)
        case "identifiant_invalide":
            return "identifiant-invalide", fault(path, "identifiant-invalide", nom=name)
        case _:
            # A sort of field new to the model, or a pydantic that words its errors otherwise: vague, and still a line.
            return "type-inattendu", fault(path, "type-inattendu/autre", nom=name)


def _fields_at(path: Path, model: type[BaseModel]) -> list[str]:
    """The keys the model allows at `path`."""
    here = _model_at(path, model)
    return [name for name in here.model_fields if here is not model or name not in GIVEN_BY_FILE]


def _model_at(path: Path, model: type[BaseModel]) -> type[BaseModel]:
    here = model
    for step in path:
        if isinstance(step, str):
            here = model_in(here.model_fields[step].annotation)
    return here


def model_in(annotation: Any) -> type[BaseModel]:
    """The model a field's annotation nests, alone or in a list; the empty one for a plain value."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    nested = (model_in(part) for part in get_args(annotation))
    return next((found for found in nested if found is not BaseModel), BaseModel)
