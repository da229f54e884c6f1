"""The nouns of the record. Offsets are Unicode code points into `Document.text`, end exclusive.

Every struct that ends up in an export has the fields of the export contract, in its order, and no other.
Days are ISO strings (`2021-03-04`), an hour is written `2021-03-04T18:00Z`.
"""

from __future__ import annotations

import hashlib
from typing import Literal

from msgspec import Struct, field

Role = Literal["title", "byline", "body", "caption", "credit", "furniture"]
Genre = Literal["report", "column", "interview", "agency", "release", "agreement", "monitor", "post", "live"]
LinkKind = Literal["republication", "excerpt", "rewrite", "translation", "update", "correction", "citation"]
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
Status = Literal["contested", "denied", "several_origins", "one_origin"]
OriginKind = Literal["person", "body", "group", "outlet", "document", "unnamed"]
ContradictionKind = Literal["flat", "agent", "terms", "scope", "figure", "silence", "expectation"]


def ident(*parts: object) -> str:
    """A content hash of sixteen hex digits: the same parts give the same id on every machine."""
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Span(Struct, frozen=True, order=True):
    """A run of characters of one document: `document.text[start:end] == text`."""

    start: int
    end: int
    text: str


class Interval(Struct, frozen=True, order=True):
    """Days, both ends included; an end is None where it is open."""

    start: str | None
    end: str | None


class Line(Struct, frozen=True):
    """One non-empty line of a document and what it is there for."""

    start: int
    end: int
    role: Role


class Basis(Struct, frozen=True):
    """Why a day of writing was chosen; the span is None where metadata says it."""

    span: Span | None
    why: str


class Document(Struct):
    """One page, as it came, with what its text and its chrome say about it."""

    id: str
    path: str
    url: str | None
    retrieved: str | None
    sha256: str
    text: str
    language: str | None
    read: bool | str
    outlet: str | None
    origin: str | None
    genre: Genre | None
    rights: str | None
    title: str | None
    byline: str | None
    dateline: str | None
    published: str | None
    published_earliest: str | None
    published_latest: str | None
    published_basis: list[Basis]
    lines: list[Line]
    raw: str | None = None


class Failure(Struct, frozen=True):
    """A page that could not be taken in, by name, and the reason."""

    path: str
    reason: str


class Link(Struct):
    """Lineage: where the words of a span of one document came from. `span` None means the whole body."""

    id: str
    doc: str
    span: Span | None
    spans: list[Span]
    kind: LinkKind
    of_doc: str | None
    of_span: Span | None
    of_spans: list[Span]
    of_outlet: str | None
    evidence: list[Span]
    score: float


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


class Clock(Struct, frozen=True):
    """How a time expression turns into days once the day of writing is known.

    `rule` names a function of the time resolver, `args` are its numbers and names. `tense` is the direction of the
    governing verb (`past`, `present`, `future`, or empty). `anchor` is a day that replaces the day of writing, for
    words quoted from an older text.
    """

    rule: str
    args: list[int | str]
    tense: str = ""
    anchor: str | None = None


class Dated(Struct, frozen=True):
    """Which time expression dates a mention. `how`: `at` (the stretch itself), `ongoing` (from its start to the day of
    writing), `start` or `end` (that day alone)."""

    mention: str
    time: str | None
    how: str = "at"


class Reading(Struct):
    """What one document says, before its day of writing is known.

    Ids count within the document (`s1`, `m4`, `a2`, `t3`). Time intervals are None here: `reading.adopt` fills them
    from `clocks`.
    """

    times: list[Time]
    clocks: dict[str, Clock]
    actors: list[Actor]
    relations: list[Relation]
    statements: list[Statement]
    mentions: list[Mention]
    dated: list[Dated]
    sentences: list[tuple[int, int]]


class Story(Struct):
    """What fusion makes of many readings."""

    actors: list[Actor]
    relations: list[Relation]
    places: list[Place]
    times: list[Time]
    statements: list[Statement]
    mentions: list[Mention]
    origins: list[Origin]
    facts: list[Fact]
    contradictions: list[Contradiction]
    tracks: list[Track]
    clauses: list[Clause]
    rulings: list[Ruling]
