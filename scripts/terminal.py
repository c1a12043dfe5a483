"""The terminal as an interview sees it: sentences out, lines in, 80 columns, whatever is at the other end."""

import shutil
import sys
import textwrap

from catalogue.source_text import cleaned
from catalogue.typography import french

try:
    import readline
except ImportError:  # Windows: lines are typed without it
    readline = None  # type: ignore[assignment]

WIDTH = 80


class Interrupted(Exception):  # noqa: N818 - somebody left; nothing failed
    """Ctrl-C, or no more line to read."""


class GoBack(Exception):  # noqa: N818 - a wish, not an error
    """The person wants the question before."""


BACK = "<"
"""What is typed for it."""
YES, NO = ("o", "oui", "y", "yes"), ("n", "non", "no")


class Terminal:
    """Reads UTF-8 whatever the machine's settings, and never fails on a character it cannot read or print."""

    def __init__(self) -> None:
        for stream in (sys.stdin, sys.stdout):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        self.width = min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns)

    def say(self, text: str = "", start: str = "") -> None:
        """A paragraph a line of `text`, cut at words; `start` opens the first one, and the others are below it."""
        for line in french(text).split("\n"):
            below = " " * len(start)
            wrapped = textwrap.wrap(
                line, self.width, initial_indent=start, subsequent_indent=below, break_long_words=False
            )
            print("\n".join(wrapped))
            start = below

    def ask(self, prompt: str = "> ", typed: str = "") -> str:
        """The next line, without spaces around nor hidden signs. `typed` is put on it, to be corrected. Raises Interrupted."""
        if readline and typed and sys.stdin.isatty():
            readline.set_startup_hook(lambda: readline.insert_text(typed))
        try:
            return " ".join(cleaned(input(prompt)).split())
        except (EOFError, KeyboardInterrupt):
            print()
            raise Interrupted from None
        finally:
            if readline:
                readline.set_startup_hook(None)
