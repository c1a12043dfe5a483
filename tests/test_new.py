"""`make new`: a conversation in a terminal, judged by the real rules, that loses nothing."""

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from catalogue.corpus import PRACTICES
from catalogue.json_schemas import json_schemas
from catalogue.loading import load
from catalogue.model import Practice, Replication
from catalogue.outgoing import draft_text
from conversations import REPLICATION, SEED, SHEET
from hooks import ROOT
from repository import ENVIRONMENT, run
from test_cases import write_corpus

REFUSALS = (
    "sans [s1]",
    "de trop ; 160 au plus",
    "Rien ne s’appelle « 99 »",
    "Vouliez-vous dire « Seniors",
    "en désigne plusieurs",
    "Vouliez-vous dire « Landes »",
    "Le chiffre « 40 » n’a pas de source ; écrivez [s1]",
    "« <b> » s’afficherait tel quel",
    "semble être l’adresse d’une personne",
    "n’est pas une adresse web",
    "Cette date n’est pas comprise ; écrivez l’année, le mois ou le jour",
    "Compris : 2025-03",
    "Compris : https://exemple.org/laverie",
    "Il manque une réponse ; écrivez au moins une ligne",
    "« Laverie » ne convient pas",
    "Une fiche proche existe",
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write_corpus(tmp_path / "practices", {"base": "fiche"})
    return tmp_path


def new(place: Path, given: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(place, "new.py", *arguments, "--practices", "practices", "--brouillons", "brouillons", given=given)


def plain(text: str) -> str:
    """What was said, on one line, with ordinary spaces."""
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def test_a_graine_is_written_whatever_was_mistyped_on_the_way(place: Path) -> None:
    """Each wrong answer is told beside its question; the file is valid at the first check, in its one form."""
    done = new(place, SEED, "graine")
    path = place / "practices" / "sourcing" / "laverie-du-mardi.yaml"
    said = plain(done.stdout)

    assert (done.returncode, done.stderr) == (0, "")
    assert [refusal for refusal in REFUSALS if refusal not in said] == []
    assert "Relisez-la telle qu’elle sera lue" in said
    assert max(map(len, re.split("\n|> ", done.stdout))) <= 80
    checked = json.loads(run(place, "check.py", "--format", "json", "practices").stdout)
    assert {one["regle"] for one in checked} <= {"quasi-doublon"}
    assert f"{path.name} : mis en forme" not in run(place, "fix.py", "practices").stdout
    sheet = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert (sheet["titre"], sheet["publics"]) == ("Ouvrir une permanence à la laverie", ["non-inscrits", "seniors"])
    assert sheet["autres_themes"] == ["cooperation"]
    assert list((place / "brouillons").iterdir()) == []


def test_a_file_begun_and_still_faulty_is_not_written_over(place: Path) -> None:
    """Whatever theme's folder it is in."""
    begun = place / "practices" / "competences" / "laverie-du-mardi.yaml"
    begun.parent.mkdir(exist_ok=True)
    begun.write_text("titre: des heures de travail", encoding="utf-8")
    done = new(place, f"{SEED}laverie-du-jeudi\n", "graine")

    assert done.returncode == 0, done.stdout
    assert "« laverie-du-mardi » sert déjà" in plain(done.stdout)
    assert begun.read_text(encoding="utf-8") == "titre: des heures de travail"
    assert (place / "practices" / "sourcing" / "laverie-du-jeudi.yaml").is_file()


def test_a_new_file_tells_editors_its_schema() -> None:
    """By a path from the file to what the build writes."""
    schemas = json_schemas(load(PRACTICES)[0].vocabularies)
    for kind in (Practice, Replication):
        line = draft_text(kind, {}).splitlines()[0]
        relative = line.removeprefix("# yaml-language-server: $schema=")
        target = (PRACTICES / "sourcing" / relative).resolve()

        assert target.parent == (ROOT / "site" / "donnees").resolve()
        assert target.name in schemas


def test_a_replication_is_written(place: Path) -> None:
    done = new(place, REPLICATION, "reprise")
    path = place / "practices" / "essaimages" / "velo-foix.yaml"

    assert done.returncode == 0, done.stdout
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["etat"] == "abandonnee"
    assert "« make check » n’y trouve rien à redire" in plain(done.stdout)
    assert run(place, "check.py", "practices").returncode == 0


def test_a_whole_sheet_is_written(place: Path) -> None:
    """Blocks, lists of blocks, « non documenté » by pressing Enter; a wrong date is told on the spot."""
    done = new(place, SHEET, "fiche")
    folder = place / "practices" / "accompagnement-global"
    sheet = yaml.safe_load((folder / "preter-un-velo-pour-aller-a-un-entretien.yaml").read_text(encoding="utf-8"))

    assert done.returncode == 0, done.stdout
    assert "24 mois au plus" in plain(done.stdout)
    assert len(sheet["etapes"]) == 3
    assert sheet["non_documente"] == ["partenaires"]
    assert sheet["statut"] == "relecture"
    assert run(place, "check.py", "practices").returncode == 0


def test_ctrl_c_keeps_a_draft_that_the_next_run_takes_up(place: Path) -> None:
    """Where it is kept is said, and the conversation goes on at the question it stopped at."""
    command = [sys.executable, str(ROOT / "scripts" / "new.py"), "graine", "--practices", "practices"]
    lines = SEED.splitlines(keepends=True)
    with subprocess.Popen(
        [*command, "--brouillons", "brouillons"],
        cwd=place,
        env=ENVIRONMENT | {"PYTHONUNBUFFERED": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("".join(lines[3:4] + lines[5:6]))
        process.stdin.flush()
        said = ""
        while "À quoi cela sert-il" not in said.replace("\u202f", " "):
            said += process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()
    kept = place / "brouillons" / "graine-ouvrir-une-permanence-a-la-laverie-1.json"

    assert process.returncode == 1
    assert "Rien n’est perdu" in rest.replace("\u202f", " ")
    assert kept.is_file()
    done = new(place, "oui\n" + "".join(lines[8:]))
    assert done.returncode == 0, done.stdout
    assert "Que fait-on" not in done.stdout
    assert (place / "practices" / "sourcing" / "laverie-du-mardi.yaml").is_file()
    assert not kept.exists()


def test_half_an_answer_is_kept_too(place: Path) -> None:
    """Stopped in the middle of a block, and of a list: pressing Enter keeps what was said."""
    lines = SEED.splitlines(keepends=True)
    half = lines.index("La laverie du mardi\n") + 2
    stopped = new(place, "".join(lines[:half]), "graine")
    done = new(place, "\n" * 3 + "".join(lines[half:]))

    assert stopped.returncode == 1
    assert "Réponse actuelle : La laverie du mardi" in plain(done.stdout)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "given",
    [
        "",
        "\n" * 5,
        "1\n" + "{{ 7*7 }} !!python/object [x] \x1b[31m \u202e\n" * 40,
        "2\n" + "?\n<\n??\n-\n'\n" * 8,
        "\ud800",
    ],
    ids=["rien", "lignes vides", "hostile", "commandes", "indécodable"],
)
def test_nothing_typed_makes_it_fail(place: Path, given: str) -> None:
    """An end of input is a pause: exit 1, a sentence, no traceback."""
    command = [sys.executable, str(ROOT / "scripts" / "new.py"), "--practices", "practices", "--brouillons", "b"]
    content = given.encode("utf-8", "surrogatepass") + b"\n\xff\xfe\n"
    plain = ENVIRONMENT | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(command, cwd=place, env=plain, input=content, capture_output=True, check=False)

    assert done.returncode == 1
    assert done.stderr == b""
    assert "Rien n" in done.stdout.decode()


def test_a_file_that_is_no_draft_is_left_alone(place: Path) -> None:
    (place / "brouillons").mkdir()
    (place / "brouillons" / "x.json").write_text("[]", encoding="utf-8")
    done = new(place, "oui\n")

    assert "laissé tel quel" in done.stdout
    assert (place / "brouillons" / "x.json").read_text(encoding="utf-8") == "[]"
