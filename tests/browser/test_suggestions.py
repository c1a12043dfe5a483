"""Suggestions while typing: by keyboard and pointer, with the reader's last searches, erasable."""

import re

from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.test_accessibility import violations


def box(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("Décrivez la situation").focus()
    expect(page.get_by_role("combobox", name="Décrivez la situation")).to_be_visible()


def test_a_sheet_is_reached_by_keyboard(address: str, new_page: NewPage) -> None:
    """Type a few letters, arrow down, Enter: the sheet."""
    page = new_page()
    box(page, address)
    page.keyboard.type("place de crè")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    active = page.locator('[role="option"][aria-selected="true"]')
    expect(active).to_have_count(1)
    assert page.get_by_role("combobox").first.get_attribute("aria-activedescendant") == active.get_attribute("id")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/fiches/place-de-creche-et-contrat-a-trois/$"))


def test_a_term_is_suggested_by_its_other_names(address: str, new_page: NewPage) -> None:
    """« NEET » proposes the public it names."""
    page = new_page()
    box(page, address)
    page.keyboard.type("NEET")

    expect(page.get_by_role("option", name=re.compile("Jeunes"))).to_be_visible()


def test_arrows_go_round_and_escape_closes(address: str, new_page: NewPage) -> None:
    page = new_page()
    box(page, address)
    page.keyboard.type("emploi")
    expect(page.get_by_role("option").first).to_be_visible()
    count = page.get_by_role("option").count()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("option").nth(count - 1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(page.locator('[aria-selected="true"]')).to_have_count(0)
    assert violations(page) == []
    page.keyboard.press("Escape")

    expect(page.get_by_role("option")).to_have_count(0)
    expect(page.get_by_role("combobox").first).to_be_focused()


def test_enter_without_a_choice_searches_the_words(address: str, new_page: NewPage) -> None:
    page = new_page()
    box(page, address)
    page.keyboard.type("crèche")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/recherche/\?q=cr"))


def test_last_searches_are_offered_and_erased(address: str, new_page: NewPage) -> None:
    """Kept in this browser alone, and erasable where they show."""
    page = new_page()
    box(page, address)
    page.keyboard.type("sans cv")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/**")

    box(page, address)
    expect(page.get_by_role("option", name=re.compile("sans cv"))).to_be_visible()
    page.get_by_role("option", name="Effacer mes recherches").click()

    expect(page.get_by_role("option")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('essaim-recherches')") is None


def test_the_search_page_says_how_it_understood_and_lets_it_be_undone(address: str, new_page: NewPage) -> None:
    """A misspelt word is put right and a term recognised, both shown, both undoable, both in the address."""
    page = new_page()
    page.goto(f"{address}recherche/?q=illetrisme+NEET")
    expect(page.locator("#compris")).to_contain_text("« illetrisme » : cherché comme « illettrisme »")
    expect(page.locator("#compris")).to_contain_text("Jeunes")

    page.get_by_role("button", name=re.compile("Je ne parlais pas de : Jeunes")).first.click()
    expect(page.locator("#compris .compris__terme", has_text="Jeunes de 16")).to_have_count(0)
    page.get_by_role("button", name="Non, chercher le mot tel quel").click()
    expect(page.locator("#compris")).not_to_contain_text("cherché comme")

    assert "sauf=" in page.url
    page.go_back()
    page.go_back()
    expect(page.locator("#compris")).to_contain_text("cherché comme")


def test_a_recognised_term_becomes_a_filter(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{address}recherche/?q=BPI")
    page.get_by_role("button", name=re.compile("Filtrer : ")).first.click()

    expect(page).to_have_url(re.compile("publics=refugies"))
    expect(page.locator("#choisis button").first).to_be_visible()
