"""Pages, and whose words stand on them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ceasewire.model.spans import Span

Role = Literal["title", "byline", "body", "caption", "credit", "furniture"]
Genre = Literal["report", "column", "interview", "agency", "release", "agreement", "monitor", "post", "live"]
LinkKind = Literal["republication", "excerpt", "rewrite", "translation", "update", "correction", "citation"]


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
