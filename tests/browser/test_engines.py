"""What Safari, Firefox, an iPhone or an older browser does and Chromium does not, acted out in Chromium."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.conftest import PHONE, NewPage
from browser.form_driver import answer, open_form
from browser.test_classeur import FIRST, SECOND, binder, kept, opened

SHEET = "fiches/place-de-creche-et-contrat-a-trois/"
WORKSHOP = "ateliers/aller-vers-ou-hors-les-murs/"
WITH_ACRONYMS = "fiches/accord-bailleurs-emploi-logement-refugies/"
COLOURS = re.compile(r"(--[\w-]+): light-dark\(")
COME_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
"""Back to a page that the browser kept as it was: Safari and Firefox tell it nothing of what changed meanwhile."""
NO_STORAGE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refus', 'SecurityError'); } })"
)


def keep_elsewhere(page: Page, *codes: str) -> None:
    """Another page of the site put these sheets in the binder."""
    page.evaluate(
        "value => localStorage.setItem('essaim-classeur', JSON.stringify(value))", binder(("Un", list(codes)))
    )


def test_back_on_a_sheet_the_button_and_the_header_tell_the_binder_as_it_is(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(address + SHEET)
    page.get_by_role("button", name="Ajouter au classeur").click()
    expect(page.get_by_role("button", name="Retirer du classeur")).to_be_visible()
    page.evaluate("localStorage.removeItem('essaim-classeur')")
    page.evaluate(COME_BACK)

    expect(page.get_by_role("button", name="Ajouter au classeur")).to_be_visible()
    expect(page.locator(".entete__classeur b")).to_have_count(0)


def test_back_on_the_binder_a_sheet_kept_meanwhile_is_not_lost(address: str, new_page: NewPage) -> None:
    page = opened(new_page(), address, binder(("Un", [FIRST])))
    keep_elsewhere(page, FIRST, SECOND)
    page.evaluate(COME_BACK)
    expect(page.locator(".piece")).to_have_count(2)
    page.get_by_label("Note pour").first.fill("à relire")

    assert [one["code"] for one in kept(page)["sections"][0]["fiches"]] == [FIRST, SECOND]


def test_back_on_a_binder_that_cannot_be_kept_it_is_still_there(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script(NO_STORAGE)
    opened(page, address)
    page.get_by_label("Code d’une fiche").fill(FIRST)
    page.keyboard.press("Enter")
    page.evaluate(COME_BACK)

    expect(page.locator(".piece")).to_have_count(1)


def test_the_link_is_asked_for_within_the_gesture(address: str, new_page: NewPage) -> None:
    """Safari refuses a copy asked for once the text is ready."""
    page = opened(new_page(), address, binder(("Un", [FIRST])))
    page.get_by_role("button", name="Partager", exact=True).click()
    expect(page.get_by_label("Lien du classeur")).not_to_have_value("")
    asked = page.evaluate(
        """() => {
          let asked = false;
          navigator.clipboard.write = async ([item]) => {
            asked = true;
            document.body.dataset.copie = await (await item.getType("text/plain")).text();
          };
          document.querySelector("#outil-0 .bouton--plein").click();
          return asked;
        }"""
    )

    assert asked
    expect(page.locator("body")).to_have_attribute("data-copie", page.get_by_label("Lien du classeur").input_value())
    expect(page.locator(".classeur__dit")).to_have_text("Lien copié.")


def test_a_browser_without_promised_copies_still_copies_the_link(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script("delete window.ClipboardItem")
    opened(page, address, binder(("Un", [FIRST])))
    page.evaluate("navigator.clipboard.writeText = async (text) => { document.body.dataset.copie = text }")
    page.get_by_role("button", name="Partager", exact=True).click()
    page.get_by_role("button", name="Copier le lien").click()

    expect(page.locator("body")).to_have_attribute("data-copie", re.compile("#c=1\\."))
    expect(page.locator(".classeur__dit")).to_have_text("Lien copié.")


@pytest.mark.parametrize(("kind", "paper"), [("Des cartes", "planche"), ("Une page par fiche", "feuille")])
def test_the_first_page_printed_is_like_the_others(address: str, new_page: NewPage, kind: str, paper: str) -> None:
    """Firefox gives the first page the margins of the page that the root names."""
    page = new_page()
    page.add_init_script("window.print = () => document.documentElement.setAttribute('data-imprime', '')")
    opened(page, address, binder(("Un", [FIRST])))
    page.get_by_role("button", name="Imprimer", exact=True).click()
    page.get_by_role("button", name=kind).click()
    expect(page.locator("html[data-imprime]")).to_have_count(1)
    page.emulate_media(media="print")

    assert page.evaluate("getComputedStyle(document.documentElement).page") == paper


def test_back_on_a_form_safari_finds_nothing_to_empty(address: str, new_page: NewPage) -> None:
    """It resets what asks for no completion when one comes back; elsewhere, completion stays off."""
    page = new_page()
    open_form(page, f"{address}proposer/")
    answer(page, "#c-titre", "Ouvrir une permanence à la laverie")
    form = page.locator(".saisie__form")
    expect(form).to_have_attribute("autocomplete", "off")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")

    expect(page.locator("[data-formulaire] [autocomplete=off]")).to_have_count(0)
    page.evaluate(COME_BACK)
    expect(form).to_have_attribute("autocomplete", "off")


def test_back_on_a_search_safari_resets_the_box_to_its_query(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{address}recherche/?q=logement")
    expect(page.locator("#etat")).to_contain_text("proches de vos mots")
    page.locator("#recherche").evaluate("form => form.reset()")

    expect(page.locator("#recherche-q")).to_have_value("logement")


def test_a_phone_without_full_screen_is_offered_none(address: str, new_page: NewPage) -> None:
    page = new_page(PHONE)
    page.add_init_script(
        "Object.defineProperty(Document.prototype, 'fullscreenEnabled', { value: undefined });"
        "delete Element.prototype.requestFullscreen"
    )
    page.goto(f"{address}{WORKSHOP}?mode=projection")
    expect(page.get_by_role("button", name="Quitter")).to_be_visible()
    page.keyboard.press("f")

    expect(page.get_by_role("button", name="Plein écran")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_before_light_dark_the_site_keeps_its_light_colours(address: str, new_page: NewPage, scheme: str) -> None:
    """An iPhone stopped at iOS 16 reads ink on paper, whatever its scheme."""
    page = new_page()
    page.goto(address)
    names = COLOURS.findall(page.request.get(f"{address}assets/essaim/css/couleurs.css").text())
    expected = resolved(page, names)

    older = new_page(scheme=scheme)
    older.route("**/*.css", without_light_dark)
    older.goto(address)

    assert len(set(expected)) == len(names)
    assert resolved(older, names) == expected


def without_light_dark(route: Route) -> None:
    response = route.fetch()
    route.fulfill(response=response, body=response.text().replace("light-dark(", "inconnue("))


def resolved(page: Page, names: list[str]) -> list[str]:
    """The colours that the page's custom properties stand for."""
    found: list[str] = page.evaluate(
        """names => names.map(name => {
          document.body.style.backgroundColor = `var(${name})`;
          return getComputedStyle(document.body).backgroundColor;
        })""",
        names,
    )
    return found


