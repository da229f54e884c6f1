"""The story on one screen: tracks, timeline, facts, and what it all rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ceasewire.dossier.draw.scale import Scale, day_of, scale_of
from ceasewire.dossier.draw.timeline import Event, Timeline, timeline
from ceasewire.dossier.links import Links
from ceasewire.dossier.paper import Sheet
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views import Asked, number
from ceasewire.dossier.views.basis import basis
from ceasewire.dossier.views.filters import Filters, choices, chosen, how_many
from ceasewire.dossier.views.replay import replay
from ceasewire.dossier.words import KINDS, STATUS, kind_of
from ceasewire.model import Fact, Track

LEAF = 40  # facts on one leaf of the list
DRAWN = 220  # facts on the timeline
TRACKS = 6  # lanes of their own for this many tracks
BEFORE, AFTER = 21, 14  # days around the days of publication that the timeline holds


def story(shelf: Shelf, asked: Asked, links: Links, whole: Shelf | None = None) -> Sheet:
    """The story, filtered. `whole` is the record that the shelf is a day of."""
    filters = Filters.of(asked)
    leaf, total = number(asked, "leaf", 1), how_many(shelf, filters)
    leaf = min(leaf, -(-total // LEAF) or 1)
    facts = shelf.many(Fact, chosen(shelf, filters, LEAF, (leaf - 1) * LEAF))
    tracks = _tracks(shelf)
    values: dict[str, object] = {
        "basis": basis(shelf),
        "filters": filters,
        "choices": choices(shelf) if links.live else {},
        "facts": facts,
        "total": total,
        "leaf": leaf,
        "leaves": -(-total // LEAF) or 1,
        "counts": _counts(shelf, filters),
        "tracks": tracks,
        "drawn": min(DRAWN, total),
        "picture": _picture(shelf, filters, tracks, links) if leaf == 1 else None,
        "replay": replay(whole or shelf, shelf.header.as_of),
        "clashes": shelf.number("SELECT count(*) FROM clash"),
    }
    return Sheet("story.html", "Story", values)


def _tracks(shelf: Shelf) -> list[Track]:
    keys = shelf.keys(
        "SELECT track FROM fact WHERE track IS NOT NULL GROUP BY track ORDER BY count(*) DESC, min(position)"
    )
    return shelf.many(Track, keys[:TRACKS])


def _counts(shelf: Shelf, filters: Filters) -> list[tuple[str, int]]:
    where, values = Filters(**{**filters.values(), "status": ""}).where()
    rows = shelf.known(f"SELECT status, count(*) FROM fact WHERE {where} GROUP BY status", *values)
    found = {str(status): int(str(number)) for status, number in rows}
    return [(status, found.get(status, 0)) for status in STATUS]


def _picture(shelf: Shelf, filters: Filters, tracks: Sequence[Track], links: Links) -> Timeline | None:
    where, values = filters.where()
    order = "pro + con DESC, position"
    facts = shelf.many(Fact, shelf.keys(f"SELECT id FROM fact WHERE {where} ORDER BY {order} LIMIT ?", *values, DRAWN))
    scale = _scale(shelf, filters, facts)
    return timeline(_lanes(facts, tracks, links), scale) if scale else None


def _scale(shelf: Shelf, filters: Filters, facts: Sequence[Fact]) -> Scale | None:
    """The days asked for, else those of the facts, but no more than some weeks beyond the days of publication."""
    first, last = (day_of(str(d)) for d in shelf.known("SELECT min(published), max(published) FROM page")[0])
    low, high = day_of(filters.since), day_of(filters.until)
    days = [d for fact in facts for d in days_of(fact)]
    if first and last:
        low, high = low or first - timedelta(BEFORE), high or last + timedelta(AFTER)
        days = [d for d in days if low <= d <= high] or [first, last]
    if filters.since and filters.until and low and high and low <= high:
        return Scale(low, high)
    return scale_of(days)


def days_of(fact: Fact) -> Iterator[date]:
    """The known days of a fact: the ends of its interval, and its first report."""
    ends = (fact.interval.start, fact.interval.end) if fact.interval else (None, None)
    yield from (day for text in (*ends, fact.first_reported) if (day := day_of(text)))


def _lanes(facts: Sequence[Fact], tracks: Sequence[Track], links: Links) -> list[tuple[str, str | None, list[Event]]]:
    own = {t.id: t.name for t in tracks if len(t.facts) > 1}
    rows: dict[str, list[Event]] = defaultdict(list)
    for fact in facts:
        rows[fact.track if fact.track in own else kind_of(fact.type)].append(event_of(fact))
    lanes = [(name, links.to("track", key), rows[key]) for key, name in own.items()]
    return lanes + [(kind, None, rows[kind]) for kind in (*KINDS, "Other")]


def event_of(fact: Fact) -> Event:
    """A fact as the timeline needs it."""
    begins, ends = (fact.interval.start, fact.interval.end) if fact.interval else (None, None)
    return Event(fact.id, fact.summary, fact.status, fact.realis, begins, ends, fact.first_reported)
