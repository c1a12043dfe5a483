"""By keyboard alone, on a phone's width and a desk's: the menu, a sheet, an acronym, with focus always in sight."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import DESK, PHONE, NewPage

SHEET = "fiches/place-de-creche-et-contrat-a-trois/"
LONGEST_PATH = 250
FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect();
  const style = getComputedStyle(one);
  return {
    what: one.outerHTML.slice(0, 90),
    seen: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
@pytest.mark.parametrize(
    "path",
    ["", SHEET, "recherche/?q=emploi", "territoires/", "proposer/"],
    ids=["accueil", "fiche", "recherche", "territoires", "formulaire"],
)
def test_focus_never_leaves_sight(address: str, new_page: NewPage, size: tuple[int, int], path: str) -> None:
    """Every stop of the Tab key is on screen and outlined, from the first to the last."""
    page = new_page(size)
    page.goto(address + path, wait_until="networkidle")
    stops = []
    for _ in range(LONGEST_PATH):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            break
        stops.append(stop)

    assert len(stops) > 10
    assert [stop["what"] for stop in stops if not stop["seen"]] == []
    assert [stop["what"] for stop in stops if not stop["outlined"]] == []


@pytest.mark.parametrize("path", ["", SHEET, "recherche/", "glossaire/", "nulle-part/"])
def test_the_first_tab_skips_to_the_contents(address: str, new_page: NewPage, path: str) -> None:
    page = new_page(PHONE)
    page.goto(address + path)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('#contenu') !== null")


def test_the_menu_opens_and_closes_by_keyboard(address: str, new_page: NewPage) -> None:
    """Enter opens, Tab enters, Escape closes and gives focus back; closed, its links are out of the way."""
    page = new_page(PHONE)
    page.goto(address)
    button = page.get_by_role("button", name="Menu")
    first = page.get_by_role("navigation", name="Navigation principale").get_by_role("link").first
    expect(first).to_be_hidden()

    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("Escape")

    expect(button).to_be_focused()
    expect(first).to_be_hidden()


def test_the_menu_is_there_without_javascript(address: str, new_page: NewPage) -> None:
    page = new_page(PHONE, javascript=False)
    page.goto(address)

    expect(page.get_by_role("navigation", name="Navigation principale").get_by_role("link").first).to_be_visible()


def test_an_acronym_unfolds_on_focus_and_folds_on_escape(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(address + SHEET)
    acronym = page.locator(".sigle").first
    acronym.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert bubble(page) != "none"
    page.keyboard.press("Escape")

    assert bubble(page) == "none"
    expect(acronym).to_be_focused()


def bubble(page: Page) -> str:
    shown: str = page.locator(".sigle").first.evaluate("one => getComputedStyle(one, '::after').content")
    return shown


def test_a_figure_leads_to_its_source_and_back(address: str, new_page: NewPage) -> None:
    """Enter on a source mark goes to the source it names."""
    page = new_page()
    page.goto(address + SHEET)
    mark = page.locator(".resultats .renvoi a").first
    target = mark.get_attribute("href") or ""
    mark.press("Enter")

    expect(page.locator(target)).to_be_in_viewport()
    page.go_back()
    expect(mark).to_be_in_viewport()


def test_a_sheets_short_link_and_citation_are_copied(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + SHEET)
    page.get_by_role("button", name="Copier le lien").press("Enter")
    expect(page.locator(".actions__retour")).to_have_text("Lien court copié.")
    link = page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Citer").press("Enter")
    expect(page.locator(".actions__retour")).to_have_text("Citation copiée.")

    assert "Essaim, base de pratiques d’insertion" in page.evaluate("navigator.clipboard.readText()")
    page.goto(link)
    expect(page).to_have_url(address + SHEET)


@pytest.mark.parametrize(("path", "name"), [("recherche/", "Filtrer"), ("proposer/", "Le modèle à remplir")])
def test_what_folds_has_its_triangle(address: str, new_page: NewPage, path: str, name: str) -> None:
    page = new_page(PHONE)
    page.goto(address + path)
    summary = page.locator("summary", has_text=name)
    expect(summary).to_be_visible()

    expect(summary).to_have_css("display", "list-item")
    expect(summary).to_have_css("list-style-type", "disclosure-closed")
