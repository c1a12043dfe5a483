"""Compares with git: exit 0 every former address still answers, 1 some would die, 2 wrong usage."""

import argparse
import sys
from pathlib import Path

from catalogue.corpus import PRACTICES
from catalogue.files import shown
from catalogue.history import HistoryError, files_at, starting_point
from catalogue.permalinks import Files, addresses, lost
from catalogue.problems import as_github, as_json, as_text

FORMATS = {"text": as_text, "json": as_json, "github": as_github}


def main() -> int:
    parser = argparse.ArgumentParser(description="Vérifie qu’aucune adresse publiée ne disparaît.")
    ask_base(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="text (par défaut), json ou github")
    arguments = parser.parse_args()
    before, after = before_and_after(parser, arguments)
    problems = lost(before, after, shown(arguments.practices))
    if printed := FORMATS[arguments.format](problems):
        print(printed)
    if arguments.format == "text":
        print(f"{len(addresses(before))} adresses comparées, {len(problems)} perdue(s)", file=sys.stderr)
    return 1 if problems else 0


def ask_base(parser: argparse.ArgumentParser) -> None:
    """Adds the options that say what is compared with what."""
    parser.add_argument("--base", default="origin/main", metavar="REF", help="le commit de comparaison (origin/main)")
    parser.add_argument("--practices", type=Path, default=PRACTICES, metavar="DIR", help="les fiches (practices/)")


def before_and_after(parser: argparse.ArgumentParser, arguments: argparse.Namespace) -> tuple[Files, Files]:
    """The corpus's files at the base, and now. Leaves by `parser.error` when either cannot be had."""
    folder: Path = arguments.practices
    if not folder.is_dir():
        parser.error(f"{folder} n’est pas un dossier")
    try:
        return files_at(starting_point(folder, arguments.base), folder), _files_in(folder)
    except HistoryError as error:
        parser.error(str(error))


def _files_in(folder: Path) -> dict[str, bytes]:
    """The working tree's own: path from `folder` → content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.glob("*/*.yaml"))
        if path.is_file() and not path.is_symlink()
    }


if __name__ == "__main__":
    sys.exit(main())
