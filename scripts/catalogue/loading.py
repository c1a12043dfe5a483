"""The one loader: walks a corpus, reads, types, checks, and returns (catalogue, problems). Nothing else opens sheets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from catalogue.catalogue import Catalogue
from catalogue.files import ReadFile, abridged, file_problem, read_file, shown
from catalogue.model import Entry, Practice, Replication, Withdrawal, Workshop
from catalogue.nearest import suggestion
from catalogue.phrases import fault
from catalogue.problems import Problem, Severity, quoted
from catalogue.related import Neighbours
from catalogue.rules import RULES, Context
from catalogue.rules.identity import IDENTIFIER_LIMIT, is_identifier
from catalogue.shaping import shape
from catalogue.vocabulary import Vocabulary
from catalogue.vocabulary_files import THEMES, VOCABULARIES, VOCABULARIES_USED, load_vocabularies

KINDS: dict[str, type[Practice] | type[Replication] | type[Workshop] | type[Withdrawal]] = {
    **dict.fromkeys(THEMES, Practice),
    "essaimages": Replication,
    "ateliers": Workshop,
    "retirees": Withdrawal,
}

FILE_RULES = {
    "mauvais-dossier": "Un fichier est dans le dossier de son thème, ou dans essaimages, ateliers, retirees ou vocabulaires.",
    "mauvaise-extension": "Un fichier de fiche finit par .yaml.",
    "lien-symbolique": "Un fichier est un vrai fichier, pas un renvoi vers un autre.",
    "identifiant-mal-forme": "Le nom d’un fichier est son identifiant : minuscules sans accent, chiffres et tirets.",
    "identifiant-en-double": "Un identifiant ne sert qu’une fois, tous dossiers confondus.",
    "vocabulaire-manquant": "Chaque vocabulaire du modèle a son fichier.",
    "vocabulaire-incoherent": "Dans un vocabulaire, un code ne sert qu’une fois et un parent existe.",
}
SHEET_ENDINGS = (".yaml", ".yml", ".txt")
"""What editors add or change at the end of a sheet's name; anything else is no sheet."""


@dataclass(frozen=True, slots=True)
class _Shaped:
    """A file well enough formed to be an entry."""

    file: ReadFile
    entry: Entry


@dataclass(frozen=True, slots=True)
class Examined:
    """A corpus before its entries are judged: what could be shaped, what rules may look at, the problems met so far."""

    shaped: list[_Shaped]
    context: Context
    problems: list[Problem]


def load(corpus: Path, *, today: date | None = None) -> tuple[Catalogue, list[Problem]]:
    """All of a corpus folder, and every problem in it, sorted by file and line.

    The catalogue holds only the entries without a blocking fault. A corpus without its own `vocabulaires/` uses
    this project's. Raises NotADirectoryError when `corpus` is no folder.
    """
    return judge(examine(corpus, today=today))


def judge(examined: Examined) -> tuple[Catalogue, list[Problem]]:
    """The sound part of a corpus, and all its problems."""
    shaped, context, problems = examined.shaped, examined.context, list(examined.problems)
    vocabularies = dict(context.catalogue.vocabularies)
    if any(name not in vocabularies for name in VOCABULARIES_USED):
        return Catalogue({}, {}, {}, vocabularies), abridged(problems)
    problems += [problem for one in shaped for problem in _check(one, context)]
    faulty = {problem.fichier for problem in problems if problem.gravite is Severity.ERROR}
    sound = _catalogue((one.entry for one in shaped if one.file.shown not in faulty), vocabularies)
    return sound, abridged(problems)


def examine(corpus: Path, *, today: date | None = None) -> Examined:
    """Reads and shapes a corpus; judges nothing yet. Raises NotADirectoryError when `corpus` is no folder."""
    if not corpus.is_dir():
        raise NotADirectoryError(corpus)
    problems: list[Problem] = []
    vocabularies = load_vocabularies(corpus, problems)
    paths = _visible_paths(corpus)
    shaped = [one for path in _entry_paths(corpus, paths, problems) if (one := _read_entry(path, problems))]
    _refuse_duplicates(shaped, problems)
    everything = _catalogue((one.entry for one in shaped), vocabularies)
    day = today or date.today()  # noqa: DTZ011 - the contributor's own day
    return Examined(shaped, Context(everything, _sheet_names(corpus, paths), day, Neighbours(everything)), problems)


