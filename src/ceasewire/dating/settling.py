"""Days of writing settled for a whole collection: each page's own words first, then what pages say of each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from ceasewire.codebook import table
from ceasewire.dating.almanac import Almanac, Days, Points, years
from ceasewire.dating.candidates import own_years, worth_trying
from ceasewire.dating.evidence import Evidence
from ceasewire.dating.own import own_points
from ceasewire.dating.pairs import Pair

CLOSEST = 3  # pages of a story around whose days others are tried
HOPELESS = 7.0  # points behind the best day of a page's own words
KEPT = 12  # likely days of a page that its neighbours look at
MARGIN = 1  # days on either side of the likeliest that are never excluded
AT_HAND = 20_000  # pages whose points stay in memory, twenty kilobytes each; those of others are reckoned anew
LIKELY = 0.05  # chance from which days around a neighbour's are tried


@dataclass(frozen=True)
class Belief:
    """The likeliest day of a page, the first and last day that come close to it, and likely days with their chances.

    Days are ordinals.
    """

    best: int
    first: int
    last: int
    days: Days = field(compare=False)
    chances: Points = field(compare=False)

    @property
    def day(self) -> date:
        """The likeliest day."""
        return date.fromordinal(self.best)

    def same(self, other: Belief | None) -> bool:
        """Whether two beliefs tell their neighbours the same."""
        return other is not None and self.best == other.best and np.array_equal(self.days, other.days)


def sure(day: date) -> Belief:
    """The belief in one day alone."""
    return _only(day.toordinal())


def _only(day: int) -> Belief:
    return Belief(day, day, day, np.array([day]), np.ones(1))


def settle_all(
    evidence: Mapping[str, Evidence],
    pairs: Mapping[str, Sequence[Pair]],
    known: Mapping[str, Belief],
    roots: Mapping[str, Collection[date]],
    almanac: Almanac,
) -> dict[str, Belief]:
    """The day of each page in `pairs`; `known` are those settled from the start, `roots` what fixes a page itself.

    Every round looks only at the one before, so the order of pages does not matter; a page is looked at again only
    where one that it listens to has changed its day.
    """
    pages = {
        name: _Page(evidence[name], roots.get(name, ()), pairs[name], name, almanac, keeps=number < AT_HAND)
        for number, name in enumerate(sorted(pairs.keys() - known.keys()))
    }
    beliefs, changed = dict(known), set(known)
    for number in range(int(table("dating")["rounds"])):
        ready = [
            page
            for page in pages.values()
            if (number < 2 and page.speaks(number)) or any(pair.other in changed for pair in page.pairs)
        ]
        fresh = {page.name: belief for page in ready if (belief := page.believe(beliefs))}
        changed = {name for name, belief in fresh.items() if not belief.same(beliefs.get(name))}
        beliefs |= fresh
        if number and not changed:
            break
    return _decided(pages, beliefs)


def _decided(pages: Mapping[str, _Page], beliefs: dict[str, Belief]) -> dict[str, Belief]:
    """One day a page, the surest page first and each in the light of those decided, so that the days fit together."""
    fixed = dict(beliefs)
    order = sorted((name for name in beliefs if name in pages), key=lambda n: (beliefs[n].last - beliefs[n].first, n))
    for name in order:
        belief = pages[name].believe(fixed)
        if belief:
            first, last = min(belief.first, beliefs[name].first), max(belief.last, beliefs[name].last)
            fixed[name] = Belief(belief.best, first, last, np.array([belief.best]), np.ones(1))
    return fixed


class _Page:
    """What a page says itself and whom it listens to; one that `keeps` has its points at hand while nothing changes."""

    def __init__(
        self,
        found: Evidence,
        roots: Collection[date],
        pairs: Sequence[Pair],
        name: str,
        almanac: Almanac,
        *,
        keeps: bool,
    ) -> None:
        self.found, self.roots, self.name, self.almanac = found, roots, name, almanac
        self.pairs = [pair for pair in pairs if pair.other != name]
        self._itself = next((pair for pair in pairs if pair.other == name), None)
        self._keeps = keeps
        self._forget()

    def _forget(self) -> None:
        self._days: Days = np.zeros(0, dtype=np.int64)
        self._own: Points = np.zeros(0)
        self._reckoned = (self._days, self._own)
        self._tried: tuple[frozenset[int], frozenset[int]] | None = None
        self._heard: dict[str, tuple[Belief, Points]] = {}

    def speaks(self, number: int) -> bool:
        """Whether a page is looked at in the first rounds: one with a year on its edge only first hears the others."""
        found = self.found
        chrome = (
            not found.given and not found.dated and all(p.place not in ("beside_title", "entry") for p in found.printed)
        )
        return number == int(chrome and bool(self.pairs))

    def believe(self, beliefs: Mapping[str, Belief]) -> Belief | None:
        """The days of a page in the light of what is believed of others."""
        told = [(pair, beliefs[pair.other]) for pair in self.pairs if pair.other in beliefs]
        self._try(told)
        heard = sum((self._hear(pair, belief) for pair, belief in told), np.zeros(1))
        found = _weighed(self._days, self._own + heard) if len(self._days) else None
        if not self._keeps:
            self._forget()
        return found

    def _try(self, told: Sequence[tuple[Pair, Belief]]) -> None:
        """Fix the days that the page's own words do not all but exclude beside the best."""
        around, others = set[int](), own_years(self.found)
        for pair, belief in told:
            others |= set(years(belief.days).tolist())
            if not self.found.given and (pair.tie or pair.rank <= CLOSEST):
                around |= set(belief.days[belief.chances > LIKELY].tolist())
        wanted = (frozenset(others), frozenset(around))
        if wanted == self._tried:
            return
        days = worth_trying(self.found, self.roots, *wanted)
        own = self._points(days)
        worth = own > own.max(initial=0.0) - HOPELESS
        self._tried, self._days, self._own, self._heard = wanted, days[worth], own[worth], {}

    def _points(self, days: Days) -> Points:
        """What the page itself gives each day, new days reckoned and kept."""
        new = np.setdiff1d(days, self._reckoned[0], assume_unique=True)
        if len(new):
            own = own_points(self.found, new, self.almanac, self.roots)
            if self._itself:
                own += self._itself.events(new, new, self.almanac)
            all_days, all_points = np.append(self._reckoned[0], new), np.append(self._reckoned[1], own)
            order = np.argsort(all_days)
            self._reckoned = (all_days[order], all_points[order])
        found: Points = self._reckoned[1][np.searchsorted(self._reckoned[0], days)]
        return found

    def _hear(self, pair: Pair, belief: Belief) -> Points:
        before = self._heard.get(pair.other)
        if before is None or not belief.same(before[0]):
            heard = pair.heard(self._days, belief.days, belief.chances)
            heard += pair.events(self._days, np.array([belief.best]), self.almanac)
            self._heard[pair.other] = before = (belief, heard)
        return before[1]


