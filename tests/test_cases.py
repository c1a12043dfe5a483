"""Golden cases: a small corpus in, the exact lines a contributor reads out.

A case changes one of the bases (`base`, then `remplace`: old text → new), or gives a whole `contenu`, or `octets` in
hexadecimal. `attendu` is all that is printed, warnings included.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from catalogue.loading import load
from catalogue.problems import as_text
from catalogue.rule_statements import statements

CASES = Path(__file__).parent / "cases"
TODAY = date(2026, 11, 23)
WITHOUT_CASE = {"lien-symbolique", "vocabulaire-manquant", "fichier-trop-gros"}
"""Rules whose faults no YAML case can hold: a link, an absence, 200 kB. They are in test_reading.py."""
PLACES = {
    "fiche": "sourcing/velo.yaml",
    "graine": "sourcing/lavoir.yaml",
    "essaimage": "essaimages/lavoir-foix.yaml",
    "atelier": "ateliers/sortir-du-bureau.yaml",
}


def all_cases() -> Iterator[dict[str, Any]]:
    for path in sorted(CASES.glob("*.yaml")):
        yield from yaml.safe_load(path.read_text(encoding="utf-8"))


def content_of(case: dict[str, Any]) -> bytes:
    """The bytes of the file a case is about."""
    if "octets" in case:
        return bytes.fromhex(case["octets"])
    text = case.get("contenu")
    if text is None:
        text = base(case["base"])
        for old, new in case.get("remplace", {}).items():
            assert text.count(old) == 1, f"« {old} » doit être une fois et une seule dans la base"
            text = text.replace(old, new)
    return str(text).encode()


def base(name: str) -> str:
    return (CASES / "bases" / f"{name}.yaml").read_text(encoding="utf-8")


def write_corpus(folder: Path, case: dict[str, Any]) -> None:
    """A corpus of the four bases, sound, with the case's own file and its `autres` put in."""
    files = {place: base(name).encode() for name, place in PLACES.items()}
    files |= {place: text.encode() for place, text in case.get("autres", {}).items()}
    files[case.get("fichier", PLACES.get(case.get("base", ""), PLACES["fiche"]))] = content_of(case)
    for place, content in files.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@pytest.mark.parametrize("case", list(all_cases()), ids=lambda case: f"{case['regle']} – {case['cas']}")
def test_case(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a contributor reads is exactly what the case says, and the faulty sheet is kept out."""
    write_corpus(tmp_path, case)
    monkeypatch.chdir(tmp_path)

    _, problems = load(Path(), today=TODAY)

    assert as_text(problems).splitlines() == case["attendu"]
    if case["attendu"]:
        assert case["regle"] in {problem.regle for problem in problems}


def test_every_rule_has_a_case() -> None:
    """A rule without a golden case is a rule nobody has read the message of."""
    shown = {case["regle"] for case in all_cases() if case["attendu"]}

    assert {statement.id for statement in statements()} - shown == WITHOUT_CASE


def test_the_bases_are_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bases break no rule, so that a case's lines come from its change alone."""
    write_corpus(tmp_path, {"base": "fiche"})
    monkeypatch.chdir(tmp_path)

    catalogue, problems = load(Path(), today=TODAY)

    assert as_text(problems) == ""
    assert list(catalogue.practices) == ["lavoir", "velo"]
