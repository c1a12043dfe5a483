"""What is typed is kept in the browser: closed, left, opened twice, it is found again as it was."""

from playwright.sync_api import Browser, expect

from browser.conftest import PHONE, NewPage
from browser.form_driver import answer, fault_of, fill_graine, go_on, open_form, open_step, wait_ready, written

KEPT = "text => Object.values(localStorage).some(one => one.includes(text))"


def test_a_draft_survives_a_closed_tab(address: str, new_page: NewPage) -> None:
    """Closed, reloaded, left and come back to: what was typed is still there, spaces and empty lines included."""
    first = new_page(PHONE)
    open_form(first, f"{address}proposer/")
    answer(first, "#c-titre", "Ouvrir une permanence à la laverie")
    answer(first, "#c-sous_themes-reperer", True)
    answer(first, "#c-probleme", "Une phrase en cours, ")
    first.close()

    page = first.context.new_page()
    page.goto(f"{address}proposer/")
    drafts = page.get_by_role("region", name="Vos brouillons")
    expect(drafts).to_contain_text("Ouvrir une permanence à la laverie")
    drafts.get_by_role("button", name="Reprendre").click()
    expect(page.locator("#c-probleme")).to_have_value("Une phrase en cours, ")
    expect(page.locator("#etape-essentiel")).to_be_visible()
    page.reload()
    wait_ready(page)
    expect(page.locator("#c-titre")).to_have_value("Ouvrir une permanence à la laverie")
    expect(page.locator("#c-sous_themes-reperer")).to_be_checked()
    page.goto(address)
    page.go_back()
    expect(page.locator("#c-probleme")).to_have_value("Une phrase en cours, ")


def test_a_reload_shows_each_step_and_each_fault_as_they_were(address: str, new_page: NewPage) -> None:
    """Right, wrong, begun, not opened: what a draft is taken up with is what was left."""
    page = new_page(PHONE)
    open_form(page, f"{address}proposer/")
    fill_graine(page)
    answer(page, "#c-porteur-nom", "")
    answer(page, "#c-probleme", "Ici, 40 ménages sont perdus de vue.")
    open_step(page, "contexte")
    go_on(page)
    answer(page, "#c-manques textarea", "")
    before = ["terminée", "à revoir", "à revoir", "", ""]
    for _ in range(2):
        expect(page.locator("[data-pas]:visible .pas__etat")).to_have_text(
            [f" ({one})" if one else "" for one in before]
        )
        expect(fault_of(page, "#c-probleme")).to_contain_text("« 40 » n’a pas de source")
        expect(fault_of(page, "#c-porteur-nom")).to_contain_text("Il manque une réponse")
        page.reload()
        wait_ready(page)


def test_two_tabs_on_one_draft_lose_nothing(address: str, new_page: NewPage) -> None:
    """What the second one types is kept apart, and said so; a tab where nothing is typed writes nothing."""
    first = new_page()
    open_form(first, f"{address}proposer/")
    answer(first, "#c-titre", "Prêter un vélo")
    second, idle = first.context.new_page(), first.context.new_page()
    for tab in (second, idle):
        tab.goto(f"{address}proposer/")
        tab.get_by_role("button", name="Reprendre : Prêter un vélo").click()
    answer(first, "#c-titre", "Prêter un vélo révisé")
    first.wait_for_function(KEPT, arg="Prêter un vélo révisé")
    answer(second, "#c-accroche", "Pour des personnes sans voiture.")
    second.wait_for_function(KEPT, arg="Pour des personnes sans voiture.")
    expect(second.locator("[data-garde]")).to_contain_text("gardé à part")
    idle.close(run_before_unload=True)
    kept = first.evaluate("Object.values(localStorage).map(one => JSON.parse(one).entree)")

    assert sorted((one["titre"], one.get("accroche", "")) for one in kept) == [
        ("Prêter un vélo", "Pour des personnes sans voiture."),
        ("Prêter un vélo révisé", ""),
    ]


def test_drafts_are_several_and_erased_on_demand(address: str, new_page: NewPage) -> None:
    page = new_page()
    context = page.context
    for title in ("Prêter un vélo", "Tenir un café"):
        tab = context.new_page()
        open_form(tab, f"{address}proposer/")
        answer(tab, "#c-titre", title)
        tab.close()
    page.goto(f"{address}proposer/")
    rows = page.locator(".brouillons__liste li")
    expect(rows).to_have_count(2)
    page.get_by_role("button", name="Effacer : Prêter un vélo").click()
    expect(rows).to_have_count(1)
    page.on("dialog", lambda dialog: dialog.accept())
    answer(page, "#c-titre", "Ouvrir un atelier")
    page.get_by_role("button", name="Effacer ce que j’ai tapé").click()
    expect(page.locator("#c-titre")).to_have_value("")
    page.get_by_role("button", name="Effacer tous les brouillons").click()

    expect(page.locator(".brouillons")).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('essaim-brouillon')).length") == 0


def test_a_browser_that_refuses_storage_says_so(address: str, new_page: NewPage) -> None:
    """The form works all the same, to the file."""
    page = new_page()
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('plein') }")
    open_form(page, f"{address}proposer/")
    answer(page, "#c-titre", "Ouvrir une permanence à la laverie")

    expect(page.locator("[data-garde]")).to_contain_text("refuse de garder un brouillon")
    assert "titre: Ouvrir une permanence à la laverie" in written(page)


def test_a_line_that_drops_is_told(address: str, browser: Browser) -> None:
    """Without its modules the form keeps what is typed, and says what to do."""
    page = browser.new_context().new_page()
    page.route("**/formulaire/saisie.js", lambda route: route.abort())
    page.goto(f"{address}proposer/")
    page.locator("#c-titre").fill("Prêter un vélo")

    expect(page.get_by_role("alert")).to_contain_text("rechargez la page")
    expect(page.locator("#c-titre")).to_have_value("Prêter un vélo")
    page.context.close()
