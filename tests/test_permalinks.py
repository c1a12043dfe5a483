"""A printed link never dies: renamed, withdrawn or lost, in a real repository."""

import json
import subprocess
from pathlib import Path

import pytest

from building import build_site
from catalogue.codes import short_code
from repository import git, new_repository, run, save
from test_cases import base, write_corpus

TOMBSTONE = "titre: Prêter un vélo\ndate: 2026-03-02\nmotif: La structure a demandé le < retrait.\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return new_repository(tmp_path)


def compared(repository: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(repository, "permaliens.py", "--practices", "practices", "--base", "main", *arguments)


def test_what_is_only_added_or_changed_loses_nothing(repository: Path) -> None:
    sheet = repository / "practices" / "sourcing" / "velo.yaml"
    sheet.write_text(base("fiche").replace("Prêter un vélo", "Prêter deux vélos"), encoding="utf-8")
    (sheet.parent / "autre.yaml").write_text(base("graine"), encoding="utf-8")
    done = compared(repository)

    assert (done.returncode, done.stdout) == (0, "")


def test_a_deleted_sheet_is_refused_with_both_ways_out(repository: Path) -> None:
    (repository / "practices" / "sourcing" / "lavoir.yaml").unlink()
    done = compared(repository)

    assert done.returncode == 1
    assert done.stdout == (
        "practices/sourcing/lavoir.yaml:1:1: [permalien-perdu] L’adresse /fiches/lavoir/ ne répondrait plus : « lavoir »"
        " a disparu ; remettez practices/sourcing/lavoir.yaml, ou créez practices/retirees/lavoir.yaml avec « titre »,"
        " « date » et « motif » (« remplacee_par » si une autre fiche en parle)\n"
    )


def test_a_renamed_sheet_is_recognised_and_the_line_to_add_is_enough(repository: Path) -> None:
    """By what it says, moved to another theme and edited on the way; the proposed line makes the check pass."""
    former = repository / "practices" / "sourcing" / "velo.yaml"
    renamed = repository / "practices" / "cooperation" / "preter-un-velo.yaml"
    renamed.parent.mkdir()
    renamed.write_text(former.read_text(encoding="utf-8").replace("premier trajet", "trajet"), encoding="utf-8")
    former.unlink()
    refused = compared(repository)

    line = "anciens_ids: [velo]"
    assert f"ajoutez dans practices/cooperation/preter-un-velo.yaml la ligne « {line} »" in refused.stdout
    renamed.write_text(renamed.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    assert compared(repository).returncode == 0


def test_a_withdrawn_sheet_needs_its_notice_for_ever(repository: Path) -> None:
    """The notice keeps the address; dropping the notice later is refused too."""
    (repository / "practices" / "sourcing" / "velo.yaml").unlink()
    notice = repository / "practices" / "retirees" / "velo.yaml"
    notice.parent.mkdir()
    notice.write_text(TOMBSTONE, encoding="utf-8")
    assert compared(repository).returncode == 0
    save(repository)
    git(repository, "branch", "-f", "main")
    notice.unlink()

    assert (
        "l’avis de retrait de « velo » a disparu ; remettez practices/retirees/velo.yaml" in compared(repository).stdout
    )


def test_a_former_id_and_a_workshop_are_kept_too(repository: Path) -> None:
    sheet = repository / "practices" / "sourcing" / "lavoir.yaml"
    sheet.write_text(base("graine") + "anciens_ids: [laverie]\n", encoding="utf-8")
    save(repository)
    git(repository, "branch", "-f", "main")
    sheet.write_text(base("graine"), encoding="utf-8")
    (repository / "practices" / "ateliers" / "sortir-du-bureau.yaml").unlink()
    (repository / "practices" / "essaimages" / "lavoir-foix.yaml").unlink()
    lines = compared(repository).stdout.splitlines()

    assert "« etait: atelier »" in lines[0]
    assert "/essaimage/#lavoir-foix ne répondrait plus" in lines[1]
    assert "remettez « laverie » dans « anciens_ids » de practices/sourcing/lavoir.yaml" in lines[2]


def test_what_others_added_to_the_base_since_is_not_lost(repository: Path) -> None:
    """The comparison starts where the branch left the base."""
    git(repository, "switch", "-q", "main")
    (repository / "practices" / "sourcing" / "autre.yaml").write_text(base("graine"), encoding="utf-8")
    save(repository)
    git(repository, "switch", "-q", "essai")

    assert compared(repository).returncode == 0


def test_formats_and_wrong_usage(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    (repository / "practices" / "sourcing" / "lavoir.yaml").unlink()
    found = json.loads(compared(repository, "--format", "json").stdout)
    annotation = compared(repository, "--format", "github").stdout.splitlines()[0]
    elsewhere = tmp_path_factory.mktemp("ailleurs")

    assert [one["regle"] for one in found] == ["permalien-perdu"]
    assert annotation.startswith("::error file=practices/sourcing/lavoir.yaml,line=1,col=1,title=permalien-perdu::")
    assert compared(repository, "--base", "--upload-pack=x").returncode == 2
    unknown = run(repository, "permaliens.py", "--practices", "practices", "--base", "inconnue")
    outside = run(elsewhere, "permaliens.py", "--practices", str(elsewhere))
    assert (unknown.returncode, outside.returncode) == (2, 2)
    assert "« inconnue » n’est pas un commit connu ici" in unknown.stderr
    assert "n’est pas dans un dépôt git" in outside.stderr


def test_the_site_still_answers_at_every_withdrawn_address(tmp_path: Path) -> None:
    """The page says why, when and where to go; short link and former addresses lead to it; text stays text."""
    write_corpus(tmp_path / "fiches", {"base": "fiche"})
    notices = tmp_path / "fiches" / "retirees"
    notices.mkdir()
    (notices / "retire.yaml").write_text(
        TOMBSTONE + "anciens_ids: [tres-vieux]\nremplacee_par: velo\n", encoding="utf-8"
    )
    (notices / "vieil-atelier.yaml").write_text(TOMBSTONE + "etait: atelier\n", encoding="utf-8")
    (notices / "vieille-reprise.yaml").write_text(TOMBSTONE + "etait: essaimage\n", encoding="utf-8")
    build_site(tmp_path / "fiches", tmp_path / "site", "https://exemple.org/base/")

    def page(address: str) -> str:
        return (tmp_path / "site" / address / "index.html").read_text(encoding="utf-8")

    sheet = page("fiches/retire")
    assert "Cette fiche a été retirée le 2 mars 2026" in sheet
    assert "La structure a demandé le &lt; retrait." in sheet
    assert 'href="../../fiches/velo/"' in sheet
    assert "noindex" in sheet
    assert "url=../../fiches/retire/" in page(f"f/{short_code('retire')}")
    assert "url=../../fiches/retire/" in page("fiches/tres-vieux")
    assert "url=../../fiches/retire/" in page(f"f/{short_code('tres-vieux')}")
    assert "url=../../fiches/retire/" in page(f"e/{short_code('retire')}")
    assert "url=../../fiches/retire/" in page(f"e/{short_code('tres-vieux')}")
    assert "Cet atelier a été retiré" in page("ateliers/vieil-atelier")
    assert 'id="vieille-reprise"' in page("essaimage")
    assert "/retire/" not in (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")


def test_a_renamed_workshop_or_replication_is_found_at_its_former_address(tmp_path: Path) -> None:
    write_corpus(tmp_path / "fiches", {"base": "fiche"})
    for kind, name in (("ateliers", "sortir-du-bureau"), ("essaimages", "lavoir-foix")):
        file = tmp_path / "fiches" / kind / f"{name}.yaml"
        file.write_text(file.read_text(encoding="utf-8") + f"anciens_ids: [avant-{kind}]\n", encoding="utf-8")
    build_site(tmp_path / "fiches", tmp_path / "site")
    workshop = (tmp_path / "site" / "ateliers" / "avant-ateliers" / "index.html").read_text(encoding="utf-8")

    assert "url=../../ateliers/sortir-du-bureau/" in workshop
    assert 'id="avant-essaimages"' in (tmp_path / "site" / "essaimage" / "index.html").read_text(encoding="utf-8")
