"""What the browser's validator is asked in tests, and what it answers."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from catalogue import nodes
from catalogue.browser_model import browser_model
from catalogue.corpus import PRACTICES
from catalogue.files import abridged
from catalogue.loading import KINDS, load
from catalogue.problems import as_text
from catalogue.structure import KINDS as KINDS_BY_NAME
from parity.driver import in_node, problems_of
from test_cases import TODAY, base

NAME_OF_KIND = {model: name for name, model in KINDS_BY_NAME.items()}


@cache
def own_model() -> dict[str, Any]:
    """The model of the project's own corpus, as a page would fetch it."""
    return dict(json.loads(browser_model(load(PRACTICES)[0])))


def job(path: Path, **given_too: Any) -> dict[str, Any]:
    """A file to look at: its `text`, or its `entry`; `context` and `corpus` add to what its place says."""
    folder, kind = path.parent.name, NAME_OF_KIND[KINDS[path.parent.name]]
    context = {"id": path.stem, "today": TODAY.isoformat()} | ({"theme": folder} if kind == "fiche" else {})
    return {"kind": kind, "context": context | given_too.pop("context", {}), **given_too}


def ask(jobs: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The browser's answers, in order."""
    return list(in_node("browser.mjs", {"model": own_model(), "jobs": list(jobs)}))


def lines_of(found: list[dict[str, Any]], place: str, text: str) -> list[str]:
    """The browser's problems, printed as the checker prints its own."""
    tree, _ = nodes.read(text.encode())
    return as_text(abridged(problems_of(found, place, tree))).splitlines()


def tree_of(text: str) -> dict[str, Any]:
    """A file's entry as a plain tree. Fails the test when it is none."""
    tree, _ = nodes.read(text.encode())
    assert tree is not None
    entry = nodes.plain(tree)
    assert isinstance(entry, dict)
    return entry


def base_entry(name: str) -> dict[str, Any]:
    return tree_of(base(name))
