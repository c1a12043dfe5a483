"""What tests of the forms do again and again: open one, answer, go on, read what the page says and writes."""

import shutil
from pathlib import Path

from playwright.sync_api import Locator, Page, Route, expect

from catalogue.corpus import PRACTICES
from catalogue.loading import load
from catalogue.problems import Problem
from forges import repository
from test_cases import base

GRAINE: dict[str, str | bool] = {
    "#c-titre": "Ouvrir une permanence à la laverie",
    "#c-accroche": "Pour des personnes qui ne viennent plus au bureau. Une heure par semaine, là où elles passent déjà.",
    "#c-sous_themes-reperer": True,
    "#c-publics-non-inscrits": True,
    "#c-porteur-nom": "Centre social des Deux-Rives",
    "#c-porteur-type": "centre-social",
    "#c-territoires-09": True,
    "#c-probleme": "Les personnes isolées ne poussaient plus la porte du centre social.",
    "#c-en_bref": "Une conseillère s'installe à la laverie le mardi. Elle écoute, puis propose un rendez-vous.",
    "#c-sources-1-titre": "La laverie du mardi",
    "#c-sources-1-editeur": "Journal d'exemple",
    "#c-sources-1-type": "presse",
    "#c-sources-1-url": "https://exemple.org/laverie",
    "#c-sources-1-date": "mars 2025",
    "#c-manques textarea": "Combien de personnes sont venues ?",
}
"""Selector → what is answered: text, a code to choose, or True to tick."""


def open_form(page: Page, url: str) -> None:
    """Opens a form and makes the first gesture, which loads it."""
    page.goto(url)
    page.locator("[data-formulaire] .etape__titre").first.click()
    wait_ready(page)


def wait_ready(page: Page) -> None:
    expect(page.locator("[data-formulaire]")).to_have_attribute("aria-busy", "false")


def fill_graine(page: Page) -> None:
    for selector, value in GRAINE.items():
        answer(page, selector, value)


def answer(page: Page, selector: str, value: str | bool) -> None:
    """Answers one question, in whatever step it is."""
    field = page.locator(selector).first
    show(page, field)
    if isinstance(value, bool):
        if filter_ := folded_list(field):
            filter_.fill((field.get_attribute("value") or "").lower())
        field.set_checked(value)
    elif field.evaluate("one => one.tagName") == "SELECT":
        field.select_option(value)
    else:
        field.fill(value)
        field.press("Tab")


def folded_list(field: Locator) -> Locator | None:
    """The filter of a list that shows nothing until one types."""
    found = field.locator("xpath=ancestor::fieldset[@data-replie]//input[@data-filtre]")
    return found if found.count() else None


def show(page: Page, field: Locator) -> None:
    """Opens the step, and the folded part, that a field is in."""
    step = field.evaluate("one => one.closest('[data-etape]').dataset.etape")
    if not field.is_visible():
        open_step(page, step)
    folded = field.locator("xpath=ancestor::details[not(@open)]/summary")
    if folded.count():
        folded.click()


def open_step(page: Page, code: str) -> None:
    page.locator(f'.pas a[href="#etape-{code}"]').click()
    expect(page.locator(f"#etape-{code}")).to_be_visible()


def go_on(page: Page) -> None:
    """Presses the visible step's « Continuer »."""
    page.locator("[data-ouverte] [data-continuer]").click()


def fault_of(page: Page, selector: str) -> Locator:
    """Where the page says what is wrong with a field: what its description points at."""
    field = page.locator(selector).first
    described = field.evaluate(
        "one => (one.closest('.choix') ?? one).getAttribute('aria-describedby').split(' ').at(-1)"
    )
    return page.locator(f"[id='{described}']")


def written(page: Page) -> str:
    """The file that the last step offers."""
    open_step(page, "envoyer")
    return page.locator("[data-yaml]").text_content() or ""


def name_of_file(page: Page) -> str:
    return page.locator("#c-id").input_value()


def paste(page: Page, text: str) -> None:
    """Opens a file's text in the form."""
    panel = page.locator("#importer")
    if panel.get_attribute("open") is None:
        panel.locator("summary").click()
    page.locator("#importer-texte").fill(text)
    page.locator("[data-importer]").click()
    page.locator("#importer:not([open])").wait_for(state="attached")


def checked(folder: Path, path: str, text: str) -> list[Problem]:
    """What the checker says of the project's corpus once `text` is in it, warnings included."""
    corpus = folder / "practices"
    shutil.copytree(PRACTICES, corpus, dirs_exist_ok=True)
    target = corpus / path.removeprefix("practices/")
    target.write_text(text, encoding="utf-8")
    return [one for one in load(corpus)[1] if target.name in one.fichier]


def with_host(page: Page, depot: str = "", contact: str = "", forge: str = "") -> None:
    """The page as it would be built with these settings in mkdocs.yml."""

    def fulfil(route: Route) -> None:
        response = route.fetch()
        host = repository(depot, forge)
        settings = f'data-depot="{host.address}" data-forge="{host.forge}" data-contact="{contact}"'
        body = response.text().replace('data-depot="" data-forge="" data-contact=""', settings)
        assert settings in body
        route.fulfill(response=response, body=body)

    page.route("**/proposer/**", fulfil)
    page.route("**/signaler/**", fulfil)


def sheet() -> str:
    """A whole sheet, valid beside the project's own."""
    return base("fiche")
