"""What the build hands to the browser: all of the rules, light enough for a phone, and libraries as published."""

import gzip
import json
from functools import cache
from pathlib import Path

import pytest

from catalogue.browser_model import browser_model
from catalogue.corpus import PRACTICES
from catalogue.loading import load
from catalogue.nearest import suggestion
from catalogue.related import WORD, stems
from hooks import ROOT
from parity.driver import in_node

HEAVIEST = 60_000
"""Bytes of the model, compressed: fetched once, by the pages that have a form."""
VENDORED = ROOT / "overrides" / "assets" / "essaim" / "js" / "tiers"
PUBLISHED = ROOT / "tests" / "node_modules"
LIBRARIES = {
    "js-yaml.js": "js-yaml/dist/browser/js-yaml.esm.min.mjs",
    "js-yaml.LICENCE.txt": "js-yaml/LICENSE",
    "stemmer-francais.js": "@orama/stemmers/dist/fr.js",
    "stemmer-francais.LICENCE.txt": "@orama/stemmers/LICENSE.md",
}


@cache
def model() -> str:
    return browser_model(load(PRACTICES)[0])


def test_the_model_is_light() -> None:
    assert len(gzip.compress(model().encode(), 9)) < HEAVIEST


@pytest.mark.parametrize(("ours", "theirs"), LIBRARIES.items())
def test_a_library_is_the_one_published(ours: str, theirs: str) -> None:
    """Byte for byte that of the locked package, with its licence."""
    assert (VENDORED / ours).read_bytes() == (PUBLISHED / theirs).read_bytes()


def test_every_library_is_listed() -> None:
    assert {path.name for path in VENDORED.iterdir() if not path.name.endswith(".d.ts")} == set(LIBRARIES)


@pytest.fixture(scope="module")
def told() -> dict[str, object]:
    """Answers of the small modules: near words, short codes, stems, sheets like a title."""
    catalogue, _ = load(PRACTICES)
    words = sorted(
        {
            word
            for path in PRACTICES.rglob("*.yaml")
            for word in WORD.findall(path.read_text(encoding="utf-8").casefold())
        }
    )
    practices = list(catalogue.practices.values())
    return {
        "words": words,
        "titles": [one.titre for one in practices],
        "ids": [one.id for one in practices],
        "answers": in_node(
            "answers.mjs",
            {"model": json.loads(model()), "words": words, "titles": [one.titre for one in practices], "wrong": WRONG},
        ),
    }


WRONG = [
    "acroche",
    "jeune",
    "",
    "0",
    "Jeunes",
    "mobilté",
    "xyz",
    "demandeur d emploi",
    "91",
    "é",
    "a" * 61,
    "handicapé",
    "refugie",
]


def test_near_words_are_those_of_the_checker(told: dict[str, object]) -> None:
    publics = [term["code"] for term in json.loads(model())["vocabulaires"]["publics"]["termes"]]
    answers = told["answers"]
    assert isinstance(answers, dict)

    assert answers["near"] == [suggestion(wrong, publics) for wrong in WRONG]


def test_stems_are_those_of_the_checker(told: dict[str, object]) -> None:
    """But for newer rules (« lyonnaise », « genoux ») that the published JavaScript does not have yet."""
    words, answers = told["words"], told["answers"]
    assert isinstance(words, list)
    assert isinstance(answers, dict)
    different = [word for word, stem in zip(words, answers["stems"], strict=True) if [stem] != stems(word)]

    assert len(different) < len(words) / 500
    assert all(word.rstrip("es").endswith("ai") or word.rstrip("s").endswith(("aise", "oux")) for word in different)


def test_a_title_typed_finds_its_own_sheet(told: dict[str, object]) -> None:
    """« Une fiche proche existe »: whoever types what exists is shown it first; a word alone shows nothing."""
    ids, answers = told["ids"], told["answers"]
    assert isinstance(answers, dict)

    assert [found[0]["id"] for found in answers["alike"]] == ids
    assert answers["alone"] == []
    assert answers["unlike"] == []


def test_a_name_of_the_model_leads_nowhere_else(tmp_path: Path) -> None:
    """Codes, short codes and titles of the sheets are the catalogue's."""
    data = json.loads(model())
    catalogue, _ = load(PRACTICES)

    assert {one["code"]: one["id"] for one in data["fiches"]}.items() <= catalogue.by_code.items()
    assert data["noms"] == []
