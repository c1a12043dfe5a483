"""The text of an issue made with a form → the answers of an entry. Strangers wrote it: it is text, and stays text."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from catalogue.catalogue import Catalogue
from catalogue.choices import Choice, meant, sheets, terms
from catalogue.drafts import filed
from catalogue.issue_forms import KINDS, IssueField, Kind, fields
from catalogue.model import Practice
from catalogue.naming import identifier_for
from catalogue.source_text import cleaned
from catalogue.understood import listed, unbulleted, understood

LONGEST_BODY = 100_000
"""Characters. GitHub takes 65,536."""
UNANSWERED = "_No response_"
"""What GitHub writes for a field left empty, in every language."""
_HEADING = re.compile(r"^#{3} +(.+?) *#* *$", re.MULTILINE)
_FENCE = re.compile(r"^\s*(?:```|~~~).*$", re.MULTILINE)


class UnreadableBodyError(Exception):
    """The text is not an issue form's; the message says so, in French."""


def kind_of(body: str) -> Kind:
    """Which form was filled, by the headings found. Raises UnreadableBodyError when none of its own is there."""
    if len(body) > LONGEST_BODY:
        raise UnreadableBodyError(
            f"Le texte fait plus de {LONGEST_BODY} caractères : ce n’est pas un formulaire rempli."
        )
    headings = {_title(match[1]) for match in _HEADING.finditer(_lines(body))}
    counts = {kind.file: len(headings & {_title(field.question.label) for field in fields(kind)}) for kind in KINDS}
    best = max(KINDS, key=lambda kind: counts[kind.file])
    if not counts[best.file]:
        raise UnreadableBodyError("Aucune question du formulaire n’a été trouvée (une ligne « ### Que fait-on ? »).")
    return best


def answers_in(body: str, kind: Kind, catalogue: Catalogue) -> dict[str, Any]:
    """The answers, as a file would have them; what names no term is kept as it was written, for the rules to refuse."""
    written = dict(_sections(body, kind))
    answers: dict[str, Any] = {}
    for field in fields(kind):
        if not (text := written.get(field.id, "")):
            continue
        value = _value(field, text, catalogue)
        if len(field.path) == 1:
            answers[field.path[0]] = value
        else:
            answers.setdefault(field.path[0], {})[field.path[1]] = value
    if source := answers.get("sources"):
        answers["sources"] = [{"id": "s1"} | source]
    filled = answers | _given(answers, kind, catalogue)
    return filed(filled, catalogue) if kind.model is Practice else filled


def _given(answers: Mapping[str, Any], kind: Kind, catalogue: Catalogue) -> dict[str, Any]:
    """What the file's name and folder will say, and what follows from the answers."""
    if kind.model is not Practice:
        return {"id": identifier_for(f"{answers.get('fiche', '')} {answers.get('lieu', '')}", catalogue)}
    return {"id": identifier_for(answers.get("titre", ""), catalogue), "statut": "graine"}


def _sections(body: str, kind: Kind) -> Iterator[tuple[str, str]]:
    """Field id → what is under its heading. A heading met twice counts once; one of nobody's is part of the text."""
    text = _lines(body)
    by_title = {_title(field.question.label): field for field in fields(kind)} | {"avant d’envoyer": None}
    found = [match for match in _HEADING.finditer(text) if _title(match[1]) in by_title]
    met: set[str] = set()
    for match, following in zip(found, [*found[1:], None], strict=True):
        field = by_title[_title(match[1])]
        if field and field.id not in met:
            met.add(field.id)
            answer = text[match.end() : following.start() if following else len(text)].strip()
            yield field.id, "" if answer == UNANSWERED else answer


def _title(heading: str) -> str:
    return " ".join(unicodedata.normalize("NFC", heading).replace("'", "’").split()).casefold()


def _lines(body: str) -> str:
    """Plain lines: no control or invisible character, none of the marks that turn a text around."""
    return cleaned(body.encode("utf-8", "replace").decode("utf-8"))


def _value(field: IssueField, text: str, catalogue: Catalogue) -> Any:
    text = _FENCE.sub("", text)
    if field.question.name == "fiche":
        return _code(text, sheets(catalogue))
    if field.vocabulary:
        choices = terms(catalogue.vocabularies[field.vocabulary])
        return _codes(text, choices) if field.several else _code(text, choices)
    if field.several:
        return listed(text)
    if field.sort != "texte":
        return understood(field.sort, " ".join(text.split()))
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text.strip()))


def _codes(text: str, choices: list[Choice]) -> list[str]:
    """The codes of a list joined by commas or line breaks; a label may itself hold a comma."""
    codes: list[str] = []
    rest = [piece for piece in re.split(r"\s*[,;\n]\s*", text.strip()) if unbulleted(piece)]
    while rest:
        for length in (2, 1):
            piece = unbulleted(", ".join(rest[:length]))
            if length == 1 or (len(rest) > 1 and _exact(piece, choices)):
                codes.append(_code(piece, choices))
                rest = rest[length:]
                break
    return list(dict.fromkeys(codes))


def _exact(text: str, choices: list[Choice]) -> bool:
    return any(one.label.casefold() == text.casefold() for one in choices)


def _code(text: str, choices: list[Choice]) -> str:
    """Nothing is guessed here: what names no single term stays as it is, and its message will suggest the nearest."""
    words = " ".join(text.split())
    found = meant(words, choices)
    return found[0].code if len(found) == 1 else words
