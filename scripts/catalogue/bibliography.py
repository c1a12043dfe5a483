"""A sheet as reference managers read it: BibTeX and CSL-JSON."""

import json
from datetime import date
from typing import Any

from catalogue.citation import french_date
from catalogue.codes import short_code
from catalogue.markup import plain_text
from catalogue.model import Practice
from catalogue.short_links import short_address
from catalogue.typography import NARROW, NO_BREAK

COLLECTION = "Essaim, base de pratiques d’insertion"
EDITORS = "Rédaction d’Essaim"
BIBTEX_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# BibTeX counts braces even behind a backslash: they are named, never written. Source: Oren Patashnik, BibTeXing, § 4.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        NO_BREAK: "~",
        NARROW: r"\,",
    }
)


def bibtex(practice: Practice, site_url: str) -> str:
    """A `@misc` entry, which every style knows, in UTF-8."""
    fields = {
        "author": " and ".join(_braced(name) for name in practice.contributeurs or (EDITORS,)),
        "title": "{" + _braced(plain_text(practice.titre)) + "}",
        "howpublished": _braced(COLLECTION),
        "note": _braced(_note(practice)),
        "language": _braced("french"),
    }
    if practice.date_maj:
        fields["year"] = _braced(str(practice.date_maj.year))
        fields["month"] = BIBTEX_MONTHS[practice.date_maj.month - 1]
    if address := short_address(site_url, practice.id):
        fields["url"] = "{" + address + "}"
    fields["author"] = "{" + fields["author"] + "}"
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items())
    return f"@misc{{{reference_key(practice)},\n{lines}}}\n"


def csl(practice: Practice, site_url: str) -> str:
    """A CSL-JSON list of one item, a line a field.

    Shape: https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json
    """
    item: dict[str, Any] = {
        "id": reference_key(practice),
        "type": "webpage",
        "title": plain_text(practice.titre),
        "container-title": COLLECTION,
        "author": [{"literal": name} for name in practice.contributeurs or (EDITORS,)],
        "abstract": plain_text(practice.accroche),
        "note": _note(practice),
        "language": "fr-FR",
    }
    if practice.date_maj:
        item["issued"] = {"date-parts": [_parts(practice.date_maj)]}
        item["version"] = practice.date_maj.isoformat()
    if address := short_address(site_url, practice.id):
        item["URL"] = address
    lines = ",\n".join(f'  "{name}": {json.dumps(value, ensure_ascii=False)}' for name, value in item.items())
    return f"[{{\n{lines}\n}}]\n"


def reference_key(practice: Practice) -> str:
    """The entry's name in a bibliography: short, and the same for ever."""
    return f"essaim-{short_code(practice.id)}"


def _note(practice: Practice) -> str:
    version = f", version du {french_date(practice.date_maj)}" if practice.date_maj else ""
    return f"Code {short_code(practice.id)}{version}"


def _parts(day: date) -> list[int]:
    return [day.year, day.month, day.day]


def _braced(text: str) -> str:
    return "{" + text.translate(_ESCAPES) + "}"
