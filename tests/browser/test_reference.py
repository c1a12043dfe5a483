"""On a sheet: its reference copied by keyboard alone, its documents and its code on screen, none of its buttons on paper."""

import json

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import NewPage

SHEET = "fiches/place-de-creche-et-contrat-a-trois/"


@pytest.fixture
def sheet(address: str, new_page: NewPage) -> Page:
    page = new_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + SHEET)
    return page


def test_a_reference_is_copied_by_keyboard(sheet: Page) -> None:
    """Enter on the summary opens it, Enter on a button copies, and a status says so."""
    sheet.get_by_text("Pour un logiciel de références").focus()
    sheet.keyboard.press("Enter")
    for what, start, done in (
        ("la citation", "«\u00a0", "Citation copiée."),
        ("le BibTeX", "@misc{essaim-", "BibTeX copié."),
        ("le CSL-JSON", "[{", "CSL-JSON copié."),
    ):
        sheet.get_by_role("button", name=f"Copier {what}").focus()
        sheet.keyboard.press("Enter")
        expect(sheet.locator(".citer__retour")).to_have_text(done)
        assert sheet.evaluate("navigator.clipboard.readText()").startswith(start)
    assert json.loads(sheet.evaluate("navigator.clipboard.readText()"))[0]["type"] == "webpage"


def test_a_refused_copy_leaves_the_text_selected(sheet: Page) -> None:
    sheet.context.clear_permissions()
    sheet.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    sheet.get_by_role("button", name="Copier la citation").press("Enter")

    expect(sheet.locator(".citer__retour")).to_contain_text("copiez-le à la main")
    assert sheet.evaluate("getSelection().toString()").startswith("«")


def test_without_script_the_reference_is_there_to_read(address: str, new_page: NewPage) -> None:
    page = new_page(javascript=False)
    page.goto(address + SHEET)

    expect(page.locator("#citation")).to_be_visible()
    expect(page.get_by_role("button", name="Copier la citation")).to_be_hidden()
    expect(page.locator("a[href$='place-de-creche-et-contrat-a-trois.bib']")).to_have_count(1)


def test_paper_shows_no_button_and_no_download(sheet: Page) -> None:
    """Printed from the browser, a sheet keeps its permanent link and its citation."""
    sheet.emulate_media(media="print")

    expect(sheet.locator(".emporter__lien")).to_be_visible()
    expect(sheet.locator("#citation")).to_be_visible()
    for hidden in (".citer button >> nth=0", ".emporter details >> nth=0", ".actions"):
        expect(sheet.locator(hidden)).to_be_hidden()
