"""What strangers and other programs may put in an address, a file or the storage: the forms go on working."""

import json
from typing import Any

from playwright.sync_api import expect

from browser.conftest import NewPage
from browser.form_driver import open_form, open_step, wait_ready, with_host

DRAFT: dict[str, Any] = {
    "cle": "sain",
    "genre": "fiche",
    "titre": "Un brouillon sain",
    "date": "2026-01-31T10:00:00Z",
    "taille": "graine",
    "etape": "essentiel",
    "entree": {"titre": "Un brouillon sain"},
    "identifiant": "",
    "theme": "",
    "origine": "",
}
SPOILT: tuple[dict[str, Any], ...] = (
    {"date": "hier"},
    {"theme": '"] , x'},
    {"etape": '"] x'},
    {"etape": None},
    {"titre": {"a": 1}},
    {"identifiant": 7},
    {"origine": "../../x"},
    {"entree": None},
)
HALF_A_SIGN = "a" * 110 + "😀"
"""A title that is cut in the middle of its last sign."""


def test_a_mangled_address_opens_the_form_all_the_same(address: str, new_page: NewPage) -> None:
    """A link cut by a mail program, inside an encoded letter."""
    page = new_page()
    page.goto(f"{address}proposer/#%E0%A4%A")

    wait_ready(page)


def test_drafts_that_the_form_did_not_write_are_left_alone(address: str, new_page: NewPage) -> None:
    """One that cannot be read hides none of the others."""
    page = new_page()
    page.goto(f"{address}mentions-legales/")
    drafts = [DRAFT, *({**DRAFT, "cle": str(rank), **change} for rank, change in enumerate(SPOILT))]
    kept = {f"essaim-brouillon-{draft['cle']}": json.dumps(draft) for draft in drafts}
    page.evaluate("kept => Object.entries(kept).forEach(([key, text]) => localStorage.setItem(key, text))", kept)
    page.goto(f"{address}proposer/")
    wait_ready(page)

    expect(page.locator(".brouillons li")).to_have_count(1)
    page.locator(".brouillons li").get_by_role("button", name="Reprendre").click()
    expect(page.locator("#c-titre")).to_have_value("Un brouillon sain")


def test_a_file_of_odd_values_is_opened_and_previewed(address: str, new_page: NewPage) -> None:
    """A refused value among sources of the wrong shape."""
    page = new_page()
    open_form(page, f"{address}proposer/")
    page.locator("#importer summary").click()
    page.locator("#importer-texte").fill("titre: Ouvrir\nsources:\n  - *a\n  - un texte\n")
    page.locator("[data-importer]").click()
    expect(page.locator("#importer .champ__erreur")).to_contain_text("Renvoi « *a »")
    open_step(page, "envoyer")

    expect(page.locator("[data-apercu] h4")).to_have_text("Ouvrir")


def test_a_search_cut_inside_a_sign_still_leads_to_the_host(address: str, new_page: NewPage) -> None:
    page = new_page()
    with_host(page, "https://github.com/essaim/base")
    page.goto(f"{address}proposer/?sujet={'a' * 299}😀")
    wait_ready(page)
    open_step(page, "envoyer")

    assert "value=" in (page.locator("a[data-depot]").get_attribute("href") or "")


def test_a_title_cut_inside_a_sign_still_makes_a_letter(address: str, new_page: NewPage) -> None:
    page = new_page()
    with_host(page, contact="contact@exemple.fr")
    page.goto(f"{address}signaler/?fiche={HALF_A_SIGN}")
    mail = page.get_by_role("link", name="L’envoyer par courriel")
    expect(mail).to_be_visible()

    assert (mail.get_attribute("href") or "").startswith("mailto:contact@exemple.fr?subject=Erreur%20%3A%20aaa")
