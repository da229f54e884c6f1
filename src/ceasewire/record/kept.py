"""What a record keeps beside the files of the contract: what people told it, and what a new fusion needs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace as with_

from ceasewire.fusion.rulings import Anchor, Entry, Guide
from ceasewire.fusion.rulings.table import ActorRow
from ceasewire.model import Basis, Document, ident
from ceasewire.record.errors import RecordError
from ceasewire.record.store import is_record, opened

T = TypeVar("T", bound=Struct)


class Tombstone(Struct, frozen=True):
    """A page that was taken out: the hash of its path, the day, and why. What it said is gone."""

    path: str
    day: str
    reason: str


class Arrival(Struct, frozen=True):
    """The day that a page came with, before its words and the other pages settled it."""

    doc: str
    published: str | None
    earliest: str | None
    latest: str | None
    basis: list[Basis]


@dataclass(frozen=True)
class Kept:
    """The log of rulings, the user's actors, the pages taken out, the days that pages came with, and the log of notes.

    `hidden` are the facts that stay out of a record that is made to be handed on.
    """

    log: Sequence[Entry] = ()
    actors: Sequence[ActorRow] = ()
    tombstones: Sequence[Tombstone] = ()
    arrivals: Sequence[Arrival] = field(default=(), repr=False)
    notes: Sequence[Entry] = ()
    hidden: Sequence[Anchor] = ()

    @property
    def guide(self) -> Guide:
        """What fusion is told."""
        return Guide(self.log, self.actors, self.hidden)

    def bars(self, path: str) -> bool:
        """Whether a page of this path was taken out."""
        return any(stone.path == path_hash(path) for stone in self.tombstones)


TABLES: dict[str, type[Struct]] = {
    "log": Entry,
    "actor_rows": ActorRow,
    "tombstones": Tombstone,
    "arrivals": Arrival,
    "notes": Entry,
    "hidden": Anchor,
}


def kept_in(path: Path) -> Kept:
    """What the record at `path` keeps; nothing where it is of an older kind. Raises RecordError."""
    with opened(path) as connection:
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        found = {name: list(_rows(connection, path, name)) for name in TABLES if name in there}
    log, actors, stones, arrivals, notes, hidden = (found.get(name, []) for name in TABLES)
    return Kept(
        _of(log, Entry),
        _of(actors, ActorRow),
        _of(stones, Tombstone),
        _of(arrivals, Arrival),
        _of(notes, Entry),
        _of(hidden, Anchor),
    )


def kept_before(path: Path) -> Kept:
    """What a record that is about to be replaced keeps; nothing where there is none. Raises RecordError."""
    there = path.exists() and path.stat().st_size and is_record(path)
    return kept_in(path) if there else Kept()


def _rows(connection: sqlite3.Connection, path: Path, name: str) -> Iterator[Struct]:
    decoder = msgspec.json.Decoder(TABLES[name])
    try:
        for (body,) in connection.execute(f"SELECT body FROM {name} ORDER BY position"):
            yield decoder.decode(body)
    except msgspec.DecodeError as error:
        raise RecordError(f"{path}: its table {name} is damaged or of another version ({error})") from error


def _of(rows: Iterable[Struct], noun: type[T]) -> list[T]:
    return [row for row in rows if isinstance(row, noun)]


def path_hash(path: str) -> str:
    """The hash by which a page that was taken out is known."""
    return ident("path", path)


def arrival(document: Document) -> Arrival:
    """The day that a page came with, from its document as intake made it."""
    days = document.published, document.published_earliest, document.published_latest
    return Arrival(document.id, *days, document.published_basis)


def as_it_came(document: Document, came: Arrival | None) -> Document:
    """A document of a record with the day that it came with."""
    if came is None:
        return document
    return with_(
        document,
        published=came.published,
        published_earliest=came.earliest,
        published_latest=came.latest,
        published_basis=came.basis,
    )


def rows_of(kept: Kept) -> dict[str, Sequence[Struct]]:
    """The rows of each table."""
    return {
        "log": kept.log,
        "actor_rows": kept.actors,
        "tombstones": kept.tombstones,
        "arrivals": kept.arrivals,
        "notes": kept.notes,
        "hidden": kept.hidden,
    }
