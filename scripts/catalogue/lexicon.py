"""What the search page knows of words: the corpus's own, the vocabularies' other names, the field's lexicon."""

import json

from catalogue.catalogue import FACETS, Catalogue, used_terms
from catalogue.folding import fold
from catalogue.vocabulary import VocabularyTerm
from catalogue.word_index import WordIndex

RECOGNISED = ("theme", "publics", "freins", "modalites", "territoires")
"""Facets whose terms are recognised in a query. Levels of evidence and effort are chosen, not typed."""
WORD_VOCABULARIES = ("lexique", "structures", "dispositifs")
"""Vocabularies that no facet shows: their other names lead to the words the sheets use."""


def lexicon(catalogue: Catalogue, index: WordIndex) -> str:
    """JSON for the search page, folded: accents and capitals are asked of no one.

    `mots`: the words of the index, front-coded (how many letters of the word before are kept, in base 36, then the
    rest). `debuts`: the rank of the first word of each of its pieces.
    `termes`: « facet term name name… », ranks in the index's facets, of the terms that have sheets. `lexique`: « words of
    the sheets|other name|… ». `sigles`: « acronym|what it stands for », as written.
    """
    data = {
        "mots": front_coded(index.words),
        "debuts": index.starts,
        "termes": [
            "|".join((f"{list(FACETS).index(facet)} {rank}", *_names(term)))
            for facet in RECOGNISED
            for rank, term in enumerate(used_terms(catalogue, facet))
        ],
        "lexique": [
            "|".join((fold(term.libelle), *names))
            for name in WORD_VOCABULARIES
            if name in catalogue.vocabularies
            for term in catalogue.vocabularies[name].termes
            if (names := _names(term))
        ],
        "sigles": [
            f"{term.libelle}|{term.developpe}" for term in catalogue.vocabularies["glossaire"].termes if term.developpe
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _names(term: VocabularyTerm) -> list[str]:
    """The other names of a term, each once, its own left out."""
    names = dict.fromkeys(fold(name).replace("|", " ") for name in term.synonymes)
    return [name for name in names if name != fold(term.libelle)]


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
