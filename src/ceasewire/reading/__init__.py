"""One page to what it says, before its day of writing is known."""

from __future__ import annotations

from ceasewire.model import Document, Reading
from ceasewire.reading.cast import Cast
from ceasewire.reading.mentions import find_mentions
from ceasewire.reading.parse import parse, pipeline
from ceasewire.reading.statements import find_statements
from ceasewire.reading.ties import tied
from ceasewire.reading.times import find_times
from ceasewire.reading.trees import Parser

__all__ = ["pipeline", "read"]


def read(document: Document, nlp: Parser, faint: bool = False) -> Reading:
    """What a page says: its times, actors, relations, statements and event mentions, in the order of the text.

    With `faint` mere attitudes are statements too (`The envoy defended the deal`); the record is made without them.
    """
    parsed = parse(document, nlp)
    times, clocks = find_times(parsed)
    cast = Cast.of(parsed)
    statements = find_statements(parsed, cast, faint)
    mentions, dated = find_mentions(parsed, cast, statements, times)
    actors = cast.actors()
    relations, ties = tied(cast.relations(), statements, times, clocks)
    return Reading(times, clocks | ties, actors, relations, statements, mentions, dated, list(parsed.sentences()))
