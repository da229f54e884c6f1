"""The files of the export contract, each with the noun that its lines hold. The record has a table for each."""

from __future__ import annotations

from msgspec import Struct

from ceasewire.model import (
    Actor,
    Clause,
    Contradiction,
    Document,
    Fact,
    Failure,
    Link,
    Mention,
    Origin,
    Place,
    Relation,
    Ruling,
    Statement,
    Time,
    Track,
)

NOUNS: dict[str, type[Struct]] = {
    "documents": Document,
    "failures": Failure,
    "links": Link,
    "actors": Actor,
    "relations": Relation,
    "places": Place,
    "times": Time,
    "statements": Statement,
    "mentions": Mention,
    "origins": Origin,
    "facts": Fact,
    "contradictions": Contradiction,
    "tracks": Track,
    "clauses": Clause,
    "rulings": Ruling,
}