def _visible_paths(corpus: Path) -> list[Path]:
    found = sorted(corpus.rglob("*"))
    return [path for path in found if not any(part.startswith(".") for part in path.relative_to(corpus).parts)]


def _sheet_names(corpus: Path, paths: Iterable[Path]) -> frozenset[str]:
    """What the sheets of a corpus are called, in lower case: those that cannot be read, or are out of place, too."""
    elsewhere = {VOCABULARIES, *(folder for folder, kind in KINDS.items() if kind is not Practice)}
    return frozenset(
        path.name.split(".")[0].casefold()
        for path in paths
        if path.relative_to(corpus).parts[0] not in elsewhere and not path.is_dir()
    )


def _entry_paths(corpus: Path, paths: Iterable[Path], problems: list[Problem]) -> Iterator[Path]:
    for path in paths:
        relative = path.relative_to(corpus)
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            message = "C’est un lien vers un autre fichier"
            problems.append(file_problem("lien-symbolique", path, message, "copiez le fichier ici"))
        elif path.is_dir():
            continue
        elif len(relative.parts) != 2 or relative.parts[0] not in (*KINDS, VOCABULARIES):
            problems.append(_misplaced(path, relative))
        elif path.suffix != ".yaml":
            message = f"« {path.name} » ne finit pas par .yaml"
            problems.append(file_problem("mauvaise-extension", path, message, _extension_remedy(path.name)))
        elif relative.parts[0] == VOCABULARIES:
            continue
        elif not is_identifier(path.stem):
            told = fault((), "identifiant-mal-forme", id=path.stem, limite=IDENTIFIER_LIMIT)
            problems.append(file_problem("identifiant-mal-forme", path, told.message, told.remedy))
        else:
            yield path


def _extension_remedy(name: str) -> str:
    stem = name
    while stem.casefold().endswith(SHEET_ENDINGS):
        stem = stem.rpartition(".")[0]
    if stem == name and "." in name:
        return "retirez-le : ce dossier ne contient que des fiches"
    return f"renommez-le en {stem}.yaml"


def _misplaced(path: Path, relative: Path) -> Problem:
    folder = relative.parts[0] if len(relative.parts) > 1 else ""
    near = suggestion(folder, (*KINDS, VOCABULARIES))
    remedy = f"vouliez-vous dire « {near} » ?" if near else f"dossiers possibles : {', '.join((*KINDS, VOCABULARIES))}"
    where = (
        f"Le dossier {quoted(relative.parent.as_posix())} n’est pas prévu"
        if folder
        else "Le fichier n’est dans aucun dossier"
    )
    return file_problem("mauvais-dossier", path, where, remedy)


def _read_entry(path: Path, problems: list[Problem]) -> _Shaped | None:
    file = read_file(path)
    problems += file.reading_problems()
    if file.tree is None:
        return None
    folder = path.parent.name
    given = {"id": path.stem} | ({"theme": folder} if folder in THEMES else {})
    entry, faults = shape(KINDS[folder], file.tree, given)
    problems += [file.problem(rule, fault) for rule, fault in faults]
    return _Shaped(file, entry) if entry else None


def _check(shaped: _Shaped, context: Context) -> Iterator[Problem]:
    for rule in RULES.values():
        for found in rule.check(shaped.entry, context):
            yield shaped.file.problem(rule.id, found, rule.severity)


def _refuse_duplicates(shaped: Iterable[_Shaped], problems: list[Problem]) -> None:
    first: dict[str, Path] = {}
    for one in shaped:
        other = first.setdefault(one.entry.id, one.file.path)
        if other != one.file.path:
            told = fault((), "identifiant-en-double", id=one.entry.id, autre=shown(other))
            problems.append(file_problem("identifiant-en-double", one.file.path, told.message, told.remedy))


def _catalogue(entries: Iterable[Entry], vocabularies: dict[str, Vocabulary]) -> Catalogue:
    by_kind: dict[type, dict[str, Entry]] = {Practice: {}, Replication: {}, Workshop: {}, Withdrawal: {}}
    for entry in entries:
        by_kind[type(entry)].setdefault(entry.id, entry)
    return Catalogue(
        practices=cast(dict[str, Practice], by_kind[Practice]),
        replications=cast(dict[str, Replication], by_kind[Replication]),
        workshops=cast(dict[str, Workshop], by_kind[Workshop]),
        vocabularies=vocabularies,
        withdrawals=cast(dict[str, Withdrawal], by_kind[Withdrawal]),
    )
