"""« Signaler une erreur » and « Compléter »: a few words about a sheet, from where they came to mind."""

import re

import pytest
from playwright.sync_api import expect

from browser.conftest import PHONE, NewPage
from browser.form_driver import with_host, written

SEED = "preparer-equipe-aller-vers"
OTHER = "place-de-creche-et-contrat-a-trois"


def test_a_gap_is_completed_from_the_sheet(address: str, new_page: NewPage) -> None:
    """The question is already there; what is typed is kept; the message says which sheet and which part."""
    page = new_page(PHONE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}fiches/{SEED}/")
    gap = page.locator(".manques li").first
    question = gap.evaluate("one => one.childNodes[0].textContent.trim()")
    gap.get_by_role("link", name=re.compile("^Compléter")).click()
    expect(page.locator("[data-fiche]")).to_contain_text("Revoir horaires")
    expect(page.locator("#s-message")).to_have_value(re.compile(re.escape(question.split(" ")[0])))
    page.get_by_role("button", name="Copier le message").click()
    expect(page.locator("#s-message-erreur")).to_contain_text("Il manque le message ; écrivez quelques mots")
    page.locator("#s-message").press("Control+End")
    page.keyboard.type("Oui : le mardi soir.")
    page.reload()
    expect(page.locator("#s-message")).to_have_value(re.compile("Oui : le mardi soir."))
    page.get_by_role("button", name="Copier le message").click()
    expect(page.locator("[data-retour]")).to_have_text("Message copié.")

    message = page.evaluate("navigator.clipboard.readText()")
    assert f"fiches/{SEED}/" in message
    assert "Partie : Que ne savez-vous pas encore" in message
    assert message.rstrip().endswith("Oui : le mardi soir.")
    page.get_by_role("button", name="Effacer").click()
    page.reload()
    expect(page.locator("#s-message")).not_to_have_value(re.compile("mardi"))


def test_an_error_opens_a_filled_issue(address: str, new_page: NewPage) -> None:
    """On GitHub, the template's own fields; by mail, the message itself."""
    page = new_page()
    with_host(page, "https://github.com/essaim/base", contact="contact@exemple.fr")
    page.goto(f"{address}signaler/?fiche={SEED}")
    expect(page.locator("[data-fiche]")).to_be_visible()
    page.locator("#s-message").fill("Le chiffre est faux & daté.")
    issue = page.get_by_role("link", name="L’envoyer sur GitHub").get_attribute("href") or ""
    mail = page.get_by_role("link", name="L’envoyer par courriel").get_attribute("href") or ""

    assert issue.startswith("https://github.com/essaim/base/issues/new?template=erreur.yml&title=Erreur")
    assert "erreur=Le+chiffre+est+faux+%26+dat%C3%A9." in issue
    assert mail.startswith("mailto:contact@exemple.fr?subject=Erreur")
    assert "Le%20chiffre%20est%20faux%20%26%20dat%C3%A9." in mail


@pytest.mark.parametrize(
    ("depot", "name", "start"),
    [
        ("https://gitlab.com/essaim/base", "GitLab", "/-/issues/new?issue%5Btitle%5D=Erreur"),
        ("https://codeberg.org/essaim/base", "codeberg.org", "/issues/new?title=Erreur"),
    ],
)
def test_other_hosts_take_the_message_in_one_piece(
    address: str, new_page: NewPage, depot: str, name: str, start: str
) -> None:
    """And one too long for an address is copied, whatever it is made of."""
    page = new_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.context.route(f"{depot}/**", lambda route: route.fulfill(body="dépôt"))
    with_host(page, depot)
    page.goto(f"{address}signaler/?fiche={SEED}")
    expect(page.locator("[data-fiche]")).to_be_visible()
    page.locator("#s-message").fill("Le chiffre est faux.")
    link = page.get_by_role("link", name=f"L’envoyer sur {name}")
    issue = link.get_attribute("href") or ""
    assert issue.startswith(depot + start)
    assert "Le+chiffre+est+faux." in issue
    page.locator("#s-message").fill("É😀" * 500)
    with page.context.expect_page():
        link.click()

    expect(page.locator("[data-retour]")).to_contain_text("Message copié")
    assert "É😀" * 500 in page.evaluate("navigator.clipboard.readText()")


def test_a_message_on_another_sheet_replaces_none(address: str, new_page: NewPage) -> None:
    page = new_page()
    for sheet in (SEED, OTHER):
        page.goto(f"{address}signaler/?fiche={sheet}")
        expect(page.locator("[data-fiche]")).to_be_visible()
        page.locator("#s-message").fill(f"Sur {sheet}")
    page.goto(f"{address}signaler/?fiche={SEED}")

    expect(page.locator("#s-message")).to_have_value(f"Sur {SEED}")


def test_an_undocumented_section_leads_to_its_question(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{address}fiches/{SEED}/")
    page.get_by_role("link", name=re.compile("Complétez")).first.click()

    expect(page.locator("#s-partie")).not_to_have_value("")
    page.get_by_role("link", name="Écrivez-le directement dans la fiche").click()
    expect(page.locator("[data-formulaire]")).to_have_attribute("aria-busy", "false")
    assert "corriger" not in page.url
    expect(page.locator(":focus")).to_be_visible()
    expect(page.locator(":focus")).to_have_attribute("id", re.compile("^c-"))
    assert "statut: graine" in written(page)
