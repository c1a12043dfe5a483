"""The binder: filled, ordered, annotated by keyboard; kept here alone; shared whole; never harmed by what it receives."""

import csv
import json
import shutil
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import PHONE, NewPage
from browser.test_accessibility import violations
from browser.test_keyboard import FOCUS, LONGEST_PATH
from catalogue.codes import short_code
from catalogue.corpus import PRACTICES
from catalogue.loading import load
from reading_pdf import Pdf

SHEET = "fiches/stands-emploi-sur-le-trottoir/"
FIRST, SECOND, THIRD = "S8U4M", "2G7HF", "W3D5A"
UNKNOWN = "ZZZZZ"
KEY = "essaim-classeur"
BEHIND_THE_BAR = """() => {
  const top = one => one.getBoundingClientRect().top;
  return top(document.activeElement) >= top(document.querySelector(".classeur__etat"));
}"""
LONGEST_SHARED = 8_000
"""Characters of the link of a binder of forty sheets, each with a note of its own."""


def binder(*sections: tuple[str, list[str]], titre: str = "Pour Nadia") -> dict[str, Any]:
    return {
        "titre": titre,
        "sections": [
            {"titre": name, "duree": 0, "consigne": "", "fiches": [{"code": code, "note": ""} for code in codes]}
            for name, codes in sections
        ],
    }


def forty() -> dict[str, Any]:
    """Forty sheets in five sections, each with its own note."""
    practices = list(load(PRACTICES)[0].practices.values())[:40]
    sections = []
    for rank in range(5):
        items = [
            {"code": short_code(one.id), "note": f"Pour l’équipe : {one.accroche[:110]}"}
            for one in practices[rank * 8 : rank * 8 + 8]
        ]
        sections.append(
            {"titre": f"Partie n° {rank + 1}", "duree": 20, "consigne": "Lire, « choisir », dire.", "fiches": items}
        )
    return {"titre": "Quarante fiches", "sections": sections}


def opened(page: Page, address: str, kept: dict[str, Any] | None = None, fragment: str = "") -> Page:
    """The binder's page, with what this browser already kept."""
    if kept:
        page.goto(address + "demarche/")
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(kept)])
    page.goto(f"{address}classeur/{fragment}")
    expect(page.locator(".classeur__corps > *").first).to_be_visible()
    return page


def kept(page: Page) -> Any:
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))


def order(page: Page) -> list[str]:
    return page.locator(".piece .code-court").all_inner_texts()


def link_of(page: Page) -> str:
    page.get_by_role("button", name="Partager", exact=True).click()
    field = page.get_by_label("Lien du classeur")
    expect(field).not_to_have_value("")
    return field.input_value()


def shared(page: Page, address: str, value: dict[str, Any]) -> str:
    """The fragment of the link that holds `value`."""
    return link_of(opened(page, address, value)).partition("#")[2]


def downloaded(page: Page, name: str, folder: Path) -> Path:
    opener = page.get_by_role("button", name="Télécharger", exact=True)
    if opener.get_attribute("aria-expanded") == "false":
        opener.click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name, exact=True).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_a_sheet_goes_in_and_out_and_every_page_says_how_many(address: str, new_page: NewPage) -> None:
    page = new_page(PHONE)
    page.goto(address + SHEET)
    header = page.locator(".entete__classeur")
    expect(header).to_be_hidden()
    page.get_by_role("button", name="Ajouter au classeur").press("Enter")
    expect(page.locator(".actions__retour")).to_contain_text("C’est gardé : 1 fiche dans le classeur.")
    expect(header).to_have_text("Classeur 1 fiche", use_inner_text=False)
    page.get_by_role("link", name="Voir le classeur").click()
    expect(page.get_by_role("heading", name="Installer les partenaires")).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Retirer du classeur").click()

    expect(page.get_by_role("button", name="Ajouter au classeur")).to_be_visible()
    expect(header).to_be_hidden()


