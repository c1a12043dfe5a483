"""One validator in two places: the browser's modules, run for real, say what the checker says, line for line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from catalogue.browser_model import NOT_IN_THE_BROWSER, corpus_data, rule_data
from catalogue.corpus import PRACTICES
from catalogue.formatting import fixable
from catalogue.loading import KINDS, Examined, examine, judge
from catalogue.problems import as_text
from catalogue.rule_statements import statements
from parity.asking import ask, job, lines_of, tree_of
from test_cases import TODAY, all_cases, write_corpus

LEAST_COMPARED = 200
"""Files of golden cases with something to say. The issue asks for 120."""


def readable(corpus: Path) -> Iterator[tuple[Path, str]]:
    """The files a browser could be given: at their place, in UTF-8."""
    for path in sorted(corpus.rglob("*.yaml")):
        if path.parent.name in KINDS and path.parent.parent == corpus and not path.name.startswith("."):
            try:
                yield path, path.read_bytes().decode()
            except UnicodeDecodeError:
                continue


# Golden cases


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, list[str], list[str]]]:
    """For each file of each golden case: where it is, what the checker prints of it, what the browser says."""
    jobs, told = [], []
    with pytest.MonkeyPatch.context() as patch:
        for case in all_cases():
            folder = tmp_path_factory.mktemp("cas")
            write_corpus(folder, case)
            patch.chdir(folder)
            examined = examine(Path(), today=TODAY)
            printed = as_text(judge(examined)[1]).splitlines()
            corpus = _corpus_of(examined, own_vocabularies=(folder / "vocabulaires").exists())
            names: set[str] = set()
            for path, text in readable(Path()):
                jobs.append(job(path, text=text, corpus=corpus, context={"isNew": path.stem in names}))
                names.add(path.stem)
                lines = [line for line in printed if line.startswith(f"{path.as_posix()}:")]
                told.append((f"{case['cas']} ({path.as_posix()})", path.as_posix(), text, lines))
    answers = ask(jobs)
    return [
        (name, lines, lines_of(answer["problems"], place, text))
        for (name, place, text, lines), answer in zip(told, answers, strict=True)
    ]


def _corpus_of(examined: Examined, *, own_vocabularies: bool) -> dict[str, Any]:
    catalogue = examined.context.catalogue
    data = corpus_data(catalogue, examined.context.sheet_names)
    return data | (rule_data(catalogue.vocabularies) if own_vocabularies else {})


def test_every_golden_case_reads_the_same_in_the_browser(compared: list[tuple[str, list[str], list[str]]]) -> None:
    """The same rules at the same places, with the same severity, sentence and remedy."""
    different = {name: (checker, browser) for name, checker, browser in compared if checker != browser}

    assert different == {}
    assert len([name for name, checker, _ in compared if checker]) >= LEAST_COMPARED


def test_only_the_rules_of_places_are_left_to_the_checker(compared: list[tuple[str, list[str], list[str]]]) -> None:
    """What a browser cannot know is listed, with its reason; all other rules it applies."""
    applied = {line.split("[")[1].split("]")[0] for _, _, browser in compared for line in browser}
    too_big = ask([job(Path("sourcing/velo.yaml"), text="a" * 200_001)])
    applied |= {problem["regle"] for problem in too_big[0]["problems"]}

    assert {statement.id for statement in statements()} - applied == set(NOT_IN_THE_BROWSER)


# The real corpus


def test_every_published_entry_is_sound_and_written_the_same() -> None:
    """No problem, the file byte for byte, and the same tree once read."""
    paths = list(fixable([PRACTICES]))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    jobs = [job(path, text=text) for path, text in zip(paths, texts, strict=True)]
    for one in jobs:
        one["context"].pop("today")
    answers = ask(jobs)

    assert {
        path.name: answer["problems"] for path, answer in zip(paths, answers, strict=True) if answer["problems"]
    } == {}
    assert [path.name for path, text, answer in zip(paths, texts, answers, strict=True) if answer["yaml"] != text] == []
    for text, answer in zip(texts, answers, strict=True):
        assert answer["entry"] == tree_of(text)
