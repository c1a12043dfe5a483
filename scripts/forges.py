"""The host of a repository: what its address says it is, and where its pages are."""

from dataclasses import dataclass
from urllib.parse import urlsplit

PAGES = {
    "github": ("/issues/new/choose", "/blob/main/"),
    "gitlab": ("/-/issues/new", "/-/blob/main/"),
    "forgejo": ("/issues/new/choose", "/src/branch/main/"),
}
"""Software → where an issue is opened, and what begins the address of a file."""
OTHER = "forgejo"
"""What a host is that its address does not tell: Gitea and Forgejo run under any name."""


@dataclass(frozen=True, slots=True)
class Repository:
    """All are empty while no repository is known."""

    address: str = ""
    forge: str = ""
    issues: str = ""
    files: str = ""


def repository(address: str, declared: str = "") -> Repository:
    """The repository at an address that `catalogue.settings` accepts; `declared` is its software, where its name does not tell."""
    if not address:
        return Repository()
    forge = declared or _forge_of(urlsplit(address).hostname or "")
    issues, files = PAGES[forge]
    return Repository(address, forge, address + issues, address + files)


def _forge_of(host: str) -> str:
    if host == "github.com":
        return "github"
    return "gitlab" if "gitlab" in host.split(".") else OTHER
