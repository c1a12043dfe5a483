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
