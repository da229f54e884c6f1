"""Characters of a page as a ruling tells them: `120-180`, several parted by commas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from msgspec.structs import replace

from ceasewire.fusion.rulings.entries import pieces
from ceasewire.model import Arg, Document, Source, Span, Statement

STRETCH = re.compile(r"(\d{1,9})-(\d{1,9})")
FILLER = re.compile(r"(?P<who>[^@]*)@(?P<at>\d{1,9}-\d{1,9})")
SPAN_FIELDS = frozenset({"content", "words"})


def spans_of(told: str, text: str, shift: int = 0) -> list[Span] | None:
    """`120-180,190-200` as spans of a text in their order; None where one is empty, beyond the text or on another.

    `shift` moves them all, for a page that repeats the words elsewhere.
    """
    hits = [STRETCH.fullmatch(part) for part in pieces(told)]
    ends = sorted((int(hit[1]) + shift, int(hit[2]) + shift) for hit in hits if hit)
    apart = all(one[1] <= other[0] for one, other in pairwise(ends))
    if not ends or not all(hits) or not apart or not all(0 <= start < end <= len(text) for start, end in ends):
        return None
    return [Span(start, end, text[start:end]) for start, end in ends]


def with_words(
    statement: Statement, name: str, told: str, first: Statement, pages: Mapping[str, Document]
) -> Statement:
    """The statement with its content or the words for its source cut anew.

    `first` is the statement that the ruling is about. One that repeats it is cut at the same words, where they stand.
    """
    spans = spans_of(told, pages[first.doc].text)
    own = spans_of(told, pages[statement.doc].text, statement.cue.start - first.cue.start)
    if spans is None or own is None or [s.text for s in spans] != [s.text for s in own]:
        return statement
    if name == "content":
        return replace(statement, content=own)
    return replace(statement, source=Source(own[0], statement.source.actor))


def filler_of(role: str, told: str, text: str, shift: int, names: Mapping[str, str]) -> Arg | None:
    """A filler of a role: `ID`, words of one's own, `ID@120-140` or `@120-140`; None where the words are not there.

    `names` are the canonical names of the actors, by id.
    """
    hit = FILLER.fullmatch(told)
    who = hit["who"].strip() if hit else told
    actor = who if who in names else None
    if hit is None:
        return Arg(role, None, actor, names.get(who) or who)
    spans = spans_of(hit["at"], text, shift)
    return Arg(role, spans[0], actor, spans[0].text) if spans else None
