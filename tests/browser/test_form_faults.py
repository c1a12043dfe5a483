"""The worst contributor: wrong answers, each told beside its field in plain French with what to do, and none lost."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import NewPage
from browser.form_driver import answer, fault_of, go_on, open_form, open_step, paste, sheet, show, wait_ready, written
from test_cases import base

LONG = "Une phrase assez longue pour ne pas tenir sur une carte imprimée, ni même sur deux lignes d’un téléphone. " * 5
SENTENCE = "Chaque mardi " + "une conseillère parle avec une habitante et " * 6 + "rentre."

RELOADED = 4
"""One answer in so many is looked for again after a reload: each costs a whole page."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong answer, and the words that must be beside its field. `done`: told once the step is done."""

    selector: str
    value: str | bool
    said: str
    done: bool = False
    base: str = "graine"
    at: str = ""
    """The field that tells, when it is not the one answered."""


WRONG = [
    Wrong("#c-titre", "Dispositif Mobil’Emploi", "ne commence pas par un verbe ; comme « Réserver"),
    Wrong("#c-titre", LONG[:95], "de trop ; 80 au plus"),
    Wrong("#c-titre", "Prêter **vite** un vélo", "porte une mise en forme ; retirez les « ** »"),
    Wrong("#c-titre", "Prêter un vélo [s1]", "gardez une seule ligne, sans [s1]"),
    Wrong("#c-titre", "", "Il manque une réponse ; écrivez quelques mots", done=True),
    Wrong("#c-accroche", "Pour <b>tous</b> ceux qui marchent.", "s’afficherait tel quel ; retirez ces signes"),
    Wrong("#c-accroche", LONG[:200], "40 de trop ; 160 au plus"),
    Wrong("#c-sous_themes-reperer", False, "Il manque une réponse ; choisissez au moins une réponse", done=True),
    Wrong("#c-publics-non-inscrits", False, "Il manque une réponse ; choisissez au moins une réponse", done=True),
    Wrong("#c-porteur-nom", "", "Il manque une réponse ; écrivez quelques mots", done=True),
    Wrong("#c-porteur-nom", LONG[:100], "de trop ; 80 au plus"),
    Wrong("#c-porteur-type", "", "Il manque une réponse ; choisissez une réponse", done=True),
    Wrong("#c-porteur-url", "notre site", "Ce n’est pas une adresse web ; copiez-la depuis la barre du navigateur"),
    Wrong("#c-territoires-09", False, "Il manque une réponse ; choisissez au moins une réponse", done=True),
    Wrong("#c-probleme", LONG[:450], "de trop ; 400 au plus"),
    Wrong("#c-probleme", "Ici, 40 ménages sont perdus de vue.", "« 40 » n’a pas de source ; dites qui le dit"),
    Wrong("#c-probleme", "Le PLIEZ ne sait plus où ils sont.", "que tout le monde ne connaît pas ; écrivez-le en toutes lettres"),
    Wrong("#c-probleme", "Écrire à camille.durand@exemple.fr.", "semble être l’adresse d’une personne ; donnez une adresse de service"),
    Wrong("#c-probleme", "Appeler le 06 12 34 56 78.", "est un numéro de portable ; retirez-le"),
    Wrong("#c-probleme", "Dossier 2 84 09 09 122 034.", "numéro de sécurité sociale ; retirez-le"),
    Wrong("#c-probleme", SENTENCE, "coupez-la en deux"),
    Wrong("#c-en_bref", "Une conseillère vient [s7].", "n’est pas dans vos sources : « s7 » ; ajoutez-la"),
    Wrong("#c-manques textarea", "", "écrivez au moins une", done=True, at="#c-manques"),
    Wrong("#c-sources-1-titre", "", "Il manque une réponse ; écrivez quelques mots", done=True),
    Wrong("#c-sources-1-type", "", "Il manque une réponse ; choisissez une réponse", done=True),
    Wrong("#c-sources-1-url", "htp:/exemple", "Ce n’est pas une adresse web"),
    Wrong("#c-sources-1-date", "31/02/2025", "Cette date n’est pas comprise ; écrivez l’année, le mois ou le jour"),
    Wrong("#c-sources-1-date", "printemps 2024", "Cette date n’est pas comprise"),
    Wrong("#c-sources-1-date", "mars 2031", "est dans le futur ; nous sommes le"),
    Wrong("#c-id", "Mon Fichier", "Ce nom de fichier ne convient pas ; des minuscules sans accent"),
    Wrong("#c-id", "place-de-creche-et-contrat-a-trois", "Une fiche porte déjà ce nom de fichier ; changez un mot"),
    Wrong("#c-etapes-2-titre", "", "Il manque une réponse", done=True, base="fiche"),
    Wrong("#c-preuve-niveau-3", True, "sans évaluation parmi les sources ; ajoutez une évaluation", done=True, base="fiche"),
    Wrong("#c-stade-arretee", True, "est dite arrêtée, sans dire pourquoi ; répondez", done=True, base="fiche"),
    Wrong("#c-limites-inconnu", True, "décochez « Aucune source ne le dit », ou effacez la réponse", base="fiche", at="#c-limites"),
    Wrong("#c-a_relire_avant", "2031-01-01", "mois après la mise à jour ; 24 mois au plus", base="fiche"),
    Wrong("#c-date_maj", "2026-13-45", "Cette date n’est pas comprise ; écrivez le jour, le mois et l’année", base="fiche"),
    Wrong("#c-contact", "camille.durand@exemple.fr", "semble être l’adresse d’une personne", base="fiche"),
    Wrong("#c-cout-detail", LONG[:250], "de trop ; 200 au plus", base="fiche"),
    Wrong("#c-resume_falc", LONG[:450], "de trop ; 400 au plus", base="fiche"),
]  # fmt: skip


