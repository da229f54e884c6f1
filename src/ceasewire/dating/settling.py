"""Days of writing settled for a whole collection: each page's own words first, then what pages say of each other."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ceasewire.codebook import table
from ceasewire.dating.evidence import Evidence
from ceasewire.dating.own import candidates, own_points
from ceasewire.dating.pairs import Pair

CLOSEST = 3  # pages of a story around whose days others are tried
NEAR = 40  # days around the likeliest days of another page in which a day is tried
HOPELESS = 7.0  # points behind the best day of a page's own words
KEPT = 12  # likely days of a page that its neighbours look at


@dataclass(frozen=True)
class Belief:
    """The likeliest day of a page, the first and last day that come close to it, and likely days with their chances."""

    best: date
    first: date
    last: date
    likely: tuple[tuple[date, float], ...]


def settle_all(evidence: Mapping[str, Evidence], pairs: Mapping[str, list[Pair]]) -> dict[str, Belief]:
    """The day of each page that anything fixes. Every round looks only at the one before, so order does not matter."""
    own = {name: _Own(evidence[name], _itself(name, pairs), {}) for name in sorted(evidence)}
    pairs = {name: [pair for pair in rows if pair.other != name] for name, rows in pairs.items()}
    beliefs: dict[str, Belief] = {}
    for number in range(int(table("dating")["rounds"])):
        ready = [name for name in own if number or not pairs.get(name) or not _only_chrome(own[name].found)]
        fresh = {name: belief for name in ready if (belief := _believe(own[name], pairs.get(name, []), beliefs))}
        if number and {name: belief.likely for name, belief in fresh.items()} == {
            n: b.likely for n, b in beliefs.items()
        }:
            break
        beliefs = fresh
    return _decided(own, pairs, beliefs)


def _decided(own: Mapping[str, _Own], pairs: Mapping[str, list[Pair]], beliefs: dict[str, Belief]) -> dict[str, Belief]:
    """One day a page, the surest page first and each in the light of those decided, so that the days fit together."""
    fixed = dict(beliefs)
    order = sorted(beliefs, key=lambda name: ((beliefs[name].last - beliefs[name].first).days, name))
    for name in order:
        belief = _believe(own[name], pairs.get(name, []), fixed)
        if belief:
            first, last = min(belief.first, beliefs[name].first), max(belief.last, beliefs[name].last)
            fixed[name] = Belief(belief.best, first, last, ((belief.best, 1.0),))
    return {name: fixed[name] for name in beliefs}


def _itself(name: str, pairs: Mapping[str, list[Pair]]) -> Pair | None:
    return next((pair for pair in pairs.get(name, []) if pair.other == name), None)


@dataclass(frozen=True)
class _Own:
    """What a page says itself, and the points of the days tried so far."""

    found: Evidence
    itself: Pair | None
    known: dict[date, float]

    def points(self, day: date) -> float:
        if day not in self.known:
            self.known[day] = own_points(self.found, day) + (self.itself.within(day) if self.itself else 0.0)
        return self.known[day]


def _believe(own: _Own, pairs: list[Pair], beliefs: Mapping[str, Belief]) -> Belief | None:
    given = own.found.given
    if given and own.points(given) > 0:
        return Belief(given, given, given, ((given, 1.0),))
    told = [(pair, beliefs[pair.other]) for pair in pairs if pair.other in beliefs]
    scored = _worth(own, _tried(own.found, told))
    if not scored:
        return None
    for pair, belief in told:
        for day in scored:
            scored[day] += pair.heard(day, belief.likely, belief.best)
    return _weighed(scored)


def _only_chrome(found: Evidence) -> bool:
    """Whether only a date on the edge of the page gives a year: such a page first hears the others."""
    return not found.given and not found.dated and all(p.place != "beside_title" for p in found.printed)


def _worth(own: _Own, days: list[date]) -> dict[date, float]:
    """The days that the page's own words do not all but exclude beside the best."""
    scored = {day: own.points(day) for day in days}
    best = max(scored.values(), default=0.0)
    return {day: value for day, value in scored.items() if value > best - HOPELESS}


def _weighed(scored: Mapping[date, float]) -> Belief:
    """Points turned into chances; the window holds most of them."""
    settings: dict[str, Any] = table("dating")
    best = _latest(scored)
    chances = {day: math.exp(value - scored[best]) for day, value in scored.items()}
    ranked = sorted(chances, key=lambda day: (-round(chances[day], 9), day))
    wanted, held, close = settings["share"] * sum(chances.values()), 0.0, [best]
    for day in ranked:
        if held >= wanted:
            break
        held += chances[day]
        if abs((day - best).days) <= settings["reach"]:
            close.append(day)
    return Belief(best, min(close), max(close), _sample(chances))


def _latest(scored: Mapping[date, float]) -> date:
    """The likeliest day; of days in a row that are as good as equal the latest."""
    best = max(scored, key=lambda day: (round(scored[day], 6), day))
    level = scored[best] - float(table("dating")["equal"])
    while scored.get(best + timedelta(1), -math.inf) >= level:
        best += timedelta(1)
    return best


def _sample(chances: Mapping[date, float]) -> tuple[tuple[date, float], ...]:
    """A few days that stand for all, each for an equal share of the chances."""
    days, total = sorted(chances), sum(chances.values())
    found: dict[date, float] = {}
    held, at = 0.0, 0
    for day in days:
        held += chances[day]
        while at < KEPT and held >= total * (at + 0.5) / KEPT:
            found[day] = found.get(day, 0.0) + 1 / KEPT
            at += 1
    return tuple(found.items())


def _tried(found: Evidence, told: Iterable[tuple[Pair, Belief]]) -> list[date]:
    """The days worth trying: those of the page's own words, and those around the likely days of its neighbours."""
    years = {printed.day.year for printed in found.printed}
    around: set[date] = set()
    for pair, other in told:
        for day, chance in other.likely:
            years.add(day.year)
            if chance > 0.05 and not found.given and (pair.tie or pair.rank <= CLOSEST):
                around |= {day + timedelta(n) for n in range(-NEAR, NEAR + 1)}
    years |= {last.year + n for first, last, _ in found.dated if (last - first).days < 100 for n in (0, 1)}
    years |= {last.year - n for _, last, named in found.dated if named.clock.rule == "by" for n in (0, 1)}
    return sorted(around | candidates(found, sorted(years)))
