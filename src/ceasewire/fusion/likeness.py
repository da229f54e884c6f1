"""How likely two mentions are of one event: points for days, roles and words that fit, CLASH where they exclude it.

Points are by pairs: what two mentions have in common does not depend on any third, so a new page changes nothing
between the old ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from math import sqrt

from ceasewire.codebook import table
from ceasewire.fusion.filled import Filled, fill, frames
from ceasewire.fusion.material import Material
from ceasewire.fusion.names import alike, words
from ceasewire.fusion.society import Society
from ceasewire.fusion.stretches import LONG_DAYS, bounds, gap, length, ordinal
from ceasewire.model import Mention

CLASH = -100.0
SLACK_DAYS = 3  # an event reported as ongoing, or dated from two ends, may miss by this much
NEXT_DAY = -0.5  # points for two pages that date an event a day apart, as by night or over time zones
NEWS_DAYS = 10  # an undated event is news for about this long: pages further apart speak of two
NEAR = 600  # characters within which a page goes on speaking of one event
AHEAD = 1.5  # points lost where one is still to come and the other is not
WORDING = 5.0  # points for two sentences of the same words
NAME = 1.5  # a proper name weighs as much as so many other words
MOST = 8  # words of the terms that a mention is looked up by
FEW = 8.0  # a sentence of fewer words is no likeness by itself
TERMS = ("terms", "goods", "in_exchange")
UNREAL = ("proposed", "hypothetical")
VAGUE = 0.0  # the same where one of them is but described: `gunmen` may be the Marl Front
STRANGER = 2.5  # points lost for a party that each of two meetings has alone
GUEST = 1.0  # the same on one day, when many may have been there
AMISS = {"both": -3.0, "agent": -3.0, "patient": -3.0, "place": -2.5}  # points where a role is filled by two parties


@dataclass(frozen=True)
class Row:
    """A mention as it is compared."""

    mention: Mention
    filled: list[Filled]
    written: int | None
    words: frozenset[str]
    sentence: tuple[str, int]

    @cached_property
    def kinds(self) -> dict[str, list[Filled]]:
        """The fillers by the kind of their role."""
        frame = frames()[self.mention.type or ""]
        found = {kind: [one for one in self.filled if one.role in frame.get(kind, ())] for kind in AMISS}
        return {kind: rows for kind, rows in found.items() if rows}

    @cached_property
    def days(self) -> tuple[int, int] | None:
        """The first and last day of the event as ordinals, None where nothing dates it."""
        return bounds(self.mention.time.interval) if self.mention.time and self.mention.time.interval else None

    @cached_property
    def close(self) -> bool:
        """Whether the days are close enough to tell events apart."""
        when = self.mention.time
        return when is not None and when.interval is not None and length(when.interval) <= LONG_DAYS

    @cached_property
    def unreal(self) -> bool:
        """Whether the event is only proposed or imagined."""
        return self.mention.realis in UNREAL

    @cached_property
    def sense(self) -> str:
        """Which of the things that go by the type's name: an escape is no handover, though both are releases."""
        return _senses(self.mention.type or "").get(self.mention.trigger.text.casefold(), "")

    @cached_property
    def trigger(self) -> str:
        """The trigger in small letters."""
        return self.mention.trigger.text.lower()

    @cached_property
    def weight(self) -> float:
        """The length of the sentence as a vector of words; a short one tells little."""
        return sqrt(max(FEW, _weight(self.words)))

    @cached_property
    def terms(self) -> frozenset[str]:
        """The words of what is agreed, asked or handed over."""
        told = [arg.text for arg in self.mention.args if arg.role in TERMS]
        return frozenset().union(*map(words, told))

    @cached_property
    def excluded(self) -> frozenset[str]:
        """Who is left out."""
        return frozenset(arg.actor or arg.text for arg in self.mention.args if arg.role == "excluded")

    @cached_property
    def parties(self) -> frozenset[str]:
        """Who takes part."""
        return frozenset(arg.actor or arg.text for arg in self.mention.args if arg.role == "party")


def row_of(mention: Mention, material: Material, society: Society | None = None, *, sides: bool = False) -> Row:
    """A mention made ready to be compared; with `sides` also fillers that only say that there are sides."""
    day, at = material.day(mention.doc), mention.trigger.start
    stretch = material.stretch(mention.doc, at) or (at, mention.trigger.end)
    return Row(
        mention,
        fill(mention, material, society, sides=sides),
        ordinal(day, date.min) if day else None,
        words(material.documents[mention.doc].text[slice(*stretch)]),
        (mention.doc, stretch[0]),
    )


