"""The nouns of the record. Offsets are Unicode code points into `Document.text`, end exclusive.

Every struct that ends up in an export has the fields of the export contract, in its order, and no other.
Days are ISO strings (`2021-03-04`), an hour is written `2021-03-04T18:00Z`.
"""

from __future__ import annotations

from ceasewire.model.actors import Actor, ActorKind, Alias, Place, Relation, RelationKind
from ceasewire.model.facts import (
    Contradiction,
    ContradictionKind,
    Fact,
    Figure,
    Moment,
    Origin,
    OriginKind,
    Passage,
    Side,
    Status,
)
from ceasewire.model.pages import Basis, Document, Failure, Genre, Line, Link, LinkKind, Role
from ceasewire.model.readings import Clock, Dated, Reading
from ceasewire.model.said import (
    Arg,
    Bare,
    Granularity,
    Mention,
    Mode,
    Plover,
    Realis,
    Source,
    SourceBasis,
    Stance,
    Statement,
    Time,
    When,
)
from ceasewire.model.spans import Interval, Span, ident
from ceasewire.model.stories import Ruling, Story
from ceasewire.model.tracks import Clause, Position, Track

__all__ = [
    "Actor",
    "ActorKind",
    "Alias",
    "Arg",
    "Bare",
    "Basis",
    "Clause",
    "Clock",
    "Contradiction",
    "ContradictionKind",
    "Dated",
    "Document",
    "Fact",
    "Failure",
    "Figure",
    "Genre",
    "Granularity",
    "Interval",
    "Line",
    "Link",
    "LinkKind",
    "Mention",
    "Mode",
    "Moment",
    "Origin",
    "OriginKind",
    "Passage",
    "Place",
    "Plover",
    "Position",
    "Reading",
    "Realis",
    "Relation",
    "RelationKind",
    "Role",
    "Ruling",
    "Side",
    "Source",
    "SourceBasis",
    "Span",
    "Stance",
    "Statement",
    "Status",
    "Story",
    "Time",
    "Track",
    "When",
    "ident",
]
