"""Tracks: a series of talks, or a truce, with everything that belongs to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from itertools import combinations, product

from ceasewire.codebook import table
from ceasewire.fusion.material import Material
from ceasewire.fusion.names import plain
from ceasewire.fusion.society import Society
from ceasewire.model import Fact, Interval, Mention, Span, Track, ident

MOST_MONTHS = 36  # months of a stretch by which facts are looked up
MOST_BODIES = 12  # participants of one fact that are paired

ROLES = {
    "parties": ("party", "declarer"),
    "mediators": ("mediator",),
    "guarantors": ("guarantor",),
    "signatories": ("signatory",),
    "venues": ("venue",),
    "excluded": ("excluded",),
    "scope": ("scope",),
    "oversight": ("overseer",),
}


def tracks(facts: list[Fact], material: Material, society: Society) -> list[Track]:
    """The tracks of the story, the fullest first; each fact gets the id of its track.

    One fact that names no two participants is no track.
    """
    made = []
    nearby = Nearby(facts, society)
    for kind, core in (("truce", "ceasefire"), ("talks", "talks")):
        for group in _series([f for f in facts if f.type == core], society):
            if len(group) > 1 or len(_bodies(group[0], society)) > 1:
                made.append(_track(kind, group, nearby, material, society))
    return sorted(made, key=lambda t: (-len(t.facts), t.name, t.id))


def _series(facts: list[Fact], society: Society) -> list[list[Fact]]:
    """Facts that share two participants, or one and a venue, directly or through others.

    A fact that names no participant (`the talks in Pell`) belongs to the series that is held there.
    """
    groups = Groups(len(facts))
    home: dict[tuple[str, str], int] = {}
    stray: list[tuple[int, set[str]]] = []
    for number, fact in enumerate(facts):
        bodies, places = _bodies(fact, society), _places(fact)
        if not bodies:
            stray.append((number, places))
        for key in [*combinations(sorted(bodies)[:MOST_BODIES], 2), *product(sorted(bodies), sorted(places))]:
            groups.join(number, home.setdefault(key, number))
        for place in places if bodies else ():
            home.setdefault(("@", place), number)
    for number, places in stray:
        for place in sorted(places):
            groups.join(number, home.setdefault(("@", place), number))
    return [[facts[n] for n in members] for members in groups.listed()]


def _places(fact: Fact) -> set[str]:
    return {f"in {plain(a.text)}" for a in fact.args if a.role in ("venue", "scope")}


class Groups:
    """Numbers from zero joined into groups."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def top(self, number: int) -> int:
        """The number that stands for the group of `number`."""
        while self._parent[number] != number:
            number = self._parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make one group of two."""
        low, high = sorted((self.top(one), self.top(other)))
        self._parent[high] = low

    def listed(self) -> list[list[int]]:
        """The groups, each in rising order, by their first members."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parent)):
            found[self.top(number)].append(number)
        return list(found.values())


def _bodies(fact: Fact, society: Society) -> set[str]:
    roles = {*ROLES["parties"], "mediator", "guarantor", "signatory"}
    return {society.party(a) for a in fact.args if a.role in roles}


class Nearby:
    """Facts by two of the bodies in them, and by one body and month: what a track may take in."""

    def __init__(self, facts: Iterable[Fact], society: Society) -> None:
        self._shelf: dict[tuple[str, str | int], list[Fact]] = defaultdict(list)
        for fact in facts:
            bodies = sorted({society.party(a) for a in fact.args})
            for key in _keys(bodies, fact.interval):
                self._shelf[key].append(fact)

    def of(self, bodies: Iterable[str], span: Interval | None) -> list[Fact]:
        """The facts that share two of the bodies, or one of them and a month of the span, each once."""
        keys = _keys(sorted(bodies), span)
        return list({fact.id: fact for key in keys for fact in self._shelf.get(key, ())}.values())


def _keys(bodies: list[str], span: Interval | None) -> list[tuple[str, str | int]]:
    """What a fact is looked up by: every two of its bodies, and each body with each month."""
    return [*combinations(bodies[:MOST_BODIES], 2), *product(bodies, _months(span))]


