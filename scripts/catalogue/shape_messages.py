"""Faults of shape in French: pydantic's errors, and what it cannot see, for someone who knows neither it nor YAML."""

from collections.abc import Sequence
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from catalogue.nearest import remedy_for
from catalogue.problems import Fault, Path, cut, quoted

GIVEN_BY_FILE = {"id": "le nom du fichier", "theme": "le dossier du fichier"}


def empty_value(path: Path) -> Fault:
    return Fault(path, f"« {name_of(path)} » n’a pas de valeur", "écrivez-la, ou retirez la ligne", on_key=True)


def cut_text(path: Path) -> Fault:
    remedy = "mettez le texte entre guillemets, ou le commentaire sur sa propre ligne"
    return Fault(path, f"« {name_of(path)} » s’arrête à « # »", remedy)


def reserved_key(path: Path) -> Fault:
    name = str(path[-1])
    return Fault(path, f"La clé « {name} » ne s’écrit pas", f"c’est {GIVEN_BY_FILE[name]} qui la donne", on_key=True)


def unknown_key(path: Path, model: type[BaseModel], data: dict[str, Any]) -> Fault:
    """`data` is the whole entry: a key of a block, left at the block's own level, is told from a misspelt one."""
    key, known = str(path[-1]), _fields_at(path[:-1], model)
    place = f" dans « {name_of(path[:-1])} »" if len(path) > 1 else ""
    block = _block_above(path, model, data)
    remedy = (
        f"c’est une clé de « {block} » : décalez-la de deux espaces"
        if block
        else remedy_for(key, known, "CONTRIBUTING.md")
    )
    return Fault(path, f"La clé {quoted(key)} n’existe pas{place}", remedy, on_key=True)


def more_unknown_keys(paths: Sequence[Path]) -> Fault:
    plural = "s" if len(paths) > 1 else ""
    message = f"Et {len(paths)} autre{plural} clé{plural} inconnue{plural}"
    return Fault(paths[0], message, "partez du modèle de CONTRIBUTING.md", on_key=True)


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
            key = str(path[-1])
            inside = f" de « {name_of(path[:-1])} »" if len(path) > 1 else ""
            return "champ-requis", Fault(path, f"La clé « {key} »{inside} manque", f"ajoutez « {key}: … »", on_key=True)
        case "texte_trop_long":
            length, limit = context["longueur"], context["limite"]
            message = f"« {name} » fait {length} caractères, {length - limit} de trop"
            return "texte-trop-long", Fault(path, message, f"{limit} au plus")
        case "too_long":
            message = f"« {name} » a {context['actual_length']} éléments"
            return "liste-trop-longue", Fault(path, message, f"gardez-en {context['max_length']} au plus")
        case "too_short":
            message = f"« {name} » a {context['actual_length']} élément{'s' if context['actual_length'] > 1 else ''}"
            return "liste-trop-courte", Fault(path, message, f"il en faut au moins {context['min_length']}")
        case "string_type":
            return "type-inattendu", Fault(path, f"« {name} » doit être un texte", _text_remedy(error["input"]))
        case "tuple_type":
            return "type-inattendu", Fault(
                path, f"« {name} » doit être une liste", "un tiret « - » par élément, à la ligne"
            )
        case "model_type":
            return "type-inattendu", _block_expected(path, model)
        case "date_invalide" | "date_type" | "date_from_datetime_parsing" | "date_parsing":
            return "date-invalide", Fault(
                path, f"« {name} » n’est pas une date qui existe", "écrivez AAAA-MM-JJ, comme 2026-03-31"
            )
        case "date_partielle_invalide":
            return "date-invalide", Fault(
                path, f"« {name} » n’est pas une date qui existe", "écrivez AAAA, AAAA-MM ou AAAA-MM-JJ"
            )
        case "oui_ou_non":
            return "oui-ou-non", Fault(path, f"« {name} » attend oui ou non", "écrivez « oui » ou « non »")
        case "nombre_invalide" | "int_type":
            return "nombre-invalide", Fault(
                path, f"« {name} » doit être un nombre entier", "écrivez-le en chiffres, comme 45"
            )
        case "int_parsing_size":
            return "nombre-invalide", Fault(path, f"« {name} » est trop grand", "écrivez-le en chiffres, comme 45")
        case "greater_than_equal":
            return "nombre-invalide", Fault(path, f"« {name} » est trop petit", f"au moins {context['ge']}")
        case "less_than_equal":
            return "nombre-invalide", Fault(path, f"« {name} » est trop grand", f"au plus {context['le']}")
        case "adresse_invalide":
            return "adresse-invalide", Fault(
                path, f"« {name} » n’est pas une adresse web", "donnez l’adresse complète, en https://"
            )
        case "identifiant_invalide":
            return "identifiant-invalide", Fault(
                path, f"« {name} » n’est pas un identifiant", "un mot court en minuscules, comme « s1 »"
            )
        case _:
            # A sort of field new to the model, or a pydantic that words its errors otherwise: vague, and still a line.
            return "type-inattendu", Fault(
                path, f"« {name} » n’a pas la valeur attendue", "suivez le modèle de CONTRIBUTING.md"
            )


def _text_remedy(value: object) -> str:
    if isinstance(value, list):
        return "retirez les tirets « - »"
    return "un deux-points dans un texte oblige à le mettre entre guillemets"


def _block_expected(path: Path, model: type[BaseModel]) -> Fault:
    keys = ", ".join(_fields_at(path, model))
    return Fault(path, f"« {name_of(path)} » attend des clés", f"écrivez à la ligne, en décalant : {keys}")


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
