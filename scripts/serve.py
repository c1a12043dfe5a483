"""Serves the site on this machine and follows every change: `make serve`."""

import argparse
import sys
from pathlib import Path

from catalogue.corpus import PRACTICES
from hooks import ROOT
from live_server import LiveSite

WATCHED = (PRACTICES, ROOT / "docs", ROOT / "overrides", ROOT / "mkdocs.yml")


def main() -> int:
    parser = argparse.ArgumentParser(description="Sert le site sur cette machine et suit les changements.")
    parser.add_argument("--port", type=int, default=8000, help="8000 par défaut")
    parser.add_argument("--site", type=Path, default=ROOT / "site", metavar="DIR", help="où construire (site/)")
    arguments = parser.parse_args()
    live = LiveSite(PRACTICES, arguments.site, f"http://127.0.0.1:{arguments.port}/", prints=True)
    if not live.rebuild():
        return 1
    try:
        live.serve(arguments.port, WATCHED)
    except OSError as error:
        print(f"Le port {arguments.port} est pris ({error.strerror}) : essayez « --port 8001 ».", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nArrêté.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