def test_a_workshops_sheets_are_kept_together(address: str, new_page: NewPage) -> None:
    """Under its name, each once, even asked twice."""
    page = new_page()
    page.goto(f"{address}ateliers/aller-vers-ou-hors-les-murs/")
    for _ in range(2):
        page.get_by_role("button", name="Mettre les fiches au classeur").click()
        expect(page.locator(".atelier__dit")).to_contain_text("C’est gardé : 8 fiches dans le classeur.")

    assert [(one["titre"], len(one["fiches"])) for one in kept(page)["sections"]] == [
        ("Aller-vers ou hors-les-murs\u202f?", 8)
    ]


def test_sheets_are_ordered_by_keyboard_and_every_step_is_undone(address: str, new_page: NewPage) -> None:
    """Focus stays on the button pressed, what happened is said, sections are crossed, nothing is lost."""
    page = opened(new_page(), address, binder(("Un", [FIRST, SECOND]), ("Deux", [THIRD])))
    said, down = page.get_by_role("status"), page.get_by_role("button", name="Descendre « Installer les partenaires")
    down.focus()
    page.keyboard.press("Enter")
    expect(down).to_be_focused()
    expect(said).to_contain_text("place 2 sur 2, dans « Un »")
    page.keyboard.press("Enter")
    expect(said).to_contain_text("place 1 sur 2, dans « Deux »")
    assert order(page) == [SECOND, FIRST, THIRD]
    page.get_by_role("button", name="Retirer « Installer les partenaires").press("Enter")
    assert order(page) == [SECOND, THIRD]
    page.get_by_label("Note pour").first.fill("gardée")
    for expected in ([SECOND, FIRST, THIRD], [SECOND, FIRST, THIRD], [FIRST, SECOND, THIRD]):
        page.get_by_role("button", name="Annuler").press("Enter")
        assert sorted(order(page)) == sorted(expected)

    assert order(page) == [FIRST, SECOND, THIRD]
    expect(page.get_by_label("Note pour « Repérer des jeunes")).to_have_value("gardée")


def test_sections_are_named_added_and_removed(address: str, new_page: NewPage) -> None:
    """A section's sheets outlive it; words typed are kept letter by letter."""
    page = opened(new_page(), address, binder(("Un", [FIRST])))
    page.get_by_role("button", name="Ajouter une partie").click()
    expect(page.get_by_label("Nom de la partie").nth(1)).to_be_focused()
    page.get_by_label("Nom de la partie").nth(1).fill("À essayer en mars")
    page.get_by_label("Partie de « Installer").select_option(label="À essayer en mars")
    page.locator("summary", has_text="Ajouter une consigne").nth(1).click()
    page.get_by_label("Consigne").nth(1).fill("Lire à deux.")
    page.reload()
    assert [(one["titre"], one["consigne"], len(one["fiches"])) for one in kept(page)["sections"]] == [
        ("Un", "", 0),
        ("À essayer en mars", "Lire à deux.", 1),
    ]
    page.get_by_role("button", name="Supprimer cette partie « À essayer en mars »").click()

    assert [(one["titre"], len(one["fiches"])) for one in kept(page)["sections"]] == [("Un", 1)]


def test_a_printed_code_is_enough(address: str, new_page: NewPage) -> None:
    page = opened(new_page(), address)
    expect(page.get_by_role("heading", name="Votre classeur est vide")).to_be_visible()
    page.get_by_label("Code d’une fiche").fill("o0i1l")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Aucune fiche ne porte le code O0I1L")
    page.get_by_label("Code d’une fiche").fill("s8u4m")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Installer les partenaires")).to_be_visible()
    expect(page.get_by_label("Code d’une fiche")).to_be_focused()


