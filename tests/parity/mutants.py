"""Real entries and files with a few things changed, always the same ones: what a hurried hand could leave."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from catalogue import nodes
from catalogue.corpus import PRACTICES
from catalogue.formatting import fixable
from catalogue.loading import KINDS

MUTANTS = 400
NASTY: tuple[Any, ...] = (
    "", "oui", "Non", "peut-être", "45", "-3", "007", "9" * 5000, "2026-02-30", "2030-01-01", "1900", "2024-13", "S1",
    "[s1]", "Un chiffre : 12 000 [s9].", "Un [s1, s2] et 40 % du CIFRE", "https://exemple.org:99999/", "ftp://a.b",
    "jean.dupont@exemple.fr", "06 12 34 56 78", "l'eau est «chaude»!", "**Gras**", "<b>x</b>", "mot " * 90, "É" * 700,
    "  ", "a\nb", "jeunes", "Jeunes", "RSA", "sourcing", "publie", "graine", "publiee", "velo", "\u200b", "ＡＢ", "ß",
    [], ["a"], [["a"]], {}, {"a": "b"}, ["jeunes", "jeunes"], [{"id": "s1"}], {"niveau": "4", "justification": "x"},
)  # fmt: skip


def mutants() -> Iterator[tuple[Path, dict[str, Any]]]:
    """Real entries with one to three values or keys changed, always the same ones."""
    random = Random(5)
    paths = [path for path in fixable([PRACTICES]) if path.parent.name in KINDS]
    for _ in range(MUTANTS):
        path = random.choice(paths)
        tree, _faults = nodes.read(path.read_bytes())
        assert tree is not None
        entry = nodes.plain(tree)
        assert isinstance(entry, dict)
        for _ in range(random.randint(1, 3)):
            _mutate(entry, random)
        yield path, entry


def _mutate(entry: dict[str, Any], random: Random) -> None:
    here: Any = entry
    while True:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        if not keys:
            return
        key = random.choice(keys)
        if isinstance(here[key], dict | list) and random.random() < 0.7:
            here = here[key]
            continue
        match random.randint(0, 3):
            case 0:
                del here[key]
            case 1 if isinstance(here, dict):
                here[random.choice(("titre", "tittre", "id", "non_documente", "periode", "lu_en_copie"))] = here.pop(
                    key
                )
            case 1:
                here.extend([here[key]] * 9)
            case _:
                here[key] = random.choice(NASTY)
        return


SIGNS = (
    '"', "'", "[", "]", "{", "}", ": ", ":", "#", " #", "\n", "\n  ", "- ", "-", "\t", "*a", "&a ", "!t ", "%", "@", "|", ">", "?", "? ",
    "\r\n", "\\", "<<: *a\n", "`", "é", ",", "\x85", "\u2028", "!!str ", "- - ", "~", "\u0301",
)  # fmt: skip


def mangled_files(texts: list[str], count: int) -> Iterator[str]:
    """`texts` with one to three signs put in, or a few characters or an end of line taken out."""
    random = Random(11)
    for _ in range(count):
        text = random.choice(texts)
        for _ in range(random.randint(1, 3)):
            at = random.randrange(len(text))
            match random.randint(0, 4):
                case 0:
                    text = text[:at] + text[at + random.randint(1, 4) :]
                case 1:
                    text = text[:at] + text[max(at, text.find("\n", at)) :]
                case _:
                    text = text[:at] + random.choice(SIGNS) + text[at:]
        yield text
