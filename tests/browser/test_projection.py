"""Projection, as a trainer drives it: by keyboard or remote, its timer, without the network; the agenda's hours."""

from io import BytesIO
from itertools import product
from pathlib import Path
from zipfile import ZipFile

from PIL import Image
from playwright.sync_api import Page, expect
from zxingcpp import read_barcodes

from browser.conftest import DESK, PHONE, NewPage
from browser.static_host import PUBLIC_ADDRESS
from browser.test_accessibility import violations
from catalogue.corpus import PRACTICES
from catalogue.loading import load

WORKSHOP = "ateliers/aller-vers-ou-hors-les-murs/"
OVERHEAD, OLD_PROJECTOR = (1920, 1080), (1024, 768)


def projected(new_page: NewPage, url: str, size: tuple[int, int] = OLD_PROJECTOR, scheme: str = "light") -> Page:
    page = new_page(size, scheme)
    page.goto(url)
    expect(page.locator(".projection")).to_be_visible()
    return page


def stand_still(page: Page, url: str) -> None:
    """Opens a page whose time passes only when the test says so."""
    page.clock.install(time="2026-11-27T09:00:00")
    page.goto(url)
    page.clock.pause_at("2026-11-27T10:00:00")


def rank(page: Page) -> str:
    return page.locator(".projection__rang").inner_text().replace("\u00a0", " ").partition(" ")[0]


def test_a_remote_moves_from_screen_to_screen(address: str, new_page: NewPage) -> None:
    """Arrows, Page keys, Space, Home and End; the address holds the place; focus is on what is shown."""
    page = projected(new_page, f"{address}{WORKSHOP}?mode=projection")
    for key, expected in (("PageDown", "2"), ("ArrowRight", "3"), (" ", "4"), ("PageUp", "3"), ("ArrowLeft", "2")):
        page.keyboard.press(key)
        assert rank(page) == expected
        assert page.url.endswith(f"#ecran-{expected}")
        expect(page.locator(".ecran:visible")).to_have_count(1)
        expect(page.locator(".ecran:visible h1")).to_be_focused()
    page.keyboard.press("End")
    expect(page.get_by_role("button", name="Écran suivant")).to_be_disabled()
    page.reload()
    expect(page.locator(".ecran:visible h1")).to_have_text("Merci")
    page.keyboard.press("Home")

    assert rank(page) == "1"


def test_escape_leaves_and_back_too(address: str, new_page: NewPage) -> None:
    """The page comes back whole, focus on the button that opened; a single Back is enough after any number of screens."""
    page = new_page()
    page.goto(address + WORKSHOP, wait_until="networkidle")
    opener = page.get_by_role("link", name="Projeter")
    opener.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator(".projection")).to_have_count(0)
    expect(opener).to_be_focused()
    expect(page).to_have_url(address + WORKSHOP)
    opener.press("Enter")
    page.keyboard.press("ArrowRight")
    page.go_back()

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".projection")).to_have_count(0)


def test_projection_asks_nothing_more_once_the_page_is_open(address: str, new_page: NewPage) -> None:
    """Gone offline before projecting, every screen shows, QR codes included."""
    page = new_page(OLD_PROJECTOR)
    # The tab's icon: the browser asks for it again at each change of address.
    page.route("**/favicon.svg", lambda route: route.fulfill(body="<svg xmlns='http://www.w3.org/2000/svg'/>"))
    page.goto(address + WORKSHOP, wait_until="networkidle")
    page.context.set_offline(True)
    page.get_by_role("link", name="Projeter").click()
    page.get_by_label("Aller à").select_option("2")
    while page.locator(".ecran--carte:visible").count() == 0:
        page.keyboard.press("PageDown")

    expect(page.locator(".ecran:visible .ecran__code")).to_have_text("S8U4M")
    pictures = page.locator(".projection img")
    assert pictures.count() == 1 + page.locator(".ecran__code").count()
    assert pictures.evaluate_all("all => all.every(one => one.complete && one.naturalWidth > 0)")