def _weighed(days: Days, scored: Points) -> Belief:
    """Points turned into chances; the window holds most of them."""
    settings: dict[str, Any] = table("dating")
    at = _latest(days, scored)
    best, chances = int(days[at]), np.exp(scored - scored[at])
    close = _window(days, np.exp(settings["sharp"] * (scored - scored[at])), settings["share"])
    close = close[abs(close - best) <= settings["reach"]]
    likely, share = _sample(days, chances)
    first, last = int(close.min(initial=best - MARGIN)), int(close.max(initial=best + MARGIN))
    return Belief(best, first, last, likely, share)


def _window(days: Days, chances: Points, share: float) -> Days:
    """The likeliest days that hold a share of the chances together."""
    ranked = np.lexsort((days, -np.round(chances, 9)))
    held = np.cumsum(chances[ranked]) - chances[ranked]
    close: Days = days[ranked[held < share * chances.sum()]]
    return close


def _latest(days: Days, scored: Points) -> int:
    """Where the likeliest day stands; of days in a row that are as good as equal the latest."""
    rounded = np.round(scored, 6)
    at = int(np.flatnonzero(rounded == rounded.max())[-1])
    level = scored[at] - float(table("dating")["equal"])
    while at + 1 < len(days) and days[at + 1] == days[at] + 1 and scored[at + 1] >= level:
        at += 1
    return at


def _sample(days: Days, chances: Points) -> tuple[Days, Points]:
    """A few days that stand for all, each for an equal share of the chances."""
    held = np.cumsum(chances)
    marks = held[-1] * (np.arange(KEPT) + 0.5) / KEPT
    found, count = np.unique(days[np.minimum(np.searchsorted(held, marks), len(days) - 1)], return_counts=True)
    return found, count / KEPT
