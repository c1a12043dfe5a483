"""What a question is, and those that every contributor is asked: the form, the terminal and issues all read them.

A question names a field of the model; limits, vocabularies and what is required come from the model and its rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Size(StrEnum):
    """How far a contributor goes: ten minutes, or the whole sheet."""

    SEED = "graine"
    SHEET = "fiche"


@dataclass(frozen=True, slots=True)
class Question:
    """One key of the model. `parts` are the keys of its block, `item` what one element of a list of blocks is called.

    `example` is an answer someone could have given, never a rule: a code where the model has a vocabulary; several lines
    are several elements of a list.
    """

    name: str
    label: str
    hint: str = ""
    example: str = ""
    item: str = ""
    parts: tuple["Question", ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Questions asked together, on one screen."""

    code: str
    title: str
    intro: str
    size: Size
    questions: tuple[Question, ...]


NOT_ASKED = frozenset({"id", "theme", "statut", "remplacee_par", "anciens_ids", "non_documente", "relecture"})
"""Given by the file's name and folder, by the size chosen, or by the editors; a box beside a question fills `non_documente`."""

ORGANISATION = (
    Question("nom", "Nom de la structure", "Sans nom de personne.", "Maison de l’emploi du Piémont"),
    Question("type", "Type de structure", "Le plus précis que vous connaissez.", "association"),
    Question("url", "Site de la structure", "Facultatif.", "https://exemple.fr"),
)
_SOURCE = (
    Question("titre", "Titre du document", "L’article, le rapport, la page, l’entretien.", "Un lavoir pour rencontrer"),
    Question("editeur", "Qui l’a publié", "Le journal, la structure, l’administration.", "La Gazette du Piémont"),
    Question("type", "Sorte de document", example="presse"),
    Question("url", "Adresse web", "Copiez-la depuis la barre du navigateur.", "https://exemple.fr/un-lavoir"),
    Question("date", "Date du document", "L’année suffit ; le mois et le jour si vous les avez.", "2025-03"),
    Question("page", "Page ou passage", "Où regarder, dans un document long.", "p. 12"),
    Question("extrait", "Phrase à citer", "Quelques mots du document, tels quels.", "« Elles ne viennent plus au bureau. »"),
    Question("adresse_omise", "Pourquoi l’adresse n’est pas donnée", "Par exemple, un document remis en main propre.", "Bilan interne, remis par l’équipe"),
    Question("lu_en_copie", "L’original n’est plus en ligne : je l’ai lu en copie"),
    Question("id", "Repère de la source", "Le mot entre crochets qui la cite dans les textes.", "s1"),
)  # fmt: skip
SOURCES = Question(
    "sources",
    "D’où le savez-vous ?",
    "Ce que quelqu’un d’autre peut retrouver. Votre expérience compte : c’est un témoignage.",
    item="une source",
    parts=_SOURCE,
)
GAPS = Question(
    "manques",
    "Que ne savez-vous pas encore ?",
    "Une question par ligne. C’est une invitation pour ceux qui savent.",
    "Combien de personnes ont été rencontrées ?\nQue sont-elles devenues six mois après ?",
    item="une question",
)


def questions(steps: tuple[Step, ...], size: Size = Size.SHEET) -> Iterator[Question]:
    """What is asked at that size, parts left inside their block."""
    for step in steps:
        if step.size is Size.SEED or size is Size.SHEET:
            yield from step.questions