def test_an_acronyms_bubble_is_whole_on_a_phone(address: str, new_page: NewPage) -> None:
    page = new_page(PHONE)
    page.goto(address + WITH_ACRONYMS)
    edges = page.locator(".sigle").evaluate_all(
        """all => all.map(one => {
          one.focus({ focusVisible: true });
          const { left, width, content } = getComputedStyle(one, "::after");
          const from = one.offsetParent.getBoundingClientRect().left + parseFloat(left);
          return [content !== "none" && getComputedStyle(one).position === "static", from, from + parseFloat(width)];
        })"""
    )

    assert edges
    assert [one for one in edges if not one[0] or one[1] < 0 or one[2] > PHONE[0]] == []


def test_a_filter_put_on_or_taken_off_keeps_the_keyboard_in_its_place(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{address}recherche/?q=logement&theme=sourcing&theme=cooperation")
    page.get_by_role("button", name="Retirer le filtre Thème : Sourcing").press("Enter")
    expect(page.get_by_role("button", name="Retirer le filtre Thème : Coopération")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#recherche-q")).to_be_focused()
    page.get_by_role("button", name=re.compile("^Filtrer : ")).first.press("Enter")

    expect(page.locator("#choisis button")).to_be_focused()


def test_without_script_no_button_promises_to_print_the_form(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in ("proposer/", "essaimer/"):
        page.goto(address + path)
        expect(page.get_by_role("link", name="autres façons")).to_be_visible()
        expect(page.locator("[data-imprimer-vierge]")).to_be_hidden()
    context.close()


def test_a_message_that_cannot_be_kept_is_not_said_to_be(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script(NO_STORAGE)
    page.goto(f"{address}signaler/?fiche=place-de-creche-et-contrat-a-trois")
    expect(page.locator(".signaler__fiche")).to_be_visible()
    page.locator("#s-message").fill("Un chiffre est faux.")

    expect(page.locator("[data-garde]")).to_contain_text("refuse de garder votre message")
