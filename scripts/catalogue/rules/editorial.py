"""What makes a sheet easy to read and to trust: short sentences, sourced figures, explained acronyms, French signs."""

import re
from collections.abc import Iterator

from catalogue.demands import found
from catalogue.fields import JOINT_MARK, SOURCE_MARK, Text, visible
from catalogue.marks import marked_values
from catalogue.model import Entry, Practice, Replication
from catalogue.phrases import fault
from catalogue.problems import Fault, Path, quoted
from catalogue.rules import Context, advice, rule

LONGEST_SENTENCE = 32
"""Words. Plain-language guides ask for 15 to 25; beyond 32 a sentence is always two."""
NEAR_DUPLICATE = 0.5
"""Cosine of rarity-weighted stems. The closest two of the first 65 sheets reach 0.27."""

ACRONYM = re.compile(r"(?<![\w’'@/.-])[A-ZÉÈÀ]{2,}[0-9]?[A-ZÉÈÀa-zé0-9]*(?![\w@/])")
# A number that reads as one, up to 39 (centuries, arrondissements, kings): beyond, CCI or CLI would be one too.
ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?:er|re|e)?")
# Names that are written in capitals and stand for nothing longer a reader would need.
NOT_ACRONYMS = {"PDF", "WhatsApp", "OK", "TV", "SMS", "GPS", "USB", "DVD"}
MOST_ACRONYMS = 3
"""Beyond, a text without a small letter is no list of acronyms: it is shouted."""
NOT_PROSE = {
    "nom",
    "url",
    "page",
    "sources",
    "contact",
    "contributeurs",
    "participants",
    "paroles",
    "porteur",
    "structure",
}
UNCITED = {"titre", "accroche", "situations", "premier_pas", "noyau", "adaptable", "conditions", "atelier", "resume_falc", "manques", "preuve", "statut_motif", "periode", "dispositifs", "resultats", "relecture"}  # fmt: skip
"""Where a figure needs no mark: the editors' own words, or a field with its own source."""
BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…]) |\n+")
WORD = re.compile(r"\w+(?:[’'-]\w+)*")
NAME_WORD = re.compile(r"\w+")
WORDS_SHOWN = 6
"""Of a sentence too long: enough to find it."""
FIGURE = re.compile(r"\d+(?:[ \u00a0\u202f.,]\d+)*")
# Years, ages and names made of figures state no measure.
NO_MEASURE = re.compile(
    r"(?:19|20)\d\d|100 ?% (?:inclusion|contact)|\d+(?:[-–]\d+| à \d+| et \d+)? ans|n[o°] ?\d[\d-]*|\d+(?:ers?|res?|nde?s?|ds?|es?|èmes?)(?!\w)|24 ?h(?:/24)?|\d{1,2} (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
    r"|[A-Za-zÉé]\d\w*|phase \d|niveau \d|Grand 8"
)


def _prose(entry: Entry) -> Iterator[tuple[Path, str]]:
    for path, value, marks in marked_values(entry):
        if any(isinstance(mark, Text) for mark in marks) and not NOT_PROSE.intersection(path):
            yield path, value


@rule
def sigle_sans_glossaire(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un sigle employé dans une fiche est dans le glossaire, ou est le nom d’un organisme que la fiche cite."""
    known = {term.libelle for term in context.catalogue.vocabularies["glossaire"].termes} | _organisations(entry)
    for path, written in _prose(entry):
        text = visible(written)
        unknown = [
            word
            for word in dict.fromkeys(ACRONYM.findall(text))
            if word not in NOT_ACRONYMS and not ROMAN.fullmatch(word) and not known & {word, word.removesuffix("s")}
        ]
        if len(unknown) > MOST_ACRONYMS and text == text.upper():
            yield fault(path, "sigle-sans-glossaire/capitales")
        else:
            yield from (fault(path, "sigle-sans-glossaire", trouve=quoted(word)) for word in unknown)


def _organisations(entry: Entry) -> set[str]:
    """The words in capitals of the names an entry gives: bearers, partners, publishers, titles of sources."""
    names = [
        value
        for path, value, _ in marked_values(entry)
        if path[-1] in ("nom", "editeur") or (path[-1] == "titre" and path[0] == "sources")
    ]
    return {word.upper() for name in names for word in NAME_WORD.findall(name)}


@advice
def phrase_trop_longue(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une phrase se lit d’un souffle."""
    for path, text in _prose(entry):
        for sentence in BETWEEN_SENTENCES.split(visible(text)):
            length = len(WORD.findall(sentence))
            if length > LONGEST_SENTENCE:
                shown = " ".join(sentence.split()[:WORDS_SHOWN])
                yield fault(path, "phrase-trop-longue", nombre=length, debut=shown)


@rule
def chiffre_sans_source(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un chiffre dans un texte est suivi, dans son paragraphe, de la source qui le dit : [s1]."""
    if not isinstance(entry, Practice | Replication):
        return
    for path, text in _prose(entry):
        if UNCITED.intersection(path):
            continue
        for paragraph in text.split("\n\n"):
            marks = [match for mark in (SOURCE_MARK, JOINT_MARK) for match in mark.finditer(paragraph)]
            last_mark = max((match.start() for match in marks), default=-1)
            hidden = paragraph
            for not_a_figure in (SOURCE_MARK, JOINT_MARK, NO_MEASURE):
                hidden = not_a_figure.sub(lambda match: "x" * len(match[0]), hidden)
            for match in FIGURE.finditer(hidden):
                if match.start() > last_mark:
                    yield fault(path, "chiffre-sans-source", trouve=quoted(match[0]))


@advice
def quasi_doublon(entry: Entry, context: Context) -> Iterator[Fault]:
    """Deux fiches ne décrivent pas la même pratique : mieux vaut compléter celle qui existe."""
    if isinstance(entry, Practice):
        for other, likeness in context.neighbours.alike(entry):
            if likeness >= NEAR_DUPLICATE and other.id > entry.id:
                yield fault(("titre",), "quasi-doublon", titre=quoted(other.titre), autre=other.id)


@advice
def apostrophe_droite(entry: Entry, context: Context) -> Iterator[Fault]:
    """L’apostrophe est courbe (’). « make fix » la corrige."""
    yield from found("apostrophe-droite", entry)


@advice
def espace_francaise(entry: Entry, context: Context) -> Iterator[Fault]:
    """Une espace précède : ; ? ! et suit «. « make fix » l’ajoute."""
    yield from found("espace-francaise", entry)
