"""Search as a practitioner meets it: their words, filters, an address to share, the way back."""

import re
from pathlib import Path
from urllib.parse import quote_plus

import pytest
import yaml
from playwright.sync_api import Page, Route, expect

from browser.conftest import PHONE, NewPage

QUERIES = yaml.safe_load((Path(__file__).parents[1] / "requetes.yml").read_text(encoding="utf-8"))

PASTED = (
    "Bonjour, je suis conseillère et je reçois beaucoup de femmes seules avec de jeunes enfants qui n’ont aucune solution "
    "de garde et refusent toutes les propositions. Connaissez-vous des expériences ? Merci d’avance"
)


def open_search(page: Page, address: str, query: str = "") -> None:
    page.goto(f"{address}recherche/{query}")
    expect(page.locator("#etat")).not_to_contain_text(re.compile("Chargement|en cours"))


def found(page: Page) -> list[str]:
    """Ids of the sheets shown, in rank order."""
    return [item.get_attribute("data-fiche") or "" for item in page.locator("#resultats [data-fiche]").all()]


def announced(page: Page) -> int:
    """The number of sheets the status line announces."""
    match = re.match(r"(\d+) fiche", page.locator("#etat").inner_text())
    return int(match[1]) if match else 0


def count_of(page: Page, facet: str, code: str) -> int:
    return int(page.locator(f'label.option:has(input[name="{facet}"][value="{code}"]) span').last.inner_text())


def tick(page: Page, facet: str, code: str) -> None:
    group = page.locator(f'fieldset[data-facette="{facet}"]')
    box = group.locator(f'input[value="{code}"]')
    if not box.is_visible():
        group.locator(".plus").click()
    box.check()


def test_a_query_in_ones_own_words_finds_the_sheet(address: str, new_page: NewPage) -> None:
    """A sentence with a misspelt detail finds the nursery sheet first, and shows where."""
    page = new_page()
    open_search(page, address)

    page.get_by_label("Décrivez la situation").fill("maman seule bloquée par la garde de son enfant, crèche")
    expect(page.locator("#resultats [data-fiche]").first).to_have_attribute(
        "data-fiche", "place-de-creche-et-contrat-a-trois"
    )

    expect(page.locator("#resultats mark").first).to_be_visible()
    assert "q=maman" in page.url


def test_a_sentence_never_returns_nothing(address: str, new_page: NewPage) -> None:
    """No real query leaves a practitioner in front of an empty page."""
    page = new_page()
    open_search(page, address)
    empty = []
    for query in QUERIES:
        page.goto(f"{address}recherche/?q={quote_plus(query['q'])}")
        page.locator("#resultats [data-fiche], #vide [data-fiche]").first.wait_for()
        if not found(page):
            empty.append(query["q"])

    assert empty == []


def test_facets_are_or_inside_and_between_with_true_counts(address: str, new_page: NewPage) -> None:
    """The count beside a value is the number of sheets one gets by ticking it."""
    page = new_page()
    open_search(page, address)
    sourcing, cooperation = count_of(page, "theme", "sourcing"), count_of(page, "theme", "cooperation")

    tick(page, "theme", "sourcing")
    expect(page.locator("#etat")).to_have_text(f"{sourcing} fiches.")
    assert count_of(page, "theme", "cooperation") == cooperation

    tick(page, "theme", "cooperation")
    both = announced(page)
    assert max(sourcing, cooperation) <= both <= sourcing + cooperation

    expected = count_of(page, "publics", "jeunes")
    tick(page, "publics", "jeunes")
    expect(page.locator("#etat")).to_have_text(f"{expected} fiches.")


def test_text_and_facets_combine(address: str, new_page: NewPage) -> None:
    """With words typed, counts speak of the sheets that answer them."""
    page = new_page()
    open_search(page, address, "?q=r%C3%A9fugi%C3%A9s")
    all_found = announced(page)
    expected = count_of(page, "theme", "cooperation")

    tick(page, "theme", "cooperation")

    expect(page.locator("#etat")).to_contain_text(f"{expected} fiche")
    assert 0 < expected < all_found


def test_facets_alone_download_no_search_engine(address: str, new_page: NewPage) -> None:
    """Without text, counts and lists come from our own small index."""
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_search(page, address, "?theme=sourcing&freins=mobilite")

    tick(page, "publics", "jeunes")
    expect(page.locator("#etat")).to_contain_text("fiche")

    assert [url for url in asked if "/pagefind/" in url] == []


