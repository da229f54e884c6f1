"""Tracks: series of talks and truces, each with its ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

LEAF = 40  # tracks
LEDGER, DRAWN, DATED = 40, 220, 600  # facts on one leaf of the ledger, on the timeline, in the calendar
INCIDENTS = ("violation", "attack", "casualties", "ceasefire")
HEADS = """SELECT id, type, coalesce(place, ''), substr(coalesce(begins, ends, first, ''), 1, 10), pro + con
  FROM fact WHERE id IN ({})"""
CHUNK = 500  # ids in one question
PARTS = ("parties", "mediators", "guarantors", "signatories", "venues", "excluded", "scope", "oversight")


@dataclass(frozen=True)
class Head:
    """A fact as the index has it: its type, its place or nothing, the day it is told for, how many sources it has."""

    key: str
    type: str
    place: str
    day: str
    weight: int


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
    heads = _heads(shelf, list(dict.fromkeys([*found.facts, *found.violations])))
    leaves = -(-len(heads) // LEDGER) or 1
    leaf = number(asked, "leaf", 1, leaves)
    facts = {fact.id: fact for fact in shelf.many(Fact, _shown(heads, leaf))}
    topics = of_track(shelf, {head.key for head in heads}) if leaf == 1 else []
    holders = [line.actor for topic in topics for line in topic.lines]
    names = {part: [(actor, shelf.name(actor) or actor) for actor in getattr(found, part)] for part in PARTS}
    values: dict[str, object] = {
        "track": found,
        "basis": basis(shelf),
        "names": {part: rows for part, rows in names.items() if rows},
        "people": has_page(shelf, [*holders, *(actor for rows in names.values() for actor, _ in rows)]),
        "ledger": [Entry(facts[h.key], h.day) for h in heads[(leaf - 1) * LEDGER : leaf * LEDGER] if h.key in facts],
        "total": len(heads),
        "drawn": min(DRAWN, len(heads)),
        "leaf": leaf,
        "leaves": leaves,
        "picture": _picture([facts[head.key] for head in _heaviest(heads)]) if leaf == 1 else None,
        "months": _months(found, heads, facts) if leaf == 1 else [],
        "map": map_of(shelf, [(h.place, h.type, h.key) for h in heads if h.place]) if leaf == 1 else None,
        "listed": first_of_map(shelf),
        "topics": topics,
        "clauses": [c for c in shelf.all(Clause) if c.track == key],
        "camps": {camp: [shelf.name(a) or a for a in actors] for camp, actors in found.camps.items()},
    }
    return Sheet("track.html", found.name, values)


def _heads(shelf: Shelf, keys: Sequence[str]) -> list[Head]:
    """What the index knows of facts, by day; facts that a ruling rejects are left out."""
    found: list[Head] = []
    for at in range(0, len(keys), CHUNK):
        some = keys[at : at + CHUNK]
        question = HEADS.format(", ".join("?" * len(some)))
        rows = shelf.known(question, *some)
        found += [Head(str(key), str(type_), str(place), str(day), int(str(n))) for key, type_, place, day, n in rows]
    return sorted(found, key=lambda head: (head.day or "9999", head.key))


def _heaviest(heads: Sequence[Head]) -> list[Head]:
    """The facts that the timeline shows: those with most sources."""
    return sorted(heads, key=lambda head: -head.weight)[:DRAWN]


def _shown(heads: Sequence[Head], leaf: int) -> list[str]:
    """The facts that some part of the sheet shows: on the first leaf the pictures too."""
    pictures = [*_heaviest(heads), *[head for head in heads if head.type in INCIDENTS][:DATED]] if leaf == 1 else []
    return [head.key for head in (*heads[(leaf - 1) * LEDGER : leaf * LEDGER], *pictures)]


def _picture(facts: list[Fact]) -> Timeline | None:
    scale = scale_of([day for fact in facts for day in days_of(fact)])
    if not scale or len(facts) < 2:
        return None
    lanes: list[tuple[str, str | None, list[Event]]] = [
        (name, None, [event_of(fact) for fact in facts if fact.type in held]) for name, held in KINDS.items()
    ]
    return timeline(lanes, scale)


def _months(found: Track, heads: Sequence[Head], facts: Mapping[str, Fact]) -> list[Month]:
    """The calendar of a truce: violations and force, day by day."""
    if found.kind == "talks":
        return []
    told = [(head.day, facts[head.key]) for head in heads if head.type in INCIDENTS and head.key in facts]
    return calendar([(day, fact.id, fact.summary, fact.status, fact.type) for day, fact in told if day])
