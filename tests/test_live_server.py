"""The writing server: follows changes, keeps the last good site when one breaks it."""

import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from live_server import RELOADER, VERSION, LiveSite
from test_cases import base, write_corpus

PATIENCE_SECONDS = 180


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE_SECONDS) as answer:
        text: str = answer.read().decode()
        return text


@pytest.fixture
def live(tmp_path: Path) -> Iterator[LiveSite]:
    """A small corpus, built, watched and served."""
    write_corpus(tmp_path / "fiches", {"base": "fiche"})
    port = free_port()
    site = LiveSite(tmp_path / "fiches", tmp_path / "site", f"http://127.0.0.1:{port}/")
    assert site.rebuild()
    threading.Thread(target=site.serve, args=(port, [tmp_path / "fiches"]), daemon=True).start()
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            get(site.address)
            break
        except urllib.error.URLError:
            time.sleep(0.05)
    yield site
    site.stop()


def sheet(live: LiveSite) -> Path:
    return live.corpus / "sourcing" / "velo.yaml"


def test_a_change_is_built_and_announced(live: LiveSite) -> None:
    """Saving a sheet renews the page, and whoever watches is told."""
    before = get(live.address + VERSION.removeprefix("/"))
    sheet(live).write_text(base("fiche").replace("Prêter un vélo", "Prêter deux vélos"), encoding="utf-8")

    assert get(f"{live.address}{VERSION.removeprefix('/')}?vue={before}") != before
    assert "Prêter deux vélos" in get(f"{live.address}fiches/velo/")


def test_a_broken_sheet_shows_its_message_and_keeps_the_last_good_site(
    live: LiveSite, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet(live).write_text(base("fiche").replace("effort: '2'", "effort: '9'"), encoding="utf-8")
    printed = ""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while "le dernier site valable reste servi" not in printed and time.monotonic() < deadline:
        time.sleep(0.1)
        printed += capsys.readouterr().out

    assert "[terme-inconnu] « 9 » n’est pas un terme" in printed
    assert "Prêter un vélo" in get(f"{live.address}fiches/velo/")

    before = get(live.address + VERSION.removeprefix("/"))
    sheet(live).write_text(base("fiche").replace("Prêter un vélo", "Prêter trois vélos"), encoding="utf-8")
    get(f"{live.address}{VERSION.removeprefix('/')}?vue={before}")
    assert "Prêter trois vélos" in get(f"{live.address}fiches/velo/")


def test_pages_carry_the_reloader_as_a_file(live: LiveSite) -> None:
    """The strict policy stays in force while writing: no inline script."""
    assert f'<script type="module" src="{RELOADER}"></script>' in get(live.address)
    assert "location.reload" in get(live.address.rstrip("/") + RELOADER)


def test_an_unknown_address_gets_the_french_page(live: LiveSite) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        get(f"{live.address}nulle-part/")

    assert refused.value.code == 404
    assert "n’existe pas" in refused.value.read().decode()


def test_documents_come_after_the_page(live: LiveSite) -> None:
    """The site is served at once; its documents are printed meanwhile, then a rebuild links to them."""
    assert ".pdf" not in get(f"{live.address}fiches/velo/")
    live.prints = True
    sheet(live).write_text(base("fiche").replace("Prêter un vélo", "Prêter vingt vélos"), encoding="utf-8")
    deadline = time.monotonic() + PATIENCE_SECONDS
    while "velo.pdf" not in get(f"{live.address}fiches/velo/") and time.monotonic() < deadline:
        time.sleep(0.2)

    with urllib.request.urlopen(f"{live.address}fiches/velo/velo.pdf", timeout=PATIENCE_SECONDS) as answer:
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.read(5) == b"%PDF-"
