"""Entries, files and texts nobody should write: checker and browser still agree, on faults and on every character."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from catalogue import nodes
from catalogue.corpus import PRACTICES
from catalogue.files import abridged
from catalogue.loading import KINDS, examine
from catalogue.problems import Problem, Severity, as_text
from catalogue.rules import RULES
from catalogue.shaping import shape
from catalogue.spelling import written
from catalogue.writing import to_yaml
from parity.asking import ask, base_entry, job, lines_of
from parity.mutants import mangled_files, mutants
from test_cases import TODAY, base


def test_a_mangled_entry_has_the_same_faults_in_both() -> None:
    """Nothing published is sheltered by being well formed: what is missing, doubled or absurd is told alike."""
    context = examine(PRACTICES, today=TODAY).context
    chosen = list(mutants())
    texts = [json.dumps(entry, ensure_ascii=False) for _, entry in chosen]
    jobs = [job(path, text=text) for (path, _), text in zip(chosen, texts, strict=True)]
    answers = ask(jobs)

    different = {}
    for (path, _), text, answer in zip(chosen, texts, answers, strict=True):
        tree, reading = nodes.read(text.encode())
        found = [
            Problem("x", one.mark.line, one.mark.column, one.rule, Severity.ERROR, one.message, one.remedy)
            for one in reading
        ]
        if tree is not None:
            given_too = {"id": path.stem} | (
                {"theme": path.parent.name} if "theme" in KINDS[path.parent.name].model_fields else {}
            )
            entry, faults = shape(KINDS[path.parent.name], tree, given_too)
            located = [(rule, Severity.ERROR, fault) for rule, fault in faults]
            if entry:
                # The neighbours of a corpus are those of its files as they are, not of this change.
                located += [
                    (rule.id, rule.severity, fault)
                    for rule in RULES.values()
                    for fault in rule.check(entry, context)
                    if rule.id != "quasi-doublon"
                ]
            for rule, severity, fault in located:
                mark = nodes.locate(tree, fault.path, on_key=fault.on_key)
                found.append(Problem("x", mark.line, mark.column, rule, severity, fault.message, fault.remedy))
        expected = as_text(abridged(found)).splitlines()
        told = [line for line in lines_of(answer["problems"], "x", text) if "[quasi-doublon]" not in line]
        if told != expected:
            different[text[:200]] = (expected, told)

    assert different == {}


def test_a_mangled_file_is_read_the_same_or_refused() -> None:
    """Two readers of YAML, 1.1 and 1.2, part on a few rarities; what both read is the same tree, and none breaks."""
    texts = list(mangled_files([base(name) for name in ("graine", "essaimage", "atelier")], 500))
    answers = ask([job(Path("ateliers/x.yaml"), text=one) for one in texts])

    alike = 0
    for text, answer in zip(texts, answers, strict=True):
        tree, faults = nodes.read(text.encode())
        told = [problem for problem in answer["problems"] if "ligne" in problem]
        alike += {fault.rule for fault in faults} == {problem["regle"] for problem in told}
        if tree is not None and not faults and not told:
            assert answer["entry"] == nodes.plain(tree), text
    assert alike > len(texts) * 0.95


def test_a_draft_is_told_all_that_can_be_seen_already() -> None:
    """While one types, faults of shape do not hide those of meaning, and nothing said of the whole is left unsaid."""
    chosen = list(mutants())
    answers = ask([job(path, entry=entry) for path, entry in chosen])

    assert any(len(answer["draft"]) > len(answer["problems"]) for answer in answers)
    for answer in answers:
        assert all(problem in answer["draft"] for problem in answer["problems"])


def test_what_is_typed_is_judged_as_the_file_will_hold_it() -> None:
    """Spaces around, accents apart, other line breaks; and the characters that a file would be refused for."""
    entry = base_entry("graine")
    typed = entry | {
        "titre": "  Ouvrir " + "e\u0301" * 72 + "\u2028a ",
        "probleme": "Un.\r\n\r\nDeux.",
        "accroche": "Ici\u200b et la\x07.",
    }
    [answer] = ask([job(Path("sourcing/lavoir.yaml"), entry=typed)])

    told = [(problem["regle"], problem["chemin"]) for problem in answer["problems"]]
    assert sorted(told) == [
        ("caractere-interdit", ["accroche"]),
        ("caractere-invisible", ["accroche"]),
        ("texte-trop-long", ["titre"]),
    ]
    assert "probleme: >-\n  Un.\n\n  Deux.\n" in answer["yaml"]


def test_a_wrong_answer_is_not_also_said_to_be_missing() -> None:
    """A draft with one element too long has a list all the same."""
    entry = base_entry("fiche")
    entry |= {"noyau": ["a" * 91, "b"], "modalites": ["individuel"] * 9, "cout": "1", "limites": "mot " * 200 + "[s2]"}
    [answer] = ask([job(Path("sourcing/velo.yaml"), entry=entry)])

    assert {problem["regle"] for problem in answer["draft"]} & {"requis-pour-une-fiche", "source-orpheline"} == set()


@pytest.mark.parametrize(
    ("text", "head", "has_comments"),
    [
        ("# modèle : fiche\n\ntitre: Ouvrir # la porte\n", "# modèle : fiche\n\n", True),
        ("\n\n# a\n# b\r\ntitre: Ouvrir\n", "# a\n# b\n", False),
        ("titre: Ouvrir\n  # plus tard\nlieu: Foix\n", "", True),
        ("titre: 'Ouvrir #1'\n", "", False),
    ],
)
def test_comments_are_not_lost_in_silence(text: str, head: str, has_comments: bool) -> None:
    """The first ones are given back, as « make fix » keeps them; whoever wrote others is warned."""
    [answer] = ask([job(Path("sourcing/velo.yaml"), text=text)])

    assert (answer["head"], answer["hasComments"]) == (head, has_comments)


WORDS = (
    "oui", "non", "l'eau", "n° 12", "09", "1e5", "0o17", "12:30", "2026-01-01", "yes", "null", "~", "- a", "a: b", "a #b",
    "«mot»", "Qui?", "Quoi ;", "l’an", "*x*", "&a", "!b", "%c", "@d", "`e", "{f}", "[g]", "h: ", ": i", "? j", "'", '"',
    "''", "\\", "…", "😀", "é", "x" * 130, "\u00a0", "\u202f", "\n", "\n\n", " ", "  ", "\t", "|", ">", "---", "...", "#",
)  # fmt: skip
nasty_texts = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=5)), max_size=40).map(" ".join)


# Each example is many texts, to start Node once: shrinking them would take longer than reading the first that differs.
@settings(max_examples=5, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(st.lists(nasty_texts, min_size=60, max_size=120))
def test_any_text_is_written_the_same_and_read_back(texts: list[str]) -> None:
    """Whatever is typed: one file in both, and each reader finds in it the words that were written."""
    seed = base_entry("graine")
    entries = [
        seed | {"probleme": text, "accroche": text, "remplacee_par": text, "manques": [text]}
        for text in texts
        if _is_text(text)
    ]
    answers = ask([job(Path("sourcing/lavoir.yaml"), entry=one) for one in entries])
    files = [answer["yaml"] for answer in answers]
    read_again = ask([job(Path("sourcing/lavoir.yaml"), text=one) for one in files])
    for entry, file, again in zip(entries, files, read_again, strict=True):
        theirs, faults = nodes.read(file.encode())
        assert theirs is not None
        assert faults == []
        assert again["entry"] == nodes.plain(theirs)
        assert again["yaml"] == file
        typed = again["entry"]
        composed = unicodedata.normalize("NFC", entry["manques"][0]).strip()
        assert " ".join(typed["manques"][0].split()) == " ".join(written(composed).split())
        shaped, _ = shape(KINDS["sourcing"], theirs, {"id": "lavoir", "theme": "sourcing"})
        if shaped:
            assert to_yaml(shaped) == file


def _is_text(text: str) -> bool:
    """What a reader of files would accept, and not nothing."""
    try:
        file = json.dumps({"a": text}, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    tree, faults = nodes.read(file)
    return tree is not None and not faults and bool(text.strip())
