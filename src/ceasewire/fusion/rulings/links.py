"""Lineage without the links that rulings reject: what stood in them is no longer a repeat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ceasewire.fusion.rulings.entries import Entry, of_noun
from ceasewire.fusion.rulings.finding import Finder
from ceasewire.model import Document, Link, Reading

Readings = Mapping[str, Reading]


def rejected_links(documents: Sequence[Document], links: Sequence[Link], entries: Sequence[Entry]) -> set[str]:
    """The ids of the links that rulings reject."""
    finder = Finder({d.id: d for d in documents}, {}, {})
    return {key for e in of_noun(entries, "links", "reject") for key in finder.links(e.anchor, links)}


def unlinked(
    documents: Sequence[Document], links: Sequence[Link], readings: Readings, entries: Sequence[Entry]
) -> Readings:
    """The readings with repeats by the links that count alone."""
    gone = rejected_links(documents, links, entries) if of_noun(entries, "links", "reject") else None
    if not gone:
        return readings
    from ceasewire.reading.carry import mark_copies  # noqa: PLC0415  brings in lineage, which few fusions need

    kept = [link for link in links if link.id not in gone]
    return mark_copies({doc: unmarked(reading) for doc, reading in readings.items()}, kept)


def unmarked(reading: Reading) -> Reading:
    """The reading without marks of repetition."""
    return replace(
        reading,
        statements=[replace(s, copy_of=None) for s in reading.statements],
        mentions=[replace(m, copy_of=None) for m in reading.mentions],
    )
