"""The ways out of the form: a host's page, a mail, a file, a copy; one at least is always open."""

from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from browser.conftest import NewPage
from browser.form_driver import answer, fill_graine, open_form, open_step, paste, sheet, with_host, written


@pytest.mark.parametrize(
    ("settings", "host"),
    [
        (("https://github.com/essaim/base", ""), ("GitHub", "https://github.com/essaim/base/new/main?filename=practices%2Fsourcing%2F", True)),
        (("https://gitlab.com/essaim/base", ""), ("GitLab", "https://gitlab.com/essaim/base/-/new/main/?file_name=practices%2Fsourcing%2F", False)),
        (("https://codeberg.org/essaim/base", ""), ("codeberg.org", "https://codeberg.org/essaim/base/_new/main/?filename=practices%2Fsourcing%2F", True)),
        (("https://forge.exemple.fr/essaim/base", "gitlab"), ("GitLab", "https://forge.exemple.fr/essaim/base/-/new/main/?file_name=", False)),
    ],
)  # fmt: skip
def test_the_host_opens_on_the_file(
    address: str, new_page: NewPage, settings: tuple[str, str], host: tuple[str, str, bool]
) -> None:
    """GitHub and Forgejo receive the text in the address; GitLab forgets it, so it is copied."""
    name, start, carries = host
    page = new_page()
    with_host(page, settings[0], forge=settings[1])
    open_form(page, f"{address}proposer/")
    fill_graine(page)
    open_step(page, "envoyer")
    link = page.locator("a[data-depot]:visible")

    assert (link.get_attribute("href") or "").startswith(start)
    assert ("&value=titre" in (link.get_attribute("href") or "")) is carries
    assert ("copié" in link.inner_text()) is not carries
    assert name in link.inner_text()


def test_a_long_sheet_is_copied_rather_than_cut(address: str, new_page: NewPage) -> None:
    """Above 6,000 encoded characters hosts answer an error: the address keeps the name alone."""
    page = new_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.context.route("https://github.com/**", lambda route: route.fulfill(body="dépôt"))
    with_host(page, "https://github.com/essaim/base", contact="contact@exemple.fr")
    open_form(page, f"{address}proposer/")
    paste(page, sheet())
    answer(page, "#c-limites", "La pluie et la nuit découragent [s2]. " + "É" * 460)
    open_step(page, "envoyer")
    link = page.locator("a[data-depot]:visible")
    assert "value=" not in (link.get_attribute("href") or "")
    with page.context.expect_page():
        link.click()

    expect(page.locator("[data-retour]")).to_contain_text("Texte copié")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("[data-yaml]").text_content()
    mail = page.get_by_role("link", name="L’envoyer par courriel (le texte est copié)").get_attribute("href") or ""
    assert mail.startswith("mailto:contact@exemple.fr?subject=Essaim")
    assert len(mail) < 1000


def test_a_graine_travels_whole_in_a_mail(address: str, new_page: NewPage) -> None:
    """With the lines that mail asks for."""
    page = new_page()
    with_host(page, contact="contact@exemple.fr")
    open_form(page, f"{address}proposer/")
    fill_graine(page)
    text = written(page)
    mail = unquote(page.get_by_role("link", name="L’envoyer par courriel").get_attribute("href") or "")

    assert text.replace("\n", "\r\n") in mail
    expect(page.locator("[data-phrase]")).to_contain_text("Le courriel s’ouvre avec le texte")


def test_a_copy_that_the_browser_refuses_is_left_to_the_hand(address: str, new_page: NewPage) -> None:
    """The text is opened and chosen: one key copies it."""
    page = new_page()
    page.context.route("https://gitlab.com/**", lambda route: route.fulfill(body="dépôt"))
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refus'))")
    with_host(page, "https://gitlab.com/essaim/base")
    open_form(page, f"{address}proposer/")
    fill_graine(page)
    text = written(page)
    for button in (page.get_by_role("button", name="Copier le texte"), page.locator("a[data-depot]:visible")):
        page.evaluate("getSelection().removeAllRanges()")
        button.click()
        expect(page.locator("[data-retour]")).to_contain_text("copiez-le à la main")
        # The first button's words are still shown at the second: they do not say that the text is chosen again.
        page.wait_for_function("text => getSelection().toString().trim() === text", arg=text.strip(), polling=100)


def test_without_a_repository_the_page_says_what_to_do(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_form(page, f"{address}proposer/")
    fill_graine(page)
    open_step(page, "envoyer")
    expect(page.locator("[data-phrase]")).to_contain_text("n’est pas encore ouverte")
    expect(page.locator("a[data-depot]")).to_be_hidden()
    page.get_by_role("button", name="Copier le texte").click()

    expect(page.locator("[data-retour]")).to_have_text("Texte copié.")
    assert page.evaluate("navigator.clipboard.readText()").startswith("titre: Ouvrir une permanence")