def test_the_address_holds_the_state(address: str, new_page: NewPage) -> None:
    """A shared address gives the same words, the same filters, the same order."""
    page = new_page()
    open_search(page, address, "?q=emploi&theme=sourcing&theme=cooperation&tri=preuve")

    assert page.get_by_label("Décrivez la situation").input_value() == "emploi"
    assert page.locator('input[name="theme"]:checked').count() == 2
    assert page.get_by_label("Trier par").input_value() == "preuve"
    assert page.locator("#choisis button").count() == 3


def test_back_and_forward_retrace_the_search(address: str, new_page: NewPage) -> None:
    """The back button undoes a filter, then comes back from a sheet to the same list."""
    page = new_page()
    open_search(page, address, "?q=emploi")
    before = announced(page)
    tick(page, "theme", "sourcing")
    expect(page.locator("#etat")).not_to_contain_text(f"{before} fiches")
    after, listed = announced(page), found(page)

    page.locator("#resultats a").first.click()
    expect(page.locator("article.fiche h1")).to_be_visible()
    page.go_back()
    expect(page.locator("#etat")).to_contain_text(f"{after} fiche")
    assert found(page) == listed

    page.go_back()
    expect(page.locator("#etat")).to_contain_text(f"{before} fiche")
    assert page.locator('input[name="theme"]:checked').count() == 0
    page.go_forward()
    expect(page.locator("#etat")).to_contain_text(f"{after} fiche")


def test_nothing_found_offers_neighbours_and_a_way_on(address: str, new_page: NewPage) -> None:
    page = new_page()
    open_search(page, address, "?q=qqqq")

    expect(page.locator("#etat")).to_have_text("Aucune fiche ne répond à tout cela.")
    expect(page.locator("#vide [data-fiche]")).to_have_count(3)
    expect(page.locator("#vide").get_by_role("link", name="proposer une graine")).to_be_visible()


def test_filters_that_exclude_everything_say_so(address: str, new_page: NewPage) -> None:
    """Words that lead somewhere, stopped by filters: the page says which is in the way, and shows what was stopped."""
    page = new_page()
    open_search(page, address, "?q=cr%C3%A8che&publics=justice&freins=garde-enfants")

    expect(page.locator("#vide")).to_contain_text("aucune ne passe tous les filtres")
    page.get_by_role("button", name="Tout retirer").click()
    expect(page.locator("#resultats [data-fiche]").first).to_be_visible()
    expect(page.get_by_label("Décrivez la situation")).to_be_focused()


def test_a_chosen_filter_is_removed_by_its_chip(address: str, new_page: NewPage) -> None:
    page = new_page()
    open_search(page, address, "?theme=sourcing")
    page.get_by_role("button", name="Retirer le filtre Thème : Sourcing").click()

    expect(page.locator("#choisis button")).to_have_count(0)
    assert "theme" not in page.url


def test_sorting(address: str, new_page: NewPage) -> None:
    """By evidence, levels never rise down the list."""
    page = new_page()
    open_search(page, address)
    page.get_by_label("Trier par").select_option("preuve")
    expect(page).to_have_url(re.compile("tri=preuve"))

    levels = [item.locator(".plein").count() for item in page.locator("#resultats [data-fiche]").all()]
    assert levels == sorted(levels, reverse=True)
    assert levels[0] > levels[-1] or len(set(levels)) == 1


