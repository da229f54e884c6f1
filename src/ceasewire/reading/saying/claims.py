"""What the rules of attribution hand to each other: a cue with its source and its content, as offsets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ceasewire.model import Stance
from ceasewire.reading.parse import Paragraph, begin, end
from ceasewire.reading.tokens import Range

if TYPE_CHECKING:
    from spacy.tokens import Token


NEAR = 20  # characters from where a content begins within which its own cue has its subject


@dataclass
class Claim:
    """A statement in the making. `speaker` heads the source's words; None where the cue itself is the source.

    `relay` heads the words for whom it was told, or for who quotes it (`quoted_by`). `side` holds the beginnings of the
    words by which the speaker and his side are called, once he is known.
    """

    paragraph: Paragraph
    cue: Range
    head: Token
    speaker: Token | None
    source: Range | None
    content: list[Range]
    stance: Stance
    sure: float
    kind: str
    relay: Token | None = None
    quoted_by: bool = False
    aside: Token | None = None
    direct: bool = False
    quoted: bool = False
    mixed: bool = False
    side: frozenset[str] = frozenset()

    @property
    def reach(self) -> Range:
        """From the first to the last character of the content; of the cue where there is none."""
        if not self.content:
            return self.cue
        return self.content[0][0], self.content[-1][1]


def over(first: Token, last: Token) -> Range:
    """The offsets from the first character of `first` to the last of `last`."""
    return begin(first), end(last)


def within(inner: Range, outer: Range) -> bool:
    """Whether one stretch lies in another."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def touches(one: Range, other: Range) -> bool:
    """Whether two stretches share a character."""
    return one[0] < other[1] and other[0] < one[1]


def echoes(outer: Claim, inner: Claim) -> bool:
    """Whether `inner` only repeats that the source of `outer` speaks: `said they insisted`."""
    head, verb = outer.head, inner.head
    if outer.direct or outer.kind != "clause" or verb.dep_ != "ccomp" or verb.head != head or verb.i < head.i:
        return False
    who = inner.speaker
    if who is None or who.lower_ not in ("he", "she", "it", "they", "we", "i") or who.head != verb:
        return False
    return not outer.content or begin(who) <= outer.content[0][0] + NEAR
