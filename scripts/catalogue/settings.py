"""What a team fills in before going online, in `mkdocs.yml`: refused while the links made of it would be dead."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from catalogue.files import shown
from catalogue.problems import Problem, Severity, quoted

RULE = "reglage"
# Links are made by adding a path to the repository's address.
SETTINGS = {
    "depot": (
        re.compile(r"https://[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/[\w.~-]+){2,}(?<!\.git)"),
        (
            "écrivez l’adresse du dépôt en https, sans espace, sans « / » ni « .git » à la fin, "
            "comme https://github.com/mon-equipe/essaim, ou laissez ''"
        ),
    ),
    "forge": (re.compile("github|gitlab|forgejo"), "écrivez github, gitlab ou forgejo, ou laissez ''"),
    "contact": (
        re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
        "écrivez une adresse électronique seule, sans espace ni « mailto: », comme contact@exemple.fr, ou laissez ''",
    ),
}


def settings_problems(file: Path) -> list[Problem]:
    """The wrong values under `extra` in `file`. Raises yaml.YAMLError when it is no YAML, as MkDocs will."""
    root = yaml.compose(file.read_text(encoding="utf-8"), yaml.SafeLoader)
    return [
        Problem(
            shown(file),
            value.start_mark.line + 1,
            value.start_mark.column + 1,
            RULE,
            Severity.ERROR,
            f"Le réglage « {key} » ne peut pas valoir {quoted(written)}",
            SETTINGS[key][1],
        )
        for key, value in _extra(root)
        if (written := value.value if isinstance(value, yaml.ScalarNode) else "une liste")
        and not SETTINGS[key][0].fullmatch(written)
    ]


def _extra(root: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    """The settings written, as (name, value)."""
    for key, value in _entries(root):
        if key == "extra":
            yield from (entry for entry in _entries(value) if entry[0] in SETTINGS)


def _entries(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, value) for key, value in node.value)
