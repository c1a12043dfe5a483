"""The model as JSON Schemas (2020-12), so that an editor completes and checks a file as it is typed.

They ask what a schema can ask: keys, sorts, lengths, lists, codes, and what a published sheet must say. The rest is
`make check`'s. The build writes them in `site/donnees/`: a file whose first line is
`# yaml-language-server: $schema=../../site/donnees/fiche.schema.json` is checked once the site has been built here.
Nothing generated is committed, so that a new code in a vocabulary asks for nothing more. YAML readers give scalars a type: what our reader takes as text is accepted as a number too.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from catalogue import fields
from catalogue.practice_questions import PRACTICE_STEPS
from catalogue.questions import Question, questions
from catalogue.replication_questions import REPLICATION_STEPS
from catalogue.rules.size import ASKED_OF_A_SHEET, MAY_BE_UNDOCUMENTED
from catalogue.shape_messages import GIVEN_BY_FILE
from catalogue.structure import KINDS, Described, parts
from catalogue.vocabulary import Vocabulary

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLES = {
    "fiche": "Une fiche de pratique",
    "essaimage": "Une reprise de pratique, ailleurs",
    "atelier": "Un atelier : un parcours de fiches pour une formation",
    "retrait": "Un avis de retrait : pourquoi une fiche n’est plus là",
}
ASKED = {"fiche": PRACTICE_STEPS, "essaimage": REPLICATION_STEPS}
NOT_ASKED = {
    "statut": "Où en est la fiche : « graine » pour commencer.",
    "remplacee_par": "L’identifiant de la fiche qui remplace celle-ci.",
    "anciens_ids": "Les noms que le fichier a portés : leurs adresses mènent encore ici.",
    "non_documente": "Les clés qu’aucune source ne permet de remplir.",
    "relecture": "Qui a relu, quand, et son avis sur chaque critère.",
}
"""Keys that no form asks: what an editor shows of them."""
_MARK = r" ?\[[a-z][a-z0-9-]{0,39}\]"


def json_schemas(vocabularies: Mapping[str, Vocabulary]) -> dict[str, str]:
    """File name → JSON text, one for each sort of file."""
    return {
        f"{kind}.schema.json": json.dumps(_schema(kind, vocabularies), ensure_ascii=False, indent=1) + "\n"
        for kind in KINDS
    }


def _schema(kind: str, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    asked = {question.name: question for question in questions(ASKED[kind])} if kind in ASKED else {}
    described = parts()
    names = list(_reached(KINDS[kind].__name__, described))
    root = _part(described[KINDS[kind].__name__], asked, given=tuple(GIVEN_BY_FILE))
    used = sorted({field["vocabulaire"] for name in names for field in described[name] if "vocabulaire" in field})
    blocks = {name: _part(described[name], _words_of(name, asked, described, kind)) for name in names[1:]}
    codes = {f"codes-{name}": _codes(vocabularies[name]) for name in used}
    published = _published() if kind == "fiche" else {}
    return {"$schema": DIALECT, "title": TITLES[kind], **root, **published, "$defs": blocks | codes}


def _reached(name: str, described: Mapping[str, list[Described]]) -> Iterator[str]:
    """A part and all those inside it, each once."""
    met: dict[str, None] = {}
    waiting = [name]
    while waiting:
        here = waiting.pop(0)
        if here not in met:
            met[here] = None
            waiting += [field["partie"] for field in described[here] if "partie" in field]
    yield from met


def _words_of(
    part: str, asked: Mapping[str, Question], described: Mapping[str, list[Described]], kind: str
) -> dict[str, Question]:
    """The questions asked of a part's keys: those of the first key of the entry that holds it."""
    holders = [field["nom"] for field in described[KINDS[kind].__name__] if field.get("partie") == part]
    return {inner.name: inner for holder in holders[:1] if holder in asked for inner in asked[holder].parts}


def _part(described: list[Described], asked: Mapping[str, Question], given: tuple[str, ...] = ()) -> dict[str, Any]:
    kept = [field for field in described if field["nom"] not in given]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field["nom"] for field in kept if field.get("requis")],
        "properties": {field["nom"]: _property(field, asked.get(field["nom"])) for field in kept},
    }


