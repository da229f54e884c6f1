"""The path from a fact to the characters on pages that it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ceasewire.model import Document, Fact, Link, Origin, Passage, Span, Statement
from ceasewire.record import Record, RecordError

AROUND = 140  # characters of context on either side of the words


class Way(Struct):
    """One passage: the statement it stands in, the words with their offsets and what is around them."""

    words: Span
    before: str
    after: str
    source: str | None
    stance: str | None
    chain: list[str]
    disputes: str | None
    copy_of: str | None


class Leaf(Struct):
    """A page through which a fact reached us, whose words it holds there, and its passages in order."""

    doc: str
    path: str
    lineage: list[Link]
    ways: list[Way]


class Behind(Struct):
    """An origin and every page through which the fact reached us from it, first texts before copies."""

    origin: Origin | None
    counted: bool
    pages: list[Leaf]


class Sides(Struct):
    """The origins for a fact and against it; those that count come first."""

    support: list[Behind]
    dispute: list[Behind]


def trace(fact: Fact, record: Record) -> Sides:
    """Every path of a fact."""
    return Sides(_behind(fact.support, fact.origins_for, record), _behind(fact.dispute, fact.origins_against, record))


def _behind(passages: Iterable[Passage], counted: list[str], record: Record) -> list[Behind]:
    rows: dict[str, dict[str, list[Way]]] = {}
    for passage in passages:
        doc, way = _way(passage, record)
        rows.setdefault(passage.origin or "", {}).setdefault(doc, []).append(way)
    found = [
        Behind(
            record.origin.get(key), key in counted, sorted((_leaf(d, w, record) for d, w in docs.items()), key=_order)
        )
        for key, docs in rows.items()
    ]
    return sorted(found, key=lambda row: (not row.counted, row.origin.name if row.origin else ""))


def _leaf(doc: str, ways: list[Way], record: Record) -> Leaf:
    ways = sorted(ways, key=lambda way: way.words)
    links = [link for link in record.links_of.get(doc, []) if any(_covers(link, way.words) for way in ways)]
    return Leaf(doc, record.document[doc].path, links, ways)


def _order(leaf: Leaf) -> tuple[bool, str]:
    return all(way.copy_of for way in leaf.ways), leaf.path


def _way(passage: Passage, record: Record) -> tuple[str, Way]:
    """The page of a passage, and the passage."""
    mention = record.mention.get(passage.mention or "")
    statement = record.statement.get(passage.statement or "")
    held = mention or statement
    if held is None:
        raise RecordError("a fact of this record rests on a passage that is not in it: build it anew")
    words = mention.trigger if mention else held.cue if isinstance(held, Statement) else Span(0, 0, "")
    before, after = context(record.document[held.doc], words)
    return held.doc, Way(
        words,
        before,
        after,
        statement.source.span.text if statement and statement.source.span else None,
        statement.stance if statement else None,
        statement.chain if statement else [],
        passage.disputes,
        (mention.copy_of if mention else None) or (statement.copy_of if statement else None),
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