def test_forty_sheets_travel_in_a_link(address: str, new_page: NewPage) -> None:
    """A browser that knows nothing gets all of it back: order, sections, notes. Nothing of it reaches the server."""
    value = forty()
    link = link_of(opened(new_page(), address, value))
    other, asked = new_page(PHONE), list[str]()
    other.on("request", lambda request: asked.append(request.url))
    opened(other, address, fragment="#" + link.partition("#")[2])
    expect(other.get_by_text("On vous a envoyé un classeur de 40 fiches")).to_be_visible()
    assert other.evaluate(f"localStorage.getItem('{KEY}')") is None
    other.get_by_role("button", name="Garder ce classeur").click()

    assert kept(other) == value
    assert len(link) <= LONGEST_SHARED
    assert not any("#" in url or link[-20:] in url for url in asked)


def test_a_harmed_link_says_so_and_breaks_nothing(address: str, new_page: NewPage) -> None:
    """Cut, one letter off, emptied, of another version: one's own binder stays on screen and in the browser."""
    page, own = new_page(), binder(("À moi", [FIRST]))
    fragment = shared(page, address, forty())
    turned = "A" if fragment[200] != "A" else "B"
    harmed = {
        fragment[: len(fragment) // 2]: "coupé ou abîmé",
        fragment[:200] + turned + fragment[201:]: "coupé ou abîmé",
        fragment[: len("c=1.")]: "coupé ou abîmé",
        fragment.replace("c=1.", "c=2.", 1): "une version d’Essaim que cette page ne connaît pas",
    }
    opened(page, address, own)
    for wrong, sentence in harmed.items():
        page.goto(f"{address}classeur/#")
        expect(page.get_by_role("alert")).to_be_empty()
        page.goto(f"{address}classeur/#{wrong}")
        expect(page.get_by_role("alert")).to_contain_text(sentence)
        expect(page.get_by_role("alert")).to_contain_text("Votre propre classeur n’a pas changé.")
        assert order(page) == [FIRST]

    assert kept(page) == own


def test_a_received_binder_is_looked_at_added_or_put_instead(address: str, new_page: NewPage) -> None:
    """Nothing is kept before the reader says so; Back asks again; what was replaced comes back."""
    page, own = new_page(), binder(("À moi", [FIRST]), titre="Le mien")
    fragment = "#" + shared(page, address, binder(("Reçue", [FIRST, SECOND])))
    opened(page, address, own, fragment)
    assert violations(page) == []
    page.get_by_role("button", name="Seulement regarder").click()
    assert order(page) == [FIRST, SECOND]
    assert kept(page) == own
    page.get_by_role("button", name="L’ajouter au mien").click()
    assert [[item["code"] for item in one["fiches"]] for one in kept(page)["sections"]] == [[FIRST], [SECOND]]
    assert page.url == f"{address}classeur/"
    page.go_back()
    page.get_by_role("button", name="Remplacer le mien").click()
    assert [one["titre"] for one in kept(page)["sections"]] == ["Reçue"]
    page.get_by_role("button", name="Annuler").click()

    assert [one["titre"] for one in kept(page)["sections"]] == ["À moi", "Reçue"]


def test_a_sheet_no_longer_published_is_said(address: str, new_page: NewPage) -> None:
    """In a binder kept here and in one received; its note is not lost."""
    page = new_page()
    value = binder(("Un", [FIRST, UNKNOWN]))
    value["sections"][0]["fiches"][1]["note"] = "à retrouver"
    fragment = shared(page, address, value)
    expect(page.get_by_text("La fiche de code ZZZZZ n’est plus publiée")).to_be_visible()
    expect(page.get_by_label("Note pour « fiche ZZZZZ »")).to_have_value("à retrouver")
    other = opened(new_page(), address, fragment=f"#{fragment}")

    expect(other.get_by_text("Une fiche n’est plus publiée.")).to_be_visible()


def test_a_browser_that_keeps_nothing_says_so(address: str, new_page: NewPage) -> None:
    """The binder lasts as long as its page, and can still be shared."""
    page = new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refus', 'SecurityError'); } })"
    )
    page.goto(address + SHEET)
    page.get_by_role("button", name="Ajouter au classeur").click()
    expect(page.locator(".actions__retour")).to_contain_text("refuse de garder")
    opened(page, address)
    expect(page.get_by_role("alert")).to_contain_text("refuse de garder")
    page.get_by_label("Code d’une fiche").fill(FIRST)
    page.keyboard.press("Enter")

    assert "#c=1." in link_of(page)


