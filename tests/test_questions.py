"""Every key a contributor fills has its question, and no question names a key that does not exist."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from catalogue.model import Part, Practice, Replication
from catalogue.practice_questions import PRACTICE_STEPS
from catalogue.questions import NOT_ASKED, Question, Size, Step, questions
from catalogue.replication_questions import REPLICATION_STEPS
from catalogue.shape_messages import model_in


def keys(model: type[BaseModel], place: str = "") -> Iterator[str]:
    """The keys of a model and of its blocks, dotted."""
    for name, field in model.model_fields.items():
        if place or name not in NOT_ASKED:
            yield place + name
            part = model_in(field.annotation)
            if issubclass(part, Part):
                yield from keys(part, f"{place}{name}.")


def asked(all_questions: Iterator[Question] | tuple[Question, ...], place: str = "") -> Iterator[str]:
    for question in all_questions:
        yield place + question.name
        yield from asked(question.parts, f"{place}{question.name}.")


@pytest.mark.parametrize(("model", "steps"), [(Practice, PRACTICE_STEPS), (Replication, REPLICATION_STEPS)])
def test_every_key_has_one_question(model: type[BaseModel], steps: tuple[Step, ...]) -> None:
    """A key added to the model fails here until someone words its question; a misspelt one too."""
    assert sorted(asked(questions(steps))) == sorted(keys(model))


def test_a_graine_asks_what_the_model_requires_and_what_is_missing() -> None:
    """Nine questions and the gaps: no key a graine must have is left to the second size."""
    required = {name for name, field in Practice.model_fields.items() if field.is_required()} - NOT_ASKED
    names = {question.name for question in questions(PRACTICE_STEPS, Size.SEED)}

    assert names == required | {"manques"}
    assert len(required) == 9


@pytest.mark.parametrize("steps", [PRACTICE_STEPS, REPLICATION_STEPS])
def test_a_list_of_blocks_says_what_one_of_them_is(steps: tuple[Step, ...]) -> None:
    """« Ajouter une étape »: without a name the button would say nothing."""
    for question in questions(steps):
        assert question.label[0].isupper(), question.name
        assert not question.item or question.item.startswith(("un ", "une ")), question.name
