"""Runs the browser's modules in Node, on the same data as a page would fetch."""

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from catalogue.nodes import Node, locate
from catalogue.problems import Problem, Severity
from catalogue.source_text import Mark
from hooks import ROOT

HERE = Path(__file__).parent


def node() -> str:
    """Where Node is. Fails the test when it is nowhere."""
    found = shutil.which("node", path=str(ROOT / ".venv" / "bin")) or shutil.which("node")
    assert found, "Node manque : « make test » l’installe dans .venv."
    return found


def in_node(script: str, data: Any) -> Any:
    """What a module of this folder writes when `data` is its standard input, both as JSON."""
    command = [node(), "--no-warnings", str(HERE / script)]
    done = subprocess.run(command, input=json.dumps(data), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def problems_of(found: Iterable[dict[str, Any]], place: str, tree: Node | None) -> list[Problem]:
    """The browser's problems as the checker's: each path is located in the file's own tree."""
    return [
        Problem(
            place,
            *_where(one, tree),
            one["regle"],
            Severity(one["gravite"]),
            one["message"],
            one["remede"],
        )
        for one in found
    ]


def _where(problem: dict[str, Any], tree: Node | None) -> tuple[int, int]:
    mark = Mark(problem.get("ligne", 1), problem.get("colonne", 1))
    if "ligne" not in problem and tree is not None:
        mark = locate(tree, tuple(problem["chemin"]), on_key=problem["surCle"])
    return mark.line, mark.column
