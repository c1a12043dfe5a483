"""The only file that knows MkDocs: it renders the hand-written pages and the frame, nothing else."""

import logging
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).resolve().parents[1]


def build_frame(destination: Path, site_url: str | None) -> str:
    """Renders docs/ and the frame page into `destination`; returns the site's address, '' while it is unknown.

    Raises mkdocs' own exceptions, and SystemExit in the cases where MkDocs exits.
    """
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    overrides: dict[str, Any] = {"site_dir": str(destination)}
    if site_url is not None:
        overrides["site_url"] = site_url
    config = load_config(str(ROOT / "mkdocs.yml"), strict=True, **overrides)
    build(config)
    return config.site_url or ""


def on_env(env: Any, config: Any, **_: Any) -> None:
    """Tells our template the name of the theme's stylesheet, which changes with each version."""
    styles = [name for name in config.theme.get_env().list_templates() if name.startswith("assets/stylesheets/main.")]
    env.globals["feuille_du_theme"] = next(name for name in styles if name.endswith(".css"))
