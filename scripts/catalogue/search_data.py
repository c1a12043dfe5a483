"""Our own small search index: what facets and result lists need, so that no facet view downloads Pagefind's."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from catalogue.catalogue import FACETS, Catalogue
from catalogue.codes import short_code
from catalogue.lexicon import lexicon
from catalogue.markup import plain_text
from catalogue.model import Practice
from catalogue.word_index import NAMES, OTHER_WORDS, TEASER, TITLE, blocks, front_coded, passages, word_index

FACET_LABELS = {
    "theme": "Thème",
    "publics": "Public",
    "freins": "Frein",
    "modalites": "Modalité",
    "territoires": "Territoire",
    "preuve": "Niveau de preuve",
    "effort": "Effort",
}

HIDDEN = (TITLE, NAMES, OTHER_WORDS, TEASER)
"""Passages that a result shows already, or that are searched and never shown."""


class FoundPage(Protocol):
    """A page the engine may answer with."""

    @property
    def fragment(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...


def search_files(catalogue: Catalogue, indexed: Iterable[FoundPage]) -> Iterator[tuple[str, str]]:
    """The files of the search page: (path below recherche/, text). `indexed`: the pages that Pagefind may answer with.

    `index.json`: facets, cards, and which page each of Pagefind's results is. `lexique.json`: see `lexicon`. `mots.json`: the
    indexed words, front-coded, and the rank of the first of each piece; `mots/N.txt`: the pieces. `passages/CODE.json`: a sheet's passages, as shown under a result.
    """
    pages = sorted(indexed, key=lambda page: (page.address.split("/")[0] != "ateliers", page.address))
    sheets = {f"fiches/{identifier}/": rank for rank, identifier in enumerate(catalogue.practices)}
    elsewhere = [page for page in pages if page.address not in sheets]
    order = sheets | {page.address: len(sheets) + rank for rank, page in enumerate(elsewhere)}
    of_sheets = {one.id: passages(one, catalogue) for one in catalogue.practices.values()}
    words = word_index([*of_sheets.values(), *(blocks(page.title, page.text) for page in elsewhere)])
    yield "index.json", _index(catalogue, elsewhere, {page.fragment: order[page.address] for page in pages})
    yield "lexique.json", lexicon(catalogue)
    yield "mots.json", _json({"mots": front_coded(words.words), "debuts": words.starts})
    for rank, piece in enumerate(words.pieces):
        yield f"mots/{rank}.txt", piece
    for identifier, texts in of_sheets.items():
        shown = {letter: text for letter, text in texts.items() if letter not in HIDDEN}
        yield f"passages/{short_code(identifier)}.json", _json(shown)


def _index(catalogue: Catalogue, elsewhere: Iterable[FoundPage], fragments: Mapping[str, int]) -> str:
    """A sheet's facet values are ranks in its facet's list of terms; lists keep the order of the vocabularies.

    `fragments` gives each of Pagefind's results its rank: in `fiches`, or past their end, in `ailleurs` (workshops,
    then hand-written pages).
    """
    used = {
        facet: [{"code": term.code, "libelle": term.libelle} for term in catalogue.used_terms(facet)]
        for facet in FACETS
    }
    ranks = {facet: {term["code"]: rank for rank, term in enumerate(terms)} for facet, terms in used.items()}
    data = {
        "facettes": [{"nom": facet, "libelle": FACET_LABELS[facet], "termes": used[facet]} for facet in FACETS],
        "fiches": [_sheet(practice, catalogue, ranks) for practice in catalogue.practices.values()],
        "ailleurs": [{"adresse": page.address, "titre": page.title} for page in elsewhere],
        "fragments": fragments,
    }
    return _json(data)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _sheet(practice: Practice, catalogue: Catalogue, ranks: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    values = catalogue.facet_values(practice)
    return {
        "id": practice.id,
        "titre": plain_text(practice.titre),
        "accroche": plain_text(practice.accroche),
        "code": short_code(practice.id),
        "maj": practice.date_maj.isoformat() if practice.date_maj else "",
        "graine": practice.is_seed,
        "essaimages": len(catalogue.replications_of.get(practice.id, [])),
        "valeurs": [[ranks[facet][code] for code in values[facet]] for facet in FACETS],
    }
