"""A Python pattern → the same pattern for the browser: one mechanical translation, so that no pattern is written twice.

The result is meant for JavaScript's `v` flag (sets inside sets), and for `i` when the Python pattern ignores case.
What the two languages read differently is spelt out: Python's letters, digits and spaces, its dot, its end of text.
"""

import re
from collections.abc import Iterator

_WORD = r"\p{L}\p{N}_"
_SPACE = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_IN_A_SET = {
    "w": _WORD, "d": r"\p{Nd}", "s": _SPACE,
    "W": f"[^{_WORD}]", "D": r"[^\p{Nd}]", "S": f"[^{_SPACE}]",
}  # fmt: skip
_BOUNDARY = rf"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))"
_ANYWHERE = {
    **{letter: inner if inner.startswith("[") else f"[{inner}]" for letter, inner in _IN_A_SET.items()},
    "b": _BOUNDARY, "A": r"(?<![^])", "Z": r"(?![^])",
}  # fmt: skip
_SYNTAX = frozenset("^$\\.*+?()[]{}|/")
_RESERVED_IN_SETS = frozenset("()[]{}/-\\|&!#$%*+,.:;<=>?@^`~")
_SIGN = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|\[\^?\]?|\(\?(?:[:=!]|<[=!])|.", re.DOTALL)


def javascript(pattern: re.Pattern[str]) -> list[str]:
    """Source and flags of `pattern` for JavaScript's RegExp. Raises ValueError for what has no translation here."""
    allowed = re.UNICODE | re.IGNORECASE | re.DOTALL | re.VERBOSE
    if pattern.flags & ~allowed:
        raise ValueError(f"drapeau sans équivalent : {pattern.pattern!r}")
    return ["".join(_translated(pattern)), "vi" if pattern.flags & re.IGNORECASE else "v"]


def _translated(pattern: re.Pattern[str]) -> Iterator[str]:
    signs = [match[0] for match in _SIGN.finditer(pattern.pattern)]
    position = 0
    while position < len(signs):
        sign = signs[position]
        position += 1
        if sign.startswith("["):
            end = position
            while signs[end] != "]":
                end += 1
            yield "".join(_set(sign, signs[position:end]))
            position = end + 1
        elif sign == "(" and signs[position : position + 1] == ["?"]:
            raise ValueError(f"groupe sans équivalent : {pattern.pattern!r}")
        elif pattern.flags & re.VERBOSE and sign.isspace():
            continue
        else:
            yield _outside(sign, dot_matches_all=bool(pattern.flags & re.DOTALL))


def _set(opening: str, signs: list[str]) -> Iterator[str]:
    yield "[^" if "^" in opening else "["
    if opening.endswith("]"):
        yield r"\]"
    for rank, sign in enumerate(signs):
        if sign == "-" and 0 < rank < len(signs) - 1 and not _is_class(signs[rank - 1]):
            yield "-"
        elif sign.startswith("\\"):
            yield _in_a_set(sign)
        else:
            yield "".join(_literal(one, _RESERVED_IN_SETS) for one in sign)
    yield "]"


def _is_class(sign: str) -> bool:
    return sign[0] == "\\" and sign[1] in _IN_A_SET


def _in_a_set(sign: str) -> str:
    if sign[1] in _IN_A_SET:
        return _IN_A_SET[sign[1]]
    return _escape(sign, _RESERVED_IN_SETS)


def _outside(sign: str, *, dot_matches_all: bool) -> str:
    if sign == ".":
        return "[^]" if dot_matches_all else r"[^\n]"
    if sign == "$":
        return r"(?=\n?(?![^]))"
    if not sign.startswith("\\"):
        return sign if len(sign) > 1 or sign in _SYNTAX else _literal(sign, _SYNTAX)
    if sign[1] in _ANYWHERE:
        return _ANYWHERE[sign[1]]
    if sign[1].isdigit():
        return sign
    return _escape(sign, _SYNTAX)


def _escape(sign: str, reserved: frozenset[str]) -> str:
    if sign[1] in "xuU" and len(sign) > 2:
        code_point = sign[2:]
        return _literal(chr(int(code_point, base=16)), reserved)
    if sign[1] in "ntrfv":
        return sign
    if sign[1].isalnum():
        raise ValueError(f"échappement sans équivalent : {sign}")
    return _literal(sign[1], reserved)


def _literal(sign: str, reserved: frozenset[str]) -> str:
    """A character as itself; what JSON, an editor or a reader could lose is written as a code."""
    if sign in reserved:
        return "\\" + sign
    if sign.isprintable() or sign == " ":
        return sign
    return f"\\u{{{ord(sign):x}}}"
