"""Reads the vocabularies of a corpus, and checks that each holds together."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from catalogue.files import ReadFile, file_problem, read_file, shown
from catalogue.marks import terms_of
from catalogue.model import Practice, Replication, Withdrawal, Workshop
from catalogue.problems import Fault, Problem, quoted
from catalogue.shaping import shape
from catalogue.vocabulary import Vocabulary, VocabularyTerm

THEMES = ("sourcing", "accompagnement-global", "competences", "cooperation")
VOCABULARIES = "vocabulaires"
OWN_VOCABULARIES = Path(__file__).resolve().parents[2] / "practices" / VOCABULARIES
VOCABULARIES_USED = sorted(
    {"themes", "glossaire"}
    | {mark.vocabulary for kind in (Practice, Replication, Workshop, Withdrawal) for mark in terms_of(kind)}
)


def load_vocabularies(corpus: Path, problems: list[Problem]) -> dict[str, Vocabulary]:
    """The vocabularies of a corpus by name; this project's own where it has none, or a faulty one."""
    own, theirs = _vocabulary_paths(OWN_VOCABULARIES), _vocabulary_paths(corpus / VOCABULARIES)
    found: dict[str, Vocabulary] = {}
    for name, path in (own | theirs).items():
        if vocabulary := _read_vocabulary(path, problems):
            found[name] = vocabulary
        elif name in own and path != own[name] and (fallback := _read_vocabulary(own[name], [])):
            found[name] = fallback
    problems += [
        _missing_vocabulary(corpus / VOCABULARIES / f"{name}.yaml") for name in VOCABULARIES_USED if name not in found
    ]
    return found


def _missing_vocabulary(path: Path) -> Problem:
    message = f"Le vocabulaire « {path.stem} » manque ou ne se lit pas"
    return file_problem(
        "vocabulaire-manquant", path, message, "remettez-le : sans lui, aucune fiche ne peut être vérifiée"
    )


def _vocabulary_paths(folder: Path) -> dict[str, Path]:
    """Real files alone: a link could show in a message what lies elsewhere on the machine."""
    if folder.is_symlink() or not folder.is_dir():
        return {}
    return {path.stem: path for path in sorted(folder.glob("*.yaml")) if path.is_file() and not path.is_symlink()}


def _read_vocabulary(path: Path, problems: list[Problem]) -> Vocabulary | None:
    written = path.stat()
    cached, vocabulary, faults = _shaped(path.absolute(), (written.st_mtime_ns, written.st_size))
    file = replace(cached, shown=shown(path))  # the current folder may have changed since
    problems += file.reading_problems()
    problems += [file.problem(rule, fault) for rule, fault in faults]
    return vocabulary


@lru_cache(maxsize=256)
def _shaped(
    path: Path,
    version: tuple[int, int],  # noqa: ARG001 - part of the cache's key alone
) -> tuple[ReadFile, Vocabulary | None, tuple[tuple[str, Fault], ...]]:
    """Vocabularies change far less often than sheets: each version of a file (time, size) is read once."""
    file = read_file(path)
    if file.tree is None:
        return file, None, ()
    vocabulary, faults = shape(Vocabulary, file.tree, {"id": path.stem})
    if vocabulary:
        faults += [("vocabulaire-incoherent", fault) for fault in _incoherences(vocabulary)]
    return file, vocabulary, tuple(faults)


def _incoherences(vocabulary: Vocabulary) -> Iterator[Fault]:
    seen: set[str] = set()
    of_themes = vocabulary.id == "sous-themes"
    for rank, term in enumerate(vocabulary.termes):
        code, parent = ("termes", rank, "code"), ("termes", rank, "parent")
        if term.code in seen:
            yield Fault(code, f"Le code {quoted(term.code)} sert déjà", "un code par terme")
        if of_themes and term.parent not in THEMES:
            yield Fault(parent, "Un sous-thème a un thème pour parent", f"choisissez parmi {', '.join(THEMES)}")
        elif not of_themes and term.parent and term.parent not in vocabulary:
            message = f"Le parent {quoted(term.parent)} n’existe pas"
            yield Fault(parent, message, "c’est le code d’un terme du même fichier")
        elif _is_own_ancestor(term, vocabulary):
            link = "parent" if term.parent == term.code else "ancêtre"
            message = f"Le terme {quoted(term.code)} est son propre {link}"
            yield Fault(parent, message, "donnez le code d’un autre terme, ou retirez « parent »")
        seen.add(term.code)


def _is_own_ancestor(term: VocabularyTerm, vocabulary: Vocabulary) -> bool:
    met: set[str] = set()
    code = term.parent
    while code and code in vocabulary and code not in met:
        met.add(code)
        code = vocabulary[code].parent
    return term.code in met
