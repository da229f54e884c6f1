"""What one page says: times, statements, mentions of events."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ceasewire.model.spans import Interval, Span

Granularity = Literal["hour", "day", "week", "month", "quarter", "year", "decade", "part", "range", "vague"]
Mode = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "asserts",
    "denies",
    "confirms",
    "no_knowledge",
    "no_comment",
    "accuses",
    "demands",
    "promises",
    "predicts",
    "doubts",
]
SourceBasis = Literal["took_part", "witnessed", "briefed", "document", "inferred", "hearsay"]
Realis = Literal["occurred", "ongoing", "planned", "proposed", "hypothetical", "denied"]


class Bare(Struct, frozen=True):
    """The calendar stretch alone, without its preposition."""

    span: Span
    interval: Interval | None


class Time(Struct):
    """A time expression with its preposition, and the stretch it means."""

    id: str
    doc: str
    span: Span
    interval: Interval | None
    bare: Bare | None
    granularity: Granularity


class Source(Struct):
    """The words that name who speaks, and the actor."""

    span: Span | None
    actor: str | None


class Statement(Struct):
    """Something that the text puts in a source's mouth or mind."""

    id: str
    doc: str
    source: Source
    anonymous: bool
    count: int | None
    reason: Span | None
    basis: SourceBasis | None
    affiliation: str | None
    cue: Span
    content: list[Span]
    mode: Mode
    stance: Stance
    chain: list[str]
    inside: str | None
    origin: str | None
    copy_of: str | None
    confidence: float


class Arg(Struct, frozen=True):
    """A filled role of an event."""

    role: str
    span: Span | None
    actor: str | None
    text: str


class When(Struct, frozen=True):
    """The time of an event mention; the span is None where the text dates it elsewhere or not in words."""

    interval: Interval | None
    span: Span | None


class Plover(Struct, frozen=True):
    """The PLOVER code of a mention."""

    event: str | None
    mode: str | None


class Mention(Struct):
    """One verb or noun that names an event, with what stands around it."""

    id: str
    doc: str
    type: str | None
    trigger: Span
    args: list[Arg]
    phase: str | None
    time: When | None
    realis: Realis
    statement: str | None
    plover: Plover | None
    cameo: str | None
    copy_of: str | None
    confidence: float