def typed_in(page: Page, selector: str) -> str | bool:
    field = page.locator(selector).first
    return field.is_checked() if field.get_attribute("type") in ("checkbox", "radio") else field.input_value()


@pytest.mark.parametrize("kind", ["graine", "fiche"])
def test_each_wrong_answer_is_told_beside_its_field_and_kept(address: str, new_page: NewPage, kind: str) -> None:
    """Thirty and more, one after the other in a form that is otherwise right; told or reloaded, none is lost."""
    page = new_page()
    open_form(page, f"{address}proposer/")
    faults = {}
    for rank, wrong in enumerate(one for one in WRONG if one.base == kind):
        paste(page, sheet() if kind == "fiche" else base("graine"))
        answer(page, wrong.selector, wrong.value)
        if wrong.done:
            go_on(page)
        told = fault_of(page, wrong.at or wrong.selector)
        try:
            expect(told).to_contain_text(wrong.said, timeout=2000)
        except AssertionError:
            faults[wrong.selector, str(wrong.value)[:30]] = told.inner_text()
        kept = typed_in(page, wrong.selector)
        if rank % RELOADED == 0:
            page.reload()
            wait_ready(page)
        if typed_in(page, wrong.selector) != kept:
            faults[wrong.selector, "perdu"] = str(kept)

    assert len(WRONG) >= 30
    assert faults == {}


def test_the_summary_leads_to_each_field(address: str, new_page: NewPage) -> None:
    """On « Continuer », the faults are listed, focused, and linked; put right, they go; passing on stays possible."""
    page = new_page()
    open_form(page, f"{address}proposer/")
    go_on(page)
    summary = page.locator("#resume")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("3 points à revoir dans cette étape")
    summary.get_by_role("link", name="Pour qui").click()
    expect(page.locator("#c-accroche")).to_be_focused()
    expect(page.locator("#c-accroche")).to_have_attribute("aria-invalid", "true")
    page.keyboard.type("Pour des voisins.")
    expect(page.locator("#c-accroche")).not_to_have_attribute("aria-invalid", "true")
    expect(fault_of(page, "#c-accroche")).to_be_empty()
    page.get_by_role("button", name="Continuer quand même").click()

    expect(page.locator("#etape-contexte-titre")).to_be_focused()
    expect(page.locator('[data-pas="pratique"]')).to_contain_text("à revoir")
    page.go_back()
    expect(page.locator("#c-accroche")).to_be_visible()


def test_a_figure_gets_its_source_in_one_gesture(address: str, new_page: NewPage) -> None:
    """« Citer » writes the mark before the stop of the sentence, and the fault goes."""
    page = new_page()
    open_form(page, f"{address}proposer/")
    paste(page, base("graine"))
    answer(page, "#c-probleme", "En 2024, 40 ménages étaient perdus. Personne ne venait.")
    show(page, page.locator("#c-probleme"))
    page.locator("#c-probleme").click()
    page.locator("#c-probleme").evaluate("one => one.setSelectionRange(12, 12)")
    page.get_by_role("button", name="Citer la source s1").first.click()

    expect(page.locator("#c-probleme")).to_have_value("En 2024, 40 ménages étaient perdus [s1]. Personne ne venait.")
    expect(fault_of(page, "#c-probleme")).to_be_empty()


def test_marks_of_sources_do_not_count(address: str, new_page: NewPage) -> None:
    page = new_page()
    open_form(page, f"{address}proposer/")
    open_step(page, "essentiel")
    page.locator("#c-en_bref").fill("a" * 299 + " [s1]")
    expect(page.locator("#c-en_bref-compte")).to_have_text("299 sur 300 caractères")
    page.locator("#c-en_bref").fill("a" * 303 + " [s1]")

    expect(page.locator("#c-en_bref-compte")).to_have_text("3 caractères de trop, sur 300")


def test_two_themes_ask_which_comes_first(address: str, new_page: NewPage) -> None:
    """The folder and the other theme follow; a third answer is told to be too many."""
    page = new_page()
    open_form(page, f"{address}proposer/")
    paste(page, base("graine"))
    answer(page, "#c-sous_themes-acteurs", True)
    answer(page, "#c-theme-cooperation", True)
    text = written(page)
    assert "autres_themes:\n  - sourcing" in text
    expect(page.locator("p[data-chemin]")).to_contain_text("practices/cooperation/")
    answer(page, "#c-sous_themes-valoriser", True)

    expect(fault_of(page, "#c-sous_themes-acteurs")).to_contain_text("gardez-en 2 au plus")
