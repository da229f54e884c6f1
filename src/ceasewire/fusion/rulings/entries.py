"""The log of human rulings: what was ruled, and the words on pages by which it is found again after a rebuild."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from msgspec import Struct

from ceasewire.model import Ruling

Decision = Literal["accept", "reject", "correct", "merge", "split", "undo"]
DECISIONS: tuple[str, ...] = get_args(Decision)

# Which rulings make sense on what. `camps` takes the id of an origin, or the name of a camp.
ALLOWED: dict[str, frozenset[str]] = {
    "facts": frozenset({"accept", "reject", "correct", "merge", "split"}),
    "statements": frozenset({"accept", "reject", "correct", "merge"}),
    "mentions": frozenset({"accept", "reject", "correct", "merge", "split"}),
    "actors": frozenset({"accept", "reject", "correct", "merge", "split"}),
    "links": frozenset({"accept", "reject"}),
    "camps": frozenset({"accept", "reject", "correct", "merge", "split"}),
    "rulings": frozenset({"undo"}),
}


class Point(Struct, frozen=True, order=True):
    """Characters of a page, by the hash of its bytes: they are found wherever and whenever that page is read again."""

    sha256: str
    start: int
    end: int
    kind: str = ""


class Anchor(Struct, frozen=True):
    """How a thing of the record is found again: its id, else its characters on pages, else its names."""

    noun: str
    id: str
    points: list[Point]
    names: list[str]


class Entry(Struct, frozen=True):
    """One line of the log: the ruling as it was given, the thing it is about and the one its value names."""

    ruling: Ruling
    anchor: Anchor
    other: Anchor | None = None


def parted(what: str) -> tuple[str, str]:
    """`facts/4f2a` as (`facts`, `4f2a`); the file is empty where none is named."""
    noun, _, key = what.replace(":", "/", 1).partition("/")
    return (noun, key) if key else ("", noun)


def in_force(entries: Sequence[Entry]) -> list[Entry]:
    """The entries that no later one has undone, in their order. To undo an undoing brings the first back."""
    undone: set[str] = set()
    for entry in reversed(entries):
        if entry.ruling.undoes and entry.ruling.id not in undone:
            undone.add(entry.ruling.undoes)
    return [e for e in entries if e.ruling.id not in undone and not e.ruling.undoes]


def pieces(value: str | None) -> list[str]:
    """A value that lists things, by its commas."""
    return [part.strip() for part in (value or "").split(",") if part.strip()]


def field_of(value: str | None) -> tuple[str, str]:
    """`stance=denies` as (`stance`, `denies`)."""
    name, _, told = (value or "").partition("=")
    return name.strip(), told.strip()


def of_noun(entries: Iterable[Entry], noun: str, *decisions: str) -> list[Entry]:
    """The entries about one file, of these decisions."""
    return [e for e in entries if e.anchor.noun == noun and e.ruling.ruling in decisions]
