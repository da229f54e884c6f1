"""Which mentions are of one event: same type, participants that fit, days that fit, numbers that fit."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache

from ceasewire.codebook import table
from ceasewire.fusion.material import Material, first_of
from ceasewire.fusion.names import alike, bound, number_in, plain, words
from ceasewire.model import Arg, Interval, Mention, When

SLACK_DAYS = 3  # an event reported as ongoing, or dated from two ends, may miss by this much
LONG_DAYS = 62  # a stretch longer than this dates nothing closely
NUMBER_RATIO = 1.5  # two counts further apart than this are not of one event
DATABLE = ("occurred", "ongoing", "denied")
TELLING = 10  # a count above this, if the same, tells that two phrases mean the same people
JOIN_AT = 2.0  # points that make two mentions one event
RARE = 0.1  # a name in fewer of an event's mentions than this share does not draw others in
NEARLY = 1.0  # points that make an event named once part of a fuller one
NEAR = 600  # characters within which a page goes on speaking of one event
NEWS_DAYS = 10  # an undated event is news for about this long: pages further apart speak of two


DEFINITE = re.compile(r"(?:the|these|those|their|our|his|her|its|they|them|he|she|it|him|all|others?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Filled:
    """A filled role as it is compared: the actor's id, its plain name, the words, the number in it."""

    role: str
    actor: str | None
    name: str
    words: frozenset[str]
    number: float | None
    exact: bool
    definite: bool

    def fits(self, other: Filled) -> bool:
        """The same actor, the same name, or half of the words in common."""
        if self.actor and self.actor == other.actor:
            return True
        if self.number and self.number == other.number and (self.number > TELLING or not (self.words and other.words)):
            return True
        return self.name == other.name or alike(self.words, other.words)


@dataclass
class Event:
    """The mentions of one event and what they say of it together."""

    type: str
    number: int = 0
    mentions: list[Mention] = field(default_factory=list)
    named: list[Mention] = field(default_factory=list)
    roles: dict[str, dict[str, Filled]] = field(default_factory=lambda: defaultdict(dict))
    votes: Counter[tuple[str, str]] = field(default_factory=Counter)
    intervals: Counter[Interval] = field(default_factory=Counter)
    interval: Interval | None = None
    written: set[str] = field(default_factory=set)

    def add(self, mention: Mention, filled: list[Filled], day: str | None) -> None:
        """Take a mention in, from a page written on `day`."""
        self.mentions.append(mention)
        if day:
            self.written.add(day)
        for one in filled:
            self.roles[one.role].setdefault(one.name, one)
            self.votes[one.role, one.name] += 1
        if mention.time and mention.time.interval:
            self.intervals[mention.time.interval] += 1
            self.interval = self._closest()

    def core(self, roles: list[str]) -> list[Filled]:
        """Who fills the roles, without those whom hardly any mention names: an event does not drift on one slip."""
        least = RARE * len(self.mentions)
        found = [one for role in roles for one in self.roles.get(role, {}).values()]
        return [one for one in found if self.votes[one.role, one.name] >= least] or found

    def _closest(self) -> Interval | None:
        """The closest stretch that the mentions give, the commoner of two as close."""
        closed = [i for i in self.intervals if i.start and i.end]
        pool = closed or list(self.intervals)
        return min(pool, key=lambda i: (_length(i), -self.intervals[i], str(i)), default=None)


class Index:
    """Where events are looked up: by page, by the names and words of their roles, and by about when."""

    def __init__(self) -> None:
        self._events: dict[tuple[str, str, int], dict[int, Event]] = defaultdict(dict)

    def near(self, mention: Mention, filled: list[Filled], day: str | None) -> list[Event]:
        """The events that a mention may be of, the oldest entry first."""
        found: dict[int, Event] = {}
        spans = {span + by for span in _spans(mention, day) for by in (-1, 0, 1)}
        for word in _handles(mention, filled):
            for span in sorted(spans):
                found |= self._events.get((mention.type or "", word, span), {})
        return [found[key] for key in sorted(found)]

    def add(self, event: Event, mention: Mention, filled: list[Filled], day: str | None) -> None:
        """Make an event known under the words and days of one of its mentions."""
        for word in _handles(mention, filled):
            for span in _spans(mention, day):
                self._events[mention.type or "", word, span][event.number] = event


def _handles(mention: Mention, filled: list[Filled]) -> set[str]:
    return {f"@{mention.doc}"}.union(*[{one.name, *one.words} for one in filled])


