"""The log of human rulings: read it, add to it. The record is put together anew with each ruling.

log = rulings("story.db")
made = append("story.db", "facts/3fa21c", "reject", by="Ada", at="2031-05-09", why="a rehearsal")
append("story.db", f"rulings/{made.id}", "undo", by="Ada", at="2031-05-10", why="no rehearsal")
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ceasewire.fusion import fuse
from ceasewire.fusion.rulings import Anchor, Entry, in_force
from ceasewire.fusion.rulings.entries import pieces
from ceasewire.model import Document, Failure, Link, Ruling, ident
from ceasewire.record.anchors import anchor
from ceasewire.record.errors import RecordError
from ceasewire.record.kept import Kept, kept_in
from ceasewire.record.kept import rows_of as tables_of
from ceasewire.record.lock import writing
from ceasewire.record.notes import noted
from ceasewire.record.record import Record
from ceasewire.record.rows import rows_of
from ceasewire.record.rulecheck import check
from ceasewire.record.store import fetch, fetch_readings, read_header, write


def rulings(path: Path | str) -> list[Ruling]:
    """The log in the order it was written, undone rulings too, each as it was given. Raises RecordError."""
    return [entry.ruling for entry in kept_in(Path(path)).log]


def standing(path: Path | str) -> set[str]:
    """The ids of the rulings that no later one has undone. Raises RecordError."""
    return {entry.ruling.id for entry in in_force(kept_in(Path(path)).log)}


def append(path: Path | str, what: str, ruling: str, *, by: str, at: str, why: str, value: str | None = None) -> Ruling:
    """Add a ruling and put the record together anew. `what` is a file of the contract and an id: `facts/3fa21c`.

    `at` is a day or a moment, given by the caller. Raises RecordError where the ruling is refused, with the reason.
    """
    path = Path(path)
    with writing(path):
        kept = kept_in(path)
        entry = entry_of(Record.at(path), kept, Ruling("", what, ruling, value, by.strip(), at, why.strip(), None))
        apply(path, replace(kept, log=[*kept.log, entry]))
    return entry.ruling


def entry_of(record: Record, kept: Kept, asked: Ruling) -> Entry:
    """The line of the log for a ruling that is asked for. Raises RecordError where it is refused."""
    if not asked.by or not asked.why:
        raise RecordError("a ruling says who made it and why")
    about = anchor(asked.what, record)
    other = _other(about, asked, record)
    check(about, asked, other, record)
    undoes = about.id if asked.ruling == "undo" else None
    what = f"{about.noun}/{about.id}"
    key = ident("ruling", len(kept.log), what, asked.ruling, asked.value, asked.by, asked.at, asked.why)
    return Entry(Ruling(key, what, asked.ruling, asked.value, asked.by, asked.at, asked.why, undoes), about, other)


def _other(about: Anchor, asked: Ruling, record: Record) -> Anchor | None:
    """What the value of a ruling names: the thing to join with, or the mentions to take out."""
    if asked.ruling == "merge" and about.noun != "camps":
        if not asked.value:
            raise RecordError(f"a merge needs the id of the other of the {about.noun} as its value")
        return anchor(f"{about.noun}/{asked.value.rpartition('/')[2]}", record)
    if asked.ruling == "split" and about.noun == "facts":
        found = [anchor(f"mentions/{key.rpartition('/')[2]}", record) for key in pieces(asked.value)]
        return Anchor("mentions", "", [point for one in found for point in one.points], [])
    return None


def apply(path: Path, kept: Kept) -> None:
    """Put the record together anew under what it is told, from the pages as they were read. Raises RecordError."""
    documents = fetch(path, "documents", Document)
    links, failures = fetch(path, "links", Link), fetch(path, "failures", Failure)
    readings = fetch_readings(path)
    story = fuse(documents, links, readings, kept.guide)
    rows = rows_of(documents, failures, links, story)
    write(path, read_header(path), rows, readings, {**tables_of(kept), **noted(kept.notes, rows)})
