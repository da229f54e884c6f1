"""The lineage of more pages beside a record, at the cost of the few pages that they have words in common with."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from ceasewire.lineage import trace
from ceasewire.lineage.outlets import known_names
from ceasewire.model import Document, Link
from ceasewire.record.kept import Arrival, as_it_came
from ceasewire.record.rows import place
from ceasewire.record.shelf import mastheads, near
from ceasewire.record.store import opened

AT_ONCE = 500  # ids in one question
DOC = "json_extract(body, '$.doc')"


def links_of(path: Path, document: Document) -> list[Link]:
    """The links between a page and those of the record at `path`, and to outlets that it credits or cites.

    What is stock in an outlet is judged by the pages that come near alone. Raises RecordError.
    """
    with opened(path) as connection:
        beside = documents_of(connection, near(connection, document))
        names = mastheads(connection)
    links = trace([*beside, document], names)
    return [link for link in links if document.id in (link.doc, link.of_doc)]


def grown(path: Path, fresh: Sequence[Document]) -> tuple[list[Link], list[Link]]:
    """The links that more pages bring to the record at `path`, and those of the record that they replace.

    Looked at are the new pages, those that come near them or name a new outlet, whose own links may change, and those
    that come near these. A citation without words in common is tied to a new page only where that comes near, and what
    a page of the record means by one changes for a new page alone. Raises RecordError.
    """
    with opened(path) as connection:
        names = mastheads(connection)
        first = _beside(connection, fresh, _naming(connection, fresh, names))
        second = _beside(connection, [*fresh, *first])
        before = _links(connection, [page.id for page in first])
    new = {page.id for page in fresh}
    around = {page.id: page for page in (*second, *first, *fresh)}
    found = trace(sorted(around.values(), key=place), names)
    cited = {_frame(link): link for link in before if not link.of_spans}
    touched = new | {page.id for page in first}
    links = [_meant(link, cited, new) for link in found if link.doc in touched]
    afar = [link for link in before if link.of_doc and link.of_doc not in around]
    taken = {(link.doc, link.span) for link in afar}
    kept = {link.id for link in afar}
    return (
        [link for link in links if link.id in kept or (link.doc, link.span) not in taken],
        [link for link in before if link.id not in kept],
    )


def _meant(link: Link, cited: Mapping[tuple[str, str | None, int], Link], new: Collection[str]) -> Link:
    """A citation of a page of the record as it was, unless it now means a new page."""
    old = cited.get(_frame(link)) if not link.of_spans else None
    return old if old and link.of_doc not in new else link


def _frame(link: Link) -> tuple[str, str | None, int]:
    """Where a page names an outlet."""
    return link.doc, link.of_outlet, link.evidence[0].start if link.evidence else -1


def _naming(connection: sqlite3.Connection, fresh: Iterable[Document], names: Collection[str]) -> list[str]:
    """The ids of the pages that name an outlet of which there was no page: all pages are looked at for it, once."""
    known = {*names, *known_names([])}
    novel = sorted({name for page in fresh for name in (page.outlet, page.origin) if name and name not in known})
    rows = [connection.execute("SELECT id FROM documents WHERE instr(body, ?)", (name,)) for name in novel]
    return [doc for found in rows for (doc,) in found]


def merged(
    old: Iterable[Link], new: Iterable[Link], gone: Collection[str], documents: Iterable[Document]
) -> list[Link]:
    """The links of a record, those of the ids `gone` left out and new ones put in, in the order of lineage."""
    number = {document.id: number for number, document in enumerate(sorted(documents, key=place))}
    links = {link.id: link for link in (*(link for link in old if link.id not in gone), *new)}
    return sorted(
        links.values(), key=lambda link: (number[link.doc], link.kind, link.span.start if link.span else -1, link.id)
    )


def documents_of(connection: sqlite3.Connection, docs: Sequence[str]) -> list[Document]:
    """The documents of these ids, with the days that they came with, in the order of the ids."""
    pages = [msgspec.json.decode(body, type=Document) for body in _bodies(connection, "documents", "id", docs)]
    rows = _bodies(connection, "arrivals", DOC, docs) if _has(connection, "arrivals") else []
    came = {row.doc: row for body in rows for row in [msgspec.json.decode(body, type=Arrival)]}
    found = {page.id: as_it_came(page, came.get(page.id)) for page in pages}
    return [found[doc] for doc in docs if doc in found]


def _beside(connection: sqlite3.Connection, pages: Sequence[Document], others: Collection[str] = ()) -> list[Document]:
    """The documents of the record that come near to these, and others by id; these left out."""
    own = {page.id for page in pages}
    docs = dict.fromkeys(doc for page in pages for doc in near(connection, page) if doc not in own)
    return documents_of(connection, list(docs | dict.fromkeys(others)))


def _links(connection: sqlite3.Connection, docs: Sequence[str]) -> list[Link]:
    """The links of the record that start on pages."""
    bodies = _bodies(connection, "links", DOC, docs)
    return [msgspec.json.decode(body, type=Link) for body in bodies]


def _bodies(connection: sqlite3.Connection, table: str, column: str, keys: Sequence[str]) -> list[str]:
    found: list[str] = []
    for first in range(0, len(keys), AT_ONCE):
        some = keys[first : first + AT_ONCE]
        marks = ", ".join("?" * len(some))
        rows = connection.execute(f"SELECT body FROM {table} WHERE {column} IN ({marks}) ORDER BY position", some)
        found += [body for (body,) in rows]
    return found


def _has(connection: sqlite3.Connection, table: str) -> bool:
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,))
    return found.fetchone() is not None
