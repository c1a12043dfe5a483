"""A small sound corpus in a real git repository of its own."""

import os
import subprocess
import sys
from pathlib import Path

from hooks import ROOT
from test_cases import write_corpus

NOBODY = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@exemple.org"}
# No settings of the machine's: a test says the same everywhere.
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_COMMITTER_NAME": "a"}
ENVIRONMENT = {**os.environ, **NOBODY, **ALONE, "GIT_COMMITTER_EMAIL": "a@exemple.org", "COLUMNS": "80"}


def git(folder: Path, *command: str) -> str:
    done = subprocess.run(["git", *command], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    return done.stdout


def new_repository(folder: Path) -> Path:
    """Its folder, with the four sound bases in `practices/`, committed on `main`; work goes on on `essai`."""
    write_corpus(folder / "practices", {"base": "fiche"})
    git(folder, "init", "-q", "-b", "main")
    save(folder)
    git(folder, "switch", "-q", "-c", "essai")
    return folder


def save(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x")


def run(folder: Path, script: str, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """One of the project's commands, as a person in `folder` would run it."""
    command = [sys.executable, str(ROOT / "scripts" / script), *arguments]
    return subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, input=given, capture_output=True, encoding="utf-8", check=False
    )
