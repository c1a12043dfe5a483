"""What the visitor's binder needs to name the sheets it holds by their short codes."""

import json

from catalogue.catalogue import Catalogue
from catalogue.markup import plain_text


def binder_data(catalogue: Catalogue) -> str:
    """JSON: the themes' labels, and for each short code, former ids' included, `[id, titre, accroche, theme]`."""
    sheets = {
        code: [one.id, plain_text(one.titre), plain_text(one.accroche), one.theme]
        for code, identifier in catalogue.by_code.items()
        for one in [catalogue.practices[identifier]]
    }
    themes = {term.code: term.libelle for term in catalogue.vocabularies["themes"].termes}
    return json.dumps({"themes": themes, "fiches": sheets}, ensure_ascii=False, separators=(",", ":"))
