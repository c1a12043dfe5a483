"""What the hand-written pages may call: `{{ emplacement("nom") }}` marks where the catalogue is hung after the build."""

from pathlib import Path
from typing import Any

import yaml

from forges import repository

ACCESSIBILITY = Path(__file__).resolve().parents[1] / "docs" / "accessibilite.yaml"


def define_env(env: Any) -> None:
    """Called by mkdocs-macros. No sheet ever comes through here: macros are not sandboxed."""
    statement = yaml.safe_load(ACCESSIBILITY.read_text(encoding="utf-8"))
    env.variables["accessibilite"] = statement
    extra = env.conf["extra"]
    extra["accessibilite_etat"] = statement["etat"]
    depot = repository(extra.get("depot") or "", extra.get("forge") or "")
    extra |= {"depot": depot.address, "forge": depot.forge}
    env.variables["demandes"], env.variables["fichiers"] = depot.issues, depot.files

    @env.macro  # type: ignore[untyped-decorator]
    def emplacement(name: str, argument: str = "") -> str:
        """A slot that publication fills with the template of that name in overrides/gabarits/emplacements/."""
        return f"@@essaim:{name}{':' + argument if argument else ''}@@"
