"""Tracks: series of talks and truces, each with its ledger."""

from __future__ import annotations

from dataclasses import dataclass

from ceasewire.dossier.draw.calendar import Month, calendar
from ceasewire.dossier.draw.scale import scale_of
from ceasewire.dossier.draw.timeline import Event, Timeline, timeline
from ceasewire.dossier.links import Links
from ceasewire.dossier.paper import Sheet
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views import Asked, Missing, number
from ceasewire.dossier.views.basis import basis
from ceasewire.dossier.views.map import first_of_map, map_of
from ceasewire.dossier.views.persons import has_page
from ceasewire.dossier.views.positions import of_track
from ceasewire.dossier.views.story import days_of, event_of
from ceasewire.dossier.words import KINDS
from ceasewire.model import Clause, Fact, Track

LEAF = 40
PARTS = ("parties", "mediators", "guarantors", "signatories", "venues", "excluded", "scope", "oversight")


@dataclass(frozen=True)
class Entry:
    """One fact of a ledger and the day it is told for."""

    fact: Fact
    day: str


def tracks(shelf: Shelf, asked: Asked, links: Links) -> Sheet:
    """Every track, the fullest first."""
    total = shelf.number("SELECT count(*) FROM record.tracks")
    leaves = -(-total // LEAF) or 1
    leaf = number(asked, "leaf", 1, leaves)
    keys = shelf.keys("SELECT id FROM record.tracks ORDER BY position LIMIT ? OFFSET ?", LEAF, (leaf - 1) * LEAF)
    found = shelf.many(Track, keys)
    values: dict[str, object] = {
        "basis": basis(shelf),
        "talks": [t for t in found if t.kind == "talks"],
        "truces": [t for t in found if t.kind != "talks"],
        "total": total,
        "leaf": leaf,
        "leaves": leaves,
    }
    return Sheet("tracks.html", "Talks and truces", values)


def track(shelf: Shelf, key: str, asked: Asked, links: Links) -> Sheet:
    """One track with its ledger. Raises Missing."""
    found = shelf.get(Track, key)
    if found is None:
        raise Missing(key)
    facts = [fact for fact in shelf.many(Fact, [*found.facts, *found.violations]) if shelf.lists(fact.id)]
    topics = of_track(shelf, facts)
    holders = [line.actor for topic in topics for line in topic.lines]
    names = {part: [(actor, shelf.name(actor) or actor) for actor in getattr(found, part)] for part in PARTS}
    values: dict[str, object] = {
        "track": found,
        "basis": basis(shelf),
        "names": {part: rows for part, rows in names.items() if rows},
        "people": has_page(shelf, [*holders, *(actor for rows in names.values() for actor, _ in rows)]),
        "ledger": sorted((Entry(f, _day(f)) for f in facts), key=lambda e: (e.day or "9999", e.fact.id)),
        "picture": _picture(facts),
        "months": _months(found, facts),
        "map": map_of(shelf, facts),
        "listed": first_of_map(shelf),
        "topics": topics,
        "clauses": [c for c in shelf.all(Clause) if c.track == key],
        "camps": {camp: [shelf.name(a) or a for a in actors] for camp, actors in found.camps.items()},
    }
    return Sheet("track.html", found.name, values)


def _day(fact: Fact) -> str:
    told = (fact.interval.start or fact.interval.end) if fact.interval else None
    return (told or fact.first_reported or "")[:10]


def _picture(facts: list[Fact]) -> Timeline | None:
    scale = scale_of([day for fact in facts for day in days_of(fact)])
    if not scale or len(facts) < 2:
        return None
    lanes: list[tuple[str, str | None, list[Event]]] = [
        (name, None, [event_of(fact) for fact in facts if fact.type in held]) for name, held in KINDS.items()
    ]
    return timeline(lanes, scale)


def _months(found: Track, facts: list[Fact]) -> list[Month]:
    """The calendar of a truce: violations and force, day by day."""
    if found.kind == "talks":
        return []
    days = [(_day(fact), fact) for fact in facts if fact.type in ("violation", "attack", "casualties", "ceasefire")]
    return calendar([(day, fact.id, fact.summary, fact.status, fact.type) for day, fact in days if day])
