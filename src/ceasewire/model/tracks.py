"""Talks and truces over time, and the clauses of a deal."""

from __future__ import annotations

from msgspec import Struct

from ceasewire.model.spans import Interval, Span


class Track(Struct):
    """A series of talks, or a truce."""

    id: str
    name: str
    kind: str
    facts: list[str]
    parties: list[str]
    mediators: list[str]
    guarantors: list[str]
    signatories: list[str]
    venues: list[str]
    excluded: list[str]
    scope: list[str]
    terms: list[Span]
    oversight: list[str]
    violations: list[str]
    interval: Interval | None
    state: str | None
    camps: dict[str, list[str]]


class Position(Struct, frozen=True):
    """Where an actor stands on a clause, and on what words that rests."""

    actor: str
    position: str
    day: str | None
    statement: str | None


class Clause(Struct):
    """One term of a deal, drafted or agreed."""

    id: str
    track: str
    topic: str
    obliged: str | None
    beneficiary: str | None
    action: str | None
    quantity: str | None
    place: str | None
    deadline: str | None
    condition: str | None
    draft: bool
    spans: list[Span]
    positions: list[Position]
    implemented: str | None
