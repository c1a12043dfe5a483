"""Words: what a title, an id or a text must look like to be read."""

import re
from collections.abc import Iterator

from catalogue.fields import Text
from catalogue.model import Entry, Practice, marked_values
from catalogue.problems import Fault
from catalogue.rules import Context, advice, rule

INFINITIVE = re.compile(r"^(?:(?:S|s|Se|se|S’|s’|S'|s')\s?)?\w+(?:er|ir|re|oir)$", re.IGNORECASE)
NOT_VERBS = {
    "atelier",
    "chantier",
    "métier",
    "dossier",
    "papier",
    "quartier",
    "foyer",
    "livre",
    "cadre",
    "titre",
    "centre",
    "offre",
    "lettre",
    "maire",
    "hiver",
}
HTML_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


@advice
def titre_sans_verbe(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un titre commence par un verbe à l’infinitif et nomme ce qui est fait."""
    if not isinstance(entry, Practice):
        return
    words = re.split(r"[\s,:]+", entry.titre.removeprefix("Ne pas ").removeprefix("Se ").removeprefix("S’"))
    first = words[0].casefold() if words else ""
    if not INFINITIVE.match(first) or first in NOT_VERBS:
        yield Fault(
            ("titre",), f"« {entry.titre} » ne commence pas par un verbe", "comme « Réserver une place de crèche … »"
        )


@rule
def balise_html(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un texte ne contient pas de balise HTML : elle s’afficherait telle quelle."""
    for path, value, marks in marked_values(entry):
        if any(isinstance(mark, Text) for mark in marks) and (match := HTML_TAG.search(value)):
            yield Fault(
                path, f"« {match[0]} » s’afficherait telle quelle", "retirez-la ; **gras** et *italique* suffisent"
            )


@rule
def titre_sur_une_ligne(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un texte court tient sur une ligne et ne porte ni source ni mise en forme dans son titre."""
    if not isinstance(entry, Practice):
        return
    for name in ("titre", "accroche"):
        text = getattr(entry, name)
        if "\n" in text.strip() or "[" in text:
            yield Fault(
                (name,), f"« {name} » porte un renvoi ou un retour à la ligne", "gardez une phrase simple, sans [s1]"
            )