def test_two_tabs_stay_in_step(address: str, new_page: NewPage) -> None:
    page = opened(new_page(), address, binder(("Un", [FIRST])))
    other = page.context.new_page()
    other.goto(f"{address}fiches/van-rural-referents-communaux/")
    other.get_by_role("button", name="Ajouter au classeur").click()
    expect(page.locator(".piece")).to_have_count(2)
    page.get_by_role("button", name="Effacer tout le classeur").click()

    expect(other.get_by_role("button", name="Ajouter au classeur")).to_be_visible()
    assert other.evaluate(f"localStorage.getItem('{KEY}')") is None


def test_a_binder_leaves_in_every_format_and_comes_back(address: str, new_page: NewPage, tmp_path: Path) -> None:
    """JSON comes back whole; CSV runs nothing; Markdown marks nothing up; the cartridge is a sound zip."""
    value = binder(("=1+1", [FIRST, SECOND]), ("Deux", [THIRD]), titre="Été, « dehors » & <b>après</b>")
    value["sections"][0]["fiches"][0]["note"] = '=HYPERLINK("https://exemple.org";"clic") ; *fin*'
    value["sections"][0]["fiches"][1]["note"] = "Voir, en bref,=1+1,\n- la suite"
    page = opened(new_page(), address, value)

    rows = list(csv.reader(StringIO(downloaded(page, "Tableau CSV", tmp_path).read_text("utf-8-sig")), delimiter=";"))
    assert [row[2] for row in rows[1:]] == [FIRST, SECOND, THIRD]
    assert rows[1][0] == "'=1+1"
    assert rows[1][6].startswith("'=HYPERLINK")
    assert rows[2][6] == "Voir, en bref,'=1+1,\n'- la suite"

    markdown = downloaded(page, "Markdown", tmp_path).read_text("utf-8")
    assert markdown.startswith("# Été, « dehors » & \\<b\\>après\\</b\\>\n")
    assert f"/f/{FIRST}/)" in markdown
    assert "\\*fin\\*" in markdown

    with ZipFile(downloaded(page, "Cartouche Moodle", tmp_path)) as cartridge:
        assert cartridge.testzip() is None
        manifest = cartridge.read("imsmanifest.xml").decode()
        assert "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" in manifest[:500]
        assert f"{address}f/{THIRD}/" in cartridge.read(f"liens/fiche-{THIRD}.xml").decode()

    saved = downloaded(page, "JSON", tmp_path)
    other = opened(new_page(), address)
    other.get_by_label("Reprendre un classeur").set_input_files(saved)
    expect(other.locator(".piece")).to_have_count(3)
    assert kept(other) == value
    (tmp_path / "autre.json").write_text('{"titre": "rien"}', encoding="utf-8")
    other.get_by_label("Reprendre un classeur").set_input_files(tmp_path / "autre.json")

    expect(other.get_by_role("status")).to_contain_text("n’est ni un classeur ni un atelier d’Essaim")
    assert kept(other) == value


