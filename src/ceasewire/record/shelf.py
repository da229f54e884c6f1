"""The index of lineage in a record: which pages hold which fingerprints, so that one more page is compared with few."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from ceasewire.lineage.words import words_of
from ceasewire.model import Document

KEPT = 4  # one fingerprint in so many is kept: about ninety of a page of 350 words
CROWD = 64  # pages of one fingerprint that are looked at
LEAST = 2  # kept fingerprints in common that make a page worth comparing
MOST = 64  # pages that one page is compared with


def fill(connection: sqlite3.Connection, documents: Sequence[Document]) -> None:
    """Make the index of documents, which stand in the record's table of documents in this order, from 1."""
    connection.execute("CREATE TABLE fingerprints (hash INTEGER, page INTEGER, PRIMARY KEY (hash, page)) WITHOUT ROWID")
    for first in range(0, len(documents), 1000):
        rows = sorted(_rows(documents[first : first + 1000], first + 1))
        connection.executemany("INSERT INTO fingerprints VALUES (?, ?)", rows)


def near(connection: sqlite3.Connection, document: Document) -> list[int]:
    """The pages, as numbers of the table of documents, that share most fingerprints with a document.

    The time depends on the document's length, and hardly on the number of pages.
    """
    shared: Counter[int] = Counter()
    for print_ in fingerprints(document):
        rows = connection.execute("SELECT page FROM fingerprints WHERE hash = ? LIMIT ?", (print_, CROWD))
        shared.update(page for (page,) in rows)
    ranked = sorted((-count, page) for page, count in shared.items() if count >= LEAST)
    return [page for _, page in ranked[:MOST]]


def fingerprints(document: Document) -> list[int]:
    """The fingerprints of a page's body that the index keeps, each once, in order."""
    hashes = words_of(document).shingles
    return [int(h) for h in np.unique(hashes[hashes % np.uint64(KEPT) == 0].view(np.int64))]


def _rows(documents: Sequence[Document], first: int) -> Iterator[tuple[int, int]]:
    for page, document in enumerate(documents, first):
        for print_ in fingerprints(document):
            yield print_, page
