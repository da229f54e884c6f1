"""The view of tracks: series of talks and truces, with everybody who has a part in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ceasewire.model import Track
from ceasewire.record import Record
from ceasewire.show.paint import Line, blank, line
from ceasewire.show.words import basis, count, cut, days, listed

PARTS = ("parties", "mediators", "guarantors", "signatories", "venues", "excluded", "scope", "oversight")
MAIN = ("parties", "mediators", "venues", "excluded")


@dataclass(frozen=True)
class Tracks:
    """Every track, the fullest first."""

    name: str = "tracks"

    def data(self, record: Record) -> object:
        """The tracks as in the export, with the names of their actors."""
        return [
            {"names": {part: [record.name(a) or a for a in getattr(t, part)] for part in PARTS}, "track": t}
            for t in record.tracks
        ]

    def lines(self, record: Record) -> Iterator[Line]:
        """Every track."""
        yield line((count(len(record.tracks), "track"), "bold"), f" ({basis(record)})")
        for track in record.tracks:
            yield blank()
            yield from track_lines(track, record)


def track_lines(track: Track, record: Record, indent: int = 0, *, short: bool = False) -> Iterator[Line]:
    """A track: its name and state, then who has which part, and the terms."""
    state = track.state if track.state and track.state != "denied" else None
    facts = [days(track.interval), state or "", count(len(track.facts), "fact")]
    yield line((track.name, "bold"), f" ({'; '.join(part for part in facts if part)})", indent=indent)
    for part in MAIN if short else PARTS:
        names = listed((record.name(actor) or actor for actor in getattr(track, part)), 4 if short else 12)
        if names:
            yield line((f"{part}: ", "dim"), names, indent=indent + 2)
    if track.terms:
        kept = track.terms[:3] if short else track.terms
        yield line(
            ("terms: ", "dim"), "; ".join(f"“{cut(t.text, 70 if short else 200)}”" for t in kept), indent=indent + 2
        )
    if track.violations:
        yield line((count(len(track.violations), "violation") + " alleged", "dim"), indent=indent + 2)
    if track.camps and not short:
        rows = (f"{camp} ({listed(record.name(a) or a for a in ids)})" for camp, ids in track.camps.items())
        yield line(("camps: ", "dim"), "; ".join(rows), indent=indent + 2)
