"""The state of the base in tables: completeness of each sheet, themes by publics, evidence, sources."""

from collections import Counter
from collections.abc import Iterable, Sequence

from catalogue.catalogue import Catalogue
from catalogue.model import Practice
from catalogue.rules.size import ASKED_OF_A_SHEET

WIDELY_USED = 3
"""Sheets from which a term needs no justification (rule of awesome-selfhosted, after MODELE)."""
OPTIONAL = ("milieu", "periode", "supports", "resultats", "paroles", "atelier", "resume_falc", "voir_aussi", "manques")


def overview(catalogue: Catalogue) -> str:
    """Four tables, in plain text."""
    practices = list(catalogue.practices.values())
    levels = Counter(one.preuve.niveau if one.preuve else "-" for one in practices)
    states = Counter(one.statut for one in practices)
    parts = [
        _summary(catalogue),
        _table(
            ("fiche", "thème", "statut", "complète", "sources", "reprises", "manques"),
            (_line(one, catalogue) for one in practices),
        ),
        _table(("public", *(term.libelle for term in catalogue.vocabularies["themes"].termes)), _crossing(catalogue)),
        _table(("preuve", "fiches"), sorted(levels.items())),
        _table(("statut", "fiches"), sorted(states.items())),
        _table(("terme peu employé", "fiches", "pourquoi il est gardé"), _rare_terms(catalogue)),
    ]
    return "\n\n".join(parts)


def _summary(catalogue: Catalogue) -> str:
    full = sum(not one.is_seed for one in catalogue.practices.values())
    sources = sum(len(one.sources) for one in catalogue.practices.values())
    return (
        f"{len(catalogue.practices)} pratiques ({full} fiches, {len(catalogue.practices) - full} graines), "
        f"{len(catalogue.replications)} reprises, {len(catalogue.workshops)} ateliers, {sources} sources dans les fiches"
    )


def completeness(practice: Practice) -> float:
    """Share, 0 to 1, of the questions of the model that the sheet answers; « non documenté » is no answer."""
    asked = (*ASKED_OF_A_SHEET, *OPTIONAL)
    return sum(bool(getattr(practice, name)) for name in asked) / len(asked)


def _line(practice: Practice, catalogue: Catalogue) -> Sequence[object]:
    replications = len(catalogue.replications_of.get(practice.id, []))
    share = f"{completeness(practice):.0%}"
    return (
        practice.id,
        practice.theme,
        practice.statut,
        share,
        len(practice.sources),
        replications,
        len(practice.manques),
    )


def _crossing(catalogue: Catalogue) -> Iterable[Sequence[object]]:
    for public in catalogue.vocabularies["publics"].termes:
        answered = catalogue.by_facet["publics"].get(public.code, [])
        counts = Counter(theme for one in answered for theme in (one.theme, *one.autres_themes))
        yield (public.libelle, *(counts[term.code] for term in catalogue.vocabularies["themes"].termes))


def _rare_terms(catalogue: Catalogue) -> Iterable[Sequence[object]]:
    """Terms that fewer than three sheets carry: to be merged, or justified in their vocabulary."""
    for facet in ("publics", "freins", "modalites"):
        for term in catalogue.vocabularies[facet].termes:
            count = len(catalogue.by_facet[facet].get(term.code, []))
            if count < WIDELY_USED:
                yield f"{facet}: {term.code}", count, term.justification or "à justifier ou à fusionner"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    cells = [head, *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    )
