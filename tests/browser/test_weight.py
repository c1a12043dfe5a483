"""Light, alone, and answering on its first screen."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import PHONE, NewPage
from browser.page_types import PAGE_TYPES
from catalogue.corpus import PRACTICES
from catalogue.loading import load

KB = 1024
FIRST_VISIT = 100 * KB
FIRST_SEARCH = 250 * KB
REQUESTS = 12
SHEET = "fiches/place-de-creche-et-contrat-a-trois/"


class Traffic:
    """What a page downloads, compressed, as the browser counts it."""

    def __init__(self, page: Page) -> None:
        self.urls: list[str] = []
        self.size = 0
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", lambda event: self.urls.append(event["request"]["url"]))
        session.on("Network.loadingFinished", lambda event: self._add(event["encodedDataLength"]))

    def _add(self, size: float) -> None:
        self.size += int(size)


@pytest.mark.parametrize("path", ["", SHEET, "themes/sourcing/", "publics/jeunes/"])
def test_a_first_visit_is_light(address: str, new_page: NewPage, path: str) -> None:
    """≤ 100 KB compressed and ≤ 12 requests, nothing cached."""
    page = new_page(PHONE)
    traffic = Traffic(page)
    page.goto(address + path, wait_until="networkidle")

    assert traffic.size <= FIRST_VISIT
    assert len(traffic.urls) <= REQUESTS


def test_a_first_search_is_light(address: str, new_page: NewPage) -> None:
    """≤ 250 KB for the page, the engine and the first results."""
    page = new_page(PHONE)
    traffic = Traffic(page)
    page.goto(f"{address}recherche/?q=garde+d%27enfants", wait_until="networkidle")
    expect(page.locator("#resultats mark").first).to_be_visible()

    assert traffic.size <= FIRST_SEARCH


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
