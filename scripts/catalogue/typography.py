"""French typography at display time: the spaces that must not break, and the apostrophe."""

import re

NO_BREAK, NARROW = "\u00a0", "\u202f"

# Source for the widths: Lexique des règles typographiques en usage à l'Imprimerie nationale, « ponctuation ».
_RULES = (
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"«[ \u00a0\u202f]?"), "«" + NO_BREAK),
    (re.compile(r"[ \u00a0\u202f]?»"), NO_BREAK + "»"),
    (re.compile(r"[ \u00a0\u202f]([;?!])(?=[\s»\u00a0\u202f)\]]|$)"), NARROW + r"\1"),
    (re.compile(r"[ \u00a0\u202f]:(?=\s|$)"), NO_BREAK + ":"),
    (re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))"), NARROW),
    (re.compile(r"(?<=\d)[ \u00a0\u202f](?=[€%])"), NO_BREAK),
    (re.compile(r"(?<=\d)[ \u00a0\u202f](?=(?:ans?|mois|jours?|heures?|h|€|km|%)\b)"), NO_BREAK),
)


def french(text: str) -> str:
    """`text` with its no-break spaces. Idempotent."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


# What is typed or copied as it is stays as it is.
_AS_IT_IS = r"<(pre|code|textarea|script|style)\b.*?</\1>"
_TEXTS = re.compile(rf"{_AS_IT_IS}|(?<=>)[^<]*[«»;?!:'€%\d][^<]*(?=<)", re.DOTALL)


def french_page(html: str) -> str:
    """A page with the no-break spaces of its texts: attributes, code and what is there to be copied are left alone."""
    return _TEXTS.sub(lambda found: found[0] if found[1] else french(found[0]), html)
