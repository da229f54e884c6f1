"""What fusion makes of many readings, and what people ruled on it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ceasewire.model.actors import Actor, Place, Relation
from ceasewire.model.facts import Contradiction, Fact, Origin
from ceasewire.model.said import Mention, Statement, Time
from ceasewire.model.tracks import Clause, Track


class Ruling(Struct, frozen=True):
    """A human decision about an item of the record."""

    id: str
    what: str
    ruling: str
    value: str | None
    by: str
    at: str
    why: str
    undoes: str | None


class Story(Struct):
    """What fusion makes of many readings."""

    actors: list[Actor]
    relations: list[Relation]
    places: list[Place]
    times: Sequence[Time]
    statements: Sequence[Statement]
    mentions: Sequence[Mention]
    origins: list[Origin]
    facts: list[Fact]
    contradictions: list[Contradiction]
    tracks: list[Track]
    clauses: list[Clause]
    rulings: list[Ruling]
