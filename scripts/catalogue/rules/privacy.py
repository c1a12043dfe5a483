"""No private person can be found through a sheet."""

import re
from collections.abc import Iterator

from catalogue.model import Entry, marked_values
from catalogue.problems import Fault, quoted
from catalogue.rules import Context, rule

LONGEST_SCANNED = 2_000
"""Characters. Texts are shorter; a code may be any length, and is refused by its own rule."""
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]*\w")
FUNCTIONAL = re.compile(
    r"^(?:ml\d*|(?:contact|accueil|info|infos|information|bonjour|hello|secretariat|direction|communication|emploi|insertion|formation|equipe"
    r"|projet|projets|partenariat|partenariats|recrutement|accompagnement|siege|asso|association|mission[._-]?locale|mairie|ccas|cias|plie|rgpd|dpo|presse)"
    r"(?:[._-].*|\d*)?)@",
    re.IGNORECASE,
)
"""Mailboxes of a function: contact@, accueil.nimes@ … A first name and a name never match: `ml.durand@` is a person."""
_APART = r"[\s./_‑–-]{0,3}"
MOBILE = re.compile(rf"(?<!\d)(?:(?:\+|00)33{_APART}(?:\(0\){_APART})?|0{_APART})[67](?:{_APART}\d{{2}}){{4}}(?!\d)")
# Numéro d'inscription au répertoire: sex, year, month, département, commune, rank. Source: INSEE, NIR structure.
NIR = re.compile(
    r"(?<!\d)[12]\s?\d{2}\s?(?:0[1-9]|1[0-2]|[2-9]\d)\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d{2})?(?!\d)"
)


def _texts(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for path, value, _ in marked_values(entry):
        if isinstance(value, str) and path[-1] not in ("url", "id"):
            yield path, value[:LONGEST_SCANNED]


@rule
def courriel_personnel(entry: Entry, context: Context) -> Iterator[Fault]:
    """Aucune adresse électronique d’une personne : une boîte de service (contact@…) ou un formulaire."""
    for path, text in _texts(entry):
        for match in EMAIL.finditer(text):
            if not FUNCTIONAL.match(match[0]):
                yield Fault(
                    path,
                    f"{quoted(match[0])} semble être l’adresse d’une personne",
                    "donnez une adresse de service, comme contact@…",
                )


@rule
def telephone_portable(entry: Entry, context: Context) -> Iterator[Fault]:
    """Aucun numéro de téléphone portable."""
    for path, text in _texts(entry):
        for match in MOBILE.finditer(text):
            yield Fault(
                path, f"« {match[0]} » est un numéro de portable", "retirez-le ; un standard ou un formulaire convient"
            )


@rule
def numero_securite_sociale(entry: Entry, context: Context) -> Iterator[Fault]:
    """Aucun numéro de sécurité sociale."""
    for path, text in _texts(entry):
        if NIR.search(text):
            yield Fault(path, "Ce texte contient un numéro de sécurité sociale", "retirez-le")
