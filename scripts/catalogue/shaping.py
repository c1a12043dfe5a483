"""A node tree → a typed entry, or the faults of shape that prevent it, in French. Wraps pydantic's errors."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from catalogue.nearest import remedy_for
from catalogue.nodes import Mapping, Node, plain
from catalogue.problems import Fault, Path

SHAPE_RULES = {
    "type-inattendu": "Chaque clé reçoit la sorte de valeur que le modèle attend : texte, liste ou bloc de clés.",
    "cle-inconnue": "Une fiche n’emploie que les clés du modèle.",
    "champ-requis": "Une graine remplit les clés qui lui sont demandées ; une fiche publiée en remplit davantage.",
    "valeur-vide": "Une clé écrite a une valeur.",
    "texte-trop-long": "Chaque texte respecte sa longueur maximale, pour tenir sur la page et sur la carte imprimée.",
    "liste-trop-longue": "Une liste ne dépasse pas son nombre maximal d’éléments.",
    "liste-trop-courte": "Une liste atteint son nombre minimal d’éléments.",
    "date-invalide": "Une date s’écrit AAAA-MM-JJ ; celle d’une source peut n’être qu’AAAA-MM ou AAAA.",
    "nombre-invalide": "Un nombre est un entier, dans les bornes du modèle.",
    "oui-ou-non": "Une question fermée reçoit « oui » ou « non ».",
    "adresse-invalide": "Une adresse web est complète et commence par https://.",
    "identifiant-invalide": "Un identifiant de source est un mot court en minuscules, comme « s1 ».",
}

Shaped = TypeVar("Shaped", bound=BaseModel)
GIVEN_BY_FILE = {"id": "le nom du fichier", "theme": "le dossier du fichier"}


def shape(model: type[Shaped], node: Node, given: dict[str, str]) -> tuple[Shaped | None, list[tuple[str, Fault]]]:
    """`node` as a `model`, with the `given` fields (what file and folder say); or (rule, fault) pairs."""
    if not isinstance(node, Mapping):
        message = "Le fichier ne contient pas de clés"
        return None, [("type-inattendu", Fault((), message, "commencez par une ligne comme « titre: … »"))]
    data = plain(node)
    assert isinstance(data, dict)
    empty = list(_empty_values(data))
    reserved = [name for name in GIVEN_BY_FILE if name in data and name in model.model_fields]
    faults = [("valeur-vide", _empty_fault(path)) for path in empty]
    faults += [("cle-inconnue", _reserved_fault(name)) for name in reserved]
    try:
        shaped = model.model_validate(data | given)
    except ValidationError as error:
        faults += [
            _translate(details, model)
            for details in error.errors(include_url=False)
            if not any(details["loc"][: len(path)] == path for path in empty)
        ]
        return None, faults
    return (None if faults else shaped), faults


def _empty_values(value: object, path: Path = ()) -> Iterator[Path]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _empty_values(inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _empty_values(inner, (*path, position))
    elif isinstance(value, str) and (not value.strip() or value in ("null", "~")):
        yield path


def _empty_fault(path: Path) -> Fault:
    return Fault(path, f"« {name_of(path)} » n’a pas de valeur", "écrivez-la, ou retirez la ligne", on_key=True)


def _reserved_fault(name: str) -> Fault:
    return Fault((name,), f"La clé « {name} » ne s’écrit pas", f"c’est {GIVEN_BY_FILE[name]} qui la donne", on_key=True)


def name_of(path: Path) -> str:
    """How a message names a place: its last key, and its rank when it is in a list. `('etapes', 1, 'titre')` → etapes 2, titre."""
    words: list[str] = []
    for step in path:
        if isinstance(step, int) and words:
            words[-1] += f" {step + 1}"
        else:
            words.append(str(step))
    return ", ".join(words)


def _translate(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, Fault]:  # noqa: C901, PLR0912 - a case a fault
    path: Path = tuple(error["loc"])
    name, context = name_of(path), error.get("ctx", {})
    match error["type"]:
        case "missing":
            key = str(path[-1])
            inside = f" de « {name_of(path[:-1])} »" if len(path) > 1 else ""
            return "champ-requis", Fault(path, f"La clé « {key} »{inside} manque", f"ajoutez « {key}: … »", on_key=True)
        case "extra_forbidden":
            return "cle-inconnue", _unknown_key(path, model)
        case "texte_trop_long":
            length, limit = context["longueur"], context["limite"]
            message = f"« {name} » fait {length} caractères, {length - limit} de trop"
            return "texte-trop-long", Fault(path, message, f"restez sous {limit}")
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
        case "bool_type" | "bool_parsing":
            return "oui-ou-non", Fault(path, f"« {name} » attend oui ou non", "écrivez « oui » ou « non »")
        case "int_type" | "int_parsing" | "int_from_float":
            return "nombre-invalide", Fault(
                path, f"« {name} » doit être un nombre entier", "écrivez-le en chiffres, comme 45"
            )
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
        case other:
            raise NotImplementedError(other)


def _text_remedy(value: object) -> str:
    if isinstance(value, list):
        return "retirez les tirets « - »"
    return "un deux-points dans un texte oblige à le mettre entre guillemets"


def _block_expected(path: Path, model: type[BaseModel]) -> Fault:
    keys = ", ".join(_fields_at(path, model))
    return Fault(path, f"« {name_of(path)} » attend des clés", f"écrivez à la ligne, en décalant : {keys}")


def _unknown_key(path: Path, model: type[BaseModel]) -> Fault:
    key, known = str(path[-1]), _fields_at(path[:-1], model)
    place = f" dans « {name_of(path[:-1])} »" if len(path) > 1 else ""
    return Fault(path, f"La clé « {key} » n’existe pas{place}", remedy_for(key, known, "CONTRIBUTING.md"), on_key=True)


def _fields_at(path: Path, model: type[BaseModel]) -> list[str]:
    """The keys the model allows at `path`."""
    here: Any = model
    for step in path:
        if isinstance(step, str):
            here = _model_in(here.model_fields[step].annotation)
    return [name for name in here.model_fields if here is not model or name not in GIVEN_BY_FILE]


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in getattr(annotation, "__args__", ()) if (found := _model_in(part))), None)
