"""Where a repository's pages are, whatever its host."""

import pytest

from forges import Repository, repository


@pytest.mark.parametrize(
    ("address", "declared", "forge", "issues", "files"),
    [
        ("https://github.com/essaim/base", "", "github", "/issues/new/choose", "/blob/main/"),
        ("https://gitlab.com/essaim/base", "", "gitlab", "/-/issues/new", "/-/blob/main/"),
        ("https://gitlab.exemple.fr/essaim/base", "", "gitlab", "/-/issues/new", "/-/blob/main/"),
        ("https://forge.exemple.fr/essaim/base", "gitlab", "gitlab", "/-/issues/new", "/-/blob/main/"),
        ("https://codeberg.org/essaim/base", "", "forgejo", "/issues/new/choose", "/src/branch/main/"),
    ],
)
def test_a_repository_says_where_its_pages_are(
    address: str, declared: str, forge: str, issues: str, files: str
) -> None:
    assert repository(address, declared) == Repository(address, forge, address + issues, address + files)


def test_no_repository_has_no_page() -> None:
    assert repository("", "github") == Repository()
