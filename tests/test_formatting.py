"""`make fix`: one form, the same words."""

from pathlib import Path

from catalogue.corpus import PRACTICES
from catalogue.formatting import fix_file, fixable
from catalogue.loading import load
from test_cases import base, write_corpus


def test_every_published_file_is_in_its_one_form(tmp_path: Path) -> None:
    """Nothing in practices/ would change."""
    copies = []
    for path in fixable([PRACTICES]):
        copy = tmp_path / path.relative_to(PRACTICES)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
        copies.append(copy)

    assert [copy.name for copy in copies if fix_file(copy).changed] == []


def test_a_clumsy_sheet_keeps_its_meaning(tmp_path: Path) -> None:
    """Key order, quotes and apostrophes change; what the model reads is the same words."""
    lines = base("fiche").replace("’", "'").replace("statut: relecture\n", "").splitlines()
    write_corpus(tmp_path, {"contenu": 'statut: "relecture"\n' + "\n".join(lines)})
    path = tmp_path / "sourcing" / "velo.yaml"

    outcome = fix_file(path)

    assert outcome.changed
    assert path.read_text(encoding="utf-8") == base("fiche")
    assert not fix_file(path).changed


def test_a_file_with_faults_or_comments_is_left_alone(tmp_path: Path) -> None:
    write_corpus(tmp_path, {"contenu": "titre: x: y"})
    broken = tmp_path / "sourcing" / "velo.yaml"
    assert "make check" in fix_file(broken).sentence
    assert broken.read_text(encoding="utf-8") == "titre: x: y"

    broken.write_text(base("fiche").replace("effort:", "# à revoir\neffort:"), encoding="utf-8")
    assert "commentaires" in fix_file(broken).sentence


def test_a_leading_comment_stays(tmp_path: Path) -> None:
    """The line that tells editors which schema to use is kept."""
    write_corpus(tmp_path, {"contenu": "# modèle : fiche\n" + base("fiche").replace("l’entretien", "l'entretien")})
    path = tmp_path / "sourcing" / "velo.yaml"
    fix_file(path)

    assert path.read_text(encoding="utf-8") == "# modèle : fiche\n" + base("fiche")


def test_the_published_corpus_is_clean() -> None:
    """0 problem, warnings included."""
    assert load(PRACTICES)[1] == []
