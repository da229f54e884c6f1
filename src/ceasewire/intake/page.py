"""What a format makes of a file: text with whatever its metadata or markup says."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ceasewire.model import Role

MAX_BYTES = 5_000_000
"""The largest page read, in bytes: twenty times a long report. A file of rows may be larger, a row may not."""

MAX_LINE = 400_000
"""The longest line read, in characters: the parser's memory grows with it."""


class RefusedError(Exception):
    """A page that cannot be taken in; the message is the reason, in plain words."""


@dataclass(frozen=True)
class Page:
    """One page before its lines have roles. `name` is the part of its path after `#`, empty for a whole file.

    `marked` are roles that markup gives, by line number; lines not in it are left to the rules for plain text.
    """

    name: str
    data: bytes
    text: str
    url: str | None = None
    domain: str | None = None
    site: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    retrieved: str | None = None
    rights: str | None = None
    why: str = "metadata of the page"
    marked: dict[int, Role] = field(default_factory=dict)


@dataclass(frozen=True)
class Broken:
    """One page of a file that could not be read, while others of it can."""

    name: str
    reason: str


class Format(Protocol):
    """Reads the pages of one file. Raises RefusedError when the file as a whole cannot be read."""

    def __call__(self, file: Path) -> list[Page | Broken]:
        """The pages of the file, in its order."""
        ...
