"""Words: what a title, an id or a text must look like to be read."""

import re
from collections.abc import Iterator

from catalogue.fields import Text
from catalogue.model import Entry, Practice, marked_values
from catalogue.problems import Fault, quoted
from catalogue.rules import Context, advice, rule

# « Ne pas se », « S’ », « En » … come before the verb.
BEFORE_VERB = re.compile(
    r"(?:ne (?:pas|plus|jamais|rien) )?(?:s['’]|l['’]|(?:se|en|y|le|la|les|leur) )*", re.IGNORECASE
)
# Verbs in -re and -oir are a closed list of families; those in -er and -ir are open, less the nouns below.
INFINITIVE = re.compile(
    r"[\w-]+(?:er|ir|voir|loir|seoir)|être|[\w-]*?(?:faire|plaire|croire|boire|uire|crire|suffire|endre|épandre|ondre"
    r"|erdre|oudre|indre|mettre|battre|aître|suivre|vivre|clure|clore|rompre|vaincre)|(?:ex|dis|sous|abs)?traire|taire"
    r"|(?:re|pré|inter|contre)?dire|(?:re|é)?lire|(?:sou)?rire|(?:re)?mordre|(?:dé|re)?tordre"
)
NOT_VERBS = {
    "atelier", "avenir", "cahier", "chantier", "clavier", "couloir", "courrier", "dernier", "désir", "dossier",
    "escalier", "foyer", "hiver", "loisir", "maître", "métier", "moindre", "panier", "papier", "particulier",
    "plaisir", "premier", "quartier", "sourire", "souvenir",
}  # fmt: skip


# Not « <https://…> », which is no tag.
HTML_TAG = re.compile(r"</?[a-zA-Z][\w-]*(?:[\s/][^<>]*)?>|<!--.*?-->", re.DOTALL)
EMPHASIS = re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\w)")


@advice
def titre_sans_verbe(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un titre commence par un verbe à l’infinitif et nomme ce qui est fait."""
    if not isinstance(entry, Practice):
        return
    words = re.split(r"[\s,:]+", BEFORE_VERB.sub("", entry.titre, count=1))
    first = words[0].casefold()
    if not INFINITIVE.fullmatch(first) or first in NOT_VERBS:
        yield Fault(
            ("titre",),
            f"{quoted(entry.titre)} ne commence pas par un verbe",
            "comme « Réserver une place de crèche … »",
        )


@rule
def balise_html(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un texte ne contient pas de balise HTML : elle s’afficherait telle quelle."""
    for path, value, marks in marked_values(entry):
        if any(isinstance(mark, Text) for mark in marks) and (match := HTML_TAG.search(value)):
            yield Fault(
                path, f"{quoted(match[0])} s’afficherait telle quelle", "retirez-la ; **gras** et *italique* suffisent"
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
        if match := EMPHASIS.search(text):
            yield Fault((name,), f"« {name} » porte une mise en forme", f"retirez les « {match[0]} »")
