"""What contributors are told to write or to run is right."""

import re
from pathlib import Path

import pytest

from catalogue.loading import load
from hooks import ROOT
from issue_forms import with_models

PLACES = {
    "en_bref:": "sourcing/preparer-equipe-aller-vers.yaml",
    "fiche:": "essaimages/lavoir-foix.yaml",
    "sequences:": "ateliers/repondre.yaml",
    "motif:": "retirees/au-lavoir.yaml",
}
REPLACING = "cafe-rencontre-employeurs-quartier"
GUIDES = ("README.md", "CONTRIBUTING.md", "docs/contribuer.md", "docs/guide.md", ".github/pull_request_template.md")


def test_the_files_given_as_models_are_sound(tmp_path: Path) -> None:
    """Copied as they are, the graine, the replication, the workshop and the withdrawal notice of CONTRIBUTING.md break no rule."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    for block in blocks:
        path = tmp_path / next(place for mark, place in PLACES.items() if f"\n{mark}" in block)
        path.parent.mkdir()
        path.write_text(block.replace(REPLACING, "preparer-equipe-aller-vers"), encoding="utf-8")
    catalogue, problems = load(tmp_path)

    assert problems == []
    assert len(blocks) == len(catalogue.entries) == len(PLACES)
    assert (ROOT / "practices" / "sourcing" / f"{REPLACING}.yaml").is_file()


def test_the_models_are_those_of_the_questions() -> None:
    """« make formulaires » has been run since the questions last changed."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

    assert with_models(text) == text, "lancez « make formulaires »"


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_named_exists(guide: str) -> None:
    """A `make` target, a script, a folder: nothing is told that is not there."""
    text = (ROOT / guide).read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"\bmake ([a-z][a-z-]+)", text))
    scripts = set(re.findall(r"scripts/\w+\.py", text))
    links = {one for one in re.findall(r"\]\(([^):#]+)\)", text) if not one.startswith("{")}

    assert [one for one in targets if not re.search(rf"^{one}:", makefile, re.MULTILINE)] == []
    assert [one for one in scripts if not (ROOT / one).is_file()] == []
    assert [one for one in links if not ((ROOT / guide).parent / one).exists()] == []
