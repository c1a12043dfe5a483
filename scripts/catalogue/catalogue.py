"""Everything the knowledge base holds, linked: what pages, exports and rules read."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from catalogue.codes import short_code
from catalogue.model import Entry, Practice, Replication, Withdrawal, Workshop
from catalogue.vocabulary import Vocabulary, VocabularyTerm

FACETS: Mapping[str, str] = {
    "theme": "themes",
    "publics": "publics",
    "freins": "freins",
    "modalites": "modalites",
    "territoires": "territoires",
    "preuve": "preuves",
    "effort": "efforts",
}
"""Facet as the address of a search names it → the vocabulary that labels it."""


@dataclass(frozen=True)
class Catalogue:
    """Valid sheets, replications, workshops and vocabularies by id. Never holds a sheet with a blocking fault."""

    practices: Mapping[str, Practice]
    replications: Mapping[str, Replication]
    workshops: Mapping[str, Workshop]
    vocabularies: Mapping[str, Vocabulary]
    withdrawals: Mapping[str, Withdrawal] = field(default_factory=dict)

    def term(self, vocabulary: str, code: str) -> VocabularyTerm:
        """Raises KeyError when the vocabulary or the code is unknown."""
        return self.vocabularies[vocabulary][code]

    @cached_property
    def replications_of(self) -> dict[str, list[Replication]]:
        """Replications of each sheet, oldest first, undated last."""
        found: dict[str, list[Replication]] = defaultdict(list)
        for replication in sorted(self.replications.values(), key=lambda one: (one.depuis or "9999", one.lieu)):
            found[replication.fiche].append(replication)
        return dict(found)

    @cached_property
    def workshops_with(self) -> dict[str, list[Workshop]]:
        """Workshops that use each sheet."""
        found: dict[str, list[Workshop]] = defaultdict(list)
        for workshop in self.workshops.values():
            for identifier in dict.fromkeys(one for sequence in workshop.sequences for one in sequence.fiches):
                found[identifier].append(workshop)
        return dict(found)

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """All that has an id."""
        kinds: tuple[Mapping[str, Entry], ...] = (self.practices, self.replications, self.workshops, self.withdrawals)
        return {identifier: entry for kind in kinds for identifier, entry in kind.items()}

    @cached_property
    def by_code(self) -> dict[str, str]:
        """Short code → id of the sheet it leads to, from its former ids alike."""
        current = {short_code(identifier): identifier for identifier in self.practices}
        former = {short_code(old): one.id for one in self.practices.values() for old in one.anciens_ids}
        return former | current

    @cached_property
    def owner_of_code(self) -> dict[str, str]:
        """Short code → the id it abridges: of a sheet, current, former or withdrawn. What may be printed comes first."""
        current = {short_code(identifier): identifier for identifier in self.practices}
        withdrawn = [one for one in self.withdrawals.values() if one.etait == "fiche"]
        sheets: list[Practice | Withdrawal] = [*self.practices.values(), *withdrawn]
        former = {short_code(old): old for one in sheets for old in one.anciens_ids}
        return current | former | {short_code(one.id): one.id for one in withdrawn}

    @cached_property
    def first_of_former_id(self) -> dict[str, str]:
        """Former id → the first entry that claims it, in the order of the catalogue."""
        found: dict[str, str] = {}
        for entry in self.entries.values():
            for old in entry.anciens_ids:
                found.setdefault(old, entry.id)
        return found

    def facet_values(self, practice: Practice) -> dict[str, tuple[str, ...]]:
        """What a sheet answers to each facet. A département also answers for its region."""
        return {
            "theme": (practice.theme, *practice.autres_themes),
            "publics": practice.publics,
            "freins": practice.freins,
            "modalites": practice.modalites or (),
            "territoires": self._with_parents(practice.territoires),
            "preuve": (practice.preuve.niveau,) if practice.preuve else (),
            "effort": (practice.effort,) if practice.effort else (),
        }

    def _with_parents(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        # Rules look at faulty sheets and vocabularies too: a code may be unknown, a parent its own ancestor.
        territories = self.vocabularies["territoires"].by_code
        found = dict.fromkeys(codes)
        for code in codes:
            term = territories.get(code)
            while term and term.parent and term.parent != "FR" and term.parent not in found:
                found[term.parent] = None
                term = territories.get(term.parent)
        return tuple(found)

    @cached_property
    def by_facet(self) -> dict[str, dict[str, list[Practice]]]:
        """Facet → code → the sheets that answer it, in the order of the catalogue."""
        found: dict[str, dict[str, list[Practice]]] = {facet: defaultdict(list) for facet in FACETS}
        for practice in self.practices.values():
            for facet, codes in self.facet_values(practice).items():
                for code in codes:
                    found[facet][code].append(practice)
        return {facet: dict(codes) for facet, codes in found.items()}

    def used_terms(self, facet: str) -> list[VocabularyTerm]:
        """The terms of a facet that at least one sheet answers for, in the order of their vocabulary."""
        return [term for term in self.vocabularies[FACETS[facet]].termes if term.code in self.by_facet[facet]]
