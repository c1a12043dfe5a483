"""An issue's text becomes a sheet, whatever a stranger wrote in it."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue import nodes
from catalogue.corpus import PRACTICES
from catalogue.drafts import examined
from catalogue.issue_body import LONGEST_BODY, UnreadableBodyError, answers_in, kind_of
from catalogue.issue_forms import IDEA, KINDS, REPLICATION, Kind, as_yaml, fields
from catalogue.loading import load
from catalogue.outgoing import draft_text
from catalogue.source_text import CONTROL, INVISIBLE
from hooks import ROOT
from repository import run
from test_cases import write_corpus

CATALOGUE = load(PRACTICES)[0]
TODAY = date(2026, 11, 23)
IDEA_ANSWERS = {
    "titre": "Ouvrir une permanence à la laverie",
    "accroche": "Pour des personnes qui ne viennent plus au bureau. Une heure par semaine, là où elles passent déjà.",
    "sous_themes": "Repérer, Coopérer entre acteurs",
    "publics": "Personnes non accompagnées, Seniors",
    "porteur-nom": "L'atelier d'exemple",
    "porteur-type": "Association",
    "territoires": "Ariège (09), aude",
    "probleme": "Plus personne ne pousse la porte: le bureau est loin.\n\nEt il pleut.",
    "en_bref": "Une conseillère s'installe à la laverie le mardi.",
    "sources-titre": "La laverie du mardi",
    "sources-editeur": "Journal d'exemple",
    "sources-type": "Presse",
    "sources-url": "https://exemple.org/laverie",
    "sources-date": "_No response_",
    "manques": "- Combien de personnes sont rencontrées ?\n* Et après ?",
}
REPLICATION_ANSWERS = {
    "fiche": "https://exemple.org/base/fiches/gaming-house-insertion/",
    "structure-nom": "Mission locale d'exemple",
    "structure-type": "Mission locale",
    "lieu": "Foix",
    "territoires": "09",
    "etat": "Abandonnée",
    "depuis": "2024",
    "constat": "Personne n’est venu.",
    "sources-titre": "Récit de l’équipe",
    "sources-editeur": "Mission locale d’exemple",
    "sources-type": "Témoignage",
    "sources-url": "https://exemple.org/recit",
}
HOSTILE = {
    "balises": "<script>alert(1)</script> <img src=x onerror=alert(1)>",
    "yaml": "x\nstatut: publiee\n- !!python/object/apply:os.system [id]\n*a &b # c\n---\n{a: b}",
    "gabarit": "{{ 7*7 }} {% raw %} @@essaim:corps@@ ${x} $(id) `id`",
    "cloture": "```yaml\ntitre: autre\n```",
    "titres": "### Que fait-on ?\n\nAutre chose\n\n### Où ?\n\nNulle part",
    "commandes": "::error::x\n##[error]x\n%0A::set-output name=x::y",
    "invisible": "a\u202eb\u2066c\u200bd\ufeffe",
    "controle": "a\x00b\x07c\x1b[31md\x7fe\x85f\u2028g",
    "apostrophes": "' '' \" \\ % @ ` | > ? : - # !",
    "long": "très " * 10_000,
}


def body_of(kind: Kind, answers: dict[str, str]) -> str:
    """What GitHub makes of a filled form."""
    return (
        "\n\n".join(f"### {one.question.label}\n\n{answers.get(one.id, '_No response_')}" for one in fields(kind))
        + "\n\n### Avant d’envoyer\n\n- [x] Promis\n"
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.file)
def test_the_committed_forms_are_those_of_the_questions(kind: Kind) -> None:
    """« make formulaires » has been run since the questions and vocabularies last changed."""
    path = ROOT / ".github" / "ISSUE_TEMPLATE" / f"{kind.file}.yml"

    assert path.read_text(encoding="utf-8") == as_yaml(kind, CATALOGUE.vocabularies), "lancez « make formulaires »"
    assert len({field.question.label for field in fields(kind)}) == len({field.id for field in fields(kind)})
    assert len({field.id for field in fields(kind)}) == len(fields(kind))


def test_a_filled_form_makes_a_valid_graine_that_check_accepts(tmp_path: Path) -> None:
    """Written into the corpus, in the form `make fix` would give it."""
    write_corpus(tmp_path / "practices", {"base": "fiche"})
    arguments = ("--practices", "practices", "--ecrire")
    done = run(tmp_path, "issue_to_sheet.py", *arguments, given=body_of(IDEA, IDEA_ANSWERS).replace("\n", "\r\n"))
    path = tmp_path / "practices" / "sourcing" / "ouvrir-une-permanence-a-la-laverie.yaml"
    checked = run(tmp_path, "check.py", "practices")

    assert done.returncode == 0
    assert done.stdout.strip() == path.relative_to(tmp_path).as_posix()
    assert checked.returncode == 0
    assert "/ouvrir" not in checked.stdout
    assert "L’atelier d’exemple" in path.read_text(encoding="utf-8")
    assert "permanence au lavoir" in done.stderr
    assert f"{path.name} : mis en forme" not in run(tmp_path, "fix.py", "practices").stdout
    again = run(tmp_path, "issue_to_sheet.py", *arguments, given=body_of(IDEA, IDEA_ANSWERS))
    assert again.stdout.strip().endswith("ouvrir-une-permanence-a-la-laverie-2.yaml")


@pytest.mark.parametrize("linked", [False, True])
def test_a_file_begun_and_still_faulty_is_not_written_over(tmp_path: Path, linked: bool) -> None:
    """The catalogue does not know it: nothing else keeps it from harm. Nor does a link let one write elsewhere."""
    path = tmp_path / "practices" / "sourcing" / "ouvrir-une-permanence-a-la-laverie.yaml"
    write_corpus(tmp_path / "practices", {"base": "fiche"})
    kept = tmp_path / "ailleurs.yaml" if linked else path
    kept.write_text("titre: des heures de travail", encoding="utf-8")
    if linked:
        path.symlink_to(kept)
    done = run(tmp_path, "issue_to_sheet.py", "--practices", "practices", "--ecrire", given=body_of(IDEA, IDEA_ANSWERS))

    assert done.returncode == 1
    assert f"{path.name} existe déjà" in done.stderr
    assert kept.read_text(encoding="utf-8") == "titre: des heures de travail"


def test_a_filled_replication_makes_a_valid_one() -> None:
    body = body_of(REPLICATION, REPLICATION_ANSWERS)
    kind = kind_of(body)
    answers = answers_in(body, kind, CATALOGUE)
    entry, faults = examined(kind.model, answers, CATALOGUE, TODAY)

    assert kind is REPLICATION
    assert faults == []
    assert entry
    assert (answers["fiche"], answers["etat"]) == ("gaming-house-insertion", "abandonnee")
    assert entry.id == "gaming-house-insertion-foix"


def test_what_is_missing_is_said_and_what_was_written_is_kept(tmp_path: Path) -> None:
    """The draft is printed all the same: nobody types it twice."""
    answers = {"titre": "Ouvrir une permanence", "publics": "Seniorss", "territoires": "Nulle part"}
    done = run(tmp_path, "issue_to_sheet.py", given=body_of(IDEA, answers))

    assert done.returncode == 1
    assert "Pour qui, et qu’est-ce que cela change ? : Il manque une réponse ; écrivez quelques mots" in done.stderr
    assert yaml.safe_load(done.stdout)["titre"] == "Ouvrir une permanence"
    assert yaml.safe_load(done.stdout)["publics"] == ["Seniorss"]


@pytest.mark.parametrize("text", ["", "bonjour", "### Autre chose\n\nx", "x" * (LONGEST_BODY + 1)])
def test_what_is_no_form_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(UnreadableBodyError):
        kind_of(text)


@pytest.mark.parametrize("attack", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_answer_stays_text(attack: str) -> None:
    """In every field in turn: the draft reads back as strings, under the model's keys, without an acting character."""
    for field in fields(IDEA):
        text = drafted(body_of(IDEA, IDEA_ANSWERS | {field.id: attack}))
        read_back = yaml.safe_load(text)

        assert all(key in IDEA.model.model_fields for key in read_back)
        assert read_back["statut"] == "graine"
        assert not CONTROL.search(text.replace("\n", ""))
        assert not INVISIBLE.search(text)
        tree, faults = nodes.read(text.encode())
        assert tree or len(text) > nodes.MAX_BYTES
        assert faults == []


@settings(max_examples=60)
@given(st.text(max_size=400), st.sampled_from([one.id for one in fields(IDEA)]))
def test_no_answer_at_all_makes_it_crash(text: str, place: str) -> None:
    drafted(body_of(IDEA, IDEA_ANSWERS | {place: text}))


def test_bytes_that_are_no_text_are_answered(tmp_path: Path) -> None:
    (tmp_path / "corps.txt").write_bytes(b"\xff\xfe### Que fait-on ?\r\n\r\n\x80\x81")
    done = run(tmp_path, "issue_to_sheet.py", "corps.txt")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert run(tmp_path, "issue_to_sheet.py", "absent.txt").returncode == 2


def drafted(body: str) -> str:
    kind = kind_of(body)
    answers = answers_in(body, kind, CATALOGUE)
    assert re.fullmatch(r"[a-z0-9-]{3,60}", answers["id"])
    examined(kind.model, answers, CATALOGUE, TODAY)
    return draft_text(kind.model, answers)
