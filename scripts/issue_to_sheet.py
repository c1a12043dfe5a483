"""An issue made with a form → a sheet: exit 0 written and valid, 1 something is to be put right, 2 wrong usage."""

import argparse
import sys
from datetime import date
from pathlib import Path

from catalogue.corpus import PRACTICES
from catalogue.drafts import examined, look_alikes
from catalogue.issue_body import UnreadableBodyError, answers_in, kind_of
from catalogue.loading import load
from catalogue.markup import plain_text
from catalogue.model import Practice
from catalogue.outgoing import draft_text, file_for, told, write_new
from catalogue.problems import Severity, one_line


def main() -> int:
    parser = argparse.ArgumentParser(description="Transforme le texte d’un formulaire d’issue en fiche.")
    parser.add_argument(
        "texte", type=Path, nargs="?", metavar="FICHIER", help="le texte de l’issue ; sinon l’entrée standard"
    )
    parser.add_argument("--practices", type=Path, default=PRACTICES, metavar="DIR", help="les fiches (practices/)")
    parser.add_argument("--ecrire", action="store_true", help="écrit le fichier dans practices/ quand il est valide")
    arguments = parser.parse_args()
    if arguments.texte and not arguments.texte.is_file():
        parser.error(f"introuvable : {arguments.texte}")
    if not arguments.practices.is_dir():
        parser.error(f"{arguments.practices} n’est pas un dossier")
    content = arguments.texte.read_bytes() if arguments.texte else sys.stdin.buffer.read()
    body = content.decode("utf-8-sig", "replace")
    catalogue, _ = load(arguments.practices)
    try:
        kind = kind_of(body)
    except UnreadableBodyError as error:
        print(error, file=sys.stderr)
        return 1
    answers = answers_in(body, kind, catalogue)
    entry, faults = examined(kind.model, answers, catalogue, date.today())  # noqa: DTZ011 - the contributor's own day
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    text = draft_text(kind.model, answers)
    for severity, fault in faults:
        print(one_line(told(fault, severity, kind.model)), file=sys.stderr)
    for other in look_alikes(entry, catalogue) if isinstance(entry, Practice) else []:
        print(f"Une fiche proche existe : « {plain_text(other.titre)} » ({other.id})", file=sys.stderr)
    valid = all(severity is Severity.WARNING for severity, _ in faults)
    if not arguments.ecrire or not valid:
        print(text, end="")
        return 0 if valid else 1
    path = file_for(kind.model, answers, arguments.practices)
    try:
        write_new(path, text)
    except FileExistsError:
        print(f"{path} existe déjà et ne se lit pas : corrigez-le ou renommez-le, puis recommencez.", file=sys.stderr)
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
