"""YAML text → located nodes. Every scalar stays the text that was written; the model gives it a type, never YAML.

Walks libyaml's events: one pass gives the values and their lines, and what strangers could hide behind YAML's rarer
features (anchors, tags, several documents) is refused with a sentence each.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from catalogue.problems import Path, quoted
from catalogue.source_text import (
    START,
    Mark,
    ReadingFault,
    SourceText,
    decode,
    faults_of_value,
    forbidden_characters,
    reading_fault,
)
from catalogue.syntax_faults import Stop, syntax_fault

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


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as YAML leaves it: accents composed (NFC), no space around."""

    value: str
    mark: Mark
    cut: bool = False
    """A comment follows on the same line: what comes after « # » is no part of the text."""


@dataclass(frozen=True, slots=True)
class Sequence:
    items: list["Node"]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: dict[str, "Node"]
    keys: dict[str, Mark]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Refused:
    """A value already refused while reading: it is there, and nothing more is to be said of it."""

    mark: Mark


Node = Scalar | Sequence | Mapping | Refused


@dataclass(slots=True)
class _Reader:
    """One walk over the events of a file; `faults` fills up as it goes."""

    source: SourceText
    events: Iterator[yaml.Event]
    last: Any = None
    """The last event read: what a syntax error follows."""
    faults: list[ReadingFault] = field(default_factory=list)

    def take(self) -> Any:
        """The next event. None at the end of the file."""
        self.last = next(self.events, self.last)
        return self.last

    def node(self, event: Any, depth: int = 0) -> Node:
        mark = self.mark(event)
        if depth > MAX_DEPTH:
            raise _TooDeepError(mark)
        if isinstance(event, yaml.AliasEvent):
            self._refuse("ancre-interdite/renvoi", mark, trouve=quoted(f"*{event.anchor}"))
            return Refused(mark)
        if getattr(event, "anchor", None):
            self._refuse("ancre-interdite", mark, trouve=quoted(f"&{event.anchor}"))
        if getattr(event, "tag", None):
            written = _TAG.search(self.source.text, event.start_mark.index)
            self._refuse("balise-interdite", mark, trouve=quoted(written[0] if written else event.tag))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(mark, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(mark, depth)
        return self._scalar(event, mark)

    def mark(self, event: Any) -> Mark:
        return self.source.mark(event.start_mark.index)

    def _scalar(self, event: Any, mark: Mark) -> Scalar:
        value = unicodedata.normalize("NFC", _paragraphs(event))
        self.faults += faults_of_value(value, mark)
        is_plain = event.style not in ("'", '"', "|", ">")
        cut = bool(value and is_plain and _COMMENT.match(self.source.text, event.end_mark.index))
        return Scalar(value, mark, cut)

    def _sequence(self, mark: Mark, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := self.take(), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return Sequence(items, mark)

    def _mapping(self, mark: Mark, depth: int) -> Mapping:
        entries: dict[str, Node] = {}
        keys: dict[str, Mark] = {}
        while not isinstance(event := self.take(), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(self.take(), depth + 1)
            if not isinstance(key, Scalar):
                if not isinstance(key, Refused):
                    self._refuse("syntaxe-yaml/cle", key.mark)
            elif key.value in entries:
                self._refuse("cle-en-double", key.mark, cle=quoted(key.value), ligne=keys[key.value].line)
            else:
                entries[key.value], keys[key.value] = value, key.mark
        return Mapping(entries, keys, mark)

    def _refuse(self, phrase: str, mark: Mark, **values: object) -> None:
        self.faults.append(reading_fault(phrase, mark, **values))


UNSEEN_BREAK = re.compile("[\x85\u2028\u2029]")
"""A mainframe's end of line, a PDF's line and paragraph separators: YAML 1.1 breaks a line there, no editor shows it."""
_TAG = re.compile(r"![^\s,\[\]{}]*")
_COMMENT = re.compile(r"[ \t]+#")


class _TooDeepError(Exception):
    def __init__(self, mark: Mark) -> None:
        self.mark = mark


def _paragraphs(event: yaml.ScalarEvent) -> str:
    """In a folded text (>), a line break is what YAML leaves of a blank line: a new paragraph."""
    text = UNSEEN_BREAK.sub(" ", event.value).replace("\r\n", "\n").replace("\r", "\n").strip()
    return re.sub(r"\n+", "\n\n", text) if event.style == ">" else text


def read(content: bytes) -> tuple[Node | None, list[ReadingFault]]:
    """The node tree of a file's bytes and all that is wrong with its writing. No tree when it cannot be read at all."""
    if len(content) > MAX_BYTES:
        return None, [reading_fault("fichier-trop-gros", START, limite=MAX_BYTES // 1000)]
    source = decode(content)
    if isinstance(source, ReadingFault):
        return None, [source]
    if faults := forbidden_characters(source):
        return None, faults
    return _compose(source)


def _compose(source: SourceText) -> tuple[Node | None, list[ReadingFault]]:
    # One sign for one sign, so that indexes hold.
    text = UNSEEN_BREAK.sub(" ", source.text)
    reader = _Reader(source, iter(yaml.parse(text, Loader=yaml.CSafeLoader)))
    root: Node | None = None
    try:
        while not isinstance(event := reader.take(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    return root, [*reader.faults, reading_fault("plusieurs-documents", reader.mark(event))]
                root = reader.node(reader.take())
    except yaml.MarkedYAMLError as error:
        return None, [*reader.faults, syntax_fault(Stop.of(error, source, reader.last))]
    except _TooDeepError as error:
        return None, [reading_fault("imbrication-excessive", error.mark)]
    if root is None or (isinstance(root, Scalar) and not root.value):
        return None, [reading_fault("fichier-vide", START)]
    return root, reader.faults


def plain(node: Node) -> object:
    """The tree without its marks: dicts, lists and strings. A refused value stays what it is, which fits no field."""
    match node:
        case Mapping():
            return {key: plain(value) for key, value in node.entries.items()}
        case Sequence():
            return [plain(item) for item in node.items]
        case Scalar():
            return node.value
        case Refused():
            return node


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
