"""A contributor without git: a sheet or a replication typed in a browser, kept, checked, and ready to send."""

import re
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import DESK, PHONE, NewPage
from browser.form_driver import (
    GRAINE,
    answer,
    checked,
    fill_graine,
    go_on,
    name_of_file,
    open_form,
    open_step,
    paste,
    sheet,
    wait_ready,
    written,
)
from browser.test_accessibility import SMALLEST, violations
from catalogue.form import screens
from catalogue.formatting import fix_file
from catalogue.questions import Size

SHEET = "place-de-creche-et-contrat-a-trois"
SEED = "preparer-equipe-aller-vers"
TYPED_A_MINUTE = 200
"""Characters: a moderate typist's 40 words of five letters."""
MINUTES = 10
LONGEST_ADDRESS = 100
"""Characters of a source's address, when it is typed rather than pasted."""


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360", "1280"])
def test_a_graine_is_valid_at_the_first_check(
    address: str, new_page: NewPage, size: tuple[int, int], tmp_path: Path
) -> None:
    """Nine answers, one source, one gap: the file downloaded passes the checker, warnings included."""
    page = new_page(size)
    open_form(page, f"{address}proposer/")
    fill_graine(page)
    open_step(page, "envoyer")
    expect(page.locator("[data-bilan]")).to_contain_text("Tout est prêt")
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger le fichier").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")

    assert download.value.suggested_filename == "ouvrir-une-permanence-a-la-laverie.yaml"
    assert checked(tmp_path, f"practices/sourcing/{download.value.suggested_filename}", text) == []
    assert fix_file(tmp_path / "practices" / "sourcing" / download.value.suggested_filename).sentence == ""
    assert text == written(page)
    assert "Une conseillère s’installe" in text
    assert "date: 2025-03" in text


def test_the_longest_graine_takes_ten_minutes_of_typing() -> None:
    """Counted, not timed: every text at its limit, an address, at a moderate pace, and six seconds a box or list."""
    fields = [one for screen in screens("fiche") if screen.step.size is Size.SEED for one in screen.fields]
    asked = [one for field in fields for one in (field, *field.parts) if one.needed is Size.SEED]
    typed = sum(one.limit for one in asked) + LONGEST_ADDRESS
    gestures = sum(one.limit == 0 for one in asked)

    assert len(fields) == 10
    assert typed / TYPED_A_MINUTE + gestures / 10 <= MINUTES


def test_a_graine_by_keyboard_alone(address: str, new_page: NewPage) -> None:
    """Tab, Space, Enter and letters: every question, every step, to the button that saves the file."""
    page = new_page()
    page.goto(f"{address}proposer/")
    for selector, value in GRAINE.items():
        tab_to(page, selector, value)
    tab_to(page, "#etape-sources [data-continuer]", True, key="Enter")
    expect(page.locator("#etape-envoyer-titre")).to_be_focused()
    expect(page.locator("[data-bilan]")).to_contain_text("Tout est prêt")
    with page.expect_download() as download:
        tab_to(page, "[data-telecharger]", True, key="Enter")

    assert download.value.suggested_filename == "ouvrir-une-permanence-a-la-laverie.yaml"


def tab_to(page: Page, selector: str, value: str | bool, key: str = "Space") -> None:
    """Reaches a control with Tab, passing by « Continuer » when its step is over, and answers it."""
    target = page.locator(selector).first
    for _ in range(150):
        if target.count() and target.evaluate("one => one === document.activeElement"):
            break
        if page.evaluate("document.activeElement.hasAttribute('data-continuer')"):
            page.keyboard.press("Enter")
            wait_ready(page)
        elif page.evaluate(
            "document.activeElement.closest('[data-replie]') && 'filtre' in document.activeElement.dataset"
        ):
            page.keyboard.type("ariège")
            page.keyboard.press("Tab")
        else:
            page.keyboard.press("Tab")
    expect(target).to_be_focused()
    if isinstance(value, bool):
        page.keyboard.press(key)
    elif target.evaluate("one => one.tagName") == "SELECT":
        page.keyboard.type(target.locator(f'option[value="{value}"]').inner_text())
    else:
        page.keyboard.type(value)


def test_a_list_is_ordered_and_nothing_removed_is_lost(address: str, new_page: NewPage) -> None:
    """Add, move, remove, take back, with the focus always somewhere that makes sense."""
    page = new_page()
    open_form(page, f"{address}proposer/")
    answer(page, "#c-manques textarea", "Combien ?")
    page.locator("#c-manques textarea").first.press("Enter")
    page.keyboard.type("Et après ?")
    page.locator("#c-manques").get_by_role("button", name="Monter : question 2").click()
    expect(page.locator("#c-manques").get_by_role("button", name="Descendre : question 1")).to_be_focused()
    questions = page.locator("#c-manques textarea")
    expect(questions.first).to_have_value("Et après ?")
    page.locator("#c-manques").get_by_role("button", name="Retirer : question 1").click()
    expect(questions).to_have_count(1)
    page.locator("#c-manques").get_by_role("button", name="Rétablir").click()

    expect(questions.first).to_have_value("Et après ?")
    assert "- Et après ?\n  - Combien ?" in written(page)


