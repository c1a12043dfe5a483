"""The review grid: what changed, what a machine can tell, and a stranger's words kept as words."""

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt

from catalogue.corpus import PRACTICES
from catalogue.loading import load
from catalogue.review import text
from catalogue.review_grid import CRITERIA, grid
from hooks import ROOT
from repository import ENVIRONMENT, new_repository, run
from test_cases import base


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return new_repository(tmp_path)


def review(repository: Path, *arguments: str) -> str:
    done = run(repository, "review.py", "--practices", "practices", "--base", "main", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_criterion_is_answered_and_only_those() -> None:
    """A criterion added to the vocabulary shows in the grid; every function has its criterion."""
    catalogue, _ = load(PRACTICES)
    practice = next(iter(catalogue.practices.values()))
    codes = [term.code for term in catalogue.vocabularies["criteres-relecture"].termes]

    assert [line.code for line in grid(practice, catalogue)] == codes
    assert set(CRITERIA) == set(codes)
    assert {line.answer for line in grid(practice, catalogue)} <= {"oui", "non", "nr"}


def test_a_changed_sheet_has_its_grid_ready_to_paste(repository: Path) -> None:
    """The YAML given is accepted by the rules as it is."""
    path = repository / "practices" / "sourcing" / "velo.yaml"
    path.write_text(base("fiche").replace("Prêter un vélo", "Prêter deux vélos"), encoding="utf-8")
    page = review(repository)

    assert "| sourcing/velo.yaml | modifié |" in page
    assert "Rien : les règles sont respectées." in page
    assert "| Limites dites | oui |" in page
    given = page.partition("```yaml\n")[2].partition("```")[0]
    assert set(yaml.safe_load(given)["relecture"]) == {"date", "grille"}
    path.write_text(path.read_text(encoding="utf-8") + given, encoding="utf-8")
    assert run(repository, "check.py", "practices").returncode == 0


def test_a_near_duplicate_a_lost_address_and_a_fault_are_said(repository: Path) -> None:
    folder = repository / "practices" / "sourcing"
    (folder / "marche.yaml").write_text(base("graine").replace("au lavoir", "au marché", 1), encoding="utf-8")
    (folder / "velo.yaml").unlink()
    (folder / "faute.yaml").write_text("titre: x: y", encoding="utf-8")
    page = review(repository)

    assert "**Une fiche proche existe :** Ouvrir une permanence au lavoir (lavoir)" in page
    assert "L’adresse /fiches/velo/ ne répondrait plus" in page
    assert "practices/sourcing/faute.yaml, ligne 1" in page


def test_the_summary_is_appended(repository: Path) -> None:
    summary = repository / "resume.md"
    summary.write_text("avant\n", encoding="utf-8")

    assert review(repository, "--ajouter-a", "resume.md") == ""
    assert summary.read_text(encoding="utf-8").startswith("avant\n# Grille de relecture\n")


@pytest.mark.parametrize(
    "attack",
    [
        "<img src=x onerror=alert(1)> <!-- x",
        "[lien](https://mal.example) ![image](https://mal.example/x.png)",
        "www.mal.example, https://mal.example et @quelquun #12 `code` **gras** ~~rayé~~ &lt;b&gt;",
        "| une | autre | case |",
        "a\n\n# titre\n\n- liste\n```\n::error::x",
    ],
)
def test_a_strangers_words_stay_words(attack: str) -> None:
    """As GitHub reads Markdown: no tag, link, image, code, mention, heading, and one cell of the table."""
    table = f"| avant | {text(attack)} | après |\n|---|---|---|\n"
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough").parse(table)
    inline = [child.type for token in tokens for child in token.children or []]

    assert set(inline) <= {"text", "text_special"}
    assert [token.type for token in tokens].count("th_open") == 3
    assert "@quelquun" not in text(attack)
    assert "https://" not in text(attack)
    assert "www." not in text(attack)


def test_the_words_of_vocabularies_stay_words_too(repository: Path) -> None:
    """A proposal may change them as well."""
    vocabularies = repository / "practices" / "vocabulaires"
    shutil.copytree(PRACTICES / "vocabulaires", vocabularies, dirs_exist_ok=True)
    statuses = vocabularies / "statuts.yaml"
    spoilt = statuses.read_text(encoding="utf-8").replace("    libelle: ", "    libelle: Voir [ici](x), ")
    statuses.write_text(spoilt, encoding="utf-8")
    path = repository / "practices" / "sourcing" / "velo.yaml"
    path.write_text(base("fiche").replace("Prêter un vélo", "Prêter deux vélos"), encoding="utf-8")

    assert r"Voir \[ici\](x), " in review(repository)


def test_make_shows_problems_at_their_line_when_online() -> None:
    """The same command prints sentences at home, annotations and a summary on GitHub."""
    online = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "/resume", "BASE": "abc"}
    quiet = {name: value for name, value in ENVIRONMENT.items() if not name.startswith(("GITHUB_", "MAKE"))}

    def planned(environment: dict[str, str]) -> str:
        command = ["make", "-n", "-o", ".venv/.site", "check", "permaliens", "relecture"]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout

    assert "check.py --format text" in planned(quiet)
    assert "--ajouter-a" not in planned(quiet)
    assert "check.py --format github" in planned({**quiet, **online})
    assert '--base "abc" --ajouter-a "/resume"' in planned({**quiet, **online})
