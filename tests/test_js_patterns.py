"""A pattern is translated, never rewritten: in both languages it finds the same things in the same places."""

import json
import re
import sys
import unicodedata
from functools import cache
from itertools import chain

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from catalogue.browser_model import PATTERNS
from catalogue.corpus import PRACTICES
from catalogue.demands import REFUSED
from catalogue.js_patterns import javascript
from catalogue.loading import load
from catalogue.marks import marked_values
from catalogue.plain_scalars import NOT_PLAIN
from catalogue.spelling import SPACES
from parity.driver import in_node

ALL = [
    *PATTERNS.values(),
    *(pattern for pattern, _ in SPACES),
    *chain.from_iterable(refused.patterns for refused in REFUSED.values()),
    *(refused.unless for refused in REFUSED.values() if refused.unless),
    *NOT_PLAIN,
]
FRAGMENTS = (
    "ml.durand@exemple.fr", "contact@a.fr", "06 12 34 56 78", "+33 (0)6.12.34.56.78", "1 85 05 31 123 456 78", "<b>", "<!-- x -->",
    "[s1]", " [s1, s2 et s3]", "[s1](https://a.b)", "CIFRE", "L’ANPE", "XIXe", "12 000,5 %", "24 h/24", "1er mai", "n° 12", "«a»",
    "l'eau", "Qui?", "fin :", "€ :", "https://a.b:80/c?d#e", "2026-01-01", "2026-1-2 10:00:00", "0x1F", "1_000", "1e5", ".inf", "~", "<<",
    "Ne pas se ", "S’", "vaincre", "**", "_x", "\n", "\r\n", "\u2028", "\x85", "\u00a0", "\u200b", "\u0301", "é", "œ", "ß", "²", "٣", "Ⅻ",
    "一", "😀", "\x1c", "\t", " ", "---", "- ", ": ", "#", " #", "'", '"', "a" * 41, ".", "…", "!",
)  # fmt: skip


def spans(pattern: re.Pattern[str], text: str) -> list[list[int]]:
    return [list(match.span()) for match in pattern.finditer(text)]


def assert_same(texts: list[str]) -> None:
    found = in_node("patterns.mjs", {"patterns": [javascript(pattern) for pattern in ALL], "texts": texts})
    for pattern, theirs in zip(ALL, found, strict=True):
        for text, browser in zip(texts, theirs, strict=True):
            assert browser == spans(pattern, text), (pattern.pattern, text)


def is_known(text: str) -> bool:
    """Whether this Python's Unicode has all of its characters: the browser's is often newer."""
    return not any(unicodedata.category(sign) in ("Cn", "Cs") for sign in text)


@cache
def published_texts() -> list[str]:
    catalogue, _ = load(PRACTICES)
    entries = chain(catalogue.practices.values(), catalogue.replications.values(), catalogue.workshops.values())
    return [value for entry in entries for _, value, _ in marked_values(entry) if isinstance(value, str)]


def test_all_patterns_agree_on_what_is_published() -> None:
    assert_same(list(dict.fromkeys(published_texts())))


@settings(max_examples=4, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(
    st.lists(
        st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=3)), max_size=8).map("".join),
        min_size=150,
        max_size=300,
    )
)
def test_all_patterns_agree_on_what_nobody_would_write(texts: list[str]) -> None:
    assert_same([text for text in texts if is_known(text)])


@pytest.mark.parametrize("written", [r"\w", r"\d", r"\s", r"\W", r"[^\W\d_]", r"[\s.]", "."])
def test_classes_hold_the_same_characters(written: str) -> None:
    """Python's letters, digits and spaces, for every character that its Unicode knows."""
    known = [chr(point) for point in range(sys.maxunicode + 1) if unicodedata.category(chr(point)) not in ("Cn", "Cs")]
    pattern = re.compile(written)
    text = "".join(known)
    [[found]] = in_node("patterns.mjs", {"patterns": [javascript(re.compile(f"(?:{written})+"))], "texts": [text]})

    assert found == spans(re.compile(f"(?:{written})+"), text)
    assert pattern.flags == re.UNICODE


@pytest.mark.parametrize("written", [r"(?P<nom>a)", r"(?i:a)", r"\Aa\B", "(?a)a"])
def test_what_has_no_translation_is_refused(written: str) -> None:
    """Better no model than a rule that means something else in the browser."""
    with pytest.raises(ValueError, match="sans équivalent"):
        javascript(re.compile(written))


def test_translations_survive_json() -> None:
    """No control character, no half of a pair: what is written is what is read."""
    for pattern in ALL:
        source, _ = javascript(pattern)
        assert json.loads(json.dumps(source)) == source
        assert not re.search("[\x00-\x1f\ud800-\udfff]", source)
