"""What the golden cases cannot express: files that are not plain text, hostile inputs, and the command that checks."""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import check
from catalogue import vocabulary_files
from catalogue.files import SHOWN_OF_A_RULE
from catalogue.loading import load
from catalogue.model import Practice
from catalogue.nodes import MAX_BYTES
from catalogue.problems import ANNOTATIONS_PER_LEVEL, ECHO_LIMIT, Problem, Severity, as_github, as_json, as_text
from catalogue.shape_messages import translate
from catalogue.shaping import UNKNOWN_KEYS_SHOWN
from test_cases import PLACES, TODAY, base, write_corpus

SECONDS = 10
"""Of processor time for the worst file: a contributor waits, a linear reader needs half."""
LONG = 190_000
"""Characters: just under the longest file read."""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The four sound bases, from the folder they are in."""
    write_corpus(tmp_path, {"base": "fiche"})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lines_of(text: str | bytes, place: str = PLACES["fiche"]) -> list[str]:
    """What is printed of the current folder once `text` is the file at `place`."""
    Path(place).write_bytes(text if isinstance(text, bytes) else text.encode())
    return as_text(load(Path(), today=TODAY)[1]).splitlines()


def changed(old: str, new: str, name: str = "fiche") -> str:
    assert old in base(name)
    return base(name).replace(old, new)


# The file itself


def test_a_link_to_another_file_is_refused_and_not_read(corpus: Path) -> None:
    (corpus / "secret").write_text("mot de passe: x\n", encoding="utf-8")
    (corpus / "sourcing" / "renvoi.yaml").symlink_to(corpus / "secret")
    (corpus / "secret").rename(corpus / ".secret")

    assert lines_of(base("fiche")) == [
        "sourcing/renvoi.yaml:1:1: [lien-symbolique] C’est un lien vers un autre fichier ; copiez le fichier ici"
    ]


def test_a_vocabulary_that_is_a_link_is_not_read(corpus: Path) -> None:
    """Its faults would show what lies elsewhere on the machine."""
    (corpus / ".secret").write_text("mot de passe: x\n", encoding="utf-8")
    (corpus / "vocabulaires").mkdir()
    (corpus / "vocabulaires" / "publics.yaml").symlink_to(corpus / ".secret")

    assert lines_of(base("fiche")) == [
        "vocabulaires/publics.yaml:1:1: [lien-symbolique] C’est un lien vers un autre fichier ; copiez le fichier ici"
    ]


def test_a_pipe_is_not_waited_for(corpus: Path) -> None:
    os.mkfifo(corpus / "sourcing" / "tuyau.yaml")

    assert [line.split(" ")[1] for line in lines_of(base("fiche"))] == ["[lien-symbolique]"]


def test_a_missing_vocabulary_is_said_once_and_stops_there(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary_files, "OWN_VOCABULARIES", corpus / "nulle-part")

    lines = lines_of(base("fiche"))

    assert len(lines) == len(vocabulary_files.VOCABULARIES_USED)
    assert (
        "vocabulaires/publics.yaml:1:1: [vocabulaire-manquant] Le vocabulaire « publics » manque ou ne se lit pas ; "
        "remettez-le : sans lui, aucune fiche ne peut être vérifiée"
    ) in lines


def test_a_vocabulary_changed_between_two_readings_is_read_again(corpus: Path) -> None:
    """Each version of a vocabulary is read once: the next version is another."""
    vocabulary = corpus / "vocabulaires" / "stades.yaml"
    vocabulary.parent.mkdir()
    own = (vocabulary_files.OWN_VOCABULARIES / "stades.yaml").read_text(encoding="utf-8")
    vocabulary.write_text(own, encoding="utf-8")
    assert lines_of(base("fiche")) == []

    vocabulary.write_text(own.replace("code: stabilisee", "code: stable"), encoding="utf-8")

    assert [line.split(" ")[1] for line in lines_of(base("fiche"))] == ["[terme-inconnu]"]


def test_a_file_too_big_is_not_read(corpus: Path) -> None:
    assert lines_of("a" * (MAX_BYTES + 1)) == [
        "sourcing/velo.yaml:1:1: [fichier-trop-gros] Le fichier pèse plus de 200 ko ; 200 ko au plus"
    ]


def test_a_file_of_the_size_allowed_is_read(corpus: Path) -> None:
    assert lines_of(base("fiche") + "#" * (MAX_BYTES - len(base("fiche").encode()))) == []


@pytest.mark.parametrize("name", ["a\nb.yaml", "a\n::error::b.yml", "e\u202ebmin.yaml", "\udcff.yaml"])
def test_a_file_name_holds_on_one_line_that_can_be_printed(corpus: Path, name: str) -> None:
    (corpus / "sourcing" / name).write_text("titre: Sortir\n", encoding="utf-8")

    _, problems = load(Path(), today=TODAY)

    assert len(problems) == 1
    for printed in (as_text(problems), as_json(problems), as_github(problems)):
        assert printed.encode()
        assert "\u202e" not in printed
    assert len(as_text(problems).splitlines()) == 1


# A faulty sheet harms no other


def test_territories_in_a_circle_are_refused_and_end(corpus: Path) -> None:
    """Neighbours climb from territory to parent, and a faulty vocabulary is still in use."""
    own = (vocabulary_files.OWN_VOCABULARIES / "territoires.yaml").read_text(encoding="utf-8")
    (corpus / "vocabulaires").mkdir()
    circle = "  - {code: X1, libelle: X, definition: X., parent: X2}\n  - {code: X2, libelle: Y, definition: Y., parent: X1}\n"
    (corpus / "vocabulaires" / "territoires.yaml").write_text(own.rstrip() + "\n" + circle, encoding="utf-8")

    lines = lines_of(changed("'31'", "X1"))

    assert [line.split(" ")[1] for line in lines] == ["[vocabulaire-incoherent]"] * 2


@pytest.mark.parametrize("name", ["lavoir.yml", "Lavoir.yaml", "lavoir.yaml.txt"])
def test_a_misnamed_sheet_accuses_none_of_those_that_cite_it(corpus: Path, name: str) -> None:
    (corpus / "sourcing" / "lavoir.yaml").rename(corpus / "sourcing" / name)

    assert {line.split(":")[0] for line in lines_of(base("fiche"))} == {f"sourcing/{name}"}


# Hostile inputs

HOSTILE: dict[str, Callable[[], str]] = {
    "deep brackets": lambda: "[" * LONG,
    "deep braces": lambda: "{a: " * (LONG // 4),
    "deep dashes": lambda: "- " * (LONG // 2),
    "deep keys": lambda: "\n".join(" " * depth + "a:" for depth in range(600)),
    "unknown keys": lambda: "".join(f"cle{rank}: x\n" for rank in range(13_000)),
    "one key again and again": lambda: "a: x\n" * (LONG // 5),
    "a key of a whole file": lambda: "a" * LONG + ": b",
    "a word of a whole file": lambda: changed("Un vélo pour l’entretien", "a" * LONG),
    "nothing but marks": lambda: changed("Un vélo pour l’entretien", "x" + "[s1]" * (LONG // 4)),
    "tags never closed": lambda: changed("Un vélo pour l’entretien", "x" + "<a " * (LONG // 3)),
    "comments never closed": lambda: changed("Un vélo pour l’entretien", "x" + "<!--" * (LONG // 4)),
    "an address of a whole file": lambda: changed("https://exemple.org/velo", "https://" + "a." * (LONG // 2)),
    "a code of a whole file": lambda: changed("demandeurs-emploi", "a" * LONG),
    "a code of dots": lambda: changed("demandeurs-emploi", "a." * (LONG // 2)),
    "a code of mailboxes": lambda: changed("demandeurs-emploi", "a@" * (LONG // 2)),
    "a link of a whole file": lambda: base("fiche") + "remplacee_par: " + "a-" * (LONG // 2),
    "a date of a whole file": lambda: changed("2026-01-10", "2" * LONG),
    "words of a list": lambda: changed("publics:\n  - demandeurs-emploi", "publics: [" + "a," * 60_000 + "]"),
    "lists of a list": lambda: changed("publics:\n  - demandeurs-emploi", "publics: [" + "[]," * 60_000 + "]"),
    "empty words of a list": lambda: changed("publics:\n  - demandeurs-emploi", "publics: [" + "''," * 60_000 + "]"),
    "empty sources": lambda: changed("sources:\n", "sources:\n" + "  - {}\n" * 25_000),
    "aliases": lambda: "a: &a [x]\nb: [*a" + ",*a" * 50_000 + "]",
    "anchors": lambda: "publics: [" + "&a x," * 35_000 + "]",
    "tags": lambda: "publics: [" + "!a x," * 35_000 + "]",
    "nul": lambda: "a\0b" * 60_000,
    "invisible and control": lambda: "\u202e\x01" * 40_000,
    "nul written as codes": lambda: "publics: [" + '"\\0",' * 35_000 + "]",
    "old line breaks": lambda: "\r" * LONG,
    "Unicode line breaks": lambda: "a: b\u2028" * 20_000,
    "tabs": lambda: "\t" * LONG,
    "an open quote": lambda: "titre: '" + "a\n" * (LONG // 2),
    "colons": lambda: ":" * LONG,
    "documents": lambda: "---\n" * (LONG // 4),
    "a surrogate as a code": lambda: 'titre: "\\ud800"',
    "a number past Unicode": lambda: 'titre: "\\UFFFFFFFF"',
    "keys that are no words": lambda: "? {a: b}\n: c\n? [d]\n: e\n*f : g\n? h\n",
    "a year nought": lambda: changed("2026-01-10", "0000-00-00"),
    "a merge with itself": lambda: "&a a: *a\n<<: *a\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_soon_and_briefly(corpus: Path, name: str) -> None:
    text = HOSTILE[name]()
    start = time.process_time()

    lines = lines_of(text)

    assert time.process_time() - start < SECONDS
    assert lines
    assert all(line.startswith(PLACES["fiche"]) for line in lines)
    assert len(lines) < 3 * (SHOWN_OF_A_RULE + 1)
    assert max(map(len, lines)) < 400


def test_a_number_of_a_whole_file_is_only_too_big(corpus: Path) -> None:
    """Python refuses to read it: past 4,300 digits the time is quadratic."""
    (line,) = lines_of(changed("duree: 20", "duree: " + "9" * LONG, "atelier"), PLACES["atelier"])

    assert line.endswith(
        ":8:12: [nombre-invalide] « sequences 1, duree » est trop grand ; écrivez-le en chiffres, comme 45"
    )


def test_a_kind_of_error_without_words_still_gives_a_line() -> None:
    """A new field, or a new pydantic, may bring errors that have no French sentence yet."""
    rule, fault = translate({"type": "uuid_parsing", "loc": ("titre",), "msg": "", "input": "x"}, Practice)

    assert (rule, fault.message) == ("type-inattendu", "« titre » n’a pas la valeur attendue")


def test_unknown_keys_are_counted_past_the_first(corpus: Path) -> None:
    lines = lines_of(base("fiche") + "".join(f"zzz{rank}: x\n" for rank in range(UNKNOWN_KEYS_SHOWN + 2)))

    assert len(lines) == UNKNOWN_KEYS_SHOWN + 1
    assert lines[-1] == (
        f"sourcing/velo.yaml:{85 + UNKNOWN_KEYS_SHOWN}:1: [cle-inconnue] Et 2 autres clés inconnues ; "
        "partez du modèle de CONTRIBUTING.md"
    )


def test_faults_of_one_rule_are_counted_past_the_first(corpus: Path) -> None:
    lines = lines_of(base("fiche") + "stade: x\n" * (SHOWN_OF_A_RULE + 1))

    assert len(lines) == SHOWN_OF_A_RULE + 1
    assert lines[-1] == (
        f"sourcing/velo.yaml:{85 + SHOWN_OF_A_RULE}:1: [cle-en-double] Et 1 autre faute de cette sorte ; "
        "corrigez d’abord celles-ci"
    )


def test_what_was_written_is_repeated_in_part(corpus: Path) -> None:
    (line,) = lines_of(changed("- demandeurs-emploi", "- " + "x" * (ECHO_LIMIT + 1)))

    assert f"« {'x' * ECHO_LIMIT}… » n’est pas un terme" in line


_WORDS = ("titre", ": ", "  ", "- ", "---", "...", "<<", "[s1]", "[s1, s2]", "null", "09")
_PIECES = st.sampled_from([*"\n\t\r\u2028\x85\0\u202e:-'\"[]{}#&*!%>|?\\@`é", *_WORDS])
_YAML_LIKE = st.lists(_PIECES | st.text(max_size=3), max_size=40).map("".join)
_FUZZ = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_FUZZ
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode(errors="replace")))
def test_no_content_makes_the_reader_fail(corpus: Path, content: bytes) -> None:
    for line in lines_of(content):
        assert line.startswith("sourcing/velo.yaml:")


@_FUZZ
@given(text=_YAML_LIKE)
def test_nothing_that_looks_like_yaml_makes_the_reader_fail(corpus: Path, text: str) -> None:
    for line in lines_of(text):
        assert line.startswith("sourcing/velo.yaml:")


@_FUZZ
@given(position=st.integers(0, len(base("fiche"))), length=st.integers(0, 30), text=_YAML_LIKE)
def test_no_change_to_a_sheet_makes_a_rule_fail(corpus: Path, position: int, length: int, text: str) -> None:
    sheet = base("fiche")

    for line in lines_of(sheet[:position] + text + sheet[position + length :]):
        assert line.startswith("sourcing/velo.yaml:")


# The command


def run_check(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["check.py", *arguments])
    return check.main()


def test_a_sound_corpus_is_0_and_silent(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_check(monkeypatch, ".") == 0
    assert capsys.readouterr() == ("", "0 problème\n")


def test_a_faulty_corpus_is_1_and_says_where(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "sourcing" / "velo.yaml").write_text("", encoding="utf-8")

    assert run_check(monkeypatch, str(corpus)) == 1
    assert capsys.readouterr() == (
        "sourcing/velo.yaml:1:1: [fichier-vide] Le fichier est vide ; partez du modèle de CONTRIBUTING.md\n",
        "1 problème\n",
    )


def test_a_warning_alone_is_0(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "sourcing" / "velo.yaml").write_text(changed("titre: Prêter un", "titre: Prêt d’un"), encoding="utf-8")

    assert run_check(monkeypatch, str(corpus)) == 0
    assert capsys.readouterr().out.endswith(" (avertissement)\n")


@pytest.mark.parametrize("arguments", [["nulle-part"], ["--format", "xml"], ["--inconnu"]])
def test_a_wrong_use_is_2(corpus: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run_check(monkeypatch, *arguments)

    assert stopped.value.code == 2


@pytest.mark.parametrize(
    ("paths", "places"),
    [
        (["sourcing"], ["sourcing/velo.yaml"]),
        (["sourcing/velo.yaml"], ["sourcing/velo.yaml"]),
        (["sourcing/../ateliers"], ["ateliers/sortir-du-bureau.yaml"]),
        (["ateliers", "sourcing/lavoir.yaml"], ["ateliers/sortir-du-bureau.yaml"]),
        (["."], ["ateliers/sortir-du-bureau.yaml", "sourcing/velo.yaml"]),
        (["essaimages"], []),
    ],
)
def test_only_the_paths_asked_for_are_shown(
    corpus: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    paths: list[str],
    places: list[str],
) -> None:
    for place in ("sourcing/velo.yaml", "ateliers/sortir-du-bureau.yaml"):
        Path(place).write_text("", encoding="utf-8")

    assert run_check(monkeypatch, *paths) == bool(places)
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == places


def test_another_corpus_is_named_by_its_whole_path(
    corpus: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    elsewhere = tmp_path_factory.mktemp("ailleurs")
    write_corpus(elsewhere, {"contenu": ""})

    assert run_check(monkeypatch, str(elsewhere)) == 1
    assert capsys.readouterr().out.startswith(f"{elsewhere}/sourcing/velo.yaml:1:1: ")


def test_json_gives_every_part_of_a_problem(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_check(monkeypatch, "--format", "json", ".") == 0
    assert json.loads(capsys.readouterr().out) == []
    (corpus / "sourcing" / "velo.yaml").write_text("", encoding="utf-8")

    assert run_check(monkeypatch, "--format", "json", ".") == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "fichier": "sourcing/velo.yaml",
            "ligne": 1,
            "colonne": 1,
            "regle": "fichier-vide",
            "gravite": "erreur",
            "message": "Le fichier est vide",
            "remede": "partez du modèle de CONTRIBUTING.md",
        }
    ]


def test_github_gets_an_annotation_then_the_plain_list(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "sourcing" / "velo.yaml").write_text("", encoding="utf-8")

    assert run_check(monkeypatch, "--format", "github", ".") == 1
    said = "Le fichier est vide ; partez du modèle de CONTRIBUTING.md"
    assert capsys.readouterr().out.splitlines() == [
        f"::error file=sourcing/velo.yaml,line=1,col=1,title=fichier-vide::{said}",
        f"sourcing/velo.yaml:1:1: [fichier-vide] {said}",
    ]


def problem(message: str, severity: Severity = Severity.ERROR, file: str = "a.yaml", line: int = 1) -> Problem:
    return Problem(file, line, 1, "regle", severity, message, "remède")


def test_github_escapes_what_would_end_or_forge_a_command() -> None:
    annotation, plain = as_github([problem("100 %\r\n::error::x ##[error]y", file="a:b,c.yaml")]).splitlines()

    assert annotation == (
        "::error file=a%3Ab%2Cc.yaml,line=1,col=1,title=regle::100 %25 ::error::x ##[error]y ; remède"
    )
    assert plain == "a:b,c.yaml:1:1: [regle] 100 % : :error: :x ## [error]y ; remède"


@pytest.mark.parametrize("forged", ["::", ":::", "::::", "##[", "###["])
def test_no_plain_line_holds_a_command(forged: str) -> None:
    plain = as_github([problem(f"{forged}error")]).splitlines()[-1]

    assert "::" not in plain
    assert "##[" not in plain


def test_github_shows_ten_annotations_of_each_level_and_lists_all() -> None:
    many = [problem("x", severity, line=line) for severity in Severity for line in range(1, 13)]

    lines = as_github(many).splitlines()

    for command in ("::error ", "::warning "):
        assert sum(line.startswith(command) for line in lines) == ANNOTATIONS_PER_LEVEL
    assert "2 de plus (erreur) : liste entière ci-dessous." in lines
    assert sum(line.startswith("a.yaml:") for line in lines) == len(many)
