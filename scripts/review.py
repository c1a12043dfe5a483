"""Prints what a reviewer needs of a proposal, in Markdown: exit 0 printed, 2 wrong usage. `make relecture`."""

import argparse
import sys
from datetime import date
from pathlib import Path

from catalogue.files import shown
from catalogue.loading import load
from catalogue.permalinks import lost
from catalogue.review import changes, review
from permaliens import ask_base, before_and_after


def main() -> int:
    parser = argparse.ArgumentParser(description="La grille de relecture de ce qui a changé, déjà remplie en partie.")
    ask_base(parser)
    parser.add_argument(
        "--ajouter-a", type=Path, metavar="FICHIER", help="l’ajoute à ce fichier plutôt que de l’afficher"
    )
    arguments = parser.parse_args()
    before, after = before_and_after(parser, arguments)
    folder: Path = arguments.practices
    catalogue, problems = load(folder)
    day = date.today()  # noqa: DTZ011 - the reviewer's own day
    page = review(changes(before, after), catalogue, problems, lost(before, after, shown(folder)), day)
    if arguments.ajouter_a:
        with arguments.ajouter_a.open("a", encoding="utf-8") as file:
            file.write(page)
    else:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        print(page, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
