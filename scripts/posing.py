"""How a question reads in a terminal: its label, what is expected, an example."""

from catalogue.form import Field
from catalogue.questions import Step
from terminal import Terminal

WITH_EXAMPLE = ("texte", "textes", "adresse", "date-partielle", "date", "entier")


def announce(terminal: Terminal, step: Step, rank: int, total: int) -> None:
    title = f"{rank}/{total}  {step.title}"
    terminal.say(f"\n{title}\n{'─' * len(title)}\n{step.intro}")


def pose(terminal: Terminal, field: Field, needed: bool, indent: str = "") -> None:
    question = field.question
    terminal.say()
    terminal.say(question.label, indent)
    if notes := " ".join(_notes(field, needed)):
        terminal.say(notes, indent + "  ")
    if question.example and field.kind in WITH_EXAMPLE:
        terminal.say(f"Par exemple : {' / '.join(question.example.split(chr(10)))}", indent + "  ")


def _notes(field: Field, needed: bool) -> list[str]:
    notes = [field.question.hint] if field.question.hint else []
    if field.limit and field.kind == "texte":
        notes.append(f"{field.limit} caractères au plus.")
    if field.most and field.kind in ("textes", "termes", "blocs"):
        notes.append(f"{field.most} au plus.")
    if field.kind == "textes":
        notes.append("Une ligne vide pour finir.")
    if field.kind == "oui-non":
        notes.append("oui ou non.")
    if not needed:
        notes.append("Entrée pour passer.")
    elif field.undocumented:
        notes.append("Entrée si aucune source ne le dit.")
    return notes
