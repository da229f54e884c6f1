"""What the day of one page says about the day of another: words taken over, one story, one event dated in both."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ceasewire.dating.evidence import Named
from ceasewire.dating.order import Outlook, foreseen
from ceasewire.dating.own import points
from ceasewire.dating.story import Kin
from ceasewire.model import Interval, Link
from ceasewire.reading.clock import resolve

Days = tuple[int, ...]
MONTH = 31  # days: longer stretches say nothing of one event


@dataclass(frozen=True)
class Tie:
    """A link seen from one end: `later` if this page takes its words from the other; `today` if it says so of today."""

    other: str
    later: bool
    today: bool


@dataclass(frozen=True)
class Pair:
    """Two pages that have to do with each other, seen from one.

    `ahead` counts the events that this page expects and the other reports, less those the other way round.
    """

    other: str
    tie: Tie | None
    kin: Kin | None
    rank: int = 1
    ahead: int = 0
    gaps: dict[int, float] = field(default_factory=dict, compare=False)
    known: dict[tuple[int, bool, date], Days | None] = field(default_factory=dict, compare=False)

    def heard(self, day: date, likely: Sequence[tuple[date, float]], best: date) -> float:
        """The points that the other page gives a day, over its likely days; events are counted from its best."""
        total = sum(chance * self._odds(day.toordinal() - there.toordinal()) for there, chance in likely)
        return math.log(total) + self._events(day, best)

    def _odds(self, gap: int) -> float:
        """How many times likelier or less likely the other page makes a day so many days after it."""
        if gap not in self.gaps:
            self.gaps[gap] = math.exp(self._tied(gap) + self._near(abs(gap)) + self._ordered(gap))
        return self.gaps[gap]

    def _tied(self, gap: int) -> float:
        """A page is as old as what it takes from another, or little younger."""
        if self.tie is None:
            return 0.0
        table = points("links")
        gap = gap if self.tie.later else -gap
        if gap < 0:
            return float(table["before"])
        if self.tie.today:
            return float(table["today"][min(gap, 2)])
        for within, name in ((0, "same"), (1, "next"), (3, "three"), (7, "week")):
            if gap <= within:
                return float(table[name])
        return -float(table["faded"]) * math.log(gap / 7, 3)

    def _ordered(self, gap: int) -> float:
        """A page that expects an event is older than one that reports it."""
        wrong = gap >= 0 if self.ahead > 0 else gap <= 0
        return float(points("story")["expects"]) * min(2, abs(self.ahead)) if self.ahead and wrong else 0.0

    def _near(self, away: int) -> float:
        """Pages of one story are written within days of each other; the likest page says most of it already."""
        if self.kin is None:
            return 0.0
        table = points("story")
        strength = (self.kin.likeness / table["half"]) ** table["steep"]
        return float(math.log1p(strength * table["days"] / max(away, table["days"])) / self.rank**1.5)

    def within(self, day: date) -> float:
        """How well the times of one page fit each other, for a pair of a page with itself."""
        return self._events(day, day)

    def _events(self, day: date, there: date) -> float:
        """Pages of one story date its events alike."""
        rows = self.kin.events if self.kin else []
        same = sum(
            value * value * _overlap(self._days(n, True, mine, day), self._days(n, False, theirs, there))
            for n, (value, mine, theirs) in enumerate(rows)
        )
        return float(points("story")["same_event"]) * same if rows else 0.0

    def _days(self, number: int, mine: bool, named: Named, day: date) -> Days | None:
        key = (number, mine, day)
        if key not in self.known:
            self.known[key] = _ordinals(resolve(named.clock, day.isoformat()))
        return self.known[key]


def _ordinals(interval: Interval | None) -> Days | None:
    if interval is None or interval.start is None or interval.end is None:
        return None
    return tuple(date.fromisoformat(day[:10]).toordinal() for day in (interval.start, interval.end))


def _overlap(one: Days | None, two: Days | None) -> float:
    """How far two times mean the same days: 1 for the same day, less for longer stretches that overlap."""
    if one is None or two is None:
        return 0.0
    longest = max(one[1] - one[0], two[1] - two[0]) + 1
    if longest > MONTH:
        return 0.0
    if one[0] > two[1] or two[0] > one[1]:
        return float(points("story")["other"])
    return 1.0 if longest == 1 else float(points("story")["stretch"])


def pairs_of(
    ties: Mapping[str, Sequence[Tie]], kin: Mapping[str, Sequence[Kin]], outlooks: Mapping[str, Outlook]
) -> dict[str, list[Pair]]:
    """For each page the pages that say something about its day, in the order of their ids."""
    out: dict[str, list[Pair]] = {}
    for name in sorted({*ties, *kin}):
        tied = {tie.other: tie for tie in ties.get(name, ())}
        alike = {other.other: other for other in kin.get(name, ())}
        ranks = {other: number for number, other in enumerate(o for o in alike if o != name)}
        out[name] = [
            Pair(o, tied.get(o), alike.get(o), ranks.get(o, 0) + 1, _ahead(outlooks, name, o))
            for o in sorted({*tied, *alike})
        ]
    return out


def _ahead(outlooks: Mapping[str, Outlook], one: str, other: str) -> int:
    return foreseen(outlooks, one, other) - foreseen(outlooks, other, one)


def ties_of(
    links: Sequence[Link], outlets: Mapping[str, set[str]], todays: Mapping[str, list[str]]
) -> dict[str, list[Tie]]:
    """Links between pages, from both ends.

    `todays` are the sentences of a page that say `today`, `outlets` the names of the outlets of a page:
    `Today the Herald reports` dates the Herald's page.
    """
    out: dict[str, dict[str, Tie]] = {}
    for link in sorted(links, key=lambda link: (link.doc, link.of_doc or "", link.kind)):
        if not link.of_doc or link.of_doc == link.doc:
            continue
        today = any(name in words for words in todays.get(link.doc, []) for name in outlets.get(link.of_doc, ()))
        out.setdefault(link.doc, {})[link.of_doc] = Tie(link.of_doc, True, today)
        out.setdefault(link.of_doc, {}).setdefault(link.doc, Tie(link.doc, False, today))
    return {name: [ties[other] for other in sorted(ties)] for name, ties in out.items()}