def test_a_binder_makes_a_workshop_that_the_checker_takes(address: str, new_page: NewPage, tmp_path: Path) -> None:
    """Among the project's own sheets: not one problem, sections as sequences, a long one cut in two."""
    corpus = tmp_path / "practices"
    shutil.copytree(PRACTICES, corpus)
    value = forty()
    value["sections"] = value["sections"][:2]
    value["sections"][0]["fiches"] += value["sections"][1]["fiches"][:1]
    value["sections"][1]["fiches"] = value["sections"][1]["fiches"][1:]
    path = downloaded(opened(new_page(), address, value), "Atelier à proposer", corpus / "ateliers")
    catalogue, problems = load(corpus)
    sequences = catalogue.workshops[path.stem].sequences

    assert path.name == "quarante-fiches.yaml"
    assert [one for one in problems if path.name in one.fichier] == []
    assert [(one.titre, one.duree, len(one.fiches)) for one in sequences] == [
        ("Partie n° 1", 20, 8),
        ("Partie n° 1 (suite)", 20, 1),
        ("Partie n° 2", 20, 7),
    ]


def test_a_workshop_comes_back_as_a_binder(address: str, new_page: NewPage) -> None:
    """One that left this page, and one completed with printed supports, notes and variants: sequences, instructions, sheets once each."""
    workshop = load(PRACTICES)[0].workshops["parler-a-un-employeur"]
    page = opened(new_page(), address)
    page.get_by_label("Reprendre un classeur").set_input_files(PRACTICES / "ateliers" / f"{workshop.id}.yaml")
    expect(page.locator(".piece")).to_have_count(6)
    sections = kept(page)["sections"]

    assert workshop.supports
    assert kept(page)["titre"] == workshop.titre
    assert [(one["titre"], one["duree"], one["consigne"]) for one in sections] == [
        (one.titre, one.duree, one.consigne) for one in workshop.sequences
    ]
    assert [item["code"] for one in sections for item in one["fiches"]] == [
        short_code(one) for one in dict.fromkeys(chain(*(one.fiches for one in workshop.sequences)))
    ]


def test_a_deck_prints_with_each_back_behind_its_front(address: str, new_page: NewPage) -> None:
    """Four a sheet of A4, backs mirrored left to right; the page itself stays off the paper."""
    page = new_page()
    page.add_init_script("window.print = () => document.documentElement.setAttribute('data-imprime', '')")
    opened(page, address, binder(("Un", [FIRST, SECOND, THIRD]), ("Deux", ["5Z7RC", "NJGUS"])))
    page.get_by_role("button", name="Imprimer", exact=True).click()
    page.get_by_role("button", name="Des cartes").click()
    expect(page.locator("html[data-imprime]")).to_have_count(1)
    page.emulate_media(media="print")
    boxes = page.evaluate(
        """() => [...document.querySelectorAll(".planche")].map(sheet => {
          const from = sheet.getBoundingClientRect();
          return [...sheet.querySelectorAll(".face")].map(face => {
            const box = face.getBoundingClientRect();
            const name = (face.querySelector(".face__titre") ?? face.querySelector(".face__rappel")).textContent;
            return { name, left: box.left - from.left, right: from.right - box.right, top: box.top - from.top };
          });
        })"""
    )
    fronts, backs = boxes[0::2], boxes[1::2]

    assert [len(sheet) for sheet in boxes] == [4, 4, 1, 1]
    for front, back in zip(chain(*fronts), chain(*backs), strict=True):
        assert front["name"] == back["name"]
        assert front["left"] == pytest.approx(back["right"], abs=0.5)
        assert front["top"] == pytest.approx(back["top"], abs=0.5)
    expect(page.locator(".classeur")).to_be_hidden()
    assert page.locator(".papier img").evaluate_all("all => all.every(one => one.naturalWidth > 0)")


