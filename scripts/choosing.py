"""Choosing among the terms of a vocabulary, by number, by name or by typing something near."""

import re
from collections.abc import Sequence

from catalogue.catalogue import Catalogue
from catalogue.choices import SHORTEST_PART, Choice, meant, nearest, sheets, terms
from catalogue.form import Field
from terminal import BACK, NO, YES, GoBack, Terminal

LISTED = 26
"""Terms up to which all are shown at once; longer lists are shown on demand."""
SHOWN = 8
"""Terms shown when several answer."""
ALL = "??"


class Chooser:
    """Shows what can be chosen, and reads what was."""

    def __init__(self, terminal: Terminal, catalogue: Catalogue) -> None:
        self.terminal, self.catalogue = terminal, catalogue
        self.retyped = ""
        """A new answer, given where oui or non was expected."""

    def show(self, field: Field, sources: Sequence[str]) -> None:
        choices = self._choices(field, sources)
        if len(choices) <= LISTED:
            self._list(choices)
        else:
            self.terminal.say(
                f"{len(choices)} réponses possibles : tapez un nom, ou « ?? » pour toutes les voir.", "  "
            )

    def codes(self, answer: str, field: Field, sources: Sequence[str]) -> list[str]:
        """The codes that `answer` names; none when a piece of it names nothing, or several: that is told."""
        choices = self._choices(field, sources)
        if answer == ALL:
            self._list(choices)
            return []
        while True:
            self.retyped = ""
            pieces = [answer] if field.kind == "fiche" else [one for one in re.split(r"\s*[,;]\s*", answer) if one]
            found = [self._one(piece, choices) for piece in pieces]
            if not self.retyped:
                return [] if None in found else list(dict.fromkeys(one.code for one in found if one))
            answer = self.retyped

    def _choices(self, field: Field, sources: Sequence[str]) -> list[Choice]:
        if field.kind == "fiche":
            return sheets(self.catalogue)
        if field.kind == "source":
            return [Choice(one, one) for one in sources]
        return terms(self.catalogue.vocabularies[field.vocabulary])

    def _one(self, words: str, choices: Sequence[Choice]) -> Choice | None:
        if words.isdigit() and not _have_figures(choices) and 1 <= int(words) <= len(choices):
            return choices[int(words) - 1]
        found = meant(words, choices)
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(f"{one.label} ({one.code})" for one in found[:SHOWN])
            more = f", et {len(found) - SHOWN} autres" if len(found) > SHOWN else ""
            self.terminal.say(f"« {words} » en désigne plusieurs : {names}{more}. Précisez.", "  ✗ ")
            return None
        near = nearest(words, choices) if len(words) >= SHORTEST_PART else None
        if near and self._agrees(near):
            return near
        if not near:
            self.terminal.say(f"Rien ne s’appelle « {words} ». Tapez « ?? » pour voir la liste.", "  ✗ ")
        return None

    def _agrees(self, near: Choice) -> bool:
        answer = self.terminal.ask(f"  Vouliez-vous dire « {near.label} » ? oui ou non (Entrée : oui) > ")
        if answer == BACK:
            raise GoBack
        if answer.casefold() not in ("", *YES, *NO):
            self.retyped = answer
        return answer.casefold() in ("", *YES)

    def _list(self, choices: Sequence[Choice]) -> None:
        for rank, one in enumerate(choices, start=1):
            mark = one.code if _have_figures(choices) else str(rank)
            self.terminal.say(f"{mark.rjust(3)}  {one.label}", "  ")


def _have_figures(choices: Sequence[Choice]) -> bool:
    """Whether codes are themselves numbers: a number typed is then the code, never a rank."""
    return any(one.code.isdigit() for one in choices)
