"""The issue forms, for those who want neither the site's form nor a file: the same questions, drawn for GitHub."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from catalogue.model import Practice, Replication
from catalogue.practice_questions import PRACTICE_STEPS
from catalogue.questions import Question, Size, Step
from catalogue.replication_questions import REPLICATION_STEPS
from catalogue.shape_messages import model_in
from catalogue.structure import Described, described
from catalogue.vocabulary import Vocabulary

PARTS = {
    "porteur": ("nom", "type"),
    "structure": ("nom", "type"),
    "sources": ("titre", "editeur", "type", "url", "date"),
}
"""What is asked of a block. A second source, a page or a quotation are added at review."""
LONGEST_LINE = 90
LONGEST_LIST = 60
"""Options beyond which a list is harder to read than a word is to type."""


@dataclass(frozen=True, slots=True)
class Kind:
    """An issue form: the file it is, the entry it makes, its words."""

    file: str
    model: type[Practice] | type[Replication]
    name: str
    description: str
    title: str
    intro: str

    @property
    def steps(self) -> list[Step]:
        steps = PRACTICE_STEPS if self.model is Practice else REPLICATION_STEPS
        return [step for step in steps if step.size is Size.SEED]


IDEA = Kind(
    "idee",
    Practice,
    "Proposer une pratique",
    "Vous connaissez une pratique qui mérite d’être partagée ? Une dizaine de réponses suffisent.",
    "Pratique : ",
    "Merci de partager. Comptez dix minutes. Ce que vous ne savez pas a sa place : une dernière question vous le demande.",
)
REPLICATION = Kind(
    "reprise",
    Replication,
    "Raconter une reprise",
    "Vous avez repris une pratique d’Essaim, ou vous connaissez une équipe qui l’a fait.",
    "Reprise : ",
    "Une reprise arrêtée ou ratée aide autant qu’une réussite. Dites ce que vous savez ; le reste peut attendre.",
)
KINDS = (IDEA, REPLICATION)
PROMISES = (
    "Je n’ai nommé aucune personne, et je n’ai donné ni courriel personnel ni numéro de portable.",
    "J’ai écrit avec mes mots, et j’accepte que ce texte soit publié sous Licence Ouverte 2.0.",
)


@dataclass(frozen=True, slots=True)
class IssueField:
    """One field of an issue form, and where its answer goes in the entry."""

    path: tuple[str, ...]
    question: Question
    required: bool
    several: bool
    sort: str
    """What `structure.described` calls it."""
    limit: int
    vocabulary: str

    @property
    def id(self) -> str:
        return "-".join(self.path)


def fields(kind: Kind) -> list[IssueField]:
    """In the order they are asked, which is the order of the headings of an issue's text."""
    return [field for step in kind.steps for field in _fields_of(step, kind)]


def _fields_of(step: Step, kind: Kind) -> Iterator[IssueField]:
    for question in step.questions:
        field = kind.model.model_fields[question.name]
        needed = field.is_required() or (kind.model is Practice and question.name == "manques")
        if kept := PARTS.get(question.name):
            block = model_in(field.annotation)
            parts = {one.name: one for one in question.parts}
            for name in kept:
                required = needed and block.model_fields[name].is_required()
                yield _field((question.name, name), parts[name], required, described(block, name))
        else:
            yield _field((question.name,), question, needed, described(kind.model, question.name))


def _field(path: tuple[str, ...], question: Question, required: bool, sort: Described) -> IssueField:
    limit, vocabulary = sort.get("limite", 0), sort.get("vocabulaire", "")
    return IssueField(path, question, required, "liste" in sort, sort["sorte"], limit, vocabulary)


def as_yaml(kind: Kind, vocabularies: Mapping[str, Vocabulary]) -> str:
    """The file GitHub reads."""
    body: list[dict[str, Any]] = [{"type": "markdown", "attributes": {"value": kind.intro}}]
    for step in kind.steps:
        body.append({"type": "markdown", "attributes": {"value": f"## {step.title}\n{step.intro}"}})
        body += [_drawn(field, vocabularies) for field in _fields_of(step, kind)]
    promises = [{"label": promise, "required": True} for promise in PROMISES]
    body.append(
        {"type": "checkboxes", "id": "engagements", "attributes": {"label": "Avant d’envoyer", "options": promises}}
    )
    form = {
        "name": kind.name,
        "description": kind.description,
        "title": kind.title,
        "labels": [kind.file],
        "body": body,
    }
    head = "# Écrit par « make formulaires » d’après les questions et les vocabulaires : ne pas modifier à la main.\n"
    return head + yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=118)


def _drawn(field: IssueField, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    question = field.question
    limit = f"{field.limit} caractères au plus." if field.limit and not field.several else ""
    attributes: dict[str, Any] = {"label": question.label}
    if hint := " ".join(filter(None, (question.hint, limit))):
        attributes["description"] = hint
    options = labels(vocabularies[field.vocabulary]) if field.vocabulary else []
    if options and len(options) <= LONGEST_LIST:
        kind = "dropdown"
        attributes |= {"multiple": field.several, "options": options}
    else:
        kind = "textarea" if field.limit > LONGEST_LINE else "input"
        if question.example:
            attributes["placeholder"] = _named(question.example, vocabularies.get(field.vocabulary))
    return {"type": kind, "id": field.id, "attributes": attributes, "validations": {"required": field.required}}


def _named(example: str, vocabulary: Vocabulary | None) -> str:
    """A code is for files; here it is read beside its name."""
    term = vocabulary.by_code.get(example) if vocabulary else None
    return f"{term.libelle} ({example})" if term else example


def labels(vocabulary: Vocabulary) -> list[str]:
    return [term.libelle for term in vocabulary.termes if term.actif]
