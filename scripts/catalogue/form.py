"""The questions joined to the model: all that a page needs to draw each field. Nothing here is typed twice."""

from dataclasses import dataclass

from pydantic import BaseModel

from catalogue.model import Practice
from catalogue.practice_questions import PRACTICE_STEPS
from catalogue.problems import Path
from catalogue.questions import Question, Size, Step
from catalogue.replication_questions import REPLICATION_STEPS
from catalogue.rules.editorial import NOT_PROSE, UNCITED
from catalogue.rules.size import ASKED_OF_A_SHEET, MAY_BE_UNDOCUMENTED
from catalogue.shape_messages import model_in
from catalogue.structure import KINDS, described

LONGEST_LINE = 90
"""Characters of a text that one line takes; longer ones have a box."""
NAMES = ("titre", "editeur")
"""Long or not, they are written on one line."""
STEPS = {"fiche": PRACTICE_STEPS, "essaimage": REPLICATION_STEPS}
_LISTS = {"terme": "termes", "texte": "textes", "bloc": "blocs"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form.

    `kind` says how it is drawn: what `structure.parts` calls its sort, in the plural when it holds several. `least` and
    `most` bound a list's length or a number's value, 0 for no bound. `needed` is the size that asks for an answer.
    """

    question: Question
    kind: str
    limit: int
    vocabulary: str
    least: int
    most: int
    needed: Size | None
    undocumented: bool
    """A box says that no source tells."""
    cites: bool
    """Its figures carry a source mark, and a button writes it."""
    parts: tuple["Field", ...]

    @property
    def name(self) -> str:
        return self.question.name

    @property
    def is_long(self) -> bool:
        return self.limit > LONGEST_LINE and self.name not in NAMES


@dataclass(frozen=True, slots=True)
class Screen:
    """A step of the form with its fields."""

    step: Step
    fields: tuple[Field, ...]


def screens(kind: str) -> list[Screen]:
    """The form of a `fiche` or of an `essaimage`. Raises KeyError for another kind."""
    model = KINDS[kind]
    return [
        Screen(step, tuple(_field(question, model, (question.name,), model) for question in step.questions))
        for step in STEPS[kind]
    ]


def fields_at(kind: str, path: Path) -> list[Field]:
    """The fields that lead to a place, as deep as the form goes."""
    found: list[Field] = []
    here = [field for screen in screens(kind) for field in screen.fields]
    for name in path:
        if isinstance(name, str):
            field = next((one for one in here if one.name == name), None)
            if field is None:
                break
            found.append(field)
            here = list(field.parts)
    return found


def _field(question: Question, part: type[BaseModel], path: tuple[str, ...], top: type[BaseModel]) -> Field:
    field, sort = part.model_fields[question.name], described(part, question.name)
    least, most = sort.get("liste") or (sort.get("min"), sort.get("max"))
    limit = sort.get("limite", 0)
    return Field(
        question=question,
        kind=_LISTS[sort["sorte"]] if "liste" in sort else sort["sorte"],
        limit=limit,
        vocabulary=sort.get("vocabulaire", ""),
        least=least or 0,
        most=most or 0,
        needed=_needed(path, top) or (Size.SEED if field.is_required() else None),
        undocumented=top is Practice and len(path) == 1 and question.name in MAY_BE_UNDOCUMENTED,
        cites=limit > LONGEST_LINE and not (UNCITED | NOT_PROSE).intersection(path),
        parts=tuple(_field(one, model_in(field.annotation), (*path, one.name), top) for one in question.parts),
    )


def _needed(path: tuple[str, ...], top: type[BaseModel]) -> Size | None:
    """What the rules ask for beyond the model's own requirements."""
    if top is not Practice:
        return None
    if path == ("manques",):
        return Size.SEED
    return Size.SHEET if len(path) == 1 and path[0] in ASKED_OF_A_SHEET else None
