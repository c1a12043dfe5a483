"""A real Chromium, one for all tests, a fresh profile for each."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from browser.chromium import ARGUMENTS, chromium

PHONE = (360, 740)
DESK = (1280, 900)
NewPage = Callable[..., Page]
PATIENCE = 15_000
"""Milliseconds: a busy machine is no fault of the page."""
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        yield launched
        launched.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Opens a page of the given size and scheme; fails the test if the page logs an error or throws."""
    contexts, errors = [], list[str]()

    def open_page(size: tuple[int, int] = DESK, scheme: str = "light", javascript: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=javascript,
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [error for error in errors if "status of" not in error] == []
