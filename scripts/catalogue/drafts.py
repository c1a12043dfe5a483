"""Answers, not yet a file → an entry and all that is wrong with it, by the very rules that check files."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from catalogue import nodes
from catalogue.catalogue import Catalogue
from catalogue.model import Entry, Practice, Replication
from catalogue.problems import Fault, Severity
from catalogue.related import Neighbours
from catalogue.rules import RULES, Context
from catalogue.rules.editorial import NEAR_DUPLICATE
from catalogue.shape_messages import GIVEN_BY_FILE
from catalogue.shaping import shape
from catalogue.spelling import written

DEFAULT_THEME = "sourcing"
"""Where a sheet is kept while nothing says where."""
Answers = Mapping[str, Any]
"""Key of the model → text, list or block of keys, as a file would have it."""
NOT_LOOKED_AT = ("apostrophe-droite", "espace-francaise", "quasi-doublon")
"""Rules whose faults are put right when the file is written; and the one that compares, which `look_alikes` answers."""


def examined(
    kind: type[Practice] | type[Replication], answers: Answers, catalogue: Catalogue, today: date
) -> tuple[Entry | None, list[tuple[Severity, Fault]]]:
    """The entry, when the answers have the shape of one, and their faults, blocking ones first."""
    # JSON is YAML: the answers go through the reader of files, and what it refuses there it refuses here.
    tree, reading = nodes.read(json.dumps(respelled(answers), ensure_ascii=False).encode("utf-8", "replace"))
    if tree is None or reading:
        return None, [(Severity.ERROR, Fault((), one.message, one.remedy)) for one in reading]
    given: dict[str, str] = {name: str(answers[name]) for name in GIVEN_BY_FILE if name in kind.model_fields}
    assert isinstance(tree, nodes.Mapping)
    for name in GIVEN_BY_FILE:
        tree.entries.pop(name, None)
    entry, faults = shape(kind, tree, given)
    if entry is None:
        return None, [(Severity.ERROR, fault) for _, fault in faults]
    return entry, sorted(_broken(entry, catalogue, today), key=lambda pair: pair[0] is Severity.WARNING)


def _broken(entry: Practice | Replication, catalogue: Catalogue, today: date) -> Iterator[tuple[Severity, Fault]]:
    if isinstance(entry, Practice):
        among = replace(catalogue, practices={**catalogue.practices, entry.id: entry})
    else:
        among = replace(catalogue, replications={**catalogue.replications, entry.id: entry})
    context = Context(among, frozenset(among.practices), today, Neighbours(among))
    for rule in RULES.values():
        if rule.id not in NOT_LOOKED_AT:
            yield from ((rule.severity, fault) for fault in rule.check(entry, context))


def filed(answers: Answers, catalogue: Catalogue) -> dict[str, Any]:
    """The answers with what the sub-themes decide: the folder, and the other themes the sheet touches."""
    terms = catalogue.vocabularies["sous-themes"].by_code
    parents = [terms[code].parent for code in answers.get("sous_themes", []) if code in terms]
    theme, *others = dict.fromkeys([*filter(None, parents), *answers.get("autres_themes", [])]) or [DEFAULT_THEME]
    return {**answers, "theme": theme} | ({"autres_themes": others} if others else {})


def respelled(value: Any) -> Any:
    """The answers with French signs, as the file will have them."""
    if isinstance(value, str):
        return value if "://" in value else written(value)
    if isinstance(value, Mapping):
        return {key: respelled(inner) for key, inner in value.items()}
    return [respelled(inner) for inner in value] if isinstance(value, list | tuple) else value


def look_alikes(entry: Practice, catalogue: Catalogue) -> list[Practice]:
    """The sheets that say nearly the same as `entry`, most alike first."""
    neighbours = Neighbours(replace(catalogue, practices={**catalogue.practices, entry.id: entry}))
    return [other for other, likeness in neighbours.alike(entry) if likeness >= NEAR_DUPLICATE]
