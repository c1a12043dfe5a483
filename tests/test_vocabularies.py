"""Vocabularies agree with the references they map to."""

import json
from pathlib import Path

from catalogue.corpus import PRACTICES
from catalogue.loading import load
from hooks import ROOT

REFERENCES = Path(__file__).parent / "referentiels"
DIVISION = ROOT / "tests" / "node_modules" / "@etalab" / "decoupage-administratif" / "data"


def test_data_inclusion_codes_exist() -> None:
    """Every code mapped to the national schema is one of its values."""
    known = {one["value"] for path in REFERENCES.glob("*.json") for one in json.loads(path.read_text(encoding="utf-8"))}
    vocabularies = load(PRACTICES)[0].vocabularies.values()
    mapped = {
        f"{vocabulary.id}: {code}": code
        for vocabulary in vocabularies
        for term in vocabulary.termes
        for code in term.data_inclusion
    }

    assert len(mapped) > 40
    assert [place for place, code in mapped.items() if code not in known] == []


def test_territories_are_the_101_departements_and_18_regions() -> None:
    """Codes are strings, names and regions those of the official division, overseas included."""
    departements = json.loads((DIVISION / "departements.json").read_text(encoding="utf-8"))
    regions = json.loads((DIVISION / "regions.json").read_text(encoding="utf-8"))
    kept = {one["code"]: one for one in departements if one["zone"] != "com"}
    official = {code: f"R{one['region']}" for code, one in kept.items()}
    names = {code: one["nom"] for code, one in kept.items()} | {
        f"R{one['code']}": one["nom"] for one in regions if one["zone"] != "com"
    }
    territories = load(PRACTICES)[0].vocabularies["territoires"]

    assert len(official) == 101
    assert {term.code: term.parent for term in territories.termes if term.code[0].isdigit()} == official
    assert {term.code for term in territories.termes if term.parent == "FR"} == {
        code for code in names if code[0] == "R"
    }
    assert {code: territories[code].libelle for code in names} == {
        code: name.replace("'", "’") for code, name in names.items()
    }
