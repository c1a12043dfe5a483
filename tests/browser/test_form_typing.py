"""What people type and paste: understood where its meaning is certain, shown as it was understood, never lost."""

from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.form_driver import answer, fault_of, fill_graine, open_form, open_step, show, written

FROM_WORD = "•\tUn lieu\xa0; d\xade\xads \u201cguillemets\u201d\r\n\uf0b7\tE\u0301coute a\u0300 l\u2019abri\x0b\r\n"


def paste_into(page: Page, selector: str, text: str) -> None:
    field = page.locator(selector).first
    show(page, field)
    field.focus()
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+V")
    page.keyboard.press("Tab")


def test_a_date_is_shown_as_it_was_understood(address: str, new_page: NewPage) -> None:
    """In the box, and to a voice; an uncertain one stays as it was typed, with what to write instead."""
    page = new_page()
    open_form(page, f"{address}proposer/")
    for typed, understood in (("12/03/24", "2024-03-12"), ("en mars 2024", "2024-03"), ("Aujourd’hui", "")):
        answer(page, "#c-sources-1-date", typed)
        expect(page.locator("#c-sources-1-date")).to_have_value(understood or page.evaluate(TODAY))
        expect(page.locator("[data-annonce]")).to_contain_text(f"Compris : {understood}")
    answer(page, "#c-sources-1-date", "24-03-12")
    expect(page.locator("#c-sources-1-date")).to_have_value("24-03-12")
    expect(fault_of(page, "#c-sources-1-date")).to_contain_text("2026, mars 2026 ou 31/03/2026")
    answer(page, "#c-porteur-url", "exemple.fr/nous")
    expect(page.locator("#c-porteur-url")).to_have_value("https://exemple.fr/nous")


TODAY = "new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10)"


def test_a_paste_from_word_is_clean(address: str, new_page: NewPage) -> None:
    """Hidden hyphens go, bullets make a list, accents are whole; a list of questions takes a line each."""
    page = new_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_form(page, f"{address}proposer/")
    fill_graine(page)
    for selector in ("#c-probleme", "#c-manques textarea"):
        paste_into(page, selector, FROM_WORD)
    expect(page.locator("#c-probleme")).to_have_value("- Un lieu\xa0; des “guillemets”\n- Écoute à l’abri\n\n")
    expect(page.locator("#c-manques textarea")).to_have_count(2)
    text = written(page)

    assert "probleme: |-\n  - Un lieu ; des “guillemets”\n  - Écoute à l’abri\n" in text
    assert "  - Un lieu ; des “guillemets”\n  - Écoute à l’abri\nsources" in text
    expect(page.locator("[data-bilan]")).to_contain_text("Tout est prêt")


def test_five_thousand_words_are_kept_and_told(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_form(page, f"{address}proposer/")
    paste_into(page, "#c-probleme", "mot " * 5000)

    expect(fault_of(page, "#c-probleme")).to_contain_text("de trop ; 400 au plus")
    page.reload()
    expect(page.locator("#c-probleme")).to_have_value("mot " * 5000)


def test_a_double_click_removes_one_line_and_gives_it_back(address: str, new_page: NewPage) -> None:
    """Whatever the second click falls on, the line removed can still be taken back."""
    page = new_page()
    open_form(page, f"{address}proposer/")
    open_step(page, "sources")
    questions = page.locator("#c-manques textarea")
    for rank, words in enumerate(("Combien ?", "Et après ?", "Où ?")):
        questions.nth(rank).fill(words)
        page.locator("#c-manques [data-ajouter]").click()
    page.locator("#c-manques [data-retirer]").first.dblclick()
    page.locator("#c-manques [data-ajouter]").click()
    page.locator("#c-manques").get_by_role("button", name="Rétablir").click()

    assert [one for one in questions.evaluate_all("all => all.map(one => one.value)") if one] == [
        "Combien ?",
        "Et après ?",
        "Où ?",
    ]


def test_a_shout_is_told_once(address: str, new_page: NewPage) -> None:
    page = new_page()
    open_form(page, f"{address}proposer/")
    answer(page, "#c-probleme", "APRÈS LE COVID LES JEUNES NE VIENNENT PLUS")

    expect(fault_of(page, "#c-probleme").locator("p")).to_have_count(1)
    expect(fault_of(page, "#c-probleme")).to_contain_text("écrit en capitales ; écrivez-le en minuscules")
