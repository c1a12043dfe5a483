"""axe-core finds nothing on any type of page, on a phone and a desk, in light and dark; nothing overflows at 320 px."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.conftest import DESK, PHONE, NewPage
from browser.page_types import PAGE_TYPES

AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SMALLEST = (320, 568)
"""1,280 px seen at 400 % (WCAG 1.4.10)."""


def violations(page: Page) -> list[str]:
    """What axe finds, one line a fault."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, { runOnly: { type: 'tag', values: tags } })", TAGS
    )
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def settle(page: Page, url: str) -> None:
    page.goto(url, wait_until="networkidle")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
def test_axe_finds_nothing(address: str, new_page: NewPage, size: tuple[int, int], scheme: str) -> None:
    """Zero violation on every page type."""
    page = new_page(size, scheme)
    faults = {}
    for name, path in PAGE_TYPES.items():
        settle(page, address + path)
        if found := violations(page):
            faults[name] = found

    assert faults == {}


def test_axe_finds_nothing_in_the_open_menu(address: str, new_page: NewPage) -> None:
    page = new_page(PHONE)
    settle(page, address)
    page.get_by_role("button", name="Menu").click()

    assert violations(page) == []


def test_nothing_overflows_at_320_pixels(address: str, new_page: NewPage) -> None:
    """No page scrolls sideways."""
    page = new_page(SMALLEST)
    wide = {}
    for name, path in PAGE_TYPES.items():
        settle(page, address + path)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > SMALLEST[0]:
            wide[name] = width

    assert wide == {}


def test_the_scheme_is_the_readers(address: str, new_page: NewPage) -> None:
    """The choice of scheme is kept from page to page."""
    page = new_page()
    page.goto(address)
    page.get_by_role("button", name="Teinte : système").click()
    page.get_by_role("button", name="Teinte : claire").click()
    page.goto(f"{address}fiches/")

    assert page.locator("html").get_attribute("data-teinte") == "sombre"
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
