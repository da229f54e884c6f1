"""What the day of one page says about the day of another: words taken over, one story, one event dated in both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ceasewire.dating.almanac import NONE, Almanac, Days, Points
from ceasewire.dating.order import Outlook, foreseen
from ceasewire.dating.own import points
from ceasewire.dating.story import Kin
from ceasewire.model import Link

MONTH = 31  # days: longer stretches say nothing of one event


@dataclass(frozen=True, slots=True)
class Tie:
    """A link seen from one end: `later` if this page takes its words from the other; `today` if it says so of today."""

    other: str
    later: bool
    today: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pages that have to do with each other, seen from one.

    `ahead` counts the events that this page expects and the other reports, less those the other way round.
    """

    other: str
    tie: Tie | None
    kin: Kin | None
    rank: int = 1
    ahead: int = 0

    def heard(self, days: Days, likely: Days, chances: Points) -> Points:
        """The points that the other page gives each day, over its likely days and their chances."""
        gaps = days[:, None] - likely[None, :]
        odds = np.exp(self._tied(gaps) + self._near(abs(gaps)) + self._ordered(gaps))
        heard: Points = np.log(odds @ chances)
        return heard

    def _tied(self, gaps: Days) -> Points:
        """A page is as old as what it takes from another, or little younger."""
        if self.tie is None:
            return np.zeros(gaps.shape)
        table = points("links")
        gaps = gaps if self.tie.later else -gaps
        if self.tie.today:
            after = np.array(table["today"])[np.clip(gaps, 0, 2)]
        else:
            near = [table[name] for name in ("same", "next", "three", "three", "week", "week", "week", "week")]
            faded = -float(table["faded"]) * np.log(np.maximum(gaps, 7) / 7) / np.log(3)
            after = np.where(gaps > 7, faded, np.array(near)[np.clip(gaps, 0, 7)])
        return np.where(gaps < 0, float(table["before"]), after)

    def _ordered(self, gaps: Days) -> Points:
        """A page that expects an event is older than one that reports it."""
        wrong = gaps >= 0 if self.ahead > 0 else gaps <= 0
        value = float(points("story")["expects"]) * min(2, abs(self.ahead))
        return np.where(wrong, value, 0.0)

    def _near(self, away: Days) -> Points:
        """Pages of one story are written within days of each other; the likest page says most of it already."""
        if self.kin is None:
            return np.zeros(away.shape)
        table = points("story")
        strength = (self.kin.likeness / table["half"]) ** table["steep"]
        near: Points = np.log1p(strength * table["days"] / np.maximum(away, table["days"])) / self.rank**1.5
        return near

    def events(self, days: Days, there: Days, almanac: Almanac) -> Points:
        """Pages of one story date its events alike: points of each day, the other page written on those of `there`."""
        total = np.zeros(len(days))
        for value, mine, theirs in self.kin.events if self.kin else ():
            one, two = almanac.over(mine.clock, days), almanac.over(theirs.clock, there)
            total += value * value * _overlap(one, two)
        return float(points("story")["same_event"]) * total


def _overlap(one: tuple[Days, Days], two: tuple[Days, Days]) -> Points:
    """How far two times mean the same days: 1 for the same day, less for longer stretches that overlap."""
    longest = np.maximum(one[1] - one[0], two[1] - two[0]) + 1
    apart = (one[0] > two[1]) | (two[0] > one[1])
    shared = np.where(longest == 1, 1.0, float(points("story")["stretch"]))
    known = (one[0] != NONE[0]) & (two[0] != NONE[0]) & (longest <= MONTH)
    return np.where(known, np.where(apart, float(points("story")["other"]), shared), 0.0)


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
    for doc, source, _ in sorted((link.doc, link.of_doc or "", link.kind) for link in links):
        if not source or source == doc:
            continue
        today = any(name in words for words in todays.get(doc, []) for name in outlets.get(source, ()))
        out.setdefault(doc, {})[source] = Tie(source, True, today)
        out.setdefault(source, {}).setdefault(doc, Tie(doc, False, today))
    return {name: [ties[other] for other in sorted(ties)] for name, ties in out.items()}
