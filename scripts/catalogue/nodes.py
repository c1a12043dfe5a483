"""YAML text → located nodes. Every scalar stays the text that was written; the model gives it a type, never YAML.

Walks libyaml's events: one pass gives the values and their lines, and what strangers could hide behind YAML's rarer
features (anchors, tags, several documents) is refused with a sentence each.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from catalogue.problems import Path
from catalogue.syntax_messages import POINTS_AT_OPENING, explain

MAX_BYTES = 200_000
"""The longest sheet the length limits allow is about 30 kB."""
MAX_DEPTH = 12
"""A sheet needs 4 levels; beyond 12 a file is an attack on the reader's stack."""

READING_RULES = {
    "encodage": "Un fichier est écrit en UTF-8.",
    "fichier-vide": "Un fichier de fiche contient une fiche.",
    "fichier-trop-gros": f"Un fichier pèse moins de {MAX_BYTES // 1000} ko.",
    "caractere-interdit": "Un texte ne contient ni caractère nul ni caractère de commande.",
    "caractere-invisible": "Un texte ne contient aucun caractère invisible qui change son sens ou le sens de lecture.",
    "tabulation": "L’alignement se fait avec des espaces, jamais avec des tabulations.",
    "syntaxe-yaml": "Un fichier suit la syntaxe YAML : une clé, deux-points, une espace, une valeur.",
    "cle-en-double": "Une clé n’est écrite qu’une fois au même endroit.",
    "ancre-interdite": "Une valeur est écrite en toutes lettres : ni ancre (&), ni renvoi (*).",
    "balise-interdite": "Aucune balise YAML (!) : le type d’une valeur vient du modèle.",
    "plusieurs-documents": "Un fichier contient une seule fiche.",
    "imbrication-excessive": f"Une fiche n’a pas plus de {MAX_DEPTH} niveaux.",
}

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# Bidirectional overrides and isolates (CVE-2021-42574), then characters that print nothing at all.
_INVISIBLE = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\u2060\ufeff\u00ad]")
_LEADING_TAB = re.compile(r"^ *\t", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file: 1-based line and column, in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    value: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Sequence:
    items: list["Node"]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: dict[str, "Node"]
    keys: dict[str, Mark]
    mark: Mark


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class ReadingFault:
    """A fault met before there is any sheet to speak of; `rule` is one of READING_RULES."""

    rule: str
    mark: Mark
    message: str
    remedy: str


@dataclass(slots=True)
class _Reader:
    """One walk over the events of a file; `faults` fills up as it goes."""

    events: Iterator[yaml.Event]
    faults: list[ReadingFault] = field(default_factory=list)

    def node(self, event: Any, depth: int = 0) -> Node:
        mark = _mark(event.start_mark)
        if depth > MAX_DEPTH:
            raise _TooDeepError(mark)
        if isinstance(event, yaml.AliasEvent):
            self._refuse("ancre-interdite", mark, f"Renvoi « *{event.anchor} »", _QUOTE_OR_COPY.format(sign="*"))
            return Scalar("", mark)
        if getattr(event, "anchor", None):
            self._refuse("ancre-interdite", mark, f"Ancre « &{event.anchor} »", _QUOTE_OR_COPY.format(sign="&"))
        if getattr(event, "tag", None):
            self._refuse(
                "balise-interdite", mark, f"Balise « {event.tag} »", "retirez-la, ou mettez le texte entre guillemets"
            )
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(mark, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(mark, depth)
        return Scalar(_paragraphs(event), mark)

    def _sequence(self, mark: Mark, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return Sequence(items, mark)

    def _mapping(self, mark: Mark, depth: int) -> Mapping:
        entries: dict[str, Node] = {}
        keys: dict[str, Mark] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self._refuse("syntaxe-yaml", key.mark, "Une clé doit être un mot", "écrivez « cle: valeur »")
            elif key.value in entries:
                first = keys[key.value].line
                self._refuse(
                    "cle-en-double",
                    key.mark,
                    f"La clé « {key.value} » est déjà écrite ligne {first}",
                    "gardez une seule des deux",
                )
            else:
                entries[key.value], keys[key.value] = value, key.mark
        return Mapping(entries, keys, mark)

    def _refuse(self, rule: str, mark: Mark, message: str, remedy: str) -> None:
        self.faults.append(ReadingFault(rule, mark, message, remedy))


_QUOTE_OR_COPY = "recopiez la valeur en entier, ou mettez le texte entre guillemets s’il commence par {sign}"


class _TooDeepError(Exception):
    def __init__(self, mark: Mark) -> None:
        self.mark = mark


def _paragraphs(event: yaml.ScalarEvent) -> str:
    """In a folded text (>), a line break is what YAML leaves of a blank line: a new paragraph."""
    return re.sub(r"\n+", "\n\n", event.value.strip()) if event.style == ">" else event.value


def _mark(mark: Any) -> Mark:
    return Mark(mark.line + 1, mark.column + 1)


def read(content: bytes) -> tuple[Node | None, list[ReadingFault]]:
    """The node tree of a file's bytes and all that is wrong with its writing. No tree when it cannot be read at all."""
    if len(content) > MAX_BYTES:
        size = len(content) // 1000
        return None, [
            _at_start("fichier-trop-gros", f"Le fichier pèse {size} ko", f"restez sous {MAX_BYTES // 1000} ko")
        ]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_encoding_fault(content, error)]
    if faults := list(_forbidden_characters(text)):
        return None, faults
    return _compose(text)


def _compose(text: str) -> tuple[Node | None, list[ReadingFault]]:
    reader = _Reader(iter(yaml.parse(text, Loader=yaml.CSafeLoader)))
    root: Node | None = None
    try:
        for event in reader.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    second = _mark(event.start_mark)
                    reader.faults.append(
                        ReadingFault(
                            "plusieurs-documents",
                            second,
                            "Une seconde fiche commence ici (« --- »)",
                            "un fichier par fiche",
                        )
                    )
                    return root, reader.faults
                root = reader.node(next(reader.events))
    except yaml.MarkedYAMLError as error:
        return None, [*reader.faults, _syntax_fault(error, text)]
    except _TooDeepError as error:
        return None, [
            ReadingFault("imbrication-excessive", error.mark, "Trop de niveaux imbriqués", "suivez le modèle de fiche")
        ]
    if root is None or (isinstance(root, Scalar) and not root.value.strip()):
        return None, [_at_start("fichier-vide", "Le fichier est vide", "partez du modèle de CONTRIBUTING.md")]
    return root, reader.faults


def _at_start(rule: str, message: str, remedy: str) -> ReadingFault:
    return ReadingFault(rule, Mark(1, 1), message, remedy)


def _encoding_fault(content: bytes, error: UnicodeDecodeError) -> ReadingFault:
    before = content[: error.start]
    mark = Mark(before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1)
    return ReadingFault("encodage", mark, "Le fichier n’est pas en UTF-8", "enregistrez-le avec l’encodage « UTF-8 »")


def _forbidden_characters(text: str) -> Iterator[ReadingFault]:
    for match in _CONTROL.finditer(text):
        name = "nul" if match[0] == "\0" else f"de commande U+{ord(match[0]):04X}"
        yield ReadingFault("caractere-interdit", _place(text, match.start()), f"Caractère {name}", "effacez-le")
    for match in _INVISIBLE.finditer(text):
        yield ReadingFault(
            "caractere-invisible",
            _place(text, match.start()),
            f"Caractère invisible U+{ord(match[0]):04X}",
            "effacez-le, puis retapez le texte autour à la main",
        )


def _place(text: str, position: int) -> Mark:
    return Mark(text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position))


def _syntax_fault(error: yaml.MarkedYAMLError, text: str) -> ReadingFault:
    at = error.problem_mark
    if error.context_mark and any(part in (error.problem or "") for part in POINTS_AT_OPENING):
        at = error.context_mark
    mark = _mark(at) if at else Mark(1, 1)
    tab = next((_place(text, match.end() - 1) for match in _LEADING_TAB.finditer(text)), None)
    if tab and tab.line <= mark.line:
        return ReadingFault("tabulation", tab, "Une tabulation sert à aligner", "remplacez-la par deux espaces")
    line = text.split("\n")[mark.line - 1]
    message, remedy = explain(error.problem or "", error.context or "", line[: mark.column - 1])
    return ReadingFault("syntaxe-yaml", mark, message, remedy)


def plain(node: Node) -> object:
    """The tree without its marks: dicts, lists and strings."""
    match node:
        case Mapping():
            return {key: plain(value) for key, value in node.entries.items()}
        case Sequence():
            return [plain(item) for item in node.items]
        case Scalar():
            return node.value


def locate(root: Node, path: Path, *, on_key: bool = False) -> Mark:
    """Where `path` is written, or its nearest written ancestor."""
    node, mark = root, root.mark
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
            mark = node.keys[step]
            node = node.entries[step]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            mark = node.mark
        else:
            return mark
    return mark if on_key else node.mark
