"""What every count of the dossier stands on, in figures and in words."""

from __future__ import annotations

from dataclasses import dataclass

from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.words import language
from ceasewire.record.beside import Withheld
from ceasewire.show.words import count, withheld


@dataclass(frozen=True)
class Basis:
    """Pages, outlets and languages behind a record."""

    pages: int
    unread: int
    failed: int
    outlets: int
    languages: list[tuple[str, int]]
    first: str | None
    last: str | None
    as_of: str | None
    later: int
    undated: int
    withheld: Withheld | None

    @property
    def line(self) -> str:
        """`of 18 pages, 1 of them not read, machine-read, unreviewed`."""
        unread = f", {self.unread:,} of them not read" if self.unread else ""
        left = f", {withheld(self.withheld)}" if self.withheld else ""
        return f"of {count(self.pages, 'page')}{unread}{left}, machine-read, unreviewed"


def basis(shelf: Shelf) -> Basis:
    """The basis of an open record."""
    pages = shelf.header.pages
    first, last, outlets = shelf.known("SELECT min(published), max(published), count(DISTINCT outlet) FROM page")[0]
    languages = sorted(pages.by_language.items(), key=lambda row: (-row[1], row[0]))
    return Basis(
        pages.read + pages.not_read, pages.not_read, pages.failed, int(str(outlets)),
        [(language(code), number) for code, number in languages], _text(first), _text(last),
        shelf.header.as_of, shelf.later, shelf.undated, shelf.withheld,
    )  # fmt: skip


def _text(value: object) -> str | None:
    return None if value is None else str(value)