def _months(span: Interval | None) -> list[int]:
    """The months of a stretch, counted in runs of 31 days; a very long or open one has its ends alone."""
    if span is None:
        return []
    days = [date.fromisoformat(day[:10]).toordinal() // 31 for day in (span.start, span.end) if day]
    return list(range(days[0], days[-1] + 1)) if len(days) == 2 and days[-1] - days[0] <= MOST_MONTHS else days


def _track(kind: str, core: list[Fact], nearby: Nearby, material: Material, society: Society) -> Track:
    bodies = set().union(*[_bodies(f, society) for f in core])
    span = _hull(core)
    wanted: list[str] = table("fusion")["tracks"][kind]
    around = nearby.of(bodies, span)
    near = [f for f in around if f.type in wanted and f.track is None and _touches(f, bodies, span, society)]
    members = sorted({f.id: f for f in [*core, *near]}.values(), key=lambda f: (f.first_reported or "", f.id))
    filled = {name: _actors(members, roles) for name, roles in ROLES.items()}
    track = Track(
        id=ident("track", kind, *sorted(f.id for f in core)),
        name=_name(kind, core, material),
        kind=kind,
        facts=[f.id for f in members],
        **filled,
        terms=_terms(members),
        violations=[f.id for f in members if f.type == "violation"],
        interval=span,
        state=_state(kind, core, material),
        camps=_camps(filled, society, material),
    )
    for fact in members:
        fact.track = track.id
    return track


def _touches(fact: Fact, bodies: set[str], span: Interval | None, society: Society) -> bool:
    shared = {society.party(a) for a in fact.args} & bodies
    return len(shared) > 1 or (bool(shared) and _overlaps(fact.interval, span))


def _overlaps(one: Interval | None, other: Interval | None) -> bool:
    if one is None or other is None:
        return False
    return (one.start or "") <= (other.end or "9999") and (other.start or "") <= (one.end or "9999")


def _actors(facts: Iterable[Fact], roles: tuple[str, ...]) -> list[str]:
    return sorted({a.actor for f in facts for a in f.args if a.role in roles and a.actor})


def _terms(facts: Iterable[Fact]) -> list[Span]:
    return sorted({span for f in facts for span in f.terms})


def _hull(facts: list[Fact]) -> Interval | None:
    spans = [f.interval for f in facts if f.interval]
    if not spans:
        return None
    starts, ends = [s.start for s in spans], [s.end for s in spans]
    first = None if None in starts else min(filter(None, starts))
    return Interval(first, None if None in ends else max(filter(None, ends)))


def _name(kind: str, core: list[Fact], material: Material) -> str:
    """`Talks of A and B in V`, from the participants that most facts name."""
    people = _commonest(core, ("party", "declarer", "mediator"), material.name, 3)
    place = _commonest(core, ("venue", "scope"), material.name, 1)
    head = {"talks": "Talks", "truce": "Truce"}[kind]
    return head + (f" of {', '.join(people)}" if people else "") + (f" in {place[0]}" if place else "")


def _commonest(core: list[Fact], roles: tuple[str, ...], name: Callable[[str | None], str], limit: int) -> list[str]:
    votes: dict[str, int] = defaultdict(int)
    for fact in core:
        for arg in fact.args:
            if arg.role in roles:
                votes[name(arg.actor) or arg.text] += 1 + len(fact.support)
    return sorted(votes, key=lambda n: (-votes[n], n))[:limit]


def _state(kind: str, core: list[Fact], material: Material) -> str | None:
    """Where it stood on the last page: the last phase of a truce, else the realis of the last fact."""
    last = max(core, key=lambda f: (f.last_reported or "", f.id))
    if kind == "truce":
        phases = [(material.day(m.doc) or "", m.trigger.start, m.phase) for m in _mentions(core, material) if m.phase]
        if phases:
            return max(phases)[2]
    return last.realis


def _mentions(core: list[Fact], material: Material) -> list[Mention]:
    return [material.mentions[p.mention] for f in core for p in f.support if p.mention]


def _camps(filled: dict[str, list[str]], society: Society, material: Material) -> dict[str, list[str]]:
    """The body behind each participant, with the participants that it stands behind."""
    camps: dict[str, set[str]] = defaultdict(set)
    for name in ("parties", "signatories", "guarantors", "mediators"):
        for actor in filled[name]:
            side = "mediator" if name == "mediators" and actor not in filled["parties"] else None
            camps[side or society.body(actor) or material.name(actor)].add(actor)
    return {camp: sorted(ids) for camp, ids in sorted(camps.items())}
