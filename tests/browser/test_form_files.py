"""A form that opens on something: a file, a published sheet, a search that found nothing."""

import re
from pathlib import Path

from playwright.sync_api import FilePayload, expect

from browser.conftest import NewPage
from browser.form_driver import name_of_file, open_form, sheet, wait_ready, written
from test_cases import base

SHEET = "place-de-creche-et-contrat-a-trois"


def test_a_file_opened_is_written_back_the_same(address: str, new_page: NewPage) -> None:
    """Every key of a whole sheet goes through the form and comes out untouched."""
    page = new_page()
    open_form(page, f"{address}proposer/")
    page.locator("#importer summary").click()
    file: FilePayload = {"name": "velo.yaml", "mimeType": "text/yaml", "buffer": sheet().encode()}
    page.locator("#importer-fichier").set_input_files(file)
    page.locator("#importer:not([open])").wait_for(state="attached")

    assert written(page) == sheet()
    expect(page.locator("[data-bilan]")).to_contain_text("Tout est prêt")


def test_a_text_that_is_no_sheet_is_told_and_kept(address: str, new_page: NewPage) -> None:
    page = new_page()
    open_form(page, f"{address}proposer/")
    page.locator("#importer summary").click()
    page.locator("#importer-texte").fill("titre: un : deux\n  fiche")
    page.locator("[data-importer]").click()

    expect(page.locator("#importer-erreur")).to_contain_text("Ligne 1")
    expect(page.locator("#importer-texte")).to_have_value("titre: un : deux\n  fiche")
    page.locator("#importer-texte").fill(base("essaimage"))
    page.locator("[data-importer]").click()
    expect(page.locator("#importer-erreur")).to_contain_text("raconte une reprise")


def test_a_file_of_another_time_is_taken_as_far_as_it_goes(address: str, new_page: NewPage) -> None:
    """What no question answers stays where it was pasted, and is named; dates are understood; review begins again."""
    page = new_page()
    open_form(page, f"{address}proposer/")
    page.locator("#importer summary").click()
    old = sheet().replace("statut: relecture", "statut: publiee").replace("publics:", "budget: 3000 euros\npublics:", 1)
    old = re.sub(r"date_collecte: .*", "date_collecte: 12/03/24", old)
    page.locator("#importer-texte").fill(old)
    page.locator("[data-importer]").click()

    expect(page.locator("#importer-erreur")).to_contain_text("Aucune question ne répond à « budget »")
    expect(page.locator("#importer-texte")).to_have_value(old)
    text = written(page)
    assert "statut: relecture" in text
    assert "date_collecte: 2024-03-12" in text
    expect(page.locator("[data-bilan]")).to_contain_text("Tout est prêt")


def test_a_published_sheet_is_corrected_on_the_right_question(address: str, new_page: NewPage, site: Path) -> None:
    """Only the date of update changes by itself; the file keeps its name."""
    page = new_page()
    page.goto(f"{address}proposer/?corriger={SHEET}#limites")
    wait_ready(page)
    expect(page.locator("#c-limites")).to_be_focused()
    page.reload()
    wait_ready(page)
    text, published = written(page), (site / "fiches" / SHEET / f"{SHEET}.yaml").read_text(encoding="utf-8")

    assert {line.split(":")[0] for line in set(text.splitlines()) ^ set(published.splitlines())} == {"date_maj"}
    assert name_of_file(page) == SHEET
    assert page.locator("#c-id").get_attribute("readonly") is not None


def test_a_search_that_found_nothing_starts_a_sheet(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{address}proposer/?sujet=m%C3%A8re%20seule%20%3Cb%3Esans%20garde")
    wait_ready(page)

    expect(page.locator(".saisie__rappel")).to_contain_text("Vous cherchiez « mère seule <b>sans garde »")
    expect(page.locator("#c-probleme")).to_have_value("mère seule <b>sans garde")
    expect(page).to_have_url(f"{address}proposer/")
    page.reload()
    wait_ready(page)
    expect(page.locator("#c-probleme")).to_have_value("mère seule <b>sans garde")
