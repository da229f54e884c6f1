"""What a format reads from and what it makes of it: text with whatever its metadata or markup says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from ceasewire.intake import limits
from ceasewire.model import Genre, Role, Span


class RefusedError(Exception):
    """A page that cannot be taken in; the message is the reason, in plain words."""


@dataclass(frozen=True)
class Source:
    """Bytes to read: a file, or a member of one. `name` ends as its format asks, `depth` counts the archives around it.

    `url` and `retrieved` are what the archive says of a page in it.
    """

    name: str
    open: Callable[[], BinaryIO]
    depth: int = 0
    url: str | None = None
    retrieved: str | None = None

    def load(self, most: int | None = None) -> bytes:
        """All bytes. Raises RefusedError past `most`, by default MAX_BYTES, or when empty; OSError when unreadable."""
        most = limits.MAX_BYTES if most is None else most
        with self.open() as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise RefusedError(too_large(most))
        if not data.strip():
            raise RefusedError("empty file")
        return data


def too_large(most: int) -> str:
    """The reason to refuse what is past a number of bytes."""
    return f"larger than the limit of {most:,} bytes a page"


@dataclass(frozen=True)
class Page:
    """One page before its lines have roles. `name` is the part of its path after `#`, empty for a whole file.

    `published` is the day that metadata gives, `earliest` the first that it may be where that is another, `shown` the
    words of the text that say so and `why` what they are. `marked` are roles that markup gives, by line number; lines
    not in it are left to the rules for plain text.
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
    earliest: str | None = None
    shown: Span | None = None
    retrieved: str | None = None
    rights: str | None = None
    why: str = "metadata of the page"
    genre: Genre | None = None
    marked: dict[int, Role] = field(default_factory=dict)


@dataclass(frozen=True)
class Broken:
    """One page of a file that could not be read, while others of it can. An empty name means the file itself."""

    name: str
    reason: str


@dataclass(frozen=True)
class Inside:
    """A file inside the file that is read; `name` as in Page."""

    name: str
    source: Source


Item = Page | Broken | Inside


class Format(Protocol):
    """Reads what one file holds. Raises RefusedError when the rest of the file cannot be read."""

    def __call__(self, source: Source) -> Iterable[Item]:
        """The pages of the file, in its order, and the files in it."""
        ...
