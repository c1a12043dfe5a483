"""libyaml's complaints → the phrases that tell them to someone who has never heard of YAML."""

# (a part of libyaml's problem, a part of its context) → the phrase; the first that fits wins.
_EXPLANATIONS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "", "syntaxe-yaml/deux-points"),
    ("could not find expected ':'", "", "syntaxe-yaml/sans-deux-points"),
    ("did not find expected ',' or ']'", "", "syntaxe-yaml/crochet-ouvert"),
    ("did not find expected ',' or '}'", "", "syntaxe-yaml/accolade-ouverte"),
    ("found unexpected end of stream", "quoted scalar", "syntaxe-yaml/guillemet-ouvert"),
    ("found unexpected document indicator", "quoted scalar", "syntaxe-yaml/guillemet-ouvert"),
    ("found unknown escape character", "", "syntaxe-yaml/barre-inverse"),
    ("did not find expected hexdecimal number", "", "syntaxe-yaml/barre-inverse"),
    ("found invalid Unicode character escape code", "", "syntaxe-yaml/barre-inverse"),
    ("did not find expected alphabetic or numeric character", "anchor", "syntaxe-yaml/esperluette"),
    ("did not find expected alphabetic or numeric character", "alias", "syntaxe-yaml/asterisque"),
    ("found character that cannot start any token", "", "syntaxe-yaml/premier-signe"),
    ("block sequence entries are not allowed", "", "syntaxe-yaml/tiret"),
    ("did not find expected '-' indicator", "", "syntaxe-yaml/liste"),
    ("did not find expected key", "", "syntaxe-yaml/alignement"),
    ("did not find expected <document start>", "", "syntaxe-yaml/alignement"),
    ("did not find expected whitespace or line break", "", "syntaxe-yaml/espace"),
    ("did not find expected comment or line break", "", "syntaxe-yaml/apres-chevron"),
    ("found duplicate", "directive", "syntaxe-yaml/pourcent"),
    ("could not find expected directive name", "", "syntaxe-yaml/pourcent"),
)

_OPENING_PROBLEMS = ("unexpected end of stream", "unexpected document indicator", "expected ',' or", "expected ':'")
_OPENING_CONTEXTS = ("anchor", "alias", "directive", "tag")


def points_at_opening(problem: str, context: str) -> bool:
    """Whether a problem is best shown where the unfinished thing opens, not where libyaml gave up."""
    return any(part in problem for part in _OPENING_PROBLEMS) or any(part in context for part in _OPENING_CONTEXTS)


def explain(problem: str, context: str) -> str:
    """The phrase for libyaml's `problem` and `context`."""
    for in_problem, in_context, phrase in _EXPLANATIONS:
        if in_problem in problem and in_context in context:
            return phrase
    return "syntaxe-yaml"
