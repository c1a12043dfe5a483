"""What an editor checks: real files pass, wrong ones do not, and a reader of French is told why."""

import json
from functools import cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from catalogue.corpus import PRACTICES
from catalogue.formatting import fixable
from catalogue.json_schemas import json_schemas
from catalogue.loading import KINDS, load
from catalogue.structure import KINDS as KINDS_BY_NAME
from catalogue.structure import parts
from test_cases import base

NAME_OF_KIND = {model: name for name, model in KINDS_BY_NAME.items()}


@cache
def schemas() -> dict[str, Any]:
    texts = json_schemas(load(PRACTICES)[0].vocabularies)
    return {name.removesuffix(".schema.json"): json.loads(text) for name, text in texts.items()}


def faults(kind: str, text: str) -> list[str]:
    """Where a YAML 1.2 reader, as an editor's is, finds fault with a file."""
    entry = yaml.load(text, Loader=_Core)
    found = Draft202012Validator(schemas()[kind]).iter_errors(entry)
    return sorted(".".join(map(str, error.absolute_path)) for error in found)


class _Core(yaml.SafeLoader):
    """YAML 1.2's core schema: « oui » and dates are text, 45 is a number."""


_Core.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag.rsplit(":", 1)[1] in ("int", "float", "null")]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("kind", list(KINDS_BY_NAME))
def test_a_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(schemas()[kind])


def test_every_published_file_passes() -> None:
    """An editor underlines nothing in what is right."""
    found = {
        path.name: faults(NAME_OF_KIND[KINDS[path.parent.name]], path.read_text(encoding="utf-8"))
        for path in fixable([PRACTICES])
    }

    assert {name: places for name, places in found.items() if places} == {}


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        ("graine", "statut: graine", "statut: grain", "statut"),
        ("graine", "titre: Ouvrir", f"titre: {'Ouvrir ' * 12}", "titre"),
        ("graine", "territoires:\n  - '09'", "territoires: []", "territoires"),
        ("graine", "manques:\n  - Combien de personnes sont rencontrées ?\n", "", ""),
        ("fiche", "effort: '2'\n", "", ""),
        ("fiche", "limites: La pluie et la nuit découragent [s2].\n", "", ""),
        ("fiche", "famille: population", "familles: population", "conditions.1"),
        ("fiche", "date_maj: 2026-02-01", "date_maj: 01/02/2026", "date_maj"),
        ("essaimage", "url: https://exemple.org/jeudi", "url: javascript:alert(1)", "sources.0.url"),
        ("atelier", "duree: 30", "duree: 300", "sequences.1.duree"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_underlined_where_it_is_wrong(name: str, old: str, new: str, place: str) -> None:
    assert old in base(name)
    kind = "fiche" if name == "graine" else name

    assert faults(kind, base(name)) == []
    assert place in faults(kind, base(name).replace(old, new))


def test_what_no_source_says_may_be_left_out() -> None:
    """« non_documente » stands for the keys it names, as in the checker."""
    silent = base("fiche").replace("limites: La pluie et la nuit découragent [s2].\n", "non_documente:\n  - limites\n")

    assert faults("fiche", silent) == []


def test_every_key_of_a_sheet_says_what_it_is() -> None:
    """An editor shows a title or a description in French for each."""
    for kind in ("fiche", "essaimage"):
        untold = [
            name
            for name, one in schemas()[kind]["properties"].items()
            if not one.get("title") and not one.get("description")
        ]
        assert untold == []
    assert set(schemas()["atelier"]["properties"]) == {field["nom"] for field in parts()["Workshop"]} - {"id"}
