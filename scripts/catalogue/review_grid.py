"""The editorial criteria of one sheet, answered as far as a machine can tell. « nr »: a person has to look."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from catalogue.catalogue import Catalogue
from catalogue.fields import Text, visible
from catalogue.marks import marked_values
from catalogue.model import Practice
from catalogue.rules.editorial import BETWEEN_SENTENCES, LONGEST_SENTENCE, NOT_PROSE, WORD

WORDS_A_MINUTE = 200
"""Silent reading on a screen, slower than the 238 words of a printed page (Brysbaert, 2019)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion: the answer proposed (oui, non, nr), what was seen, what is left to a person."""

    code: str
    answer: str
    seen: str
    left: str


def grid(practice: Practice, catalogue: Catalogue) -> Iterator[Line]:
    """A line a criterion of the vocabulary, in its order; one that no function answers is left to the person."""
    for term in catalogue.vocabularies["criteres-relecture"].termes:
        answer = CRITERIA.get(term.code)
        yield Line(term.code, *answer(practice, catalogue)) if answer else Line(term.code, "nr", "", term.definition)


Answer = tuple[str, str, str]


def _sources(practice: Practice, catalogue: Catalogue) -> Answer:
    types = Counter(catalogue.term("types-sources", source.type).libelle.lower() for source in practice.sources)
    listed = ", ".join(f"{count} {name}" for name, count in sorted(types.items()))
    unlinked = [source.id for source in practice.sources if not source.url]
    seen = f"{_several(len(practice.sources), 'source')} ({listed})"
    if unlinked:
        seen += f" ; sans adresse : {', '.join(unlinked)}"
    return "nr", seen, "Ouvrir chaque adresse : dit-elle bien ce que la fiche lui fait dire ?"


def _steps(practice: Practice, _: Catalogue) -> Answer:
    left = "Une autre équipe saurait-elle commencer le mois prochain ?"
    if practice.is_seed:
        return "nr", "graine : les étapes ne sont pas demandées", "Comprend-on ce qui est fait, par qui, pour qui ?"
    seen = [_several(len(practice.etapes or ()), "étape"), _several(len(practice.qui_fait or ()), "rôle")]
    seen += [_several(len(practice.conditions or ()), "condition")]
    return "nr", ", ".join(seen), left


def _figures(practice: Practice, _: Catalogue) -> Answer:
    undated = [one.indicateur for one in practice.resultats if not one.periode]
    without_base = [one.indicateur for one in practice.resultats if not one.effectif]
    seen = f"tout chiffre du texte a sa source ; {_several(len(practice.resultats), 'résultat')}"
    if undated:
        return "non", f"{seen} ; sans période : {', '.join(undated)}", "Ajouter la période."
    if without_base:
        return "nr", f"{seen} ; sans effectif : {', '.join(without_base)}", "L’effectif est-il dans la source ?"
    return "oui", seen, "Retrouver un chiffre au hasard dans sa source."


def _limits(practice: Practice, _: Catalogue) -> Answer:
    gaps = _several(len(practice.manques), "question ouverte", "questions ouvertes")
    limits = f"limites : {_several(len(practice.limites.split()), 'mot')}" if practice.limites else "limites : rien"
    left = "Ce sont de vraies limites, que l’on reconnaît ?"
    if practice.limites and practice.manques:
        return "oui", f"{limits} ; {gaps}", left
    return ("nr" if practice.is_seed and practice.manques else "non"), f"{limits} ; {gaps}", left


def _privacy(practice: Practice, _: Catalogue) -> Answer:
    agreed = sum(one.consentement for one in practice.paroles)
    seen = "ni courriel personnel, ni portable, ni numéro de sécurité sociale"
    if practice.paroles:
        seen += f" ; {_several(len(practice.paroles), 'parole')}, dont {agreed} dites avec un accord recueilli"
    return "nr", seen, "Une personne peut-elle se reconnaître, ou être reconnue par un voisin ?"


def _language(practice: Practice, _: Catalogue) -> Answer:
    sentences = [len(WORD.findall(one)) for text in _prose(practice) for one in BETWEEN_SENTENCES.split(text) if one]
    words = sum(sentences)
    too_long = sum(length > LONGEST_SENTENCE for length in sentences)
    mean = round(words / max(1, len(sentences)))
    minutes = max(1, round(words / WORDS_A_MINUTE))
    seen = f"{words} mots ({minutes} min de lecture), {mean} par phrase en moyenne, {max(sentences, default=0)} au plus"
    if too_long:
        return "non", f"{seen} ; {_several(too_long, 'phrase')} de plus de {LONGEST_SENTENCE} mots", "Les couper."
    return "nr", seen, "Lire à voix haute : bute-t-on ? Un mot blesse-t-il ?"


CRITERIA: Mapping[str, Callable[[Practice, Catalogue], Answer]] = {
    "sources-verifiees": _sources,
    "reproductible": _steps,
    "chiffres-sources": _figures,
    "limites-dites": _limits,
    "vie-privee": _privacy,
    "langage-clair": _language,
}


def evidence(practice: Practice, catalogue: Catalogue) -> str:
    """The level claimed, and what carries it."""
    if not practice.preuve:
        return "aucun niveau donné (graine)"
    level = catalogue.term("preuves", practice.preuve.niveau)
    return (
        f"niveau {level.code}, « {level.libelle} » : {level.definition} Ici : {visible(practice.preuve.justification)}"
    )


def _prose(practice: Practice) -> Iterator[str]:
    for path, value, marks in marked_values(practice):
        if any(isinstance(mark, Text) for mark in marks) and not NOT_PROSE.intersection(path):
            yield visible(value)


def _several(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count < 2 else many or one + 's'}"
