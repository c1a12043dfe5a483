"""Prints the state of the base: `make tableau`."""

import argparse
import sys
from pathlib import Path

from catalogue.corpus import PRACTICES
from catalogue.loading import load
from catalogue.overview import overview


def main() -> int:
    parser = argparse.ArgumentParser(description="L’état de la base : complétude, croisements, preuves, sources.")
    parser.add_argument("--practices", type=Path, default=PRACTICES, metavar="DIR", help="les fiches (practices/)")
    arguments = parser.parse_args()
    if not arguments.practices.is_dir():
        parser.error(f"{arguments.practices} n’est pas un dossier")
    catalogue, problems = load(arguments.practices)
    print(overview(catalogue))
    if problems:
        print(f"{len(problems)} problèmes : les fiches fautives manquent. « make check » les montre.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
