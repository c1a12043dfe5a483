"""Writes a new sheet by asking questions: exit 0 written, 1 stopped (a draft is kept), 2 wrong usage. `make new`."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from catalogue.catalogue import Catalogue
from catalogue.corpus import PRACTICES, within
from catalogue.drafts import examined, filed
from catalogue.files import shown
from catalogue.loading import load
from catalogue.naming import identifier_for, is_free, slug
from catalogue.outgoing import draft_text, file_for, write_new
from catalogue.problems import Severity, as_text
from catalogue.questions import Size
from catalogue.rules.identity import is_identifier
from interview import Interview
from terminal import YES, GoBack, Interrupted, Terminal

DRAFTS = PRACTICES.parent / ".brouillons"
SORTS = {
    "graine": ("fiche", Size.SEED, "Une graine : décrire une pratique en dix minutes"),
    "fiche": ("fiche", Size.SHEET, "Une fiche complète : une heure ou deux, sources en main"),
    "reprise": ("essaimage", Size.SEED, "Une reprise : raconter ce qu’une pratique est devenue ailleurs"),
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Écrit une fiche ou une reprise, en posant des questions.")
    parser.add_argument("sorte", nargs="?", choices=SORTS, help="demandée si elle n’est pas donnée")
    parser.add_argument("--practices", type=Path, default=PRACTICES, metavar="DIR", help="les fiches (practices/)")
    parser.add_argument("--brouillons", type=Path, default=DRAFTS, metavar="DIR", help="les brouillons (.brouillons/)")
    arguments = parser.parse_args()
    if not arguments.practices.is_dir():
        parser.error(f"{arguments.practices} n’est pas un dossier")
    terminal = Terminal()
    draft = Draft(arguments.brouillons)
    try:
        path = write(terminal, arguments.practices, draft, arguments.sorte)
    except (Interrupted, KeyboardInterrupt):
        terminal.say()
        if draft.path:
            terminal.say(f"Rien n’est perdu : vos réponses sont dans {shown(draft.path)}. « make new » les reprendra.")
        else:
            terminal.say("Rien n’a été écrit. À bientôt.")
        return 1
    tell_what_is_next(terminal, arguments.practices, path)
    return 0


class Draft:
    """The answers given so far, on the disk: a closed terminal loses nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path: Path | None = None

    def waiting(self) -> list[Path]:
        return sorted(self.folder.glob("*.json"))

    def open(self, path: Path) -> dict[str, Any]:
        """Raises ValueError for a file that is not a draft."""
        content = json.loads(path.read_text(encoding="utf-8"))
        if (
            not isinstance(content, dict)
            or content.get("sorte") not in SORTS
            or not isinstance(content["reponses"], dict)
        ):
            raise ValueError(path)
        self.path = path
        return content

    def keep(self, sort: str, interview: Interview) -> None:
        if not self.path:
            self.folder.mkdir(parents=True, exist_ok=True)
            rank = 1
            name = f"{sort}-{slug(str(next(iter(interview.answers.values()), '')))}"
            while (self.folder / f"{name}-{rank}.json").exists():
                rank += 1
            self.path = self.folder / f"{name}-{rank}.json"
        content = {
            "sorte": sort,
            "posees": interview.asked,
            "reponses": interview.answers,
            "inachevees": interview.unfinished,
        }
        whole = self.path.with_suffix(".nouveau")  # a draft cut in the middle would be lost
        whole.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        whole.replace(self.path)

    def erase(self) -> None:
        if self.path:
            self.path.unlink(missing_ok=True)


def write(terminal: Terminal, practices: Path, draft: Draft, sort: str | None) -> Path:
    """The whole conversation; returns the file written. Raises Interrupted."""
    catalogue, _ = load(practices)
    terminal.say("« < » revient à la question d’avant, Ctrl-C s’arrête et garde un brouillon.")
    resumed = resume(terminal, draft) if sort is None else {}
    sort = sort or resumed.get("sorte") or ask_sort(terminal)
    kind, size, _ = SORTS[sort]
    interview = Interview(terminal, catalogue, kind, size, lambda: draft.keep(sort, interview))
    interview.answers, interview.asked = resumed.get("reponses", {}), resumed.get("posees", 0)
    interview.unfinished = resumed.get("inachevees", {})
    interview.run()
    answers = settle(terminal, interview, sort, catalogue, practices)
    path = file_for(interview.judge.model, answers, practices)
    write_new(path, draft_text(interview.judge.model, answers))
    draft.erase()
    return path


