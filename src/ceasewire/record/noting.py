"""Labels and assessments put on a record: each is a line of its log of notes, and changes nothing that is known.

label("story.db", "facts/3fa21c", "amber", by="Ada", at="2031-05-09", why="told in confidence")
assess("story.db", "3fa21c", "The envoy had reason to say so.", by="Ada", at="2031-05-09")
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from ceasewire.fusion.rulings import Anchor, Entry, Point
from ceasewire.model import Document, Fact, Mention, Ruling, Statement, ident
from ceasewire.record.anchors import anchor
from ceasewire.record.beside import Assessment, Label
from ceasewire.record.errors import RecordError
from ceasewire.record.kept import kept_in
from ceasewire.record.lock import writing
from ceasewire.record.notes import ASSESS, LABEL, WITHDRAW, label_of, settled
from ceasewire.record.record import Record
from ceasewire.record.store import add_logs, fetch, opened, read_header, reason
from ceasewire.record.tlp import level

T = TypeVar("T")
N = TypeVar("N", bound=Struct)

MOST = 4000  # characters of an assessment
SHORTEST = 4  # letters of the beginning of an id


def label(path: Path | str, what: str, tlp: str, *, by: str, at: str, why: str) -> Label:
    """Put a label on `documents/ID` (or the path of a page), `facts/ID` or `assessments/ID`; it stands until the next.

    Raises RecordError where nothing or more than one thing is meant, or who and why are not told.
    """
    path, by, why = Path(path), by.strip(), why.strip()
    if not by or not why:
        raise RecordError("a label says who put it and why")
    with writing(path):
        about = _subject(path, what)
        entry = _entry(path, about, LABEL, level(tlp), by, at, why)
        made = label_of(entry, f"{about.noun}/{about.id}")
        _note(path, entry, label=made)
    return made


def assess(path: Path | str, fact: str, words: str, *, by: str, at: str, tlp: str | None = None) -> Assessment:
    """Put down what somebody makes of a fact; what he made of it before is undone by it. Raises RecordError."""
    path, by, words = Path(path), by.strip(), "\n".join(words.strip().splitlines())
    if not by or not 0 < len(words) <= MOST:
        raise RecordError(f"an assessment says who made it, in 1 to {MOST:,} characters")
    limit = level(tlp) if tlp else None
    with writing(path):
        about = _subject(path, f"facts/{fact.rpartition('/')[2]}")
        before = next((a.id for a in reversed(_standing(path)) if (a.fact, a.by) == (about.id, by)), None)
        entry = _entry(path, about, ASSESS, words, by, at, "", before)
        made = Assessment(entry.ruling.id, about.id, words, by, at, limit, before, True)
        _note(path, entry, assessment=made)
        if limit:
            label(path, f"assessments/{made.id}", limit, by=by, at=at, why="as it was written")
    return made


def withdraw(path: Path | str, key: str, *, by: str, at: str) -> Assessment:
    """Take an assessment back; only who made it can. Raises RecordError."""
    with writing(Path(path)):
        return _withdrawn(Path(path), key, by.strip(), at)


def _withdrawn(path: Path, key: str, by: str, at: str) -> Assessment:
    found = [row for row in _standing(path) if key and row.id.startswith(key.rpartition("/")[2])]
    if len(found) != 1:
        raise RecordError(f"{len(found)} assessments that stand have an id that begins with {key!r}")
    if found[0].by != by:
        raise RecordError(f"only {found[0].by} can take back these words; say what you make of it yourself")
    entry = _entry(path, _subject(path, f"facts/{found[0].fact}"), WITHDRAW, None, by, at, "", found[0].id)
    made = Assessment(entry.ruling.id, found[0].fact, None, by, at, None, found[0].id, False)
    _note(path, entry, assessment=made)
    return made


def _standing(path: Path) -> list[Assessment]:
    return [row for row in Record.at(path).assessments if row.stands]


def _entry(
    path: Path, about: Anchor, kind: str, value: str | None, by: str, at: str, why: str, undoes: str | None = None
) -> Entry:
    what, number = f"{about.noun}/{about.id}", len(kept_in(path).notes)
    key = ident("note", number, what, kind, value, by, at, why)
    return Entry(Ruling(key, what, kind, value, by, at, why, undoes), about)


def _subject(path: Path, what: str) -> Anchor:
    noun, _, key = what.partition("/")
    if noun == "facts":
        return _fact(path, key.lower())
    if noun == "assessments":
        found = {row.id for row in Record.at(path).assessments if key and row.id.startswith(key.lower())}
        return Anchor(noun, _only(sorted(found), what), [], [])
    return _page(path, key if noun == "documents" else what)


def _page(path: Path, key: str) -> Anchor:
    pages = fetch(path, "documents", Document)
    found = [page for page in pages if key in (page.path, page.id)]
    page = _only(found or [page for page in pages if len(key) >= SHORTEST and page.id.startswith(key.lower())], key)
    return Anchor("documents", page.id, [Point(page.sha256, 0, 0)], [page.path])


def _only(found: Sequence[T], what: str) -> T:
    if len(found) == 1:
        return found[0]
    raise RecordError(f"{len(found) or 'no'} pages, facts or notes of this record are meant by {what!r}")


def _fact(path: Path, key: str) -> Anchor:
    """The anchor of a fact, made from it and its passages alone: a note on a large record takes no longer."""
    with opened(path) as connection:
        known = connection.execute("SELECT id FROM facts WHERE id >= ? AND id < ? LIMIT 2", (key, key + "\uffff"))
        ids = [row[0] for row in known.fetchall()] if key else []
        fact = _only(_rows(connection, "facts", Fact, ids), f"facts/{key}")
        passages = [*fact.support, *fact.dispute]
        statements = _rows(connection, "statements", Statement, [p.statement for p in passages])
        mentions = _rows(connection, "mentions", Mention, [p.mention for p in passages])
        pages = _rows(connection, "documents", Document, [s.doc for s in statements] + [m.doc for m in mentions])
    part: dict[str, list[Struct]] = {
        "facts": [fact], "statements": [*statements], "mentions": [*mentions], "documents": [*pages]
    }  # fmt: skip
    return anchor(f"facts/{fact.id}", Record.of(read_header(path), part))


def _rows(connection: sqlite3.Connection, name: str, noun: type[N], keys: Iterable[str | None]) -> list[N]:
    question = f"SELECT body FROM {name} WHERE id = ?"
    found = [connection.execute(question, (key,)).fetchone() for key in sorted({key for key in keys if key})]
    return [msgspec.json.decode(row[0], type=noun) for row in found if row]


def _note(path: Path, entry: Entry, *, label: Label | None = None, assessment: Assessment | None = None) -> None:
    """Write one line of the log, and the rows of today anew, in one step."""
    known = Record.at(path)
    labels = [*known.labels, *([label] if label else [])]
    assessments = [*known.assessments, *([assessment] if assessment else [])]
    rows = settled(labels, assessments)
    try:
        with closing(sqlite3.connect(path, timeout=30)) as connection, connection:
            add_logs(connection)
            connection.execute("INSERT INTO notes (id, body) VALUES (NULL, ?)", (_text(entry),))
            for name, held in rows.items():
                connection.execute(f"DELETE FROM {name}")
                connection.executemany(f"INSERT INTO {name} (body) VALUES (?)", ((_text(row),) for row in held))
    except sqlite3.Error as error:
        raise RecordError(f"{path}: the note could not be written: {reason(error)}") from error


def _text(row: Struct) -> str:
    return msgspec.json.encode(row).decode()
