"""From a sheet's words to a page's: marks, French signs, dates, citations, acronyms."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.citation import citation, french_date, french_duration
from catalogue.codes import ALPHABET, short_code
from catalogue.corpus import PRACTICES
from catalogue.folding import fold
from catalogue.loading import load
from catalogue.markup import Acronym, Writer, acronym_pattern, plain_text
from catalogue.spelling import written
from catalogue.typography import french, french_page
from catalogue.word_index import front_coded

ACRONYMS = {"CEJ": Acronym("CEJ", "Contrat d’engagement jeune", "glossaire/#cej")}


def writer() -> Writer:
    return Writer("../../", ACRONYMS, acronym_pattern(ACRONYMS), {"s1": 1, "s2": 2})


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Un fait [s1].", '<p>Un fait<sup class="renvoi"><a href="#source-1" aria-label="Source 1">1</a></sup>.</p>\n'),
        ("Un renvoi inconnu [s9].", "<p>Un renvoi inconnu [s9].</p>\n"),
        ("**gras** et *italique*", "<p><strong>gras</strong> et <em>italique</em></p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("[un site](https://exemple.org)", '<p><a href="https://exemple.org">un site</a></p>\n'),
        ("[piège](javascript:alert(1))", "<p>[piège](javascript:alert(1))</p>\n"),
        ("[piège](data:text/html,x)", "<p>[piège](data:text/html,x)</p>\n"),
        ("![image](https://exemple.org/i.png)", '<p>!<a href="https://exemple.org/i.png">image</a></p>\n'),
        ("- un\n- deux", "<ul>\n<li>un</li>\n<li>deux</li>\n</ul>\n"),
        ("# titre", "<p># titre</p>\n"),
        ("{{ 7*7 }}", "<p>{{ 7*7 }}</p>\n"),
    ],
)
def test_long_texts_take_few_marks(text: str, html: str) -> None:
    """Paragraphs, lists, emphasis, web links and source marks; all else is the characters that were written."""
    assert writer().long(text) == html


def test_an_acronym_is_explained_once_a_page() -> None:
    page = writer()

    assert 'data-bulle="Contrat d’engagement jeune">CEJ</a>' in page.short("Un jeune en CEJ.")
    assert page.short("Le CEJ encore.") == "Le CEJ encore."


def test_an_acronym_inside_a_link_or_a_word_is_left_alone() -> None:
    assert writer().long("[le CEJ](https://exemple.org)") == '<p><a href="https://exemple.org">le CEJ</a></p>\n'
    assert writer().short("CEJ2026 et ANCEJ") == "CEJ2026 et ANCEJ"


@given(st.text())
def test_no_text_ever_opens_a_tag(text: str) -> None:
    """Whatever is written, the only tags are the writer's own."""
    html = str(writer().long(text)) + str(writer().short(text))
    for tag in ("<script", "<img", "<iframe", "<style", "<svg", 'javascript:"'):
        assert tag not in html.lower()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Qui ? Quoi !", "Qui\u202f? Quoi\u202f!"),
        ("Voici : un", "Voici\u00a0: un"),
        ("« mot »", "«\u00a0mot\u00a0»"),
        ("1 728 places", "1\u202f728 places"),
        ("12 € et 34 %", "12\u00a0€ et 34\u00a0%"),
        ("https://exemple.org/?a=b", "https://exemple.org/?a=b"),
        ("12:30", "12:30"),
    ],
)
def test_french_spaces_do_not_break(text: str, expected: str) -> None:
    assert french(text) == expected


@given(st.text(alphabet="ab ’'«»:;?!12€%\u00a0\u202f"))
def test_typography_settles_at_once(text: str) -> None:
    """Applied twice, nothing more changes: on the page as in the sheet."""
    assert french(french(text)) == french(text)
    assert written(written(text)) == written(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("l'ami", "l’ami"), ("Qui?", "Qui ?"), ("«mot»", "« mot »"), ("Voici: un", "Voici : un"), ("12:30", "12:30")],
)
def test_make_fix_puts_french_signs_right(text: str, expected: str) -> None:
    assert written(text) == expected


def test_dates_and_durations_in_french() -> None:
    assert [french_date(one) for one in ("2023", "2023-02", "2023-02-13", date(2024, 5, 1))] == [
        "2023", "février 2023", "13 février 2023", "1er mai 2024",
    ]  # fmt: skip
    assert [french_duration(one) for one in (45, 60, 95)] == ["45\u00a0min", "1\u00a0h", "1\u00a0h\u00a035"]


def test_a_citation_names_version_and_address() -> None:
    practice = load(PRACTICES)[0].practices["place-de-creche-et-contrat-a-trois"]

    assert citation(practice, "https://exemple.org/base/").endswith(
        f"version du 23 novembre 2026, https://exemple.org/base/f/{short_code(practice.id)}/"
    )
    assert citation(practice, "").endswith(f"code {short_code(practice.id)}")


def test_codes_are_stable_and_legible() -> None:
    """A printed code never changes: these are the first ones printed."""
    assert short_code("place-de-creche-et-contrat-a-trois") == "476KR"
    assert not set("01ILO") & set(ALPHABET)


def test_plain_text_has_no_mark() -> None:
    assert plain_text("**Un** [lien](https://exemple.org), deux *mots* [s1]") == "Un lien, deux mots"


def test_words_are_folded_and_coded_for_the_browser() -> None:
    """The browser's decoder reads: how many letters to keep of the word before, then the rest."""
    assert fold("Œuvre À l’Été") == "oeuvre a l’ete"
    assert front_coded(["abri", "abriter", "accueil"]) == "0abri 4ter 1ccueil"


def test_a_page_is_written_in_french_but_for_what_is_copied() -> None:
    """Between tags, signs have their no-break spaces; attributes, code and texts to copy stay as they are."""
    page = (
        '<p title="a : b">Pour qui ? « Oui »</p><pre>a : b</pre><textarea>c ? d</textarea><code>x : y</code><p>12 %</p>'
    )

    assert french_page(page) == (
        '<p title="a : b">Pour qui\u202f? «\u00a0Oui\u00a0»</p><pre>a : b</pre><textarea>c ? d</textarea><code>x : y</code>'
        "<p>12\u00a0%</p>"
    )
    assert french_page(french_page(page)) == french_page(page)
