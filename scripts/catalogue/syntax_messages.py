"""libyaml's complaints, in the words of someone who has never heard of YAML."""

_COLON = (
    "Deux-points en trop sur cette ligne",
    'mettez tout le texte entre guillemets "…", ou écrivez-le sous « cle: > »',
)
MISSING_COLON = (
    "Il manque « : » après la clé",
    "écrivez « cle: valeur », avec une espace après les deux-points",
)
BACKSLASH = ("Une barre oblique inverse « \\ » entre guillemets doubles", "utilisez des guillemets simples '…'")
AFTER_SINGLE_QUOTE = (
    "Du texte suit un guillemet fermant",
    "dans un texte entre guillemets simples, écrivez l’apostrophe « ’ » ou doublez-la ('')",
)
AFTER_DOUBLE_QUOTE = (
    "Du texte suit un guillemet fermant",
    "citez avec « … », ou mettez tout le texte entre guillemets simples '…'",
)
UNCLOSED_QUOTE = (
    "Un guillemet ouvert n’est pas refermé",
    "fermez-le, ou écrivez le texte sur la ligne suivante sous « cle: > »",
)
MISALIGNED = (
    "L’alignement ne correspond à aucune liste ni aucune clé au-dessus",
    "alignez la ligne sur ses voisines, avec des espaces ; un texte entre guillemets doit finir par son guillemet",
)

# (a part of libyaml's problem, a part of its context) → what the contributor reads; the first that fits wins.
_EXPLANATIONS: tuple[tuple[str, str, tuple[str, str]], ...] = (
    ("mapping values are not allowed", "", _COLON),
    ("could not find expected ':'", "", MISSING_COLON),
    (
        "did not find expected ',' or ']'",
        "",
        ("Un crochet « [ » n’est pas refermé", "fermez-le par « ] », ou mettez le texte entre guillemets"),
    ),
    (
        "did not find expected ',' or '}'",
        "",
        ("Une accolade « { » n’est pas refermée", "fermez-la par « } », ou mettez le texte entre guillemets"),
    ),
    ("found unexpected end of stream", "quoted scalar", UNCLOSED_QUOTE),
    ("found unexpected document indicator", "quoted scalar", UNCLOSED_QUOTE),
    ("found unknown escape character", "", BACKSLASH),
    ("did not find expected hexdecimal number", "", BACKSLASH),
    ("found invalid Unicode character escape code", "", BACKSLASH),
    (
        "did not find expected alphabetic or numeric character",
        "anchor",
        ("Un texte commence par « & »", "mettez-le entre guillemets"),
    ),
    (
        "did not find expected alphabetic or numeric character",
        "alias",
        ("Un texte commence par « * »", "mettez-le entre guillemets, ou commencez une liste par « - »"),
    ),
    (
        "found character that cannot start any token",
        "",
        ("Un texte ne peut pas commencer par ce caractère", 'mettez le texte entre guillemets "…"'),
    ),
    (
        "block sequence entries are not allowed",
        "",
        ("Un tiret de liste suit une valeur sur la même ligne", "écrivez la liste à la ligne, un tiret par élément"),
    ),
    (
        "did not find expected '-' indicator",
        "",
        ("Cette ligne n’est pas alignée avec les tirets de la liste", "alignez-la sur les autres éléments"),
    ),
    ("did not find expected key", "", MISALIGNED),
    ("did not find expected <document start>", "", MISALIGNED),
    (
        "did not find expected whitespace or line break",
        "",
        ("Il manque une espace", "ajoutez une espace après le signe, ou mettez le texte entre guillemets"),
    ),
    (
        "did not find expected comment or line break",
        "",
        (
            "Un texte suit « > » ou « | » sur la même ligne",
            "écrivez le texte à la ligne suivante, décalé de deux espaces",
        ),
    ),
    ("found duplicate", "directive", ("Une ligne commence par « % »", "mettez le texte entre guillemets")),
    (
        "could not find expected directive name",
        "",
        ("Une ligne commence par « % »", "mettez le texte entre guillemets"),
    ),
)

_UNKNOWN = (
    "Cette ligne ne se lit pas",
    "vérifiez les deux-points, les guillemets et l’alignement ; au besoin, mettez le texte entre guillemets",
)

_OPENING_PROBLEMS = ("unexpected end of stream", "unexpected document indicator", "expected ',' or", "expected ':'")
_OPENING_CONTEXTS = ("anchor", "alias", "directive", "tag")


def points_at_opening(problem: str, context: str) -> bool:
    """Whether a problem is best shown where the unfinished thing opens, not where libyaml gave up."""
    return any(part in problem for part in _OPENING_PROBLEMS) or any(part in context for part in _OPENING_CONTEXTS)


def explain(problem: str, context: str) -> tuple[str, str]:
    """A sentence and a remedy for libyaml's `problem` and `context`."""
    for in_problem, in_context, explanation in _EXPLANATIONS:
        if in_problem in problem and in_context in context:
            return explanation
    return _UNKNOWN
