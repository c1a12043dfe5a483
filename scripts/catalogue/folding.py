"""Words as search compares them: the same in the index, in the lexicon and in the browser (requete.js)."""

import unicodedata


def fold(text: str) -> str:
    """Lower case, no accents, ligatures opened."""
    text = text.lower().replace("œ", "oe").replace("æ", "ae")
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