def likeness(one: Row, other: Row) -> float:
    """Points for two mentions of one type being of one event, CLASH where something excludes it."""
    points = _days(one, other)
    if points is None or one.unreal != other.unreal or one.sense != other.sense or _excluded(one, other):
        return CLASH
    here, dated = one.mention.doc == other.mention.doc, points >= 1.0
    for kind in AMISS:
        if kind in one.kinds and kind in other.kinds:
            points += _roles(kind, one.kinds[kind], other.kinds[kind], here, dated)
    if alike(one.terms, other.terms):
        points += 1.0
    if (one.mention.realis == "planned") != (other.mention.realis == "planned"):
        points -= AHEAD
    if one.trigger == other.trigger:
        points += 0.5
    if here and abs(one.mention.trigger.start - other.mention.trigger.start) < NEAR:
        points += 0.5
    return points + WORDING * _wording(one, other)


def _days(one: Row, other: Row) -> float | None:
    """Points for days that fit, None for days that cannot be of one event."""
    if one.days is None or other.days is None:
        return 0.0 if _news(one.written, other.written) else -3.0
    loose = "ongoing" in (one.mention.realis, other.mention.realis)
    apart = gap(one.days, other.days)
    if apart > (SLACK_DAYS if loose else one.mention.doc != other.mention.doc):
        return None
    if apart and not loose:
        return NEXT_DAY
    return 1.0 if one.close and other.close and not _one_source(one, other) else 0.25


def _one_source(one: Row, other: Row) -> bool:
    """Whether two mentions of a page have their day from the same words, which tells nothing of either."""
    words = [row.mention.time.span if row.mention.time else None for row in (one, other)]
    return one.mention.doc == other.mention.doc and words[0] == words[1] and one.sentence != other.sentence


def _news(one: int | None, other: int | None) -> bool:
    """Whether pages of those days may speak of the same news."""
    return one is None or other is None or abs(one - other) <= NEWS_DAYS


def _roles(kind: str, mine: list[Filled], theirs: list[Filled], here: bool, dated: bool) -> float:
    """Points for the fillers of one kind of role: equals may differ in part, doers and those done to may not."""
    shared = min(_found(mine, theirs, dated), _found(theirs, mine, dated))
    if shared and kind == "both":
        return 1.0 + shared - (GUEST if dated else STRANGER) * min(len(mine) - shared, len(theirs) - shared, 2)
    if shared:
        return 1.0 if kind == "place" else 1.0 + shared
    if kind == "patient" and here and any(one.definite for one in (*mine, *theirs)):
        return 0.0
    if kind == "place" and any(one.described for one in (*mine, *theirs)):
        return VAGUE
    if kind in ("agent", "both") and not (any(a.named for a in mine) and any(b.named for b in theirs)):
        return VAGUE
    return AMISS[kind]


def _found(mine: list[Filled], theirs: list[Filled], dated: bool) -> int:
    return sum(any(a.same(b, dated) for b in theirs) for a in mine)


def _excluded(one: Row, other: Row) -> bool:
    """Who is left out of one meeting and takes part in another was at two meetings."""
    return bool(one.excluded & other.parties or other.excluded & one.parties)


def _wording(one: Row, other: Row) -> float:
    """How far two sentences share their words, from 0 to 1; that two mentions stand in one sentence tells nothing."""
    if one.sentence == other.sentence:
        return 0.0
    shared = one.words & other.words
    return _weight(shared) / (one.weight * other.weight) if shared else 0.0


def _weight(found: frozenset[str]) -> float:
    return sum(NAME**2 if word[0] == "^" else 1.0 for word in found)


@cache
def _senses(kind: str) -> dict[str, str]:
    rows: dict[str, list[str]] = table("fusion")["senses"].get(kind, {})
    return {word: sense for sense, listed in rows.items() for word in listed}


def handles(row: Row) -> Iterator[str]:
    """The names and words by which a mention's parties are looked up."""
    for one in row.filled:
        yield one.body or one.name
        yield from one.words
        if one.number:
            yield f"#{one.number:g}"
    yield from sorted(row.terms)[:MOST]
