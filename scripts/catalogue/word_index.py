"""The search page's own index: for each word of the base, the passages that hold it. Light where Pagefind is heavy.

Pagefind keeps the place of every word of every page, in pieces of some 30 kB: a sentence of five words needs nearly all
of them. Ranking needs less: which passage of which sheet (its title, a step, a situation) holds a word. That is 1 byte
or so for each, in pieces that follow the alphabet.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from string import ascii_letters

from catalogue.catalogue import FACETS, Catalogue
from catalogue.folding import fold
from catalogue.markup import plain_text
from catalogue.model import Practice

PIECE = 20_000
"""Characters of a piece of the index before compression: about 10 kB once compressed."""
GRAMMAR_LENGTH, GRAMMAR_SHARE = 4, 0.7
"""A word this short that most sheets hold is grammar: it is left out."""
TITLE, NAMES, OTHER_WORDS, TEASER, GIST, PROBLEM = "abcdef"
SITUATIONS, STEPS, REST = "ghijklmnopqr", "stuvwxy", "zABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""A passage is a letter: what it is decides what a word found there is worth (see classement.js)."""
BLOCK = 40
"""Words of a passage of a page that is no sheet."""


@dataclass(frozen=True, slots=True)
class WordIndex:
    """`words`, sorted; `pieces` of the index; `starts`: the rank of each piece's first word."""

    words: list[str]
    pieces: list[str]
    starts: list[int]


def words_of(text: str) -> list[str]:
    """The words of a text, folded, those of one letter left out."""
    return re.findall(r"[a-z0-9]{2,}", fold(text))


def word_index(pages: Sequence[Mapping[str, str]]) -> WordIndex:
    """`pages`: the passages of each, by letter (see `passages` and `blocks`); a page's rank is its place in the list.

    A word's line: for each page that holds it, how many pages further it is, then the letters of its passages.
    """
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for rank, page in enumerate(pages):
        letters: defaultdict[str, str] = defaultdict(str)
        for letter, text in page.items():
            for word in dict.fromkeys(words_of(text)):
                letters[word] += letter
        for word, held in letters.items():
            found[word].append((rank, held))
    often = GRAMMAR_SHARE * max(len(pages), 20)
    words = sorted(word for word, held in found.items() if len(word) > GRAMMAR_LENGTH or len(held) < often)
    return _cut(words, [_line(found[word]) for word in words])


def _line(held: Sequence[tuple[int, str]]) -> str:
    before, parts = -1, []
    for rank, letters in held:
        parts.append(f"{rank - before}{letters}")
        before = rank
    return "".join(parts)


def _cut(words: list[str], lines: list[str]) -> WordIndex:
    pieces: list[list[str]] = []
    starts: list[int] = []
    length = PIECE
    for rank, line in enumerate(lines):
        if length >= PIECE:
            pieces.append([])
            starts.append(rank)
            length = 0
        pieces[-1].append(line)
        length += len(line) + 1
    return WordIndex(words, ["\n".join(piece) for piece in pieces], starts)


def passages(practice: Practice, catalogue: Catalogue) -> dict[str, str]:
    """What is searched of a sheet: letter → text, as it reads. The names and other words of a sheet are never shown."""
    texts = {
        TITLE: practice.titre,
        NAMES: _names(practice, catalogue),
        OTHER_WORDS: _other_words(practice, catalogue),
        TEASER: practice.accroche,
        GIST: practice.en_bref,
        PROBLEM: practice.probleme,
        **dict(zip(SITUATIONS, practice.situations, strict=False)),
        **dict(zip(STEPS, (f"{step.titre} : {step.texte}" for step in practice.etapes or ()), strict=False)),
        **_lettered(_rest(practice, catalogue)),
    }
    return {letter: plain_text(text) for letter, text in texts.items() if text}


def _lettered(texts: Iterable[str]) -> dict[str, str]:
    """The rest of a sheet, a letter a text; what exceeds the letters joins the last one."""
    every = [text for text in texts if text]
    kept = len(REST) - 1
    every = [*every[:kept], " ".join(every[kept:])]
    return dict(zip(REST, every, strict=False))


def _rest(practice: Practice, catalogue: Catalogue) -> Iterator[str]:
    yield practice.porteur.nom
    yield ", ".join(one.nom or catalogue.term("structures", one.type).libelle for one in practice.partenaires)
    yield " ".join(one.role for one in practice.partenaires)
    yield " ".join(f"{one.role}. {one.competences or ''}" for one in practice.qui_fait or ())
    yield _sentences(practice.lieu, practice.rythme_duree, practice.periode)
    yield practice.premier_pas or ""
    yield _sentences(*practice.noyau or ())
    yield from (practice.limites or "").split("\n\n")[:4]
    yield practice.resume_falc or ""
    yield _sentences(*practice.adaptable or ())
    yield " ".join(one.question for one in practice.conditions or ())
    yield _sentences(*(f"{one.indicateur} : {_sentences(one.valeur, one.reserve)}" for one in practice.resultats))
    yield " ".join(one.texte for one in practice.paroles)
    yield _sentences(practice.effets_indesirables, practice.cout.detail if practice.cout else None)
    yield " ".join(one.role for one in practice.dispositifs)
    for one in catalogue.replications_of.get(practice.id, []):
        yield _sentences(one.lieu, one.structure.nom, one.change, one.constat)


def _sentences(*texts: str | None) -> str:
    """One after the other, a full stop between two."""
    return ". ".join(text.rstrip(". ") for text in texts if text)


def _names(practice: Practice, catalogue: Catalogue) -> str:
    """What a practice is also called: its id's words, its sources' titles, its programmes."""
    programmes = [catalogue.term("dispositifs", one.code) for one in practice.dispositifs]
    names = [
        practice.id.replace("-", " "),
        *(source.titre for source in practice.sources),
        *(name for term in programmes for name in (term.libelle, *term.synonymes)),
    ]
    return " ".join(names)


def _other_words(practice: Practice, catalogue: Catalogue) -> str:
    """The other words for a sheet's terms."""
    values = catalogue.facet_values(practice)
    terms = [
        catalogue.term(FACETS[facet], code) for facet in ("publics", "freins", "modalites") for code in values[facet]
    ]
    return " ".join(name for term in terms for name in (term.libelle, *term.synonymes))


def blocks(title: str, text: str) -> dict[str, str]:
    """What is searched of a page that is no sheet: its title, and its text in passages of `BLOCK` words."""
    words = iter(text.split())
    cut = iter(lambda: " ".join(islice(words, BLOCK)), "")
    return {TITLE: title, **dict(zip(ascii_letters[6:], cut, strict=False))}


def front_coded(words: list[str]) -> str:
    """Sorted words, each as the length of what it shares with the one before (base 36, one sign) and the rest."""
    coded, before = [], ""
    for word in words:
        shared = 0
        while shared < min(len(word), len(before), 35) and word[shared] == before[shared]:
            shared += 1
        coded.append("0123456789abcdefghijklmnopqrstuvwxyz"[shared] + word[shared:])
        before = word
    return " ".join(coded)
