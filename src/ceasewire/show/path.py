"""The path from a fact to the characters on pages that it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ceasewire.model import Document, Fact, Link, Origin, Passage, Span
from ceasewire.record import Record

AROUND = 140  # characters of context on either side of the words


class Way(Struct):
    """One passage: the page, the statement it stands in, the words with their offsets and what is around them."""

    doc: str
    path: str
    words: Span
    before: str
    after: str
    source: str | None
    stance: str | None
    chain: list[str]
    disputes: str | None
    copy_of: str | None
    lineage: list[Link]


class Behind(Struct):
    """An origin and every way on which the fact reached us from it."""

    origin: Origin | None
    counted: bool
    ways: list[Way]


class Sides(Struct):
    """The origins for a fact and against it; those that count come first."""

    support: list[Behind]
    dispute: list[Behind]


def trace(fact: Fact, record: Record) -> Sides:
    """Every path of a fact."""
    return Sides(_behind(fact.support, fact.origins_for, record), _behind(fact.dispute, fact.origins_against, record))


def _behind(passages: Iterable[Passage], counted: list[str], record: Record) -> list[Behind]:
    rows: dict[str, Behind] = {}
    for passage in passages:
        key = passage.origin or ""
        row = rows.setdefault(key, Behind(record.origin.get(key), key in counted, []))
        row.ways.append(_way(passage, record))
    for row in rows.values():
        row.ways.sort(
            key=lambda way: (way.copy_of is not None, record.document[way.doc].published or "9", way.path, way.words)
        )
    return sorted(rows.values(), key=lambda row: (not row.counted, row.origin.name if row.origin else ""))


def _way(passage: Passage, record: Record) -> Way:
    mention = record.mention.get(passage.mention or "")
    statement = record.statement.get(passage.statement or "")
    words = mention.trigger if mention else statement.cue if statement else Span(0, 0, "")
    doc = mention.doc if mention else statement.doc if statement else ""
    document = record.document[doc]
    before, after = context(document, words)
    return Way(
        doc,
        document.path,
        words,
        before,
        after,
        statement.source.span.text if statement and statement.source.span else None,
        statement.stance if statement else None,
        statement.chain if statement else [],
        passage.disputes,
        (mention.copy_of if mention else None) or (statement.copy_of if statement else None),
        [link for link in record.links_of.get(doc, []) if _covers(link, words)],
    )


def context(document: Document, words: Span) -> tuple[str, str]:
    """What stands before and after the words on their line, cut at a word's edge."""
    line = next((row for row in document.lines if row.start <= words.start < row.end), None)
    low, high = (line.start, line.end) if line else (words.start, words.end)
    start, end = max(low, words.start - AROUND), min(high, words.end + AROUND)
    before, after = document.text[start : words.start], document.text[words.end : end]
    if start > low:
        before = "…" + before.partition(" ")[2]
    if end < high:
        after = after.rpartition(" ")[0] + "…"
    return before, after


def _covers(link: Link, words: Span) -> bool:
    """Whether the words stand in the part of the page that the link is about."""
    spans = link.spans or ([link.span] if link.span else [])
    if not spans:
        return link.kind != "citation"
    return any(span.start <= words.start < span.end for span in spans)
