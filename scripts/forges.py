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
    """`address` has no end of its own (`.git`, `/`); all are empty while no repository is known."""

    address: str = ""
    forge: str = ""
    issues: str = ""
    files: str = ""


def repository(address: str, declared: str = "") -> Repository:
    """The repository at a web address; `declared` is its software, for a host whose name does not tell."""
    base = address.strip().rstrip("/").removesuffix(".git")
    if not base:
        return Repository()
    forge = declared if declared in PAGES else _forge_of(urlsplit(base).hostname or "")
    issues, files = PAGES[forge]
    return Repository(base, forge, base + issues, base + files)


def _forge_of(host: str) -> str:
    if host == "github.com":
        return "github"
    return "gitlab" if "gitlab" in host.split(".") else OTHER
