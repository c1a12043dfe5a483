"""What is told to someone who answers questions: in the words of questions, and never a word that cannot be filled."""

import re

import pytest

from catalogue.answer_phrases import ANSWER_PHRASES
from catalogue.form import fields_at
from catalogue.phrases import ANSWERS, PHRASES, fault, retold
from catalogue.reading_phrases import READING_PHRASES

PLACE = re.compile(r"\{(\w+)\}")
GIVEN = {"reponse", "sinon"}
OF_FILES = re.compile(r"\bclé|\{nom\}|\{cle\}|: …|_|\bligne \{")
"""Words of a file: its keys and how they are written."""
ONLY_OF_FILES = {
    "cle-inconnue",
    "ancien-identifiant",
    "publiee-sans-relecture",
    "type-inattendu/fichier",
    "texte-coupe",
}
"""What a file alone can hold: nobody is asked for it."""


@pytest.mark.parametrize("phrase", ANSWER_PHRASES)
def test_a_sentence_told_again_has_all_it_needs(phrase: str) -> None:
    """It is the retelling of a sentence that exists, with what that one is given."""
    given = {name for template in PHRASES[phrase] for name in PLACE.findall(template)} | GIVEN

    assert {name for template in ANSWER_PHRASES[phrase] for name in PLACE.findall(template)} <= given


def test_nothing_told_of_an_answer_speaks_of_files() -> None:
    told = {
        phrase: rows
        for phrase, rows in ANSWERS.items()
        if phrase not in READING_PHRASES and not ONLY_OF_FILES & {phrase, phrase.split("/")[0]}
    }

    assert {phrase: row for phrase, rows in told.items() for row in rows if OF_FILES.search(row)} == {}


def test_a_fault_is_told_by_the_kind_of_its_field() -> None:
    missing = fault(("publics",), "champ-requis", cle="publics", de="")
    long = fault(("titre",), "texte-trop-long", nom="titre", longueur=90, limite=80, trop=10)

    assert retold(missing, "termes") == ("Il manque une réponse", "choisissez au moins une réponse")
    assert retold(missing, "texte") == ("Il manque une réponse", "écrivez quelques mots")
    assert retold(long, "texte") == ("Cette réponse fait 90 caractères, 10 de trop", "80 au plus")


def test_a_place_leads_through_its_questions() -> None:
    labels = [field.question.label for field in fields_at("fiche", ("sources", 1, "date"))]

    assert labels == ["D’où le savez-vous ?", "Date du document"]
    assert fields_at("fiche", ("statut",)) == []
