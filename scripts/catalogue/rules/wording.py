"""Words: what a title, an id or a text must look like to be read."""

import re
from collections.abc import Iterator

from catalogue.demands import found
from catalogue.model import Entry, Practice
from catalogue.phrases import fault
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
BETWEEN_WORDS = re.compile(r"[\s,:]+")
ONE_LINE = ("titre", "accroche")
EMPHASIS = re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\w)")


@advice
def titre_sans_verbe(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un titre commence par un verbe à l’infinitif et nomme ce qui est fait."""
    if not isinstance(entry, Practice):
        return
    words = BETWEEN_WORDS.split(BEFORE_VERB.sub("", entry.titre, count=1))
    first = words[0].casefold()
    if not INFINITIVE.fullmatch(first) or first in NOT_VERBS:
        yield fault(("titre",), "titre-sans-verbe", titre=quoted(entry.titre))


@rule
def balise_html(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un texte ne contient pas de balise HTML : elle s’afficherait telle quelle."""
    yield from found("balise-html", entry)


@rule
def titre_sur_une_ligne(entry: Entry, context: Context) -> Iterator[Fault]:
    """Un texte court tient sur une ligne et ne porte ni source ni mise en forme dans son titre."""
    if not isinstance(entry, Practice):
        return
    for name in ONE_LINE:
        text = getattr(entry, name)
        if "\n" in text.strip() or "[" in text:
            yield fault((name,), "titre-sur-une-ligne", nom=name)
        if match := EMPHASIS.search(text):
            yield fault((name,), "titre-sur-une-ligne/forme", nom=name, trouve=match[0])
