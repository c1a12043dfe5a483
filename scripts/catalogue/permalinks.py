"""A printed link never dies: the addresses a corpus answers at, and those that a change would lose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import PurePosixPath

from catalogue import nodes
from catalogue.loading import KINDS
from catalogue.model import Practice, Replication, Withdrawal, Workshop
from catalogue.problems import Problem, Severity
from catalogue.vocabulary_files import VOCABULARIES

ADDRESSES: Mapping[type, str] = {Practice: "fiches/{}/", Workshop: "ateliers/{}/", Replication: "essaimage/#{}"}
WITHDRAWN: Mapping[str, str] = {"fiche": "fiches/{}/", "atelier": "ateliers/{}/", "essaimage": "essaimage/#{}"}
TERMS = ("themes", "publics", "freins", "territoires")
"""Vocabularies whose terms have a page each."""
ALIKE = 0.5
"""Share of common lines from which a new file is taken for a renamed one: git's own threshold (git diff -M)."""

Files = Mapping[str, bytes]
"""Path from the corpus's folder → content."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address comes from: a file, and the file's own id or one of its former ones."""

    file: str
    id: str
    former: bool = False


def addresses(files: Files) -> dict[str, Place]:
    """Every address that `files` answer at. A file that cannot be read still has its own."""
    found: dict[str, Place] = {}
    for file, content in files.items():
        path = PurePosixPath(file)
        if len(path.parts) != 2 or path.suffix != ".yaml":
            continue
        folder, stem = path.parts[0], path.stem
        if folder == VOCABULARIES and stem in TERMS:
            found |= {f"{stem}/{code}/": Place(file, code) for code in _codes(content)}
        elif pattern := _pattern(folder, content):
            found[pattern.format(stem)] = Place(file, stem)
            for old in _former_ids(content):
                found.setdefault(pattern.format(old), Place(file, old, former=True))
    return found


def lost(before: Files, after: Files, shown: str) -> list[Problem]:
    """One problem an address that `before` answered at and `after` does not. `shown`: the corpus's folder, as printed."""
    kept = addresses(after)
    unreadable = {file for file, content in after.items() if nodes.read(content)[0] is None}
    return sorted(
        _problem(address, place, before, after, shown)
        for address, place in addresses(before).items()
        if address not in kept and not (place.former and place.file in unreadable)
    )


def _problem(address: str, place: Place, before: Files, after: Files, shown: str) -> Problem:
    file, message, remedy = _explained(address, place, before, after, shown)
    return Problem(f"{shown}/{file}", 1, 1, "permalien-perdu", Severity.ERROR, message, remedy)


def _explained(address: str, place: Place, before: Files, after: Files, shown: str) -> tuple[str, str, str]:
    """The file to open, the fault, the remedy."""
    gone = f"L’adresse /{address} ne répondrait plus"
    folder = place.file.partition("/")[0]
    if folder == VOCABULARIES:
        remedy = f"remettez le code « {place.id} », avec « actif: non » s’il ne doit plus servir"
        return place.file, f"{gone} : le terme « {place.id} » a disparu", remedy
    if place.former:
        now = _file_of(PurePosixPath(place.file).stem, after) or place.file
        remedy = f"remettez « {place.id} » dans « anciens_ids » de {shown}/{now}"
        return now, f"{gone} : l’ancien identifiant « {place.id} » a disparu", remedy
    if moved := _file_of(place.id, after):
        nature = next(nature for nature, pattern in WITHDRAWN.items() if pattern.format(place.id) == address)
        remedy = f"écrivez « etait: {nature} »" if moved.startswith("retirees/") else f"remettez-le dans {folder}/"
        return moved, f"{gone} : « {place.id} » a changé de nature", remedy
    if renamed := _renamed(place, before, after):
        remedy = f"ajoutez dans {shown}/{renamed} la ligne « anciens_ids: [{place.id}] »"
        if listed := _former_ids(after[renamed]):
            remedy = f"dans {shown}/{renamed}, écrivez « anciens_ids: [{', '.join([*listed, place.id])}] »"
        return renamed, f"{gone} : « {place.id} » semble renommé en « {PurePosixPath(renamed).stem} »", remedy
    if folder == "retirees":
        return place.file, f"{gone} : l’avis de retrait de « {place.id} » a disparu", f"remettez {shown}/{place.file}"
    nature = next(nature for nature, pattern in WITHDRAWN.items() if pattern.format(place.id) == address)
    also = "" if nature == "fiche" else f", « etait: {nature} »"
    remedy = (
        f"remettez {shown}/{place.file}, ou créez {shown}/retirees/{place.id}.yaml avec « titre »{also}, « date » et"
        " « motif » (« remplacee_par » si une autre fiche en parle)"
    )
    return place.file, f"{gone} : « {place.id} » a disparu", remedy


def _file_of(identifier: str, files: Files) -> str | None:
    return next((f for f in files if PurePosixPath(f).stem == identifier and f.partition("/")[0] in KINDS), None)


def _renamed(place: Place, before: Files, after: Files) -> str | None:
    """The new file that most resembles a lost one, of the same kind, when it resembles it enough."""
    kind = KINDS[place.file.partition("/")[0]]
    known = {PurePosixPath(file).stem for file in before}
    lines = _lines(before[place.file])
    candidates = [
        (SequenceMatcher(None, lines, _lines(content), autojunk=False).ratio(), file)
        for file, content in after.items()
        if KINDS.get(file.partition("/")[0]) is kind and PurePosixPath(file).stem not in known
    ]
    likeness, file = max(candidates, default=(0.0, ""))
    return file if likeness >= ALIKE else None


def _lines(content: bytes) -> list[bytes]:
    return [line.strip() for line in content.splitlines() if line.strip() and not line.lstrip().startswith(b"#")]


def _pattern(folder: str, content: bytes) -> str | None:
    kind = KINDS.get(folder)
    if kind is Withdrawal:
        nature = _value(content, "etait")
        return WITHDRAWN.get(nature if isinstance(nature, str) else "fiche", WITHDRAWN["fiche"])
    return ADDRESSES[kind] if kind else None


def _former_ids(content: bytes) -> list[str]:
    # Looked for as bytes first: most files have none, and reading YAML is what takes time.
    listed = _value(content, "anciens_ids") if b"anciens_ids" in content else None
    return [old for old in listed if isinstance(old, str)] if isinstance(listed, list) else []


def _codes(content: bytes) -> Iterator[str]:
    terms = _value(content, "termes")
    for term in terms if isinstance(terms, list) else []:
        if isinstance(term, dict) and isinstance(term.get("code"), str):
            yield term["code"]


def _value(content: bytes, key: str) -> object:
    tree, _ = nodes.read(content)
    data = nodes.plain(tree) if tree else None
    return data.get(key) if isinstance(data, dict) else None