def test_every_card_fits_in_this_browsers_own_fonts(address: str, new_page: NewPage) -> None:
    """Nothing overlaps on any sheet's two faces, however wide the letters."""
    page = opened(new_page(), address)
    overlaps = page.evaluate(
        """async codes => {
          const from = new URL("assets/essaim/js/classeur/", document.querySelector(".entete__marque").href);
          const [paper, { onPaper, tighten }, { loadCatalogue }] = await Promise.all([
            document.getElementById("papier"), import(from + "papier.js"), import(from + "catalogue.js")]);
          const fiches = codes.map(code => ({ code, note: "" }));
          document.documentElement.dataset.papier = "cartes";
          paper.replaceChildren(...await onPaper("cartes", { titre: "", sections: [{ titre: "", fiches }] }, await loadCatalogue()));
          tighten(paper);
          return [...paper.querySelectorAll(".face__bas, .face__suite")].flatMap(bottom => {
            const over = bottom.previousElementSibling.getBoundingClientRect().bottom - bottom.getBoundingClientRect().top;
            return over > 0 ? [`${bottom.parentElement.textContent.trim().slice(0, 60)}: ${over}`] : [];
          });
        }""",
        [short_code(identifier) for identifier in load(PRACTICES)[0].practices],
    )

    assert page.locator(".papier .face").count() == 2 * len(load(PRACTICES)[0].practices)
    assert overlaps == []


def test_forty_sheets_take_forty_pages(address: str, new_page: NewPage) -> None:
    """As the browser prints them, each with its note."""
    page = new_page()
    page.add_init_script("window.print = () => document.documentElement.setAttribute('data-imprime', '')")
    opened(page, address, forty())
    page.get_by_role("button", name="Imprimer", exact=True).click()
    page.get_by_role("button", name="Une page par fiche").click()
    expect(page.locator("html[data-imprime]")).to_have_count(1)

    assert len(Pdf(page.pdf(prefer_css_page_size=True))) == 40


@pytest.mark.parametrize("kind", ["Une page par fiche", "Un guide"])
def test_sheets_and_guide_print_with_the_readers_notes(address: str, new_page: NewPage, kind: str) -> None:
    page = new_page()
    page.add_init_script("window.print = () => document.documentElement.setAttribute('data-imprime', '')")
    value = binder(("Un", [FIRST]), ("Deux", [SECOND]))
    value["sections"][1]["fiches"][0]["note"] = "Voir avec Karim"
    opened(page, address, value)
    page.get_by_role("button", name="Imprimer", exact=True).click()
    page.get_by_role("button", name=kind).click()
    expect(page.locator("html[data-imprime]")).to_have_count(1)
    page.emulate_media(media="print")

    expect(page.locator(".papier")).to_contain_text("Note : Voir avec Karim")
    expect(page.locator(".papier .en-bref")).to_have_count(2)
    expect(page.get_by_role("button")).to_have_count(0)


def test_focus_is_never_hidden(address: str, new_page: NewPage) -> None:
    """Every stop of the Tab key is in sight and outlined, none behind the bar that says what happened."""
    page = opened(new_page(PHONE), address, binder(("Un", [FIRST, SECOND]), ("Deux", [THIRD])))
    page.get_by_role("button", name="Retirer « Repérer").click()
    expect(page.locator(".classeur__etat")).to_be_visible()
    page.locator("#contenu").focus()
    stops, undo = [], page.get_by_role("button", name="Annuler")
    for _ in range(LONGEST_PATH):
        page.keyboard.press("Tab")
        if undo.evaluate("one => one === document.activeElement"):
            break
        stops.append(page.evaluate(FOCUS) | {"behind": page.evaluate(BEHIND_THE_BAR)})

    assert [one for one in stops if one["behind"] or not one["seen"] or not one["outlined"]] == []
    assert 20 < len(stops) < LONGEST_PATH


def test_a_full_binder_is_accessible_and_narrow(address: str, new_page: NewPage) -> None:
    """Axe finds nothing with every panel open in turn, and 320 px are enough."""
    page = opened(new_page((320, 568), "dark"), address, binder(("Un", [FIRST, UNKNOWN]), ("Deux", [THIRD])))
    for name in ("Partager", "Imprimer", "Télécharger"):
        page.get_by_role("button", name=name, exact=True).click()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
