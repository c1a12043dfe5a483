"""The site's chrome with named slots: `@@essaim:nom@@` in a built page is replaced by what the catalogue says."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import escape

# Markdown wraps a slot that stands alone in a paragraph; the paragraph goes with it.
SLOT = re.compile(r"<p>@@essaim:([a-z0-9:-]+)@@</p>|@@essaim:([a-z0-9:-]+)@@")


def fill(page: str, render: Callable[[str], str]) -> str:
    """A hand-written page with each slot replaced by `render(slot name)`, trusted HTML."""
    return SLOT.sub(lambda match: render(match[1] or match[2]), page)


@dataclass(frozen=True)
class Frame:
    """The frame page cut once at its slots: hanging a sheet in it is one join."""

    parts: tuple[str, ...]
    """Text, slot name, text, slot name, …, text."""

    @classmethod
    def cut(cls, page: str) -> "Frame":
        parts = re.split(r"@@essaim:([a-z-]+)@@", page)
        return cls(tuple(parts))

    def hang(self, slots: Mapping[str, str]) -> str:
        """The whole page. A value that is not Markup is escaped. Raises KeyError for a slot left without a value."""
        return "".join(part if rank % 2 == 0 else escape(slots[part]) for rank, part in enumerate(self.parts))
