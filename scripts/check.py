"""Checks sheets: exit 0 valid, 1 problems, 2 wrong usage."""

import argparse
import sys
from pathlib import Path

from catalogue.corpus import PRACTICES, corpora_of, within
from catalogue.loading import load
from catalogue.problems import as_github, as_json, as_text, is_blocking

FORMATS = {"text": as_text, "json": as_json, "github": as_github}


def main() -> int:
    parser = argparse.ArgumentParser(description="Vérifie les fiches, essaimages, ateliers et vocabulaires.")
    parser.add_argument("--format", choices=FORMATS, default="text", help="text (par défaut), json ou github")
    parser.add_argument("chemins", nargs="*", type=Path, metavar="PATH", help="fichiers ou dossiers ; tout par défaut")
    arguments = parser.parse_args()
    paths = arguments.chemins or [PRACTICES]
    if absent := [path for path in paths if not path.exists()]:
        parser.error(f"introuvable : {', '.join(map(str, absent))}")
    problems = [
        problem
        for corpus, chosen in corpora_of(paths).items()
        for problem in load(corpus)[1]
        if within(problem, chosen)
    ]
    if printed := FORMATS[arguments.format](problems):
        print(printed)
    if arguments.format == "text":
        print(f"{len(problems)} problème{'s' if len(problems) > 1 else ''}", file=sys.stderr)
    return 1 if is_blocking(problems) else 0


if __name__ == "__main__":
    sys.exit(main())
