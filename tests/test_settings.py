"""What a team fills in `mkdocs.yml`: a wrong value stops the build with its line and its remedy."""

import sys
from pathlib import Path

import pytest

import build
import building
from catalogue.settings import settings_problems

HEAD = "site_name: Essaim\nextra:\n  generator: false\n  "
REPOSITORY = (
    "écrivez l’adresse du dépôt en https, sans espace, sans « / » ni « .git » à la fin, "
    "comme https://github.com/mon-equipe/essaim, ou laissez ''"
)
MAILBOX = "écrivez une adresse électronique seule, sans espace ni « mailto: », comme contact@exemple.fr, ou laissez ''"


def told(folder: Path, line: str) -> list[str]:
    """What is said of `line` under `extra`."""
    file = folder / "mkdocs.yml"
    file.write_text(f"{HEAD}{line}\n", encoding="utf-8")
    return [f"{one.ligne}:{one.colonne} {one.message} ; {one.remede}" for one in settings_problems(file)]


def test_the_projects_own_settings_are_sound() -> None:
    assert settings_problems(building.SETTINGS) == []


@pytest.mark.parametrize(
    "line",
    [
        "depot: ''",
        "depot:",
        "depot: https://github.com/mon-equipe/essaim",
        "depot: https://forge.exemple.fr:8443/groupe/sous-groupe/essaim.fr",
        "forge: forgejo",
        "contact: ''",
        "contact: contact@exemple.fr",
        "autre: n’importe quoi",
    ],
)
def test_a_sound_setting_says_nothing(tmp_path: Path, line: str) -> None:
    assert told(tmp_path, line) == []


@pytest.mark.parametrize(
    "value",
    [
        "http://github.com/mon-equipe/essaim",
        "github.com/mon-equipe/essaim",
        "git@github.com:mon-equipe/essaim.git",
        "https://github.com/mon-equipe/essaim.git",
        "https://github.com/mon-equipe/essaim/",
        "https://github.com/mon-equipe/essaim ",
        " https://github.com/mon-equipe/essaim",
        "https://github.com/mon-equipe/essaim?tab=readme",
        "https://github.com",
        "https://exemple",
        "javascript:alert(1)",
    ],
)
def test_an_address_no_link_can_be_made_of_is_refused(tmp_path: Path, value: str) -> None:
    assert told(tmp_path, f"depot: '{value}'") == [
        f"4:10 Le réglage « depot » ne peut pas valoir « {value} » ; {REPOSITORY}"
    ]


@pytest.mark.parametrize(
    "value", ["contact", "contact@exemple", "contact@exemple.fr ", "mailto:contact@exemple.fr", "a@b.fr, c@d.fr"]
)
def test_what_is_no_mail_address_is_refused(tmp_path: Path, value: str) -> None:
    assert told(tmp_path, f"contact: '{value}'") == [
        f"4:12 Le réglage « contact » ne peut pas valoir « {value} » ; {MAILBOX}"
    ]


def test_an_unknown_forge_and_a_list_are_refused(tmp_path: Path) -> None:
    assert told(tmp_path, "forge: bitbucket") == [
        "4:10 Le réglage « forge » ne peut pas valoir « bitbucket » ; écrivez github, gitlab ou forgejo, ou laissez ''"
    ]
    assert told(tmp_path, "contact: [a@b.fr]") == [
        f"4:12 Le réglage « contact » ne peut pas valoir « une liste » ; {MAILBOX}"
    ]


def test_a_wrong_setting_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 1, the sentence, and no site."""
    told(tmp_path, "depot: http://exemple.fr/a/b")
    monkeypatch.setattr(building, "SETTINGS", tmp_path / "mkdocs.yml")
    monkeypatch.setattr(sys, "argv", ["build.py", "--site", str(tmp_path / "site")])
    monkeypatch.chdir(tmp_path)

    assert build.main() == 1
    assert capsys.readouterr().out == (
        f"mkdocs.yml:4:10: [reglage] Le réglage « depot » ne peut pas valoir « http://exemple.fr/a/b » ; {REPOSITORY}\n"
    )
    assert not (tmp_path / "site").exists()
