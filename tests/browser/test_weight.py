"""Light, alone, and answering on its first screen."""

import gzip
from pathlib import Path
from urllib.parse import quote_plus, urlsplit

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import PHONE, NewPage
from browser.page_types import PAGE_TYPES
from browser.static_host import hosted
from browser.traffic import Traffic
from building import assemble
from catalogue.corpus import PRACTICES
from catalogue.loading import load
from synthetic import grown

KB = 1024
FIRST_VISIT = 100 * KB
FIRST_SEARCH = 250 * KB
FIRST_SEARCH_OF_A_THOUSAND = 350 * KB
LEXICON = 30 * KB
REQUESTS = 12
SHEET = "fiches/place-de-creche-et-contrat-a-trois/"


@pytest.mark.parametrize(
    "path", ["", SHEET, "themes/sourcing/", "publics/jeunes/", "proposer/", "essaimer/", "signaler/"]
)
def test_a_first_visit_is_light(address: str, new_page: NewPage, path: str) -> None:
    """≤ 100 KB compressed and ≤ 12 requests, nothing cached."""
    page = new_page(PHONE)
    traffic = Traffic(page)
    page.goto(address + path, wait_until="networkidle")

    assert traffic.size <= FIRST_VISIT
    assert len(traffic.urls) <= REQUESTS


SEARCHES = (
    "garde d’enfants",
    "comment convaincre un patron de prendre quelqu’un qui sort de prison",
    "BPI équivalence bac afghan",
)


def first_search(page: Page, address: str, query: str) -> int:
    """Bytes of the search page, opened by an address that asks for `query`, until all it shows is there."""
    traffic = Traffic(page)
    page.goto(f"{address}recherche/?q={quote_plus(query)}", wait_until="networkidle")
    expect(page.locator("#resultats [data-fiche]").first).to_be_visible()
    return traffic.size


@pytest.mark.parametrize("query", SEARCHES)
def test_a_first_search_is_light(address: str, new_page: NewPage, query: str) -> None:
    """≤ 250 KB for the page, the engine and the first results, workers' downloads counted."""
    assert first_search(new_page(PHONE), address, query) <= FIRST_SEARCH


def test_the_lexicon_is_light(site: Path) -> None:
    assert len(gzip.compress((site / "recherche" / "lexique.json").read_bytes())) <= LEXICON


def test_a_first_search_stays_light_among_a_thousand_sheets(new_page: NewPage, tmp_path: Path) -> None:
    """≤ 350 KB: the index comes in pieces, the reader takes those of their words alone."""
    assemble(grown(load(PRACTICES)[0], 1000), tmp_path)
    with hosted(tmp_path) as address:
        weights = {query: first_search(new_page(PHONE), address, query) for query in SEARCHES}

    assert max(weights.values()) <= FIRST_SEARCH_OF_A_THOUSAND, weights


def test_no_page_asks_anything_of_anyone_else(address: str, new_page: NewPage) -> None:
    """Zero third-party request, on every type of page; no cookie either."""
    page = new_page()
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    for path in PAGE_TYPES.values():
        page.goto(address + path, wait_until="networkidle")

    assert asked == {urlsplit(address).netloc}
    assert page.context.cookies() == []


def test_the_first_screen_of_a_sheet_answers_five_questions(address: str, new_page: NewPage) -> None:
    """On a 360 × 740 phone, every sheet: what, for whom against what, how far to trust it, what it takes, whether it travels."""
    page = new_page(PHONE)
    hidden = []
    for identifier in load(PRACTICES)[0].practices:
        page.goto(f"{address}fiches/{identifier}/")
        lowest = page.locator("h1, .reperes dt").evaluate_all(
            "all => Math.max(...all.map(one => one.getBoundingClientRect().bottom))"
        )
        if lowest > PHONE[1]:
            hidden.append(f"{identifier}: {lowest}")

    assert hidden == []


def test_a_sheet_prints_whole(address: str, new_page: NewPage) -> None:
    """On paper: no menu, no button, sources with their address."""
    page = new_page()
    page.goto(address + SHEET)
    page.emulate_media(media="print")

    expect(page.locator(".entete__nav")).to_be_hidden()
    expect(page.locator(".actions")).to_be_hidden()
    expect(page.locator("#sources")).to_be_visible()
    assert "https://" in page.locator(".sources a").first.evaluate("one => getComputedStyle(one, '::after').content")