def _property(field: Described, question: Question | None) -> dict[str, Any]:
    words = _words(field, question)
    if "liste" not in field:
        return words | _value(field)
    fewest, most = field["liste"]
    bounds = {"minItems": fewest} | ({"maxItems": most} if most is not None else {})
    return words | {"type": "array", **bounds, "uniqueItems": True, "items": _value(field)}


def _words(field: Described, question: Question | None) -> dict[str, Any]:
    told = {"title": question.label, "description": question.hint} if question else {}
    limit = f"{field['limite']} caractères au plus, renvois [s1] non comptés." if "limite" in field else ""
    description = " ".join(one for one in (told.get("description", NOT_ASKED.get(field["nom"], "")), limit) if one)
    examples = question.example.split("\n")[:1] if question and question.example else []
    return {
        **({"title": told["title"]} if told else {}),
        **({"description": description} if description else {}),
        **({"examples": [examples if "liste" in field else examples[0]]} if examples else {}),
    }


def _value(field: Described) -> dict[str, Any]:
    match field["sorte"]:
        case "bloc":
            return {"$ref": f"#/$defs/{field['partie']}"}
        case "terme":
            return {"$ref": f"#/$defs/codes-{field['vocabulaire']}"}
        case "texte":
            return _text(field["limite"])
        case "date":
            return {"type": "string", "pattern": _whole(fields.FULL_DATE.pattern)} | _told("AAAA-MM-JJ")
        case "date-partielle":
            pattern = {"type": "string", "pattern": _whole(fields.PARTIAL_DATE.pattern)}
            return {"anyOf": [pattern, {"type": "integer"}]} | _told("AAAA, AAAA-MM ou AAAA-MM-JJ")
        case "adresse":
            return {"type": "string", "pattern": "^[hH][tT][tT][pP][sS]?://", "maxLength": fields.LONGEST_ADDRESS}
        case "entier":
            return {"type": "integer", "minimum": field["min"], "maximum": field["max"]}
        case "oui-non":
            return {"enum": ["oui", "non", True, False]}
        case "source":
            return {"type": "string", "pattern": _whole(fields.SOURCE_ID.pattern)}
        case _:
            return {"type": "string"}


def _text(limit: int) -> dict[str, Any]:
    """As long as its card can print: source marks do not count. A number is a text to our reader."""
    pattern = rf"^(?:{_MARK})*(?:[\s\S](?:{_MARK})*){{1,{limit}}}$"
    return {"type": ["string", "number"], "pattern": pattern} | _told(f"{limit} caractères au plus")


def _told(message: str) -> dict[str, str]:
    """What VS Code's YAML extension says instead of the pattern."""
    return {"patternErrorMessage": message}


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"


def _codes(vocabulary: Vocabulary) -> dict[str, Any]:
    """A vocabulary's codes, each with its label. A code in digits is also read as a number."""
    codes = [term.code for term in vocabulary.termes]
    labels = [term.libelle for term in vocabulary.termes]
    digits = [rank for rank, code in enumerate(codes) if code.isdecimal() and str(int(code)) == code]
    return {
        "title": vocabulary.libelle,
        "description": vocabulary.definition,
        "enum": [*codes, *(int(codes[rank]) for rank in digits)],
        "enumDescriptions": [*labels, *(labels[rank] for rank in digits)],
    }


def _published() -> dict[str, Any]:
    """Beyond a graine all is asked, or said not to be documented; a graine says what it lacks."""
    asked = [name for name in ASKED_OF_A_SHEET if name not in MAY_BE_UNDOCUMENTED]
    either = [
        {
            "anyOf": [
                {"required": [name]},
                {"required": ["non_documente"], "properties": {"non_documente": {"contains": {"const": name}}}},
            ]
        }
        for name in MAY_BE_UNDOCUMENTED
    ]
    return {
        "if": {"properties": {"statut": {"const": "graine"}}},
        "then": {"required": ["manques"]},
        "else": {"required": asked, "allOf": either},
    }