def test_the_timer_is_spoken_rarely(address: str, new_page: NewPage) -> None:
    """Started by key, it runs from screen to screen, says five minutes and the end, and counts on when over."""
    page = new_page(OLD_PROJECTOR)
    stand_still(page, f"{address}{WORKSHOP}?mode=projection#ecran-4")
    expect(page.locator(".projection")).to_be_visible()
    said, clock = page.locator(".projection [role=status]"), page.get_by_role("timer")
    page.keyboard.press("m")
    expect(said).to_have_text("Minuteur lancé, reste 15 minutes.")
    page.clock.run_for(60_000)
    expect(clock).to_have_text("14:00")
    expect(said).to_have_text("Minuteur lancé, reste 15 minutes.")
    page.keyboard.press("PageDown")
    page.clock.run_for(9 * 60_000)
    expect(said).to_have_text("Il reste 5 minutes.")
    page.clock.run_for(5 * 60_000 + 30_000)
    expect(clock).to_have_text("+\u00a000:30")
    expect(said).to_have_text("Le temps est écoulé.")
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(60_000)
    expect(clock).to_have_text("+\u00a000:30")
    page.reload()

    expect(clock).to_have_text("+\u00a000:30")


def test_a_room_reads_the_time_when_asked(address: str, new_page: NewPage) -> None:
    """Figures a tenth of the screen high, under the idea; the end is said by words and by a double line, not by colour."""
    page = new_page(OLD_PROJECTOR, "dark")
    stand_still(page, f"{address}{WORKSHOP}?mode=projection#ecran-4")
    expect(page.locator(".projection")).to_be_visible()
    large, words, line = (
        page.locator(".chrono"),
        page.locator(".chrono__mots"),
        "one => getComputedStyle(one).borderTopStyle",
    )
    expect(large).to_be_hidden()
    page.keyboard.press("g")
    expect(page.get_by_role("button", name="En grand")).to_have_attribute("aria-pressed", "true")
    assert page.locator(".chrono__temps").evaluate("one => parseFloat(getComputedStyle(one).fontSize)") > 768 / 10
    expect(page.locator(".ecran:visible h1")).to_be_in_viewport(ratio=1)
    expect(words).to_have_text("Durée")
    page.keyboard.press("m")
    expect(words).to_have_text("Il reste")
    page.clock.run_for(14 * 60_000 + 10_000)
    expect(large).to_have_text("Dernière minute00:50")
    assert large.evaluate(line) == "solid"
    page.clock.run_for(60_000)
    expect(large).to_have_text("C’est l’heure+\u00a000:10")
    assert large.evaluate(line) == "double"
    page.clock.resume()
    assert violations(page) == []
    page.reload()
    expect(words).to_have_text("C’est l’heure")
    page.keyboard.press("Home")
    expect(large).to_be_hidden()


def test_participants_leave_with_the_workshop(address: str, new_page: NewPage) -> None:
    """The last screen gives its address in clear, and a QR code that a phone reads from an old projector."""
    page = projected(new_page, f"{address}{WORKSHOP}?mode=projection")
    page.keyboard.press("End")
    expect(page.locator(".ecran:visible .ecran__adresse")).to_have_text(f"{address}{WORKSHOP}".removeprefix("http://"))
    page.locator(".ecran:visible img").evaluate("one => one.decode()")
    [code] = read_barcodes(Image.open(BytesIO(page.screenshot(animations="disabled"))).convert("L"))

    assert code.text == f"{PUBLIC_ADDRESS}{WORKSHOP}"


def test_letters_can_be_switched_off(address: str, new_page: NewPage) -> None:
    """A key pressed by mistake, or by a voice command, then does nothing (WCAG 2.1.4)."""
    page = projected(new_page, f"{address}{WORKSHOP}?mode=projection#ecran-4")
    page.locator("summary", has_text="Touches").click()
    page.get_by_label("Touches à une lettre").uncheck()
    page.locator(".ecran:visible h1").focus()
    page.keyboard.press("m")
    page.keyboard.press("b")

    expect(page.get_by_role("button", name="Lancer")).to_be_visible()
    expect(page.locator(".projection__noir")).to_be_hidden()


