"""Long pages that are crossed with a thumb: a sheet's contents, its reasons in full, lists that narrow as one types."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import DESK, PHONE, NewPage
from browser.page_types import PAGE_TYPES
from catalogue.catalogue import Catalogue
from reading_pdf import Pdf

SHEET = "fiches/place-de-creche-et-contrat-a-trois/"
CONTENTS = ".sommaire li a"


STEADY = 0.15
"""Cumulative layout shift (web.dev/articles/cls, where 0.1 is « good »): what moves under a finger is clicked amiss.
All pages but the search stay under 0.02; there, the waiting line makes room for what was understood."""
COUNT_SHIFTS = """
window.decale = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) decale += one.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
def test_no_page_jumps_while_it_loads(address: str, new_page: NewPage, size: tuple[int, int]) -> None:
    page = new_page(size)
    page.add_init_script(COUNT_SHIFTS)
    jumpy = {}
    for name, path in PAGE_TYPES.items():
        page.goto(address + path, wait_until="networkidle")
        if (shift := page.evaluate("decale")) > STEADY:
            jumpy[name] = shift

    assert jumpy == {}


# A sheet


@pytest.mark.parametrize("javascript", [True, False])
def test_a_sheets_contents_take_one_line_on_a_phone(address: str, new_page: NewPage, javascript: bool) -> None:
    page = new_page(PHONE, javascript=javascript)
    page.goto(address + SHEET)
    contents = page.get_by_role("navigation", name="Dans cette fiche")

    assert contents.evaluate("one => one.getBoundingClientRect().height") < 64
    expect(page.locator(CONTENTS).first).to_be_hidden()

    contents.get_by_text("Dans cette fiche").click()

    expect(contents.get_by_role("link", name="Limites")).to_be_visible()
    heights = page.locator(CONTENTS).evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert min(heights) >= 36


@pytest.mark.parametrize("javascript", [True, False])
def test_a_sheets_contents_stay_open_beside_the_text(address: str, new_page: NewPage, javascript: bool) -> None:
    page = new_page(DESK, javascript=javascript)
    page.goto(address + SHEET)

    assert page.locator(CONTENTS).first.is_visible()
    assert page.locator(CONTENTS).last.bounding_box()["y"] > page.locator(CONTENTS).first.bounding_box()["y"] + 100  # type: ignore[index]


def test_a_sheets_contents_follow_the_width_and_are_no_stop_for_the_keyboard(address: str, new_page: NewPage) -> None:
    page = new_page(DESK)
    page.goto(address + SHEET)
    details, summary = page.locator(".sommaire details"), page.locator(".sommaire summary")
    expect(details).to_have_attribute("open", "")
    expect(summary).to_have_attribute("tabindex", "-1")

    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})

    expect(details).not_to_have_attribute("open", "")
    expect(summary).to_have_attribute("tabindex", "0")


def test_the_reason_of_the_proof_is_whole_on_a_phone(address: str, new_page: NewPage, catalogue: Catalogue) -> None:
    """The longest of all: no line is cut."""
    longest = max(
        (one for one in catalogue.practices.values() if one.preuve),
        key=lambda one: len(one.preuve.justification),  # type: ignore[union-attr]
    )
    page = new_page(PHONE)
    page.goto(f"{address}fiches/{longest.id}/")
    reason = page.locator(".reperes__raison")

    expect(reason).to_be_visible()
    assert reason.evaluate("one => one.scrollHeight - one.clientHeight") <= 1
    assert reason.evaluate("one => getComputedStyle(one).overflow") == "visible"


def test_no_word_of_a_sheets_landmarks_is_broken(address: str, new_page: NewPage, catalogue: Catalogue) -> None:
    """« Une transformation » holds on the width of a phone, for lack of which a line would end inside a word."""
    great = next(
        one
        for one in catalogue.practices.values()
        if one.effort and catalogue.term("efforts", one.effort).libelle == "Une transformation"
    )
    page = new_page(PHONE)
    page.goto(f"{address}fiches/{great.id}/")

    lines = page.locator(".reperes__effort dd").evaluate(
        "one => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight)"
    )

    assert round(lines) == 1


def test_a_title_that_asks_is_not_closed_twice(site: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in site.glob("fiches/*/index.html")]

    assert any("?</a> " in page for page in pages)
    assert [page for page in pages if "?</a>." in page] == []


# Lists


def opened(page: Page, address: str, typed: str) -> Page:
    page.goto(address)
    page.get_by_role("search").get_by_role("textbox").last.fill(typed)
    return page


def lines(page: Page) -> list[str]:
    """The first line of what is left."""
    return [text.strip().split("\n")[0].strip() for text in page.locator("[data-ligne]:visible").all_inner_texts()]


def test_all_the_sheets_narrow_to_the_words_typed(address: str, new_page: NewPage, catalogue: Catalogue) -> None:
    """A word of the title, of the public or of the hurdle, without accents and whatever its ending."""
    page = opened(new_page(PHONE), address + "fiches/", "gardes d’ENFANT")
    box = page.locator(".filtre")

    assert "Réserver une place de crèche au parent qui cherche un emploi" in lines(page)
    assert 1 < len(lines(page)) < 10
    total = len(catalogue.practices)
    expect(box.get_by_role("status")).to_have_text(f"{len(lines(page))} fiches sur {total}")
    assert all(one.locator("[data-ligne]:visible").count() for one in page.locator("[data-groupe]:visible").all())
    expect(page.get_by_role("navigation", name="Aller à un thème")).to_be_hidden()

    box.get_by_role("button", name="Effacer").click()

    expect(box.get_by_role("status")).to_have_text(f"{total} fiches")
    assert len(lines(page)) == total
    expect(box.get_by_role("textbox")).to_be_focused()


