"""Who acts and speaks, who belongs to whom, and where places are."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from ceasewire.model.spans import Interval, Span

ActorKind = Literal[
    "state",
    "government",
    "armed_group",
    "opposition_body",
    "monitor",
    "organisation",
    "outlet",
    "person",
    "group",
    "place",
]
RelationKind = Literal["member_of", "speaks_for", "backs", "splinter_of", "part_of", "leads"]


class Alias(Struct, frozen=True, order=True):
    """A name of an actor and the words on a page that establish it."""

    name: str
    doc: str
    span: Span


class Actor(Struct):
    """Somebody or something that acts, speaks or is acted on."""

    id: str
    name: str
    kind: ActorKind
    aliases: list[Alias]
    affiliation: str | None = None
    controller: str | None = None
    same_as: list[str] = field(default_factory=list)


class Relation(Struct, rename={"from_": "from"}):
    """Who belongs to, speaks for, backs, leads or left whom, on whose word."""

    id: str
    kind: RelationKind
    from_: str
    to: str
    interval: Interval | None
    doc: str
    span: Span
    statement: str | None


class Place(Struct):
    """Coordinates of a place actor; precision is UCDP's where_prec (1 exact to 7 international)."""

    id: str
    name: str
    lat: float | None
    lon: float | None
    precision: int | None
    within: str | None
