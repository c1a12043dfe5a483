"""Puts sheets into their one form (key order, layout, apostrophes, spaces) without changing what they say."""

import argparse
import sys
from pathlib import Path

from catalogue.corpus import PRACTICES
from catalogue.formatting import fix_file, fixable


def main() -> int:
    parser = argparse.ArgumentParser(description="Met les fiches en forme, sans changer leur sens.")
    parser.add_argument("chemins", nargs="*", type=Path, metavar="PATH", help="fichiers ou dossiers ; tout par défaut")
    arguments = parser.parse_args()
    paths = arguments.chemins or [PRACTICES]
    if absent := [path for path in paths if not path.exists()]:
        parser.error(f"introuvable : {', '.join(map(str, absent))}")
    outcomes = [fix_file(path) for path in fixable(paths)]
    for outcome in outcomes:
        if outcome.sentence:
            print(f"{outcome.shown} : {outcome.sentence}")
    changed = sum(outcome.changed for outcome in outcomes)
    print(f"{changed} fichier{'s' if changed > 1 else ''} mis en forme sur {len(outcomes)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