def test_a_public_narrows_the_sheets(address: str, new_page: NewPage, catalogue: Catalogue) -> None:
    page = opened(new_page(), address + "fiches/", "sans domicile")
    label = catalogue.term("publics", "sans-abri").libelle
    assert label == "Personnes sans domicile ou hébergées"

    titles = {one.titre for one in catalogue.practices.values() if "sans-abri" in one.publics}

    assert titles <= set(lines(page))


def test_what_no_sheet_holds_leads_to_the_search_with_its_words(
    address: str, new_page: NewPage, catalogue: Catalogue
) -> None:
    page = opened(new_page(PHONE), address + "fiches/", "zzyzx & co")

    expect(page.locator(".filtre").get_by_role("status")).to_have_text(f"0 fiche sur {len(catalogue.practices)}")
    page.get_by_role("link", name="Chercher ces mots dans tout le site").click()
    expect(page.get_by_role("searchbox")).to_have_value("zzyzx & co")


def test_the_box_stays_at_hand_and_brings_its_answers_under_it(address: str, new_page: NewPage) -> None:
    page = new_page(PHONE)
    page.goto(address + "glossaire/")
    page.get_by_role("link", name="S", exact=True).click()
    box = page.locator(".filtre input")

    assert page.evaluate("scrollY") > 2000
    expect(box).to_be_in_viewport()
    assert page.locator("#lettre-s").bounding_box()["y"] > page.locator(".filtre").bounding_box()["height"]  # type: ignore[index]

    box.fill("mission")

    first = page.locator("[data-ligne]:visible").first
    expect(first).to_be_in_viewport()
    assert first.bounding_box()["y"] > page.locator(".filtre").bounding_box()["height"]  # type: ignore[index]


def test_a_short_acronym_is_not_drowned(address: str, new_page: NewPage) -> None:
    """« as » is an acronym, and how others begin: not each « association »."""
    page = opened(new_page(PHONE), address + "glossaire/", "as")

    assert [line.split()[0] for line in lines(page)] == ["AS", "ASE", "ASL"]
    page.locator(".filtre input").press("Escape")
    assert len(lines(page)) > 100


def test_replications_are_found_by_their_place(address: str, new_page: NewPage, catalogue: Catalogue) -> None:
    page = opened(new_page(PHONE), address + "essaimage/", "marseille")
    places = {one.lieu for one in catalogue.replications.values() if "Marseille" in one.lieu}

    assert len(places) > 1
    assert all(any(line.startswith(place) for line in lines(page)) for place in places)
    assert len(lines(page)) < len(catalogue.replications) / 4


def test_a_replication_unfolds_where_its_sheet_points(address: str, new_page: NewPage, catalogue: Catalogue) -> None:
    """147 places read at a glance; what happened there is one press away, and open when one comes for it."""
    first, *_, last = catalogue.replications
    page = new_page(PHONE)
    page.goto(f"{address}essaimage/#{last}")

    expect(page.locator(f"#{last} details")).to_have_attribute("open", "")
    expect(page.locator(f"#{last}")).to_be_in_viewport()
    expect(page.locator("[data-ligne] details[open]")).to_have_count(1)

    page.evaluate(f"location.hash = '{first}'")

    expect(page.locator(f"#{first} details")).to_have_attribute("open", "")


def test_a_folded_replication_is_printed_whole(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(address + "essaimage/")
    told = page.get_by_text("Repris :").first
    expect(told).to_be_hidden()

    page.emulate_media(media="print")

    assert told.evaluate("one => one.getBoundingClientRect().height") > 0
    expect(page.locator(".filiation summary").first).to_be_hidden()


def test_without_script_a_long_page_shows_no_box_and_keeps_its_jumps(address: str, new_page: NewPage) -> None:
    page = new_page(PHONE, javascript=False)
    page.goto(address + "glossaire/")

    expect(page.locator(".filtre")).to_be_hidden()
    page.get_by_role("link", name="R", exact=True).click()
    expect(page.locator("#lettre-r")).to_be_in_viewport()


def test_a_themes_page_leads_to_its_steps(address: str, new_page: NewPage) -> None:
    page = new_page(PHONE)
    page.goto(address + "themes/sourcing/")
    page.get_by_role("navigation", name="Aller aux pratiques, par étape").get_by_role("link", name="Mobiliser").click()

    expect(page.locator("#mobiliser")).to_be_in_viewport()


# On paper


def test_a_printed_sheet_has_no_bare_heading_and_nothing_to_press(address: str, new_page: NewPage) -> None:
    """A seed has the most that is missing: each of its sections still says something; no link that only a screen can follow."""
    page = new_page()
    page.goto(address + "fiches/preparer-equipe-aller-vers/")
    page.emulate_media(media="print")

    bare = page.locator(".fiche__texte > section:visible").evaluate_all(
        "all => all.filter((one) => one.innerText.trim() === one.querySelector('h2').innerText.trim()).map((one) => one.innerText)"
    )

    assert bare == []
    expect(page.get_by_text("Aucune reprise connue.")).to_be_visible()
    for away in (".retours", ".situations", "#suite", ".completer", ".absent a", ".bouton", ".sommaire"):
        assert page.locator(away).evaluate_all("all => all.filter((one) => one.checkVisibility()).length") == 0, away


def test_a_printed_sheet_wastes_no_page(address: str, new_page: NewPage) -> None:
    """One of the longest, in six pages: with the spacing of a screen it takes seven. It ends with how to come back to it."""
    page = new_page()
    page.goto(address + SHEET)

    pdf = Pdf(page.pdf(prefer_css_page_size=True))
    last = pdf.text(len(pdf) - 1)

    assert len(pdf) <= 6
    assert "Code court" in last
    assert "Contenu sous Licence Ouverte" in last
