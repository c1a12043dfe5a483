"""Builds the site: exit 0 built, 1 the corpus or the pages have problems, 2 wrong usage."""

import argparse
import sys
import time
from pathlib import Path

from building import BlockedByProblemsError, build_site
from catalogue.corpus import PRACTICES
from catalogue.problems import as_text
from paper import CANNOT_PRINT, Paper


def main() -> int:
    parser = argparse.ArgumentParser(description="Construit le site, index de recherche compris.")
    parser.add_argument("--practices", type=Path, default=PRACTICES, metavar="DIR", help="les fiches (practices/)")
    parser.add_argument("--site", type=Path, default=PRACTICES.parent / "site", metavar="DIR", help="le site (site/)")
    parser.add_argument("--base-url", metavar="URL", help="l’adresse publique du site, sous-dossier compris")
    parser.add_argument(
        "--sans-documents", action="store_true", help="sans les PDF : cartes, fiches et guides (plus rapide)"
    )
    arguments = parser.parse_args()
    if not arguments.practices.is_dir():
        parser.error(f"{arguments.practices} n’est pas un dossier")
    start = time.perf_counter()
    try:
        paper = Paper.NONE if arguments.sans_documents else Paper.ALL
        built = build_site(arguments.practices, arguments.site, arguments.base_url, paper)
    except BlockedByProblemsError as error:
        print(as_text(error.problems))
        print(f"{len(error.problems)} problèmes : rien n’a été construit.", file=sys.stderr)
        return 1
    if built.warnings:
        print(as_text(built.warnings))
    if built.paper.fault:
        print(CANNOT_PRINT.format(missing=built.paper.missing, fault=built.paper.fault), file=sys.stderr)
    seconds = f"{time.perf_counter() - start:.1f}".replace(".", ",")
    counted = f"{len(built.catalogue.practices)} fiches, {built.pages} pages, {len(built.paper.sizes)} PDF"
    print(f"{counted} (dont {built.paper.rendered} à nouveau), {seconds} s : {arguments.site}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
