"""Full-text search over pages, statements and facts. The index is made when it is first asked, in a file of its own."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from ceasewire.dossier.index import rejected, rows
from ceasewire.dossier.query import question
from ceasewire.model import Document, Fact, Statement

NOUNS = ("documents", "statements", "facts")  # a table each: matches are counted without a look at them
TABLE = """CREATE VIRTUAL TABLE main.{0} USING fts5(
  id UNINDEXED, head, body, tokenize = "unicode61 remove_diacritics 2")"""
COUNT = "SELECT count(*) FROM main.{0} WHERE {0} MATCH ?"
BEST = "SELECT rowid FROM main.{0} WHERE {0} MATCH ? ORDER BY rank, rowid LIMIT ? OFFSET ?"
# Cutting snippets is dear, so it is done for the best alone.
CUT = """SELECT rowid, id, head, snippet({0}, 2, ?, ?, '…', 28), highlight({0}, 2, ?, ?) FROM main.{0}
  WHERE {0} MATCH ? AND rowid IN ({1})"""
OPEN, CLOSE = "\x02", "\x03"


@dataclass(frozen=True)
class Hit:
    """Something found: its snippet in pieces, each with whether it was looked for; `at` is where the body has it."""

    noun: str
    id: str
    head: str
    snippet: list[tuple[str, bool]]
    at: tuple[int, int] | None


class Search:
    """The full-text index of one record."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._db: sqlite3.Connection | None = None

    def find(self, typed: str, noun: str, most: int, skip: int = 0) -> tuple[int, list[Hit]]:
        """How many things of a noun (`documents`, `statements`, `facts`) are found, and some, the best first."""
        asked = question(typed)
        if asked is None or noun not in NOUNS:
            return 0, []
        with self._lock:
            db = self._ready()
            count = db.execute(COUNT.format(noun), (asked,)).fetchone()[0]
            best = [row for (row,) in db.execute(BEST.format(noun), (asked, most, skip))]
            cut = CUT.format(noun, ", ".join("?" * len(best)))
            found = db.execute(cut, (OPEN, CLOSE, OPEN, CLOSE, asked, *best)).fetchall()
        found.sort(key=lambda row: best.index(row[0]))
        return count, [Hit(noun, key, head, _pieces(part), _place(body)) for _, key, head, part, body in found]

    def warm(self) -> None:
        """Make the index before it is asked."""
        with self._lock:
            self._ready()

    def close(self) -> None:
        """Drop the index."""
        if self._db:
            self._db.close()
            self._db = None

    def _ready(self) -> sqlite3.Connection:
        if self._db is None:
            db = sqlite3.connect("", check_same_thread=False, uri=True)
            db.execute("ATTACH ? AS record", (f"{self._path.resolve().as_uri()}?mode=ro",))
            for noun in NOUNS:
                db.execute(TABLE.format(noun))
            for noun, *texts in _texts(db):
                db.execute(f"INSERT INTO main.{noun} (id, head, body) VALUES (?, ?, ?)", texts)
            db.commit()
            self._db = db
        return self._db


def _texts(db: sqlite3.Connection) -> Iterator[tuple[str, str, str, str]]:
    out = rejected(db)
    for d in list(rows(db, "documents", Document)):
        yield "documents", d.id, *text_of(d)
    for s in list(rows(db, "statements", Statement)):
        if s.copy_of is None and s.id not in out:
            yield "statements", s.id, *text_of(s)
    for f in list(rows(db, "facts", Fact)):
        if f.id not in out:
            yield "facts", f.id, *text_of(f)


def text_of(thing: Document | Statement | Fact) -> tuple[str, str]:
    """What is looked through of a thing: its head and its body."""
    match thing:
        case Document():
            return " ".join(filter(None, (thing.title, thing.outlet, thing.byline))), thing.text
        case Statement():
            source = thing.source.span.text if thing.source.span else ""
            return source, " … ".join(part.text for part in thing.content)
        case Fact():
            beside = (arg.text for arg in thing.args if arg.text not in thing.summary)
            return thing.type, " ".join([thing.summary, *beside])


def _pieces(marked: str) -> list[tuple[str, bool]]:
    """`a \\x02b\\x03 c` as a, b (looked for), c."""
    parts = re.split(f"{OPEN}(.*?){CLOSE}", marked, flags=re.S)
    return [(part, number % 2 == 1) for number, part in enumerate(parts) if part]


def _place(marked: str) -> tuple[int, int] | None:
    """Where the first word that was looked for stands in the body."""
    start, end = marked.find(OPEN), marked.find(CLOSE)
    return (start, end - 1) if 0 <= start < end else None
