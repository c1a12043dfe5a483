"""The real site, built once and served under a sub-path as a static host would, compressed."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from browser.static_host import PUBLIC_ADDRESS, hosted
from building import build_site
from catalogue.catalogue import Catalogue
from catalogue.corpus import PRACTICES
from catalogue.loading import load

# The same examples each time: whether a proposal passes must not depend on luck.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The project's own corpus, read."""
    return load(PRACTICES)[0]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own corpus, built for a public address under a sub-path: once, by the first worker that asks."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "construit" / "site"
    folder.parent.mkdir(exist_ok=True)
    with (folder.parent / "verrou").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            build_site(PRACTICES, folder, PUBLIC_ADDRESS)
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, with its sub-path."""
    with hosted(site) as served:
        yield served
