"""Our own small search index: what facets and result lists need, so that no facet view downloads Pagefind's."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from catalogue.catalogue import FACETS, Catalogue, used_terms
from catalogue.codes import short_code
from catalogue.markup import plain_text
from catalogue.model import Practice

FACET_LABELS = {
    "theme": "Thème",
    "publics": "Public",
    "freins": "Frein",
    "modalites": "Modalité",
    "territoires": "Territoire",
    "preuve": "Niveau de preuve",
    "effort": "Effort",
}


class FoundPage(Protocol):
    """A page the engine may answer with."""

    @property
    def fragment(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def words(self) -> int: ...


def search_data(catalogue: Catalogue, indexed: Iterable[FoundPage]) -> str:
    """JSON for the search page. `indexed` names the engine's results, so that a hit needs no download to be named.

    A sheet's facet values are ranks in its facet's list of terms; lists keep the order of the vocabularies. `fragments`
    gives each result its rank: in `fiches`, or past their end, in `ailleurs` (workshops, then hand-written pages). `longueurs`: words of
    each, in that order.
    """
    used = {
        facet: [{"code": term.code, "libelle": term.libelle} for term in used_terms(catalogue, facet)] for facet in FACETS
    }
    ranks = {facet: {term["code"]: rank for rank, term in enumerate(terms)} for facet, terms in used.items()}
    pages = sorted(indexed, key=lambda page: (page.address.split("/")[0] != "ateliers", page.address))
    sheets = {f"fiches/{identifier}/": rank for rank, identifier in enumerate(catalogue.practices)}
    elsewhere = [page for page in pages if page.address not in sheets]
    order = sheets | {page.address: len(sheets) + rank for rank, page in enumerate(elsewhere)}
    data = {
        "facettes": [{"nom": facet, "libelle": FACET_LABELS[facet], "termes": used[facet]} for facet in FACETS],
        "fiches": [_sheet(practice, catalogue, ranks) for practice in catalogue.practices.values()],
        "ailleurs": [{"adresse": page.address, "titre": page.title} for page in elsewhere],
        "fragments": {page.fragment: order[page.address] for page in pages},
        "longueurs": [page.words for page in sorted(pages, key=lambda page: order[page.address])],
    }
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