def _spans(mention: Mention, day: str | None) -> set[int]:
    """The months, counted in runs of 31 days, in which a mention is news or places its event."""
    interval = mention.time.interval if mention.time else None
    days = [date.fromisoformat(day[:10]).toordinal()] if day else []
    if interval and _length(interval) <= LONG_DAYS:
        days += bounds(interval)
    return {number // 31 for number in days} or {0}


def frames() -> dict[str, dict[str, list[str]]]:
    """For each event type its core roles: `agent`, `patient`, `both` (equals), `place`, and `text` (not compared)."""
    found: dict[str, dict[str, list[str]]] = table("fusion")["frames"]
    return found


def events(material: Material) -> list[Event]:
    """The events of the story; mentions that name nobody and nothing join the event they follow, or none."""
    made: list[Event] = []
    index = Index()
    full, bare = _split(material)
    for mention, filled in full:
        day = material.day(mention.doc)
        event = _best(mention, filled, day, index.near(mention, filled, day))
        if event is None:
            event = Event(mention.type or "", len(made))
            made.append(event)
        event.add(mention, filled, day)
        index.add(event, mention, filled, day)
    made = _absorb(made, {m.id: f for m, f in full}, index, material)
    _follow(bare, made, material)
    _repeat(made, material)
    _call_in(made)
    return made


def _repeat(made: list[Event], material: Material) -> None:
    """A repeated mention is of the event of the mention that it repeats."""
    home = {m.id: event for event in made for m in event.mentions}
    for mention in material.mentions.values():
        first = first_of(mention, material.mentions)
        if first is not mention and first.id in home:
            home[first.id].add(mention, fill(mention, material), material.day(mention.doc))


def _call_in(made: list[Event]) -> None:
    """Who says that somebody was asked to the talks names the talks as given: the invitation speaks for them too."""
    talks: dict[str, list[tuple[int, Event]]] = defaultdict(list)
    for event in made:
        for mention in event.mentions if event.type == "talks" else ():
            talks[mention.doc].append((mention.trigger.start, event))
    for event in made:
        for mention in event.mentions if event.type == "invitation" else ():
            before = [row for row in talks[mention.doc] if row[0] < mention.trigger.start]
            if before and mention.realis == "occurred":
                max(before, key=lambda row: row[0])[1].named.append(mention)


def date_within_pages(found: list[Event]) -> None:
    """A mention of an event that its own text dates elsewhere carries that interval; no page dates another's words."""
    for event in found:
        by_doc: dict[str, Counter[Interval]] = defaultdict(Counter)
        for mention in event.mentions:
            if mention.time and mention.time.interval and mention.realis in DATABLE:
                by_doc[mention.doc][mention.time.interval] += 1
        for mention in event.mentions:
            days = by_doc.get(mention.doc)
            standing = mention.type == "designation" and mention.realis == "ongoing"
            if days and mention.time is None and mention.realis in DATABLE and not standing:
                mention.time = When(min(days, key=lambda i: (-days[i], _length(i), str(i))), None)


def _absorb(made: list[Event], filled: dict[str, list[Filled]], index: Index, material: Material) -> list[Event]:
    """An event that one page names once joins a fuller one of the same page that nearly fits."""
    gone: set[int] = set()
    for event in made:
        mention = event.mentions[0]
        if len(event.mentions) > 1:
            continue
        row, day = filled[mention.id], material.day(mention.doc)
        others = [e for e in index.near(mention, row, day) if len(e.mentions) > 1 and e.number not in gone]
        home = [e for e in others if any(m.doc == mention.doc for m in e.mentions)]
        into = _best(mention, row, day, home, NEARLY)
        if into is not None:
            into.add(mention, row, day)
            gone.add(event.number)
    return [event for event in made if event.number not in gone]


def fill(mention: Mention, material: Material) -> list[Filled]:
    """The core roles of a mention, ready to be compared."""
    wanted = {role for kind, roles in frames().get(mention.type or "", {}).items() if kind != "text" for role in roles}
    return [_filled(arg, material) for arg in mention.args if arg.role in wanted]


def _filled(arg: Arg, material: Material) -> Filled:
    name = material.name(arg.actor) or arg.text
    definite = bool(DEFINITE.match(arg.text)) and not any(w[:1].isupper() for w in arg.text.split()[1:])
    return Filled(
        arg.role, arg.actor, plain(name), words(name), number_in(arg.text), bound(arg.text) == "exact", definite
    )


Row = tuple[Mention, list[Filled]]


def _split(material: Material) -> tuple[list[Row], list[Mention]]:
    """Mentions with a core, the fullest first, and bare ones in the order of the text; copies wait."""
    rows = [
        (m, fill(m, material)) for m in material.mentions.values() if m.type and first_of(m, material.mentions) is m
    ]
    full = [(m, f) for m, f in rows if f]
    full.sort(key=lambda row: (-len(row[1]), row[0].time is None, row[0].realis, row[0].id))
    bare = sorted((m for m, f in rows if not f), key=lambda m: (m.doc, m.trigger.start))
    return full, bare


def _best(
    mention: Mention, filled: list[Filled], day: str | None, near: Iterable[Event], least: float = JOIN_AT
) -> Event | None:
    scored = [(score(mention, filled, day, event), -number, event) for number, event in enumerate(near)]
    best = max(scored, key=lambda row: row[:2], default=None)
    return best[2] if best and best[0] >= least else None


def score(mention: Mention, filled: list[Filled], day: str | None, event: Event) -> float:
    """Points for a mention being of an event; minus one hundred where something excludes it."""
    frame = frames()[event.type]
    days = _days(mention, event, day)
    if days is None or _excluded(filled, event) or not _world(mention.realis, event) or not _sense(mention, event):
        return -100.0
    points = days
    here = any(m.doc == mention.doc for m in event.mentions)
    for kind in ("agent", "patient", "both", "place"):
        points += _role_points(kind, frame.get(kind, []), filled, event, here, days >= 1.0)
    if any(m.trigger.text.lower() == mention.trigger.text.lower() for m in event.mentions):
        points += 0.5
    if any(m.doc == mention.doc and abs(m.trigger.start - mention.trigger.start) < NEAR for m in event.mentions):
        points += 0.5
    return points


def _world(realis: str, event: Event) -> bool:
    """What is only proposed or imagined is not what happens or is denied."""
    unreal = {"proposed", "hypothetical"}
    return (realis in unreal) == (event.mentions[0].realis in unreal)


def _sense(mention: Mention, event: Event) -> bool:
    """An escape is no handover, though both are releases."""
    mine = _senses(event.type).get(mention.trigger.text.casefold(), "")
    return any(_senses(event.type).get(m.trigger.text.casefold(), "") == mine for m in event.mentions)


@cache
def _senses(kind: str) -> dict[str, str]:
    rows: dict[str, list[str]] = table("fusion")["senses"].get(kind, {})
    return {word: sense for sense, listed in rows.items() for word in listed}


def _role_points(kind: str, roles: list[str], filled: list[Filled], event: Event, here: bool, dated: bool) -> float:
    mine = [one for one in filled if one.role in roles]
    theirs = event.core(roles)
    if not mine or not theirs:
        return 0.0
    shared = sum(any(_same(a, b, dated) for b in theirs) for a in mine)
    if shared and kind == "both":
        strangers = min(len(mine) - shared, sum(not any(_same(a, b, dated) for a in mine) for b in theirs))
        return 1.0 + shared - 1.5 * min(strangers, 2)
    if shared:
        return 1.0 if kind == "place" else 1.0 + shared
    if kind == "patient" and here and any(one.definite for one in (*mine, *theirs)):
        return 0.0
    return {"both": -3.0, "agent": -3.0, "patient": -3.0, "place": -2.5}[kind]


def _same(one: Filled, other: Filled, dated: bool) -> bool:
    """Counts far apart are of two events, unless one is a bound or the same day is meant (then they are versions)."""
    if one.number and other.number and one.exact and other.exact and not dated:
        low, high = sorted((one.number, other.number))
        if high > NUMBER_RATIO * low:
            return False
    return one.fits(other)


def _excluded(filled: list[Filled], event: Event) -> bool:
    """Who is left out of one meeting and takes part in another was at two meetings."""
    out = {one.name for one in filled if one.role == "excluded"}
    party = {one.name for one in filled if one.role == "party"}
    return bool(out & set(event.roles.get("party", {})) or party & set(event.roles.get("excluded", {})))


def _days(mention: Mention, event: Event, day: str | None) -> float | None:
    """Points for days that fit, None for days that cannot be of one event."""
    mine = mention.time.interval if mention.time else None
    other = event.interval
    if mine is None or other is None:
        return 0.0 if _news(day, event) else -3.0
    gap = _gap(mine, other)
    loose = mention.realis == "ongoing" or any(m.realis == "ongoing" for m in event.mentions)
    if gap > (SLACK_DAYS if loose else 0):
        return None
    return 1.0 if max(_length(mine), _length(other)) <= LONG_DAYS else 0.25


def _news(day: str | None, event: Event) -> bool:
    """Whether a page of that day may still be speaking of what the others spoke of."""
    if day is None or not event.written:
        return True
    here = _ordinal(day, date.min)
    return any(abs(here - _ordinal(other, date.min)) <= NEWS_DAYS for other in event.written)


def _gap(one: Interval, other: Interval) -> int:
    """Days between two stretches, zero where they touch; an open end reaches for ever."""
    (low, high), (start, end) = bounds(one), bounds(other)
    return max(0, max(low, start) - min(high, end))


def _length(interval: Interval) -> int:
    low, high = bounds(interval)
    return high - low


@lru_cache(maxsize=65_536)
def bounds(interval: Interval) -> tuple[int, int]:
    """The first and last day of a stretch as ordinals; an open end is the end of the calendar."""
    return _ordinal(interval.start, date.min), _ordinal(interval.end, date.max)


def _ordinal(text: str | None, otherwise: date) -> int:
    return (date.fromisoformat(text[:10]) if text else otherwise).toordinal()


def _follow(bare: list[Mention], made: list[Event], material: Material) -> None:
    """A bare mention is of the event of its type that its page spoke of last."""
    by_doc: dict[tuple[str, str], list[tuple[int, Event]]] = defaultdict(list)
    for event in made:
        for mention in event.mentions:
            by_doc[mention.doc, event.type].append((mention.trigger.start, event))
    for mention in bare:
        before = [row for row in by_doc.get((mention.doc, mention.type or ""), ()) if row[0] < mention.trigger.start]
        last = max(before, key=lambda row: row[0])[1] if before else None
        day = material.day(mention.doc)
        if last and _days(mention, last, day) is not None and _world(mention.realis, last):
            last.add(mention, [], day)
