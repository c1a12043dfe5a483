"""French signs as they are written in a sheet: what `make fix` puts right, and the rules that ask for it."""

import re

APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
# Not inside an address, a time (12:30) or a mark; a sign that ends a word is followed by a space, a quote or nothing.
SPACES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"«(?=\S)(?![ \u00a0\u202f])"), "« "),
    (re.compile(r"(?<=\S)(?<![ \u00a0\u202f])»"), " »"),
    (re.compile(r"(?<=[\w»)%€])([;?!])(?=\s|»|$)"), r" \1"),
    (re.compile(r"(?<=[^\W\d_])(:)(?=\s|$)|(?<=[»)%€])(:)(?=\s|$)"), " :"),
)
NO_BREAK = re.compile("[\u00a0\u202f]")


def written(text: str) -> str:
    """`text` with curved apostrophes and plain spaces before double signs: the page makes them no-break. Idempotent."""
    text = APOSTROPHE.sub("’", NO_BREAK.sub(" ", text))
    # A space put right can uncover another fault beside it; each pass only adds spaces, so this ends.
    while (spaced := _spaced(text)) != text:
        text = spaced
    return text


def _spaced(text: str) -> str:
    for pattern, replacement in SPACES:
        text = pattern.sub(replacement, text)
    return text
