"""The index that the dossier's views look things up in: made when a record is opened, kept beside it, never in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec
from msgspec import Struct

from ceasewire.model import Actor, Contradiction, Document, Fact, Link, Mention, Passage, Ruling, Statement
from ceasewire.record import Record
from ceasewire.record.header import header

T = TypeVar("T", bound=Struct)

NOBODY = header([], [], "")

TABLES = """
CREATE TABLE page (id TEXT PRIMARY KEY, position INTEGER, path TEXT, outlet TEXT, origin TEXT, published TEXT,
  title TEXT, genre TEXT, language TEXT, read TEXT, size INTEGER, statements INTEGER DEFAULT 0);
CREATE TABLE actor (id TEXT PRIMARY KEY, name TEXT, kind TEXT);
CREATE TABLE held (id TEXT PRIMARY KEY, doc TEXT, noun TEXT, sure REAL);
CREATE TABLE said (statement TEXT PRIMARY KEY, actor TEXT, doc TEXT, stance TEXT, copy_of TEXT);
CREATE TABLE fact (id TEXT PRIMARY KEY, position INTEGER, type TEXT, status TEXT, realis TEXT, place TEXT, track TEXT,
  begins TEXT, ends TEXT, first TEXT, last TEXT, pro INTEGER, con INTEGER, camps INTEGER,
  sure REAL DEFAULT 1);
CREATE TABLE part (fact TEXT, actor TEXT, role TEXT);
CREATE TABLE rests (fact TEXT, side TEXT, doc TEXT, mention TEXT, statement TEXT, origin TEXT);
CREATE TABLE tie (id TEXT PRIMARY KEY, doc TEXT, of_doc TEXT, of_outlet TEXT, kind TEXT);
CREATE TABLE clash (id TEXT PRIMARY KEY, about TEXT);
CREATE TABLE spot (doc TEXT, begins INTEGER, ends INTEGER);
"""

ORDERS = """
CREATE INDEX page_day ON page (published);
CREATE INDEX page_outlet ON page (outlet);
CREATE INDEX fact_place ON fact (place, position);
CREATE INDEX held_doc ON held (doc);
CREATE INDEX said_actor ON said (actor);
CREATE INDEX said_copy ON said (copy_of);
CREATE INDEX fact_position ON fact (position);
CREATE INDEX fact_status ON fact (status, position);
CREATE INDEX fact_type ON fact (type, position);
CREATE INDEX fact_track ON fact (track);
CREATE INDEX part_actor ON part (actor, fact);
CREATE INDEX part_fact ON part (fact);
CREATE INDEX rests_fact ON rests (fact);
CREATE INDEX rests_doc ON rests (doc, fact);
CREATE INDEX rests_mention ON rests (mention);
CREATE INDEX rests_statement ON rests (statement);
CREATE INDEX tie_doc ON tie (doc);
CREATE INDEX tie_of ON tie (of_doc);
CREATE INDEX spot_doc ON spot (doc);
CREATE INDEX clash_about ON clash (about);
UPDATE fact SET sure = coalesce(
  (SELECT max(h.sure) FROM rests r JOIN held h ON h.id = r.mention WHERE r.fact = fact.id), 1);
