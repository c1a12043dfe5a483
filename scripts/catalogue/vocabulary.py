"""Controlled vocabularies: the only source of labels, facets, landing pages and search synonyms."""

from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from catalogue.fields import Boolean, PartialDate, Text, WebAddress


class VocabularyTerm(BaseModel):
    """One entry. `data_inclusion` holds codes of the national schema of insertion services, where one fits.

    `justification`: why a term is kept though fewer than three sheets carry it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Annotated[str, Text(60)]
    libelle: Annotated[str, Text(80)]
    developpe: Annotated[str, Text(120)] | None = None
    definition: Annotated[str, Text(300)]
    synonymes: tuple[Annotated[str, Text(60)], ...] = ()
    data_inclusion: tuple[str, ...] = ()
    parent: str | None = None
    actif: Boolean = True
    fin: PartialDate | None = None
    url: WebAddress | None = None
    justification: Annotated[str, Text(200)] | None = None


class Vocabulary(BaseModel):
    """A vocabulary file: what it is for, then its terms, in the order readers meet them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    libelle: Annotated[str, Text(80)]
    definition: Annotated[str, Text(300)]
    origine: Annotated[str, Text(200)] | None = None
    termes: Annotated[tuple[VocabularyTerm, ...], Field(min_length=1)]

    @cached_property
    def by_code(self) -> dict[str, VocabularyTerm]:
        return {term.code: term for term in self.termes}

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    def __getitem__(self, code: str) -> VocabularyTerm:
        return self.by_code[code]
