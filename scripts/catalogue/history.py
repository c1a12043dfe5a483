"""What git keeps of a folder: its files at another commit, and since which commit to compare."""

import subprocess
from pathlib import Path


class HistoryError(Exception):
    """Git cannot answer; the message says why, in French, and what to do."""


def starting_point(folder: Path, ref: str) -> str:
    """The commit where the work at hand left `ref`: what others have added to it since is not this work's doing."""
    _git(folder, "rev-parse", "--show-toplevel", refusal=f"{folder} n’est pas dans un dépôt git")
    remedy = f"« {ref} » n’est pas un commit connu ici ; lancez d’abord « git fetch », ou donnez une autre base"
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}", refusal=remedy)
    shared = _run(folder, "merge-base", commit.decode().strip(), "HEAD")
    return (shared.stdout if shared.returncode == 0 else commit).decode().strip()


def files_at(commit: str, folder: Path) -> dict[str, bytes]:
    """Every file of `folder` at `commit`: path from the folder → content. Links and submodules are left out."""
    listing = _git(folder, "ls-tree", "-r", "-z", commit, refusal=f"Le commit {commit} ne se lit pas")
    blobs: dict[str, str] = {}
    for line in listing.decode("utf-8", "surrogateescape").split("\0"):
        about, _, path = line.partition("\t")
        if about.startswith("100"):  # a regular file
            blobs[path] = about.split()[2]
    content = _git(folder, "cat-file", "--batch", given="\n".join(blobs.values()).encode(), refusal="Git ne répond pas")
    return dict(zip(blobs, _batch(content, len(blobs)), strict=True))


def _batch(output: bytes, count: int) -> list[bytes]:
    """The contents in what `git cat-file --batch` prints: for each, a line that ends with its size, then itself."""
    found: list[bytes] = []
    start = 0
    for _ in range(count):
        end = output.index(b"\n", start)
        size = int(output[start:end].split()[-1])
        found.append(output[end + 1 : end + 1 + size])
        start = end + 1 + size + 1
    return found


def _run(folder: Path, *command: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *command], cwd=folder, input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise HistoryError("La commande « git » n’est pas installée ; installez-la, puis recommencez") from None


def _git(folder: Path, *command: str, refusal: str, given: bytes = b"") -> bytes:
    done = _run(folder, *command, given=given)
    if done.returncode != 0:
        raise HistoryError(refusal)
    return done.stdout
