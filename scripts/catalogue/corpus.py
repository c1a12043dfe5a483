"""Which corpus a path given on the command line belongs to."""

import os
from collections.abc import Iterable
from pathlib import Path

from catalogue.loading import KINDS
from catalogue.problems import Problem
from catalogue.vocabulary_files import VOCABULARIES

PRACTICES = Path(__file__).resolve().parents[2] / "practices"


def corpora_of(paths: Iterable[Path]) -> dict[Path, list[Path]]:
    """Corpus folder → the paths asked for inside it."""
    found: dict[Path, list[Path]] = {}
    for path in map(_plain, paths):
        found.setdefault(_corpus_of(path), []).append(path)
    return found


def _plain(path: Path) -> Path:
    """The whole path, without « .. »: the names in it are compared with those of problems."""
    return Path(os.path.normpath(path.absolute()))


def _corpus_of(path: Path) -> Path:
    """The folder whose sub-folders are themes: the path's own, or the nearest above it."""
    folders = (*KINDS, VOCABULARIES)
    for folder in (path, *path.parents):
        if folder.is_dir() and folder.name in folders:
            return folder.parent
        if folder.is_dir() and any((folder / name).is_dir() for name in folders):
            return folder
    return path if path.is_dir() else path.parent


def within(problem: Problem, chosen: Iterable[Path]) -> bool:
    """Whether a problem lies in one of the paths asked for."""
    place = _plain(Path(problem.fichier))
    return any(place.is_relative_to(_plain(path)) for path in chosen)
