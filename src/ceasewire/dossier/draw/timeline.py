"""The timeline: facts in lanes, an interval as a bar, days that are not certain drawn as such."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from ceasewire.dossier.draw.scale import Scale, Tick, day_of

SHAPE = 1.7  # percent of the width that a shape needs on a screen of usual width
DEPTH = 7  # rows in a lane at most
ROW = 20  # pixels


@dataclass(frozen=True)
class Event:
    """A fact as the timeline needs it; days are ISO texts."""

    key: str
    label: str
    status: str
    realis: str
    begins: str | None
    ends: str | None
    told: str | None


@dataclass(frozen=True)
class Mark:
    """A fact on the timeline. `left` and `right` are in percent, `mid` is where its shape stands.

    `how`: `day`, `bar` (it went on), `within` (some time in these days), `since`, `until`, `told` (its day is not
    known: the mark stands at the first report).
    """

    event: Event
    how: str
    left: float
    right: float
    mid: float
    row: int = 0

    @property
    def y(self) -> int:
        """The middle of its row, in pixels."""
        return self.row * ROW + ROW // 2 + 2


@dataclass
class Lane:
    """Facts that belong together. `more` counts those that have no room."""

    name: str
    href: str | None
    marks: list[Mark] = field(default_factory=list)
    more: int = 0

    @property
    def height(self) -> int:
        """In pixels."""
        return (max((mark.row for mark in self.marks), default=0) + 1) * ROW + 4


@dataclass(frozen=True)
class Timeline:
    """Lanes over one scale."""

    scale: Scale
    ticks: list[Tick]
    lanes: list[Lane]


def timeline(lanes: Iterable[tuple[str, str | None, Sequence[Event]]], scale: Scale) -> Timeline:
    """Lanes of (name, address, events) over a scale; lanes without a mark are left out."""
    drawn = [_lane(name, href, events, scale) for name, href, events in lanes]
    return Timeline(scale, scale.ticks(), [lane for lane in drawn if lane.marks])


def _lane(name: str, href: str | None, events: Sequence[Event], scale: Scale) -> Lane:
    lane = Lane(name, href)
    marks = [mark for event in events if (mark := _mark(event, scale))]
    rows: list[float] = []
    for mark in sorted(marks, key=lambda m: (m.left, m.right, m.event.key)):
        row = next((number for number, end in enumerate(rows) if end <= mark.left), len(rows))
        if row >= DEPTH:
            lane.more += 1
            continue
        rows[row : row + 1] = [max(mark.right, mark.mid + SHAPE)]
        lane.marks.append(Mark(mark.event, mark.how, mark.left, mark.right, mark.mid, row))
    return lane


def _mark(event: Event, scale: Scale) -> Mark | None:
    begins, ends, told = day_of(event.begins), day_of(event.ends), day_of(event.told)
    if begins is None and ends is None:
        return _placed(event, "told", told, told, scale) if told else None
    if begins is not None and ends is not None:
        how = "day" if begins == ends else "bar" if event.realis == "ongoing" else "within"
        return _placed(event, how, begins, ends, scale)
    return _placed(event, "since", begins, scale.last, scale) if begins else _placed(event, "until", ends, ends, scale)


def _placed(event: Event, how: str, begins: date | None, ends: date | None, scale: Scale) -> Mark | None:
    if begins is None or ends is None or ends < scale.first or begins > scale.last:
        return None
    left, right = scale.at(begins), scale.at(ends)
    mid = left if how in ("since", "bar") else (left + right) / 2
    lead = SHAPE if how in ("told", "until") else SHAPE / 2
    return Mark(event, how, round(max(0.0, min(left, mid - lead)), 3), right, round(mid, 3))
