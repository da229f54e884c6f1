"""The index of lineage in a record: which pages hold which fingerprints, so that one more page is compared with few."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import numpy as np

from ceasewire.lineage.words import words_of
from ceasewire.model import Document

KEPT = 4  # one fingerprint in so many is kept: about ninety of a page of 350 words
CROWD = 64  # pages of one fingerprint that are looked at
RARE = 4  # pages that may share a fingerprint and each count in full; among more it counts as much less
LEAST = 2  # kept fingerprints in common that make a page worth comparing
WORTH = 0.75  # what they count for together, at the least
MOST = 64  # pages that one page is compared with
AT_ONCE = 1000  # pages whose fingerprints are put in together

TABLES = {
    "shelved": "(number INTEGER PRIMARY KEY, doc TEXT NOT NULL UNIQUE)",
    "fingerprints": "(hash INTEGER, page INTEGER, PRIMARY KEY (hash, page)) WITHOUT ROWID",
    "mastheads": "(name TEXT PRIMARY KEY) WITHOUT ROWID",
}


def fill(connection: sqlite3.Connection, documents: Iterable[Document]) -> None:
    """Bring the index in line with the documents: pages put in that it lacks; made anew where pages have gone."""
    _make(connection)
    there = _shelved(connection)
    if not there:
        put_in(connection, documents)
        return
    pages = {document.id: document for document in documents}
    if there - pages.keys():
        for table in TABLES:
            connection.execute(f"DROP TABLE {table}")
        _make(connection)
        there = set()
    put_in(connection, (document for key, document in pages.items() if key not in there))


def put_in(connection: sqlite3.Connection, documents: Iterable[Document]) -> None:
    """Put pages into the index that are not in it."""
    pages = iter(documents)
    while some := list(islice(pages, AT_ONCE)):
        connection.executemany("INSERT INTO shelved (doc) VALUES (?)", ((document.id,) for document in some))
        rows = sorted((print_, _number(connection, page.id)) for page in some for print_ in fingerprints(page))
        connection.executemany("INSERT INTO fingerprints VALUES (?, ?)", rows)
        names = sorted({name for page in some for name in (page.outlet, page.origin) if name})
        connection.executemany("INSERT OR IGNORE INTO mastheads VALUES (?)", ((name,) for name in names))


def mastheads(connection: sqlite3.Connection) -> list[str]:
    """The outlets of all pages of the index, by name."""
    return [name for (name,) in connection.execute("SELECT name FROM mastheads ORDER BY name")]


def near(connection: sqlite3.Connection, document: Document) -> list[str]:
    """The ids of the pages that share most fingerprints with a document, but of itself.

    The time depends on the document's length, and hardly on the number of pages.
    """
    shared: Counter[int] = Counter()
    worth: Counter[int] = Counter()
    for pages in _holders(connection, fingerprints(document)):
        shared.update(pages)
        worth.update(dict.fromkeys(pages, min(RARE, len(pages)) * CROWD // len(pages)))
    least = int(WORTH * CROWD)
    ranked = sorted((-worth[page], page) for page, count in shared.items() if count >= LEAST and worth[page] >= least)
    found = [_doc(connection, page) for _, page in ranked[: MOST + 1]]
    return [doc for doc in found if doc != document.id][:MOST]


def fingerprints(document: Document) -> list[int]:
    """The fingerprints of a page's body that the index keeps, each once, in order."""
    hashes = words_of(document).shingles
    return [int(h) for h in np.unique(hashes[hashes % np.uint64(KEPT) == 0].view(np.int64))]


def _holders(connection: sqlite3.Connection, prints: Sequence[int]) -> Iterator[list[int]]:
    for print_ in prints:
        rows = connection.execute("SELECT page FROM fingerprints WHERE hash = ? LIMIT ?", (print_, CROWD))
        if pages := [page for (page,) in rows]:
            yield pages


def _make(connection: sqlite3.Connection) -> None:
    for table, columns in TABLES.items():
        connection.execute(f"CREATE TABLE IF NOT EXISTS {table} {columns}")


def _shelved(connection: sqlite3.Connection) -> set[str]:
    return {doc for (doc,) in connection.execute("SELECT doc FROM shelved")}


def _number(connection: sqlite3.Connection, doc: str) -> int:
    row = connection.execute("SELECT number FROM shelved WHERE doc = ?", (doc,)).fetchone()
    return int(row[0])


def _doc(connection: sqlite3.Connection, number: int) -> str:
    row = connection.execute("SELECT doc FROM shelved WHERE number = ?", (number,)).fetchone()
    return str(row[0])
