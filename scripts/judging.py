"""Answers not all given yet, judged by the rules that check files: examples stand for the rest."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from catalogue.catalogue import Catalogue
from catalogue.drafts import examined, filed, look_alikes
from catalogue.examples import example, example_entry
from catalogue.form import Field, fields_at
from catalogue.model import Entry, Practice, Replication
from catalogue.problems import Fault, Path, Severity

MODELS: dict[str, type[Practice] | type[Replication]] = {"fiche": Practice, "essaimage": Replication}
IN_PROGRESS = "brouillon-en-cours"
"""The id of an entry that has none yet."""
Answers = Mapping[str, Any]
Told = list[tuple[Severity, Fault]]


class Judge:
    """Of one kind of entry."""

    def __init__(self, kind: str, catalogue: Catalogue) -> None:
        self.kind, self.catalogue, self.model = kind, catalogue, MODELS[kind]
        self.today = date.today()  # noqa: DTZ011 - the contributor's own day
        self.examples = example_entry(kind, catalogue)
        (self.sources,) = fields_at(kind, ("sources",))

    def faults_at(self, path: Path, latest: Answers, answers: Answers) -> Told:
        """What the rules say of the latest answer, at `path` and below."""
        trial = {**self.examples, **answers, **latest}
        if "sources" in answers and "sources" not in latest:
            trial["sources"] = self.padded(self.sources, answers["sources"])
        _, faults = self._examined(trial)
        # A fault of no place is one of characters: the answers before have been accepted, so it is of this one.
        return [(severity, fault) for severity, fault in faults if fault.path[: len(path)] in ((), path)]

    def padded(self, field: Field, items: list[Any]) -> list[Any]:
        """A list being answered, as long as the model asks; a text may cite sources not described yet."""
        models = self.examples.get(field.name) or example(field, self.catalogue)
        return [*items, *models[len(items) :]]

    def look_alikes(self, answers: Answers) -> list[Practice]:
        entry, _ = self._examined({**self.examples, **answers})
        return look_alikes(entry, self.catalogue) if isinstance(entry, Practice) else []

    def _examined(self, answers: Answers) -> tuple[Entry | None, Told]:
        whole = filed(answers, self.catalogue) | {"id": IN_PROGRESS}
        return examined(self.model, whole, self.catalogue, self.today)
