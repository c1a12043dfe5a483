"""What the search page knows of words: the corpus's own, the vocabularies' other names, the field's lexicon."""

import json

from catalogue.catalogue import FACETS, Catalogue
from catalogue.folding import fold
from catalogue.vocabulary import VocabularyTerm

RECOGNISED = ("theme", "publics", "freins", "modalites", "territoires")
"""Facets whose terms are recognised in a query. Levels of evidence and effort are chosen, not typed."""
WORD_VOCABULARIES = ("lexique", "structures", "dispositifs")
"""Vocabularies that no facet shows: their other names lead to the words the sheets use."""


def lexicon(catalogue: Catalogue) -> str:
    """JSON for the search page, folded: accents and capitals are asked of no one.

    `termes`: « facet term|name|… », ranks in the index's facets, of the terms that have sheets. `absents`: « label|name|… »
    of those that have none. `lexique`: « words of the sheets|other name|… ». `sigles`: « acronym|what it stands for », as
    written.
    """
    data = {
        "termes": [
            "|".join((f"{list(FACETS).index(facet)} {rank}", *_names(term)))
            for facet in RECOGNISED
            for rank, term in enumerate(catalogue.used_terms(facet))
        ],
        "absents": [
            "|".join((term.libelle.replace("|", " "), *_names(term)))
            for facet in RECOGNISED
            for term in catalogue.vocabularies[FACETS[facet]].termes
            if term not in catalogue.used_terms(facet)
        ],
        "lexique": [
            "|".join((term.libelle.replace("|", " "), *names))
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
