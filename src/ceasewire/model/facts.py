"""What is known, from whom, and what cannot both be so."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ceasewire.model.said import Arg, Realis
from ceasewire.model.spans import Interval, Span

Status = Literal["contested", "denied", "several_origins", "one_origin"]
OriginKind = Literal["person", "body", "group", "outlet", "document", "unnamed"]
ContradictionKind = Literal["flat", "agent", "terms", "scope", "figure", "silence", "expectation"]


class Origin(Struct):
    """A source that no other node of the story explains."""

    id: str
    name: str
    kind: OriginKind
    count: int | None
    camp: str
    background: bool
    reached_through: list[str]


class Passage(Struct, frozen=True, order=True):
    """One passage for or against a fact. `disputes` says how far a denial reaches, None on the supporting side."""

    mention: str | None
    statement: str | None
    origin: str | None
    disputes: str | None


class Figure(Struct, frozen=True):
    """One version of a number: its bound is `exact`, `at_least`, `at_most` or `about`."""

    what: str
    value: float | None
    bound: str
    origins: list[str]


class Moment(Struct, frozen=True):
    """What was known on a day."""

    as_of: str
    status: Status
    realis: Realis


class Fact(Struct):
    """Mentions of one event across documents, and the origins for and against it."""

    id: str
    type: str
    summary: str
    args: list[Arg]
    interval: Interval | None
    place: str | None
    terms: list[Span]
    realis: Realis
    status: Status
    support: list[Passage]
    dispute: list[Passage]
    origins_for: list[str]
    origins_against: list[str]
    origins_possible: list[int]
    by_camp: dict[str, list[int]]
    figures: list[Figure]
    history: list[Moment]
    first_reported: str | None
    last_reported: str | None
    track: str | None


class Side(Struct, frozen=True):
    """One side of a contradiction, in its own words."""

    doc: str
    span: Span
    statement: str | None
    origin: str | None


class Contradiction(Struct):
    """Two things that cannot both be so, or a claim against silence."""

    id: str
    about: str
    kind: ContradictionKind
    a: list[Side]
    b: list[Side]