UPDATE page SET statements = (SELECT count(*) FROM held WHERE held.doc = page.id AND noun = 'statements');
ANALYZE main;
"""


def make_index(connection: sqlite3.Connection) -> None:
    """Fill the index of the record that is attached as `record`."""
    connection.executescript(TABLES)
    _put(connection, "page", _pages(connection))
    _put(connection, "actor", ((a.id, a.name, a.kind) for a in rows(connection, "actors", Actor)))
    _statements(connection)
    _put(connection, "held", ((m.id, m.doc, "mentions", m.confidence) for m in rows(connection, "mentions", Mention)))
    homes = dict(connection.execute("SELECT id, doc FROM held"))
    _facts(connection, homes)
    links = rows(connection, "links", Link)
    _put(connection, "tie", ((link.id, link.doc, link.of_doc, link.of_outlet, link.kind) for link in links))
    _put(connection, "clash", _clashes(connection))
    _put(connection, "spot", sorted(set(_spots(connection))))
    connection.executescript(ORDERS)
    connection.commit()


def rejected(connection: sqlite3.Connection) -> frozenset[str]:
    """The ids of what rulings reject: it keeps its own page, and stands in no list."""
    log = list(rows(connection, "rulings", Ruling))
    return Record.of(NOBODY, {"rulings": list(log)}).rejected


def rows(connection: sqlite3.Connection, name: str, noun: type[T]) -> Iterator[T]:
    """Every row of one table of the record, in its order."""
    decoder = msgspec.json.Decoder(noun)
    for (body,) in connection.execute(f"SELECT body FROM record.{name} ORDER BY position"):
        yield decoder.decode(body)


def _put(connection: sqlite3.Connection, name: str, found: Iterable[tuple[object, ...]]) -> None:
    ready = list(found)
    if ready:
        marks = ", ".join("?" * len(ready[0]))
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")][: len(ready[0])]
        connection.executemany(f"INSERT OR IGNORE INTO {name} ({', '.join(columns)}) VALUES ({marks})", ready)


def _pages(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    for position, d in enumerate(rows(connection, "documents", Document)):
        read = "" if d.read is True else str(d.read)
        title = (d.title or "").strip()[:300]
        day = d.published
        yield d.id, position, d.path, d.outlet, d.origin, day, title, d.genre, d.language, read, len(d.text)


def _statements(connection: sqlite3.Connection) -> None:
    held, said, out = [], [], rejected(connection)
    for s in rows(connection, "statements", Statement):
        if s.id not in out and s.copy_of not in out:
            held.append((s.id, s.doc, "statements", s.confidence))
        if s.source.actor and not s.anonymous and s.id not in out and s.copy_of not in out:
            said.append((s.id, s.source.actor, s.doc, s.stance, s.copy_of))
    _put(connection, "held", held)
    _put(connection, "said", said)


def _facts(connection: sqlite3.Connection, homes: dict[str, str]) -> None:
    facts, parts, rests = [], [], []
    out = rejected(connection)
    for position, fact in enumerate(rows(connection, "facts", Fact)):
        if fact.id in out:
            continue
        facts.append(_fact(position, fact))
        parts += [(fact.id, arg.actor, arg.role) for arg in fact.args if arg.actor]
        rests += list(_rests(fact, "for", fact.support, homes))
        rests += list(_rests(fact, "against", fact.dispute, homes))
    _put(connection, "fact", facts)
    _put(connection, "part", sorted(set(parts)))
    _put(connection, "rests", rests)


def _fact(position: int, fact: Fact) -> tuple[object, ...]:
    begins, ends = (fact.interval.start, fact.interval.end) if fact.interval else (None, None)
    return (
        fact.id, position, fact.type, fact.status, fact.realis, fact.place, fact.track, begins, ends,
        fact.first_reported, fact.last_reported, len(fact.origins_for), len(fact.origins_against),
        sum(1 for counts in fact.by_camp.values() if counts[0]),
    )  # fmt: skip


def _clashes(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """Contradictions with the fact they are about."""
    yield from ((clash.id, clash.about) for clash in rows(connection, "contradictions", Contradiction))


def _spots(connection: sqlite3.Connection) -> Iterator[tuple[str, int, int]]:
    """Where views lead to on pages, beyond statements and mentions: sides of contradictions, words in common, terms."""
    for clash in rows(connection, "contradictions", Contradiction):
        yield from ((side.doc, side.span.start, side.span.end) for side in (*clash.a, *clash.b))
    for link in rows(connection, "links", Link):
        yield from ((link.doc, span.start, span.end) for span in (*link.spans[:60], *link.evidence[:3]))
        yield from ((link.of_doc, span.start, span.end) for span in link.of_spans[:1] if link.of_doc)
    for mention in rows(connection, "mentions", Mention):
        terms = (arg.span for arg in mention.args if arg.role == "terms" and arg.span)
        yield from ((mention.doc, span.start, span.end) for span in terms)


def _rests(fact: Fact, side: str, passages: Iterable[Passage], homes: dict[str, str]) -> Iterator[tuple[object, ...]]:
    for passage in passages:
        doc = homes.get(passage.mention or "") or homes.get(passage.statement or "")
        yield fact.id, side, doc, passage.mention, passage.statement, passage.origin
