"""Prints every document of the base: exit 0 printed, 1 the corpus has problems or this machine cannot print."""

import argparse
import os
import sys
from pathlib import Path

from catalogue.corpus import PRACTICES
from catalogue.documents import documents
from catalogue.loading import load
from catalogue.problems import as_text, is_blocking
from catalogue.rendering import Renderer
from paper import CANNOT_PRINT, Paper, print_documents


def main() -> int:
    parser = argparse.ArgumentParser(description="Imprime en PDF les cartes, les fiches et les guides d’animation.")
    parser.add_argument("--practices", type=Path, default=PRACTICES, metavar="DIR", help="les fiches (practices/)")
    parser.add_argument("--dossier", type=Path, default=PRACTICES.parent / "documents", metavar="DIR", help="où")
    parser.add_argument("--base-url", default="", metavar="URL", help="l’adresse du site, pour les QR codes")
    parser.add_argument("--doucement", action="store_true", help="laisse passer devant ce qui presse")
    arguments = parser.parse_args()
    if arguments.doucement and hasattr(os, "nice"):
        os.nice(10)
    catalogue, problems = load(arguments.practices)
    if is_blocking(problems):
        print(as_text(problems))
        return 1
    found = documents(Renderer(catalogue, arguments.base_url))
    printed = print_documents(found, arguments.dossier, arguments.base_url, Paper.ALL)
    if printed.fault:
        print(CANNOT_PRINT.format(missing=printed.missing, fault=printed.fault), file=sys.stderr)
        return 1
    print(f"{len(printed.sizes)} PDF (dont {printed.rendered} à nouveau) : {arguments.dossier}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