def resume(terminal: Terminal, draft: Draft) -> dict[str, Any]:
    """The draft the person chooses to go on with, or nothing."""
    for path in draft.waiting():
        answer = terminal.ask(f"Un brouillon vous attend, {path.stem}. Le reprendre ? oui ou non (Entrée : oui) > ")
        if answer.casefold() in ("", *YES):
            try:
                return draft.open(path)
            except (ValueError, KeyError):
                terminal.say(f"{shown(path)} ne se lit pas : laissé tel quel.", "  ✗ ")
    return {}


def ask_sort(terminal: Terminal) -> str:
    terminal.say("\nQue voulez-vous écrire ?")
    for rank, (_, _, label) in enumerate(SORTS.values(), start=1):
        terminal.say(f"{rank}  {label}", "  ")
    while True:
        answer = terminal.ask().casefold()
        if answer in SORTS:
            return answer
        if answer in ("1", "2", "3"):
            return list(SORTS)[int(answer) - 1]
        terminal.say("Tapez 1, 2 ou 3.", "  ✗ ")


def settle(
    terminal: Terminal, interview: Interview, sort: str, catalogue: Catalogue, practices: Path
) -> dict[str, Any]:
    """The answers whole, named and accepted by every rule: a question whose answer is not is asked again."""
    identifier = ask_identifier(terminal, interview, catalogue, practices)
    while True:
        answers = interview.answers | {"id": identifier}
        if interview.kind == "fiche":
            answers = filed(answers | {"statut": "graine" if sort == "graine" else "relecture"}, catalogue)
        _, faults = examined(interview.judge.model, answers, catalogue, interview.judge.today)
        blocking = [fault for severity, fault in faults if severity is Severity.ERROR]
        fields = [
            interview.field_named[str(one.path[0])]
            for one in blocking
            if one.path and one.path[0] in interview.field_named
        ]
        if not fields:
            return answers
        interview.tell(blocking[0], "\n  ✗ ")
        try:
            interview.ask(fields[0])
        except GoBack:
            continue


def ask_identifier(terminal: Terminal, interview: Interview, catalogue: Catalogue, practices: Path) -> str:
    """What the file is called, for ever: proposed, and changed at will."""
    answers = interview.answers
    words = answers["titre"] if interview.kind == "fiche" else f"{answers['fiche']} {answers['lieu']}"
    proposed = identifier_for(words, catalogue)
    terminal.say("\nLe nom du fichier, qui sera l’adresse de la page pour toujours")
    terminal.say(
        f"Proposé : {proposed}\nEntrée pour le garder, ou tapez-en un autre (minuscules, chiffres, tirets).", "  "
    )
    while True:
        answer = terminal.ask() or proposed
        # The catalogue knows sound files alone; one begun and still faulty is somebody's work too.
        if is_identifier(answer) and is_free(answer, catalogue) and not any(practices.glob(f"*/{answer}.yaml")):
            return answer
        reason = (
            "sert déjà" if is_identifier(answer) else "ne convient pas : minuscules sans accent, chiffres et tirets"
        )
        terminal.say(f"« {answer} » {reason}.", "  ✗ ")


def tell_what_is_next(terminal: Terminal, practices: Path, path: Path) -> None:
    terminal.say(f"\nC’est écrit : {shown(path)}\n")
    problems = [one for one in load(practices)[1] if within(one, [path])]
    terminal.say(as_text(problems) if problems else "« make check » n’y trouve rien à redire.")
    terminal.say(
        "\nLa suite\n"
        "1. Relisez-la telle qu’elle sera lue : make serve\n"
        "2. Proposez-la : git switch -c ma-fiche, git add practices, git commit, git push, puis une pull request.\n"
        "   Sans git : envoyez ce fichier, CONTRIBUTING.md dit où.\n"
        "3. Une personne relit, avec la grille publiée sur la page « Contribuer »."
    )


if __name__ == "__main__":
    sys.exit(main())
