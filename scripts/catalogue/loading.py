"""The one loader: walks a corpus, reads, types, checks, and returns (catalogue, problems). Nothing else opens sheets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from catalogue import nodes
from catalogue.catalogue import Catalogue
from catalogue.model import Entry, Practice, Replication, Workshop, terms_of
from catalogue.nearest import suggestion
from catalogue.nodes import Node
from catalogue.problems import Fault, Problem, Severity
from catalogue.related import Neighbours
from catalogue.rules import RULES, Context, Rule
from catalogue.rules.identity import IDENTIFIER_LIMIT, is_identifier
from catalogue.shaping import shape
from catalogue.vocabulary import Vocabulary

THEMES = ("sourcing", "accompagnement-global", "competences", "cooperation")
VOCABULARIES = "vocabulaires"
KINDS: dict[str, type[Practice] | type[Replication] | type[Workshop]] = {
    **dict.fromkeys(THEMES, Practice),
    "essaimages": Replication,
    "ateliers": Workshop,
}
OWN_VOCABULARIES = Path(__file__).resolve().parents[2] / "practices" / VOCABULARIES

VOCABULARIES_USED = (
    "themes",
    "glossaire",
    *sorted({mark.vocabulary for kind in (Practice, Replication, Workshop) for mark in terms_of(kind)}),
)

FILE_RULES = {
    "mauvais-dossier": "Un fichier est dans le dossier de son thème, ou dans essaimages, ateliers ou vocabulaires.",
    "mauvaise-extension": "Un fichier de fiche finit par .yaml.",
    "lien-symbolique": "Un fichier est un vrai fichier, pas un renvoi vers un autre.",
    "identifiant-mal-forme": "Le nom d’un fichier est son identifiant : minuscules sans accent, chiffres et tirets.",
    "identifiant-en-double": "Un identifiant ne sert qu’une fois, tous dossiers confondus.",
    "vocabulaire-manquant": "Chaque vocabulaire du modèle a son fichier.",
    "vocabulaire-incoherent": "Dans un vocabulaire, un code ne sert qu’une fois et un parent existe.",
}


@dataclass(frozen=True, slots=True)
class _File:
    """A file read and shaped: its entry when it has one, and the tree that locates its faults."""

    path: Path
    shown: str
    tree: Node
    entry: Entry


def load(corpus: Path, *, today: date | None = None) -> tuple[Catalogue, list[Problem]]:
    """All of a corpus folder, and every problem in it, sorted by file and line.

    The catalogue holds only the entries without a blocking fault. A corpus without its own `vocabulaires/` uses
    this project's. Raises NotADirectoryError when `corpus` is no folder.
    """
    if not corpus.is_dir():
        raise NotADirectoryError(corpus)
    problems: list[Problem] = []
    vocabularies = _load_vocabularies(corpus, problems)
    files = [file for path in _entry_paths(corpus, problems) if (file := _read_entry(path, problems))]
    _refuse_duplicates(files, problems)
    if missing := [name for name in VOCABULARIES_USED if name not in vocabularies]:
        problems += [_missing_vocabulary(corpus / VOCABULARIES / f"{name}.yaml") for name in missing]
        return Catalogue({}, {}, {}, vocabularies), sorted(set(problems))
    everything = _catalogue((file.entry for file in files), vocabularies)
    day = today or date.today()  # noqa: DTZ011 - the contributor's own day
    context = Context(everything, day, Neighbours(everything))
    problems += [problem for file in files for problem in _check(file, context)]
    faulty = {problem.fichier for problem in problems if problem.gravite is Severity.ERROR}
    sound = _catalogue((file.entry for file in files if file.shown not in faulty), vocabularies)
    return sound, sorted(set(problems))


def _missing_vocabulary(path: Path) -> Problem:
    remedy = "remettez-le : sans lui, aucune fiche ne peut être vérifiée"
    return _file_problem(
        "vocabulaire-manquant", path, f"Le vocabulaire « {path.stem} » manque ou ne se lit pas", remedy
    )


def shown(path: Path) -> str:
    """A path as messages give it: from the current folder when it is below."""
    absolute = path.absolute()
    here = Path.cwd()
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else absolute.as_posix()


def _entry_paths(corpus: Path, problems: list[Problem]) -> Iterator[Path]:
    for path in sorted(corpus.rglob("*")):
        relative = path.relative_to(corpus)
        if any(part.startswith(".") for part in relative.parts):
            continue
        if path.is_symlink():
            problems.append(
                _file_problem("lien-symbolique", path, "C’est un lien vers un autre fichier", "copiez le fichier ici")
            )
        elif path.is_dir() or relative.parts[0] == VOCABULARIES:
            continue
        elif len(relative.parts) != 2 or relative.parts[0] not in KINDS:
            problems.append(_misplaced(path, relative))
        elif path.suffix != ".yaml":
            problems.append(
                _file_problem(
                    "mauvaise-extension",
                    path,
                    f"« {path.name} » ne finit pas par .yaml",
                    f"renommez-le en {path.stem}.yaml",
                )
            )
        elif not is_identifier(path.stem):
            message = f"« {path.stem} » ne peut pas être un identifiant"
            remedy = f"minuscules sans accent, chiffres et tirets, 3 à {IDENTIFIER_LIMIT} caractères"
            problems.append(_file_problem("identifiant-mal-forme", path, message, remedy))
        else:
            yield path


def _misplaced(path: Path, relative: Path) -> Problem:
    folder = relative.parts[0] if len(relative.parts) > 1 else ""
    near = suggestion(folder, KINDS)
    remedy = f"vouliez-vous dire « {near} » ?" if near else f"dossiers possibles : {', '.join((*KINDS, VOCABULARIES))}"
    where = (
        f"Le dossier « {relative.parent.as_posix()} » n’est pas prévu"
        if folder
        else "Le fichier n’est dans aucun dossier"
    )
    return _file_problem("mauvais-dossier", path, where, remedy)


def _file_problem(rule: str, path: Path, message: str, remedy: str) -> Problem:
    return Problem(shown(path), 1, 1, rule, Severity.ERROR, message, remedy)


def _read_tree(path: Path, problems: list[Problem]) -> Node | None:
    tree, faults = nodes.read(path.read_bytes())
    problems += [
        Problem(
            shown(path), fault.mark.line, fault.mark.column, fault.rule, Severity.ERROR, fault.message, fault.remedy
        )
        for fault in faults
    ]
    return tree


def _read_entry(path: Path, problems: list[Problem]) -> _File | None:
    tree = _read_tree(path, problems)
    if tree is None:
        return None
    folder = path.parent.name
    given = {"id": path.stem} | ({"theme": folder} if folder in THEMES else {})
    entry, faults = shape(KINDS[folder], tree, given)
    problems += [_problem(path, tree, rule, fault) for rule, fault in faults]
    return _File(path, shown(path), tree, entry) if entry else None


def _problem(path: Path, tree: Node, rule: str, fault: Fault, severity: Severity = Severity.ERROR) -> Problem:
    mark = nodes.locate(tree, fault.path, on_key=fault.on_key)
    return Problem(shown(path), mark.line, mark.column, rule, severity, fault.message, fault.remedy)


def _check(file: _File, context: Context) -> Iterator[Problem]:
    for rule in RULES.values():
        yield from _apply(rule, file, context)


def _apply(rule: Rule, file: _File, context: Context) -> Iterator[Problem]:
    for fault in rule.check(file.entry, context):
        yield _problem(file.path, file.tree, rule.id, fault, rule.severity)


def _refuse_duplicates(files: Iterable[_File], problems: list[Problem]) -> None:
    first: dict[str, _File] = {}
    for file in files:
        other = first.setdefault(file.entry.id, file)
        if other is not file:
            message = f"L’identifiant « {file.entry.id} » sert déjà à {other.shown}"
            problems.append(_file_problem("identifiant-en-double", file.path, message, "renommez ce fichier"))


def _catalogue(entries: Iterable[Entry], vocabularies: dict[str, Vocabulary]) -> Catalogue:
    by_kind: dict[type, dict[str, Entry]] = {Practice: {}, Replication: {}, Workshop: {}}
    for entry in entries:
        by_kind[type(entry)].setdefault(entry.id, entry)
    return Catalogue(
        practices=cast(dict[str, Practice], by_kind[Practice]),
        replications=cast(dict[str, Replication], by_kind[Replication]),
        workshops=cast(dict[str, Workshop], by_kind[Workshop]),
        vocabularies=vocabularies,
    )


def _load_vocabularies(corpus: Path, problems: list[Problem]) -> dict[str, Vocabulary]:
    folder = corpus / VOCABULARIES
    own = {path.stem: path for path in sorted(OWN_VOCABULARIES.glob("*.yaml"))}
    theirs = {path.stem: path for path in sorted(folder.glob("*.yaml"))} if folder.is_dir() else {}
    found: dict[str, Vocabulary] = {}
    for name, path in (own | theirs).items():
        if vocabulary := _read_vocabulary(path, problems):
            found[name] = vocabulary
        elif name in own and path != own[name] and (fallback := _read_vocabulary(own[name], [])):
            found[name] = fallback
    return found


def _read_vocabulary(path: Path, problems: list[Problem]) -> Vocabulary | None:
    tree = _read_tree(path, problems)
    if tree is None:
        return None
    vocabulary, faults = shape(Vocabulary, tree, {"id": path.stem})
    problems += [_problem(path, tree, rule, fault) for rule, fault in faults]
    if not vocabulary:
        return None
    problems += [_problem(path, tree, "vocabulaire-incoherent", fault) for fault in _incoherences(vocabulary)]
    return vocabulary


def _incoherences(vocabulary: Vocabulary) -> Iterator[Fault]:
    seen: set[str] = set()
    of_themes = vocabulary.id == "sous-themes"
    for rank, term in enumerate(vocabulary.termes):
        code, parent = ("termes", rank, "code"), ("termes", rank, "parent")
        if term.code in seen:
            yield Fault(code, f"Le code « {term.code} » sert déjà", "un code par terme")
        if of_themes and term.parent not in THEMES:
            yield Fault(parent, "Un sous-thème a un thème pour parent", f"choisissez parmi {', '.join(THEMES)}")
        elif not of_themes and term.parent and term.parent not in vocabulary:
            yield Fault(parent, f"Le parent « {term.parent} » n’existe pas", "c’est le code d’un terme du même fichier")
        seen.add(term.code)