def test_a_short_code_finds_its_sheet(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{address}fiches/place-de-creche-et-contrat-a-trois/")
    code = page.locator(".code-court").inner_text()
    open_search(page, address, f"?q={code.lower()}")

    assert found(page)[0] == "place-de-creche-et-contrat-a-trois"


def test_more_results_on_demand_keep_focus(address: str, new_page: NewPage) -> None:
    page = new_page()
    open_search(page, address)
    assert len(found(page)) == 10
    page.get_by_role("button", name="Afficher plus de fiches").click()

    expect(page.locator("#resultats [data-fiche]")).to_have_count(20)
    expect(page.locator("#resultats [data-fiche]").nth(10).locator("a")).to_be_focused()


def test_search_by_keyboard_alone(address: str, new_page: NewPage) -> None:
    """From the home page: type, Enter, Tab to the first result, Enter."""
    page = new_page(PHONE)
    page.goto(address)
    page.get_by_label("Décrivez la situation").focus()
    page.keyboard.type("sans cv")
    page.keyboard.press("Enter")
    expect(page.locator("#resultats [data-fiche]").first).to_be_visible()
    target = page.locator("#resultats [data-fiche] a").first
    for _ in range(40):
        page.keyboard.press("Tab")
        if target.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")

    expect(page.locator("article.fiche h1")).to_be_visible()


def test_every_page_has_the_search_box(address: str, new_page: NewPage) -> None:
    """A plain form: it works from any page, at any depth."""
    page = new_page()
    page.goto(f"{address}publics/jeunes/")
    page.get_by_role("search").get_by_label("Chercher une pratique").fill("logement")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/base/essaim/recherche/\?q=logement$"))
    expect(page.locator("#resultats [data-fiche]").first).to_be_visible()


def test_sheet_words_are_never_markup(address: str, new_page: NewPage) -> None:
    """Whatever is typed or shown in results stays text."""
    page = new_page()
    open_search(page, address, "?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+emploi")

    assert page.locator("#resultats img, #etat img, #choisis img").count() == 0


def test_the_page_says_when_search_cannot_load(address: str, new_page: NewPage) -> None:
    """Without network, the page says so and every sheet stays in reach."""
    page = new_page()
    page.route("**/recherche/index.json", lambda route: route.fulfill(status=503))
    page.goto(f"{address}recherche/?q=emploi", wait_until="load")

    expect(page.locator("#etat")).to_contain_text("n’a pas pu se charger")
    expect(page.locator("#vide").get_by_role("link", name="parcourir toutes les fiches")).to_be_visible()


def test_what_is_typed_while_the_page_loads_is_looked_for(address: str, new_page: NewPage) -> None:
    page = new_page()
    held: list[Route] = []
    page.route("**/recherche/index.json", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    page.goto(f"{address}recherche/?q=emploi")
    page.get_by_label("Décrivez la situation").fill("garde d’enfants")
    while not held:
        page.wait_for_timeout(50)
    held[0].continue_()

    expect(page.locator("#resultats [data-fiche]").first).to_be_visible()
    expect(page.get_by_label("Décrivez la situation")).to_have_value("garde d’enfants")
    assert "q=garde" in page.url


def test_a_line_that_drops_before_the_search_leaves_a_way_on(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.route("**/recherche/page.js", lambda route: route.fulfill(status=503))
    page.goto(f"{address}recherche/?q=emploi")

    expect(page.get_by_role("link", name="toutes les fiches", exact=True)).to_be_visible()


def test_without_javascript_a_list_is_offered(address: str, new_page: NewPage) -> None:
    page = new_page(javascript=False)
    page.goto(f"{address}recherche/")

    expect(page.get_by_role("link", name="la liste de toutes les fiches")).to_be_visible()


def test_workshops_and_pages_answer_after_the_sheets(address: str, new_page: NewPage) -> None:
    """« parler à un employeur » is a workshop too: it comes after the sheets, named for what it is."""
    page = new_page()
    open_search(page, address, "?q=parler+%C3%A0+un+employeur")
    others = page.locator("#ailleurs")

    expect(others.get_by_role("heading", name="Ateliers et pages du site")).to_be_visible()
    expect(others.get_by_role("link", name="Parler à un employeur")).to_be_visible()
    assert others.bounding_box()["y"] > page.locator("#resultats").bounding_box()["y"]  # type: ignore[index]
    others.get_by_role("link", name="Parler à un employeur").click()
    expect(page.locator("h1")).to_have_text("Parler à un employeur")


def test_without_words_no_other_page_is_offered(address: str, new_page: NewPage) -> None:
    page = new_page()
    open_search(page, address, "?theme=sourcing")

    expect(page.locator("#ailleurs")).to_be_hidden()


def test_a_result_says_why_it_answers(address: str, new_page: NewPage) -> None:
    """The reader's word, what it became, the term the sheet carries, and the passage that says it."""
    page = new_page()
    open_search(page, address, "?q=taule+taf")
    first = page.locator("#resultats [data-fiche]").first

    expect(first.locator(".carte__pourquoi")).to_contain_text("taule")
    expect(first.locator(".mot--terme").first).to_be_visible()
    expect(first.locator("mark").first).to_be_visible()


def test_what_nobody_wrote_becomes_a_proposal(address: str, new_page: NewPage) -> None:
    """Nothing found: the proposal starts from the words that were looked for."""
    page = new_page()
    open_search(page, address, "?q=zzyzx")
    link = page.locator("#vide").get_by_role("link", name="proposer une graine")

    expect(link).to_have_attribute("href", re.compile(r"/proposer/\?sujet=zzyzx$"))


def test_a_word_of_the_full_text_alone_is_found_by_pagefind(address: str, new_page: NewPage) -> None:
    """What only a label says (« périurbain ») is in no indexed passage; Pagefind reads whole pages."""
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_search(page, address, "?q=p%C3%A9riurbain")
    assert "aller-vers-squats-bidonvilles" in found(page)
    assert any("/pagefind/pagefind.js" in url for url in asked)


def test_capitals_tell_an_acronym_from_grammar(address: str, new_page: NewPage) -> None:
    """« AS » is a social worker, « as » is a verb."""
    page = new_page()
    open_search(page, address, "?q=AS+et+conseiller+ensemble")

    assert found(page)[0] == "conseiller-et-assistante-sociale-ensemble"


def test_a_list_is_what_answers_and_no_more(address: str, new_page: NewPage) -> None:
    """A long sentence shares a word with every sheet: those that share nothing else are left out."""
    page = new_page()
    open_search(page, address, "?q=maman+solo+RSA+bloqu%C3%A9e+pour+une+PMSMP")

    assert 3 <= announced(page) < 40


def test_on_a_phone_the_filters_lead_back_to_the_results(address: str, new_page: NewPage) -> None:
    """The open panel is long: a button that stays in sight says how many sheets are left, and shows them."""
    page = new_page(PHONE)
    open_search(page, address)
    page.locator("#filtres summary").click()
    tick(page, "theme", "cooperation")
    see = page.get_by_role("button", name=re.compile(r"^Voir les \d+ fiches$"))
    expect(see).to_be_in_viewport()
    see.click()

    expect(page.locator("#filtres")).not_to_have_attribute("open", "")
    expect(page.locator("#etat")).to_be_in_viewport()
    expect(page.locator("#resultats a").first).to_be_focused()


def test_a_slip_that_begins_like_another_word_is_put_right(address: str, new_page: NewPage) -> None:
    """« condiure » begins like « conditions »; it is « conduire »."""
    page = new_page()
    open_search(page, address, "?q=permis+de+condiure")

    expect(page.locator("#compris")).to_contain_text("cherché comme « conduire »")
    assert found(page)[0] == "voiture-a-cinq-euros-par-jour"


@pytest.mark.parametrize(
    ("query", "read", "unread"),
    [
        ("jeunes dans le 93", "Seine-Saint-Denis", "Jeunes sortant"),
        ("SPIE 31", "Haute-Garonne", "Gard"),
        ("moins de 30 ans", "Jeunes de 16 à 25 ans", "Gard"),
        ("TAPAJ à Tours", "Indre-et-Loire", "Quartier"),
        ("une journée emploi en bas des tours", "", "Indre-et-Loire"),
        ("garde d’enfants", "Garde d’enfants", "Gard "),
        ("réunion d’équipe", "Coordination", "La Réunion"),
        ("emploi à La Réunion", "La Réunion", "Coordination"),
        ("sans abri", "Personnes sans domicile", "cherché comme"),
        ("il n’a aucun papier, sans aucun diplôme", "Sans qualification reconnue", "cherché comme"),
        ("ils galèrent avec la garde du petit", "Garde d’enfants", "Gard "),
        ("elle porte le voile", "Discriminations", "voie"),
        ("facteur à la mosquée", "", "cherché comme"),
        ("rubgy", "cherché comme « rugby »", "Gard"),
    ],
)
def test_a_reading_says_what_was_meant(address: str, new_page: NewPage, query: str, read: str, unread: str) -> None:
    """A place, an expression or a slip is recognised where it is one, and nowhere else."""
    page = new_page()
    open_search(page, address, f"?q={quote_plus(query)}")
    understood = page.locator("#compris").inner_text().replace("\xa0", " ")

    assert read in understood
    assert unread not in understood


def test_a_number_read_as_a_place_is_not_looked_for_in_the_texts(address: str, new_page: NewPage) -> None:
    """« 93 » is the département, not « 93 % sont des femmes »."""
    page = new_page()
    open_search(page, address, "?q=crèche+dans+le+93")

    expect(page.locator("#compris")).to_contain_text("Seine-Saint-Denis")
    assert "93" not in page.locator("#resultats mark").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "sheet"),
    [
        ("missionlocale exil", "un-referent-pour-les-jeunes-exiles"),
        ("jcherche kelk1 pr linterprete", "interprete-premiers-entretiens"),
        ("RECRUTER SANS REGARDER LE CV", "recrutement-par-simulation"),
        (PASTED, "place-de-creche-et-contrat-a-trois"),
    ],
)
def test_words_are_found_however_they_are_typed(address: str, new_page: NewPage, query: str, sheet: str) -> None:
    """Run together, as on a phone, in capitals, or pasted with a greeting."""
    page = new_page()
    open_search(page, address, f"?q={quote_plus(query)}")

    assert found(page)[0] == sheet


def test_what_no_sheet_speaks_of_is_said(address: str, new_page: NewPage) -> None:
    """A public without a sheet is named, and proposed; the other words are answered all the same."""
    page = new_page()
    open_search(page, address, "?q=jeune+majeur+sans+logement")

    expect(page.locator("#compris")).to_contain_text("Aucune fiche ne porte encore sur : Jeunes sortant de l’ASE")
    expect(page.locator("#compris").get_by_role("link", name="Proposer une graine")).to_have_attribute(
        "href", re.compile(r"/proposer/\?sujet=Jeunes%20sortant")
    )
    assert found(page)


def test_a_code_is_found_among_words(address: str, new_page: NewPage) -> None:
    page = new_page()
    open_search(page, address)
    sheets = page.evaluate("async () => (await (await fetch('index.json')).json()).fiches")
    sheet = next(one for one in sheets if re.search(r"\d", one["code"]))
    page.get_by_label("Décrivez la situation").fill(f"la fiche {sheet['code'].lower()}")

    expect(page.locator("#resultats [data-fiche]").first).to_have_attribute("data-fiche", sheet["id"])


def test_a_word_not_typed_to_its_end_changes_nothing(address: str, new_page: NewPage) -> None:
    """The first letters neither empty the list nor download the full text's engine."""
    page = new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_search(page, address)
    total = announced(page)
    for beginning in ("z", "zq"):
        page.get_by_label("Décrivez la situation").fill(beginning)
        expect(page).to_have_url(re.compile(f"q={beginning}$"))
        expect(page.locator("#etat")).to_have_text(f"{total} fiches.")

    assert [url for url in asked if "/pagefind/" in url] == []


def test_without_network_former_answers_go_and_the_search_resumes(address: str, new_page: NewPage) -> None:
    """What « logement » found is no answer to « prison ». The network back, nothing has to be typed again."""
    page = new_page()
    open_search(page, address, "?q=logement")
    page.route("**/recherche/mots/*.txt", lambda route: route.fulfill(status=503))
    page.get_by_label("Décrivez la situation").fill("prison")
    expect(page.locator("#etat")).to_contain_text("n’a pas pu se charger")
    assert found(page) == []
    expect(page.locator("#compris")).to_be_empty()
    page.unroute("**/recherche/mots/*.txt")
    page.evaluate("dispatchEvent(new Event('online'))")

    expect(page.locator("#resultats [data-fiche]").first).to_have_attribute("data-fiche", "job-dating-en-detention")
    expect(page.locator("#vide")).to_be_hidden()


def test_on_a_slow_network_the_page_says_it_is_searching(address: str, new_page: NewPage) -> None:
    page = new_page()
    open_search(page, address)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/recherche/mots/*.txt", hold)
    page.get_by_label("Décrivez la situation").fill("prison")
    expect(page.locator("#etat")).to_have_text("Recherche en cours…")
    expect(page.locator("#resultats")).to_have_attribute("aria-busy", "true")
    for route in held:
        route.continue_()

    expect(page.locator("#etat")).to_contain_text("proche")
    expect(page.locator("#resultats")).not_to_have_attribute("aria-busy", "true")