def test_every_screen_of_every_workshop_fits(address: str, new_page: NewPage) -> None:
    """Nothing to scroll, in height or in width, on a new projector or an old one, with the large clock or without."""
    page, cut = new_page(), list[str]()
    for identifier in load(PRACTICES)[0].workshops:
        page.goto(f"{address}ateliers/{identifier}/?mode=projection#ecran-4")
        expect(page.locator(".projection")).to_be_visible()
        for (width, height), large in product((OVERHEAD, OLD_PROJECTOR), (True, False)):
            page.set_viewport_size({"width": width, "height": height})
            page.keyboard.press("g")
            expect(page.locator(".chrono")).to_be_visible(visible=large)
            cut += page.evaluate(
                """() => {
                  const screens = [...document.querySelectorAll(".ecran")], root = document.documentElement, cut = [];
                  const shown = screens.find(one => !one.hidden);
                  const show = one => screens.forEach(other => other.hidden = other !== one);
                  for (const one of screens) {
                    show(one);
                    if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) cut.push(one.textContent);
                  }
                  show(shown);
                  return cut;
                }"""
            )

    assert cut == []


def test_axe_finds_nothing_on_any_kind_of_screen(address: str, new_page: NewPage) -> None:
    page = projected(new_page, f"{address}{WORKSHOP}?mode=projection", scheme="dark")
    page.emulate_media(reduced_motion="reduce")
    faults: dict[str, list[str]] = {}
    seen = set[str]()
    for _ in range(page.locator(".ecran").count()):
        kind = page.locator(".ecran:visible").get_attribute("class") or ""
        if kind not in seen:
            faults |= {kind: found} if (found := violations(page)) else {}
        seen.add(kind)
        page.keyboard.press("PageDown")

    assert faults == {}
    assert len(seen) == 6


def test_the_start_time_shifts_every_row(address: str, new_page: NewPage) -> None:
    """Typed once, held by the address, past midnight too."""
    page = new_page(PHONE)
    page.goto(address + WORKSHOP)
    page.get_by_label("L’atelier commence à").fill("23:30")
    hours = page.locator(".deroule [data-minutes]").all_inner_texts()
    assert [one.replace("\u00a0", " ") for one in hours][:3] == ["23 h 30", "23 h 45", "0 h 15"]
    page.reload()

    assert page.locator(".deroule [data-minutes]").all_inner_texts() == hours


def test_a_workshop_reads_without_script_and_prints_as_a_guide(address: str, new_page: NewPage) -> None:
    """Minutes since the start; on paper the notes are open and the buttons gone."""
    page = new_page(javascript=False)
    page.goto(address + WORKSHOP)
    assert page.locator(".deroule [data-minutes]").nth(1).inner_text() == "15\u00a0min"
    page.emulate_media(media="print")

    expect(page.locator(".animer > div")).to_be_visible()
    expect(page.locator(".atelier__actions")).to_be_hidden()
    expect(page.locator(".horaire")).to_be_hidden()


def test_the_copy_for_a_key_opens_from_a_disk(site: Path, new_page: NewPage, tmp_path: Path) -> None:
    """Through file://, in a real browser, without the network: styled, silent, its links alive."""
    with ZipFile(next((site / WORKSHOP).glob("*.zip"))) as opened:
        opened.extractall(tmp_path)
    page = new_page(DESK)
    page.context.set_offline(True)
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto((tmp_path / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('.sequence__rang')).clipPath") != "none"
    page.locator(".carte__titre a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Installer les partenaires")
    page.locator("summary", has_text="Montrer le QR code").click()
    code = page.locator(".emporter img")
    code.scroll_into_view_if_needed()
    expect(code).to_have_js_property("complete", value=True)
    assert code.evaluate("one => one.naturalWidth > 0")
    page.locator(".entete__marque").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Aller-vers ou hors-les-murs\u202f?")
    assert failed == []
