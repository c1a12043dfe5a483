"""`make fix`: rewrites the files it can read whole, and leaves the others to `make check`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from catalogue import nodes
from catalogue.files import shown
from catalogue.loading import KINDS
from catalogue.shaping import shape
from catalogue.vocabulary_files import THEMES
from catalogue.writing import to_yaml

LEADING_COMMENTS = re.compile(r"(?:#[^\n]*\n|\n)*")
INNER_COMMENT = re.compile(r"(?<![^\n])\s*#|\s#\s")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file; `sentence` is empty when nothing had to be done."""

    shown: str
    changed: bool
    sentence: str


def fixable(paths: Iterable[Path]) -> Iterator[Path]:
    """The entry files among `paths` and below them, in order."""
    for path in paths:
        found = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
        yield from (one for one in found if one.parent.name in KINDS and not one.is_symlink())


def fix_file(path: Path) -> Outcome:
    """Rewrites one file in its canonical form. A file with faults of form, or comments inside, is left as it is."""
    content = path.read_bytes()
    tree, reading_faults = nodes.read(content)
    if tree is None or reading_faults:
        return Outcome(shown(path), changed=False, sentence="illisible, laissé tel quel : « make check » dit pourquoi")
    folder = path.parent.name
    entry, faults = shape(KINDS[folder], tree, {"id": path.stem} | ({"theme": folder} if folder in THEMES else {}))
    if entry is None or faults:
        return Outcome(shown(path), changed=False, sentence="incomplet, laissé tel quel : « make check » dit pourquoi")
    text = content.decode("utf-8-sig").replace("\r\n", "\n")
    head = LEADING_COMMENTS.match(text)
    comments = head[0].lstrip("\n") if head else ""
    if INNER_COMMENT.search(text[len(comments) :]):
        return Outcome(shown(path), changed=False, sentence="contient des commentaires, laissé tel quel")
    fixed = (comments + to_yaml(entry)).encode()
    if fixed == content:
        return Outcome(shown(path), changed=False, sentence="")
    path.write_bytes(fixed)
    return Outcome(shown(path), changed=True, sentence="mis en forme")