def test_a_sheet_links_to_all_that_can_be_done_with_it(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{address}fiches/{SEED}/")

    for name, target in {
        "J’ai repris cette pratique": f"essaimer/?fiche={SEED}",
        "Signaler une erreur": f"signaler/?fiche={SEED}",
        "Corriger la fiche": f"proposer/?corriger={SEED}",
        "Données de la fiche (YAML)": f"{SEED}.yaml",
    }.items():
        assert (page.get_by_role("link", name=name).get_attribute("href") or "").endswith(target)
    gaps = page.locator(".manques li")
    assert gaps.count() == gaps.get_by_role("link", name=re.compile("^Compléter")).count() > 0


def test_a_replication_from_a_sheets_button(address: str, new_page: NewPage, tmp_path: Path) -> None:
    """Stopped, and welcome: the file is valid at the first check."""
    page = new_page(PHONE)
    page.goto(f"{address}fiches/{SEED}/")
    page.get_by_role("link", name="J’ai repris cette pratique").click()
    wait_ready(page)
    expect(page.locator("#c-fiche input[type=radio]")).to_be_checked()
    expect(page.locator(".chapeau")).to_contain_text("arrêtée ou ratée est la bienvenue")
    told: dict[str, str | bool] = {
        "#c-structure-nom": "Mission locale d’exemple",
        "#c-structure-type": "mission-locale",
        "#c-lieu": "Foix",
        "#c-territoires-09": True,
        "#c-etat-abandonnee": True,
        "#c-depuis": "03/2025",
        "#c-jusqu_a": "2026",
        "#c-change": "Le jour a changé.",
        "#c-constat": "Personne n’est venu l’hiver.",
        "#c-sources-1-titre": "Notre bilan",
        "#c-sources-1-editeur": "Mission locale d’exemple",
        "#c-sources-1-type": "temoignage",
        "#c-sources-1-adresse_omise": "Bilan remis en main propre",
    }
    for selector, value in told.items():
        answer(page, selector, value)
    text = written(page)

    assert checked(tmp_path, f"practices/essaimages/{name_of_file(page)}.yaml", text) == []
    assert f"fiche: {SEED}" in text
    assert "depuis: 2025-03" in text


def test_a_fiche_after_a_graine(address: str, new_page: NewPage) -> None:
    """Dates and licence are suggested; what is missing is told, step by step, and leads to its field."""
    page = new_page()
    open_form(page, f"{address}proposer/")
    fill_graine(page)
    open_step(page, "envoyer")
    page.get_by_role("button", name="Compléter en fiche").click()
    expect(page.locator("#etape-deroule-titre")).to_be_focused()
    text = written(page)
    assert "statut: relecture" in text
    assert "licence: etalab-2.0" in text
    page.locator("[data-bilan]").get_by_role("link", name="Quelles sont les étapes ?").first.click()

    expect(page.locator("#c-etapes")).to_be_focused()
    open_step(page, "envoyer")
    page.get_by_role("button", name="Revenir à la graine").click()
    assert "statut: graine" in written(page)


def test_a_sheet_much_like_it_is_shown(address: str, new_page: NewPage) -> None:
    page = new_page()
    open_form(page, f"{address}proposer/")
    answer(page, "#c-titre", "Réserver une place de crèche au parent qui cherche un emploi")

    expect(page.locator("[data-proches] a").first).to_have_attribute("href", f"../fiches/{SHEET}/")


def test_the_preview_follows_what_is_typed(address: str, new_page: NewPage) -> None:
    """Text stays text, sources become numbers, the card shows what it will print."""
    page = new_page()
    open_form(page, f"{address}proposer/")
    fill_graine(page)
    answer(page, "#c-probleme", "Un <img src=x> et une phrase [s1].")
    open_step(page, "envoyer")
    preview = page.locator("[data-apercu]")

    expect(preview).to_contain_text("Un <img src=x> et une phrase1.")
    assert preview.locator("img").count() == 0
    expect(page.locator("[data-carte]")).to_contain_text("Personnes non accompagnées")


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "light"), (DESK, "dark"), (SMALLEST, "")], ids=str)
def test_every_state_is_accessible(address: str, new_page: NewPage, size: tuple[int, int], scheme: str) -> None:
    """Faults shown, the steps of a whole sheet, the preview, drafts: axe finds nothing, and nothing scrolls sideways."""
    page = new_page(size, scheme)
    found_in = partial(faults_of, size=size, axe=bool(scheme))
    open_form(page, f"{address}proposer/")
    states = {}
    go_on(page)
    states["fautes"] = found_in(page)
    paste(page, sheet())
    for code in ("contexte", "deroule", "effets", "autour", "envoyer"):
        open_step(page, code)
        states[code] = found_in(page)
    page.goto(f"{address}essaimer/?fiche={SEED}")
    wait_ready(page)
    states["reprise"] = found_in(page)
    tab = page.context.new_page()
    tab.goto(f"{address}proposer/")
    expect(tab.locator(".brouillons")).to_be_visible()
    states["brouillons"] = found_in(tab)

    assert {name: found for name, found in states.items() if found} == {}


def faults_of(page: Page, size: tuple[int, int], axe: bool) -> list[str]:
    width = page.evaluate("document.documentElement.scrollWidth")
    return (violations(page) if axe else []) + ([f"large de {width} px"] if width > size[0] else [])


def test_without_javascript_other_ways_are_shown(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}proposer/")

    expect(page.locator("[data-formulaire]")).to_be_hidden()
    expect(page.get_by_text("Ce formulaire demande JavaScript")).to_be_visible()
    page.get_by_text("Le modèle à remplir").click()
    expect(page.get_by_role("region", name="Modèle à remplir")).to_contain_text("# Que fait-on ?")
    context.close()


def test_the_blank_form_prints(address: str, new_page: NewPage) -> None:
    """Every question of a graine on paper, and no button."""
    page = new_page()
    open_form(page, f"{address}proposer/")
    page.emulate_media(media="print")

    for selector in ("#c-titre", "#c-publics-jeunes", "#c-probleme", "#c-sources-1-titre", "#c-manques textarea"):
        expect(page.locator(selector).first).to_be_visible()
    for selector in ("[data-continuer]", ".pas", ".importer", "#etape-envoyer", "#etape-deroule"):
        expect(page.locator(selector).first).to_be_hidden()
