"""What people write is understood where its meaning is certain, and the same everywhere; the rest is left to the rules."""

from datetime import date
from itertools import product

import pytest

from catalogue.source_text import cleaned
from catalogue.understood import DAYS_AGO, MONTHS, listed, understood
from parity.asking import own_model
from parity.driver import in_node

TODAY = date(2026, 11, 27)
CERTAIN = {
    "12/03/24": "2024-03-12",
    "12.3.2024": "2024-03-12",
    "12 – 03 – 2024": "2024-03-12",
    "31-12-2024": "2024-12-31",
    "12/03/85": "1985-03-12",
    "2024/03/12": "2024-03-12",
    "2024-3-1": "2024-03-01",
    "Lundi 4 mars 2024": "2024-03-04",
    "le 1er mars 2024": "2024-03-01",
    "4 mars 24": "2024-03-04",
    "29 février 2024": "2024-02-29",
    "Aujourd’hui": "2026-11-27",
    "hier": "2026-11-26",
    "avant-hier.": "2026-11-25",
}
"""As written → the day. Understood wherever a date is asked."""
WITHOUT_A_DAY = {
    "mars 2024": "2024-03",
    "En mars 2024": "2024-03",
    "déc. 2023": "2023-12",
    "03/2024": "2024-03",
    "03/24": "2024-03",
    "depuis 2019": "2019",
}
"""Understood where a month or a year will do."""
UNCERTAIN = [
    "24-03-12", "12-03-24", "03/12", "mars 24", "12 mars", "31/02/2025", "30 février 2024", "2011/12", "2023-2024",
    "printemps 2024", "13/2024", "bientôt", "constructor 2024", "0000", "", "٣/٢٠٢٤",
]  # fmt: skip
ADDRESSES = {
    "exemple.fr": "https://exemple.fr",
    " www.exemple.fr/a?b ": "https://www.exemple.fr/a?b",
    "<https://exemple.fr>": "https://exemple.fr",
    "exemple.fr/bilan.pdf": "https://exemple.fr/bilan.pdf",
    **{one: one for one in ("bilan.pdf", "notre site", "contact@exemple.fr", "p.12", "javascript:alert(1)", "")},
}
PASTED = {
    "l\u2019ac\u00adcueil\u200b\ufeff": "l’accueil",
    "une ligne\x0bl’autre\r\nla troisième\u2028la dernière": "une ligne\nl’autre\nla troisième\nla dernière",
    "•\tun\x07 mot": "• un mot",
    "e\u0301cole a\u0300 lyon": "école à lyon",
    "Prêter\u202e un vélo": "Prêter un vélo",
    "👩\u200d👩\u200d👧 \u00ab\u00a0oui\u00a0\u00bb": "👩\u200d👩\u200d👧 «\u00a0oui\u00a0»",
}
LISTS = {
    "•\tCombien ?\n\uf0b7\tEt après ?\n\n": ["Combien ?", "Et après ?"],
    "1. Combien ?\n2) Et  après ?": ["Combien ?", "Et après ?"],
    "- un\n* deux\n– trois - quatre": ["un", "deux", "– trois - quatre"],
    "Combien ?": ["Combien ?"],
    "-\n": ["-"],
}


@pytest.mark.parametrize(("text", "day"), CERTAIN.items())
def test_a_day_is_understood_however_it_is_written(text: str, day: str) -> None:
    assert {understood(kind, text, TODAY) for kind in ("date", "date-partielle")} == {day}


@pytest.mark.parametrize(("text", "found"), WITHOUT_A_DAY.items())
def test_a_month_or_a_year_is_understood_where_it_will_do(text: str, found: str) -> None:
    """Where a day is asked, it stays as it was written, for the rule to say what is missing."""
    assert (understood("date-partielle", text, TODAY), understood("date", text, TODAY)) == (found, text)


@pytest.mark.parametrize("text", UNCERTAIN)
def test_nothing_is_guessed(text: str) -> None:
    assert {understood(kind, text, TODAY) for kind in ("date", "date-partielle")} == {text}


def test_yesterday_means_nothing_in_a_text_written_who_knows_when() -> None:
    assert understood("date", "hier") == "hier"


@pytest.mark.parametrize(("text", "found"), ADDRESSES.items())
def test_an_address_cut_short_is_made_whole(text: str, found: str) -> None:
    assert understood("adresse", text) == found


@pytest.mark.parametrize(("text", "found"), PASTED.items())
def test_what_nobody_sees_goes_away(text: str, found: str) -> None:
    """Word's hyphens and line ends, marks that turn a text around; what makes an emoji or a French quote stays."""
    assert cleaned(text) == found


@pytest.mark.parametrize(("text", "found"), LISTS.items())
def test_a_list_pasted_at_once_is_a_list(text: str, found: list[str]) -> None:
    assert listed(cleaned(text)) == found


def test_the_browser_understands_the_same() -> None:
    """All the cases above, and every month and every order of figures."""
    figures = ["1", "03", "12", "13", "24", "31", "69", "2024"]
    mixed = ["".join(one) for one in product(figures, "/.- ", figures, "/- ", figures)]
    named = [f"{day}{month} {year}" for day, month, year in product(("", "1er ", "31 "), MONTHS, ("2023", "24"))]
    dates = [*CERTAIN, *WITHOUT_A_DAY, *UNCERTAIN, *DAYS_AGO, *mixed, *named]
    answers = [
        *(("date", one) for one in dates),
        *(("date-partielle", one) for one in dates),
        *(("adresse", one) for one in ADDRESSES),
        ("texte", "hier"),
    ]
    texts = [*PASTED, *LISTS, *dates]
    asked = {"model": own_model(), "today": TODAY.isoformat(), "answers": answers, "texts": texts}

    assert in_node("understood.mjs", asked) == {
        "understood": [understood(*one, TODAY) for one in answers],
        "lasting": [understood(*one) for one in answers],
        "cleaned": [cleaned(one) for one in texts],
        "listed": [listed(one) for one in texts],
    }
