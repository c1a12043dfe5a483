"""References that managers read back: BibTeX and CSL-JSON, whatever a title holds."""

import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.bibliography import bibtex, csl
from catalogue.codes import short_code
from catalogue.corpus import PRACTICES
from catalogue.loading import load
from catalogue.model import Practice

SITE = "https://exemple.org/essaim/"
SHEET = load(PRACTICES)[0].practices["place-de-creche-et-contrat-a-trois"]
HOSTILE = (
    r"Payer 100 % & plus_ou #moins",
    "Accolades { ouverte et } fermée }}",
    r"Contre-oblique \ et \input{/etc/passwd}",
    "Guillemets \" et “ ” et 'simples'",
    "@misc{autre, title = {x}}",
    "Tilde ~ et accent ^ et dollar $",
)


def titled(title: str) -> Practice:
    return SHEET.model_copy(update={"titre": title})


def fields_of(entry: str) -> dict[str, str]:
    """What BibTeX reads: fields whose values are balanced braces, or a bare word. Raises AssertionError otherwise."""
    head = re.match(r"@misc\{([\w-]+),\n", entry)
    assert head, entry
    rest, found = entry[head.end() :], {"": head[1]}
    while rest != "}\n":
        name = re.match(r"  ([a-z]+) = ", rest)
        assert name, rest
        rest = rest[name.end() :]
        end = closing(rest) if rest.startswith("{") else rest.index(",")
        found[name[1]], rest = rest[:end], rest[end:]
        assert rest.startswith(",\n"), rest
        rest = rest[2:]
    return found


def closing(text: str) -> int:
    """Where the braces opened at the start are closed, counted as BibTeX does: a backslash hides none."""
    depth = 0
    for place, sign in enumerate(text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if not depth:
            return place + 1
    raise AssertionError(text)


def typeset(value: str) -> str:
    """What LaTeX prints of a value of ours."""
    for written, shown in (
        (r"\textbackslash{}", "⧵"), (r"\textbraceleft{}", "⦃"), (r"\textbraceright{}", "⦄"),
        (r"\textasciitilde{}", "∼"), (r"\textasciicircum{}", "＾"), (r"\,", "\u202f"), ("~", "\u00a0"),
    ):  # fmt: skip
        value = value.replace(written, shown)
    value = re.sub(r"\\([$&#%_])", r"\1", value).replace("{", "").replace("}", "")
    for shown, sign in zip("⧵⦃⦄∼＾", "\\{}~^", strict=True):
        value = value.replace(shown, sign)
    return value


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_stays_a_title(title: str) -> None:
    """It closes no brace, commands nothing, and reads back as it was written."""
    fields = fields_of(bibtex(titled(title), SITE))

    assert typeset(fields["title"]).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'") == title
    assert list(fields) == ["", "author", "title", "howpublished", "note", "language", "year", "month", "url"]
    assert json.loads(csl(titled(title), SITE))[0]["id"] == f"essaim-{short_code(SHEET.id)}"


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=80))
def test_any_title_makes_an_entry(title: str) -> None:
    assert fields_of(bibtex(titled(title), SITE))["url"] == f"{{{SITE}f/{short_code(SHEET.id)}/}}"


def test_bibtex_says_who_what_when_and_where() -> None:
    several = SHEET.model_copy(
        update={"contributeurs": ("Rédaction d’Essaim", "Caf & partenaires"), "date_maj": date(2026, 8, 3)}
    )
    fields = fields_of(bibtex(several, SITE))

    assert fields[""] == f"essaim-{short_code(SHEET.id)}"
    assert fields["author"] == r"{{Rédaction d’Essaim} and {Caf \& partenaires}}"
    assert (fields["year"], fields["month"]) == ("{2026}", "aug")
    assert "version du 3 août 2026" in typeset(fields["note"])
    assert "url" not in fields_of(bibtex(several, ""))


def test_csl_json_has_the_published_shape() -> None:
    """Types and names of https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json, and nothing else."""
    (item,) = json.loads(csl(SHEET, SITE))
    strings = {"id", "type", "title", "container-title", "abstract", "note", "language", "version", "URL"}

    assert set(item) == strings | {"author", "issued"}
    assert all(isinstance(item[name], str) for name in strings)
    assert item["type"] == "webpage"
    assert all(set(name) == {"literal"} for name in item["author"])
    assert item["issued"] == {"date-parts": [[SHEET.date_maj.year, SHEET.date_maj.month, SHEET.date_maj.day]]}  # type: ignore[union-attr]
    assert item["URL"] == f"{SITE}f/{short_code(SHEET.id)}/"


def test_an_undated_sheet_has_a_reference_all_the_same() -> None:
    undated = SHEET.model_copy(update={"date_maj": None, "contributeurs": ()})
    (item,) = json.loads(csl(undated, ""))

    assert not {"issued", "version", "URL"} & set(item)
    assert item["author"] == [{"literal": "Rédaction d’Essaim"}]
    assert "year" not in fields_of(bibtex(undated, ""))
