"""Versions of one fact that cannot all be right: numbers beyond rounding, terms that differ, whom it covers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from ceasewire.fusion.material import Material
from ceasewire.fusion.names import bound, number_in, plain, words
from ceasewire.model import Arg, ContradictionKind, Fact, Passage

ROUNDING = 0.1  # two numbers closer than this share of the larger are one number
MOST = 50  # terms of one fact that are compared
TERMS = ("terms", "duration", "deadline")
UNITS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
COVERED = ("scope", "party", "signatory")


@dataclass(frozen=True)
class Version:
    """Two sides of one fact, by the passages that have them."""

    kind: ContradictionKind
    a: list[Passage]
    b: list[Passage]


@dataclass(frozen=True)
class Told:
    """One filled role and the passage that fills it."""

    arg: Arg
    passage: Passage


def versions(fact: Fact, material: Material) -> Iterator[Version]:
    """The versions of a fact that its supporters contradict each other by."""
    told = [Told(a, p) for p in fact.support if p.mention for a in material.mentions[p.mention].args]
    yield from _figures(fact)
    yield from _terms(told)
    yield from _scope(told, material)


def _figures(fact: Fact) -> Iterator[Version]:
    """Two numbers of one thing. One source that gives both has corrected itself, which is a change."""
    rows = [f for f in fact.figures if f.value is not None and f.bound == "exact" and f.what not in TERMS]
    for one, other in combinations(rows, 2):
        mine, theirs = set(one.origins) - set(other.origins), set(other.origins) - set(one.origins)
        if one.what == other.what and mine and theirs and _apart(one.value or 0.0, other.value or 0.0):
            yield Version("figure", _of(fact, mine), _of(fact, theirs))


def _terms(told: list[Told]) -> Iterator[Version]:
    """The same term with another number: `a truce of three days`, `a truce of two weeks`."""
    terms = {(t.arg.role, t.arg.text, t.passage.origin): t for t in reversed(told) if t.arg.role in TERMS}
    exact = [t for _, t in sorted(terms.items(), key=str) if number_in(t.arg.text) and bound(t.arg.text) == "exact"]
    for one, other in combinations(exact[:MOST], 2):
        apart = one.passage.origin != other.passage.origin
        if apart and one.arg.role == other.arg.role and _differ(one.arg, other.arg):
            yield Version("terms", [one.passage], [other.passage])


def _differ(one: Arg, other: Arg) -> bool:
    """Two lengths of time that are not one, or two counts of one thing."""
    days = [_days(arg.text) for arg in (one, other)]
    if all(days):
        return _apart(days[0] or 0.0, days[1] or 0.0)
    same = bool(words(one.text) & words(other.text))
    return same and not any(days) and _apart(number_in(one.text) or 0.0, number_in(other.text) or 0.0)


def _days(text: str) -> float | None:
    """A length of time in days: `two weeks` is 14."""
    unit = next((UNITS[word] for word in UNITS if word in text.casefold()), None)
    return unit * (number_in(text) or 0.0) if unit else None


def _scope(told: list[Told], material: Material) -> Iterator[Version]:
    """One source counts in whom another leaves out: `The truce covers the Front`, `The Front is not in it`."""
    rows: dict[str, dict[bool, list[Passage]]] = defaultdict(lambda: {True: [], False: []})
    for one in told:
        if one.arg.role in (*COVERED, "excluded"):
            rows[plain(material.name(one.arg.actor) or one.arg.text)][one.arg.role == "excluded"].append(one.passage)
    for _, sides in sorted(rows.items()):
        out, into = sides[True], sides[False]
        if out and into and {p.origin for p in out}.isdisjoint(p.origin for p in into):
            yield Version("scope", into, out)


def _apart(one: float, other: float) -> bool:
    low, high = sorted((one, other))
    return high - low > ROUNDING * high


def _of(fact: Fact, origins: set[str]) -> list[Passage]:
    return [p for p in fact.support if p.origin in origins]
