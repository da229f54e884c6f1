"""The first screen: who talks with whom, on what terms, what is contested, and what it all rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ceasewire.model import Fact, Track
from ceasewire.record import Record
from ceasewire.show.facts import headline
from ceasewire.show.paint import Line, blank, line
from ceasewire.show.tracks import track_lines
from ceasewire.show.words import basis, camps, count, days, listed, sentence

TRACKS, CONTESTED, BACKED = 2, 5, 3


@dataclass(frozen=True)
class Overview:
    """The story on one screen."""

    path: str
    name: str = "story"

    def data(self, record: Record) -> object:
        """Tracks, contested facts and facts of several sources, and how many there are of each status."""
        return {
            "outlets": record.outlets,
            "days": record.days,
            "facts": dict(Counter(fact.status for fact in record.facts)),
            "tracks": record.tracks,
            "contested": [{"sentence": sentence(f), "fact": f} for f in _of(record, "contested")],
            "several_origins": [{"sentence": sentence(f), "fact": f} for f in _of(record, "several_origins")],
        }

    def lines(self, record: Record) -> Iterator[Line]:
        """The screen."""
        yield from _head(record)
        yield from _tracks(record.tracks, record)
        yield from _facts("Contested", _of(record, "contested"), CONTESTED)
        yield from _facts("On several sources", _of(record, "several_origins"), BACKED)
        yield from _rest(record)
        yield from self._next(record)

    def _next(self, record: Record) -> Iterator[Line]:
        yield blank()
        first = record.facts[0].id[:8] if record.facts else "FACT"
        yield line(("More: ", "bold"), f"ceasewire facts {self.path} · ceasewire why {self.path} {first}")


def _of(record: Record, status: str) -> list[Fact]:
    return [fact for fact in record.facts if fact.status == status]


def _head(record: Record) -> Iterator[Line]:
    outlets = record.outlets
    yield line((count(len(record.facts), "fact"), "bold"), f" ({basis(record)})")
    parts = [
        count(len(outlets), "outlet") + (f" ({listed(outlets, 4)})" if outlets else ""),
        days(record.days),
        _languages(record),
    ]
    yield line("; ".join(part for part in parts if part), indent=2)
    if record.failures:
        yield line(count(len(record.failures), "page") + " could not be taken in", indent=2)


def _languages(record: Record) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in record.header.pages.by_language.items())


def _tracks(tracks: list[Track], record: Record) -> Iterator[Line]:
    if tracks:
        yield blank()
        yield line(("Who talks with whom", "bold underline"))
    for track in sorted(tracks, key=lambda t: len(t.parties) < 2)[:TRACKS]:
        yield from track_lines(track, record, indent=2, short=True)
    if len(tracks) > TRACKS:
        yield line((f"and {count(len(tracks) - TRACKS, 'more track')}", "dim"), indent=2)


def _facts(title: str, facts: list[Fact], most: int) -> Iterator[Line]:
    if facts:
        yield blank()
        yield line((f"{title} ({len(facts):,})", "bold underline"))
    for fact in facts[:most]:
        yield headline(fact, indent=2, most=110)
        yield line(f"{sentence(fact)} ", (f"({camps(fact)})", "dim"), indent=4)
    if len(facts) > most:
        yield line((f"and {len(facts) - most:,} more", "dim"), indent=2)


def _rest(record: Record) -> Iterator[Line]:
    """The facts on one source, by type, and the clashes."""
    single = Counter(fact.type for fact in _of(record, "one_origin"))
    denied = len(_of(record, "denied"))
    yield blank()
    if single:
        kinds = ", ".join(f"{kind} {number}" for kind, number in single.most_common(8))
        yield line(("On one source", "bold"), f": {sum(single.values()):,} ({kinds})")
    if denied:
        yield line(("Denied, and reported by no source", "bold"), f": {denied:,}")
    yield line(("Contradictions", "bold"), f": {len(record.contradictions):,}")
