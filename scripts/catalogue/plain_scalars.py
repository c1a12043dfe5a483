"""Which texts YAML reads back as they are without quotes: by patterns alone, the same here and in the browser."""

import re

import yaml

# A comment, a key or the end of one; what no editor shows; white at either end. All but « oui », « non » and dates are
# then plain unless a reader of YAML 1.1 or 1.2 would take them for a number, a date, a boolean or nothing.
_FORBIDDEN = re.compile(
    r"(?:[\s\[\]{},#&*!|>'\"%@`]|[-?:](?:\s|$)|(?:---|\.\.\.)(?:\s|$)).*|.*\s|.*(?::(?:\s|$)|\s#).*"
    "|.*[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff].*",
    re.DOTALL,
)
_YAML_1_2 = re.compile(r"0o[0-7]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")

NOT_PLAIN: tuple[re.Pattern[str], ...] = (
    _FORBIDDEN,
    _YAML_1_2,
    *dict.fromkeys(
        pattern for resolvers in yaml.SafeLoader.yaml_implicit_resolvers.values() for _, pattern in resolvers
    ),
)
"""A text that one of these matches whole takes quotes."""
PLAIN_ALL_THE_SAME = re.compile(r"oui|non|\d{4}-\d{2}-\d{2}")
"""Words the model reads itself: its booleans, and its dates."""


def is_plain(text: str) -> bool:
    return bool(PLAIN_ALL_THE_SAME.fullmatch(text)) or not any(pattern.fullmatch(text) for pattern in NOT_PLAIN)
