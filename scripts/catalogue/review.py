"""What a reviewer reads of a proposal, in Markdown: what changed, what blocks, what would be lost, a grid a sheet.

Sheets are written by strangers: their words come out as words, never as Markdown, HTML or a mention of someone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from catalogue.catalogue import Catalogue
from catalogue.drafts import look_alikes
from catalogue.markup import plain_text
from catalogue.model import Entry, Practice, Replication, Withdrawal, Workshop
from catalogue.problems import Problem, Severity, one_line
from catalogue.review_grid import evidence, grid

PROBLEMS_SHOWN = 300
"""Of each level. A summary holds one megabyte: https://docs.github.com/actions, « job summaries »."""
GRIDS_SHOWN = 20
"""A proposal that touches more sheets is a change of form: nobody fills twenty grids at once."""
_MARKS = re.compile(r"([\\`*_{}\[\]<>#!|~&])")
KINDS = {Practice: "Fiche", Replication: "Reprise", Workshop: "Atelier", Withdrawal: "Retrait"}


@dataclass(frozen=True, slots=True)
class Change:
    """A file of the corpus that differs from the base. `state`: nouveau, modifié or supprimé."""

    file: str
    state: str


def changes(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[Change]:
    """In the order of the files."""
    states = dict.fromkeys(after.keys() - before.keys(), "nouveau")
    states |= dict.fromkeys(before.keys() - after.keys(), "supprimé")
    states |= {file: "modifié" for file in before.keys() & after.keys() if before[file] != after[file]}
    return [Change(file, state) for file, state in sorted(states.items())]


def review(
    changed: Iterable[Change], catalogue: Catalogue, problems: Iterable[Problem], lost: Iterable[Problem], today: date
) -> str:
    """The whole page. `problems` are the corpus's, `lost` those of its addresses."""
    parts = [*_summary(list(changed)), *_problems(list(problems)), *_addresses(list(lost))]
    touched = [entry for one in changed if one.state != "supprimé" and (entry := _entry(one.file, catalogue))]
    sheets = [entry for entry in touched if isinstance(entry, Practice)]
    for practice in sheets[:GRIDS_SHOWN]:
        parts += _sheet(practice, catalogue, today)
    if left_out := len(sheets) - GRIDS_SHOWN:
        parts += [f"Et {left_out} autres fiches, sans grille ici."] if left_out > 0 else []
    for entry in touched:
        if isinstance(entry, Replication):
            parts += _replication(entry, catalogue)
    return "\n".join(parts) + "\n"


def _summary(changed: list[Change]) -> Iterator[str]:
    yield "# Grille de relecture\n"
    if not changed:
        yield "Aucun fichier de `practices/` ne change.\n"
        return
    yield "| fichier | |\n|---|---|"
    yield from (f"| {text(one.file)} | {one.state} |" for one in changed)
    yield ""


def _problems(problems: list[Problem]) -> Iterator[str]:
    for severity, title in ((Severity.ERROR, "Ce qui bloque"), (Severity.WARNING, "Conseils")):
        found = [one for one in problems if one.gravite is severity]
        if not found:
            if severity is Severity.ERROR:
                yield "## Ce qui bloque\n\nRien : les règles sont respectées.\n"
            continue
        yield f"## {title} : {len(found)}\n"
        for one in found[:PROBLEMS_SHOWN]:
            yield f"- {text(f'{one.fichier}, ligne {one.ligne}')} : {text(one.message)}. **{text(one.remede)}**"
        if len(found) > PROBLEMS_SHOWN:
            yield f"- … et {len(found) - PROBLEMS_SHOWN} autres : `make check` les montre tous."
        yield ""


def _addresses(lost: list[Problem]) -> Iterator[str]:
    yield "## Les adresses déjà publiées\n"
    if not lost:
        yield "Toutes continuent de répondre.\n"
        return
    yield from (f"- {text(one.message)}. **{text(one.remede)}**" for one in lost)
    yield ""


def _sheet(practice: Practice, catalogue: Catalogue, today: date) -> Iterator[str]:
    yield f"## {text(plain_text(practice.titre))}\n"
    status = catalogue.term("statuts", practice.statut).libelle
    yield f"{text(f'{practice.theme}/{practice.id}.yaml')}, {text(status)}. Preuve : {text(evidence(practice, catalogue))}\n"
    near = look_alikes(practice, catalogue)
    names = ", ".join(f"{text(plain_text(one.titre))} ({text(one.id)})" for one in near)
    yield f"**Une fiche proche existe :** {names}\n" if near else "Aucune fiche existante ne lui ressemble de près.\n"
    lines = list(grid(practice, catalogue))
    yield "| critère | avis proposé | ce que la machine a vu | ce qu’une personne regarde |\n|---|---|---|---|"
    for one in lines:
        label = catalogue.term("criteres-relecture", one.code).libelle
        yield f"| {text(label)} | {one.answer} | {text(one.seen)} | {text(one.left)} |"
    if practice.is_seed:
        yield ""
        return
    yield "\n<details><summary>À coller dans la fiche, une fois chaque avis donné</summary>\n"
    yield f"```yaml\nrelecture:\n  date: {today.isoformat()}\n  grille:"
    yield from (f"    - critere: {one.code}\n      avis: {_quoted(one.answer)}" for one in lines)
    yield "```\n\n</details>\n"


def _quoted(answer: str) -> str:
    return f"'{answer}'" if answer in ("oui", "non") else answer


def _replication(replication: Replication, catalogue: Catalogue) -> Iterator[str]:
    state = catalogue.term("etats-essaimage", replication.etat).libelle
    sheet = catalogue.practices.get(replication.fiche)
    yield f"## Reprise : {text(replication.lieu)}\n"
    yield f"De {text(plain_text(sheet.titre) if sheet else replication.fiche)}. État : {text(state)}.\n"
    told = [name for name in ("repris", "change", "constat") if getattr(replication, name)]
    yield f"Dit : {', '.join(told) or 'rien de plus que le lieu'}. Sources : {len(replication.sources)}.\n"
    yield "- [ ] La source dit bien que cette équipe a repris cette pratique.\n- [ ] Personne ne peut être reconnu.\n"


def _entry(file: str, catalogue: Catalogue) -> Entry | None:
    """None for a vocabulary, and for a file with problems: they are listed already."""
    return catalogue.entries.get(PurePosixPath(file).stem)


def text(words: str) -> str:
    """`words` as words: on one line, no mark, no tag, nobody called."""
    return (
        _MARKS.sub(r"\\\1", one_line(words))
        .replace("@", "@\u2060")
        .replace("://", ":\u2060//")
        .replace("www.", "www\u2060.")
    )
