"""The events of a story: groups of mentions, what they say together, and the bare mentions that follow them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from ceasewire.codebook import table
from ceasewire.fusion.clusters import clusters
from ceasewire.fusion.filled import Filled, cored, fill
from ceasewire.fusion.likeness import SLACK_DAYS, UNREAL, Row, row_of
from ceasewire.fusion.material import Material, first_of
from ceasewire.fusion.names import plain
from ceasewire.fusion.society import Society
from ceasewire.fusion.stretches import bounds, gap, length
from ceasewire.model import Arg, Interval, Mention, When

DATABLE = ("occurred", "ongoing", "denied")
LENT_DAYS = 31  # a stretch longer than this may hold several events of a kind: no mention borrows it
RARE = 0.1  # a name in fewer of an event's mentions than this share is left to the passages


@dataclass
class Event:
    """The mentions of one event and what they say of it together."""

    type: str
    number: int = 0
    mentions: list[Mention] = field(default_factory=list)
    named: list[Mention] = field(default_factory=list)
    roles: dict[str, dict[str, Filled]] = field(default_factory=lambda: defaultdict(dict))
    intervals: Counter[Interval] = field(default_factory=Counter)
    interval: Interval | None = None

    def add(self, mention: Mention, filled: list[Filled]) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        for one in filled:
            self.roles[one.role].setdefault(one.name, one)
        if mention.time and mention.time.interval:
            self.intervals[mention.time.interval] += 1
            self.interval = self._closest()

    def _closest(self) -> Interval | None:
        """The closest stretch that the mentions give, the commoner of two as close."""
        closed = [i for i in self.intervals if i.start and i.end]
        pool = closed or list(self.intervals)
        return min(pool, key=lambda i: (length(i), -self.intervals[i], str(i)), default=None)


def events(material: Material, society: Society) -> list[Event]:
    """The events of the story; mentions that name nobody and nothing join the event they follow, or none."""
    made: list[Event] = []
    full, bare = _split(material)
    for kind in sorted(full):
        rows = [row_of(mention, material, society) for mention in full[kind]]
        for group in clusters(rows):
            made.append(_event([rows[number] for number in group], kind, len(made)))
    _follow(bare, made, material, society)
    _repeat(made, material)
    _call_in(made)
    return made


def _event(rows: list[Row], kind: str, number: int) -> Event:
    event = Event(kind, number)
    for row in rows:
        event.add(row.mention, row.filled)
    return event


def _repeat(made: list[Event], material: Material) -> None:
    """A repeated mention is of the event of the mention that it repeats."""
    home = {m.id: event for event in made for m in event.mentions}
    for mention in material.mentions.values():
        first = first_of(mention, material.mentions)
        if first is not mention and first.id in home:
            home[first.id].add(mention, fill(mention, material))


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
            told = mention.time.interval if mention.time and mention.realis in DATABLE else None
            if told is not None and length(told) <= LENT_DAYS and not _lasts(mention):
                by_doc[mention.doc][told] += 1
        for mention in event.mentions:
            days = by_doc.get(mention.doc)
            if days and mention.time is None and mention.realis == "occurred" and not _lasts(mention):
                mention.time = When(min(days, key=lambda i: (-days[i], length(i), str(i))), None)


def _lasts(mention: Mention) -> bool:
    """Words for what has days of its own beside others of its type: a day of a strike is no day of the war."""
    word, families = mention.trigger.text.lower(), table("realis")["families"].values()
    return any(word.startswith(start.removesuffix("y")) for row in families for start in row.get(mention.type, ()))


def _split(material: Material) -> tuple[dict[str, list[Mention]], list[Mention]]:
    """Mentions with a core by type, and bare ones, both in the order of the text; copies wait."""
    full: dict[str, list[Mention]] = defaultdict(list)
    bare: list[Mention] = []
    for mention in sorted(material.mentions.values(), key=lambda m: (m.doc, m.trigger.start, m.id)):
        if mention.type and first_of(mention, material.mentions) is mention:
            own = cored(mention) and not _borrowed(mention, material)
            (full[mention.type] if own else bare).append(mention)
    return full, bare


def _borrowed(mention: Mention, material: Material) -> bool:
    """Whether a denial names nobody itself: `The ministry denied the report` has its parties from elsewhere."""
    if mention.realis != "denied" or mention.statement is None:
        return False
    start, end = material.stretch(mention.doc, mention.trigger.start) or (0, 0)
    shown = [arg.span.start for arg in mention.args if arg.span]
    return bool(shown) and not any(start <= at < end for at in shown)


def _follow(bare: list[Mention], made: list[Event], material: Material, society: Society) -> None:
    """A bare mention is of the event of its type that its page spoke of last; a denial of what touches the denier."""
    by_doc: dict[tuple[str, str], list[tuple[int, Mention, Event]]] = defaultdict(list)
    for event in made:
        for mention in event.mentions:
            by_doc[mention.doc, event.type].append((mention.trigger.start, mention, event))
    for mention in bare:
        before = [row for row in by_doc.get((mention.doc, mention.type or ""), ()) if row[0] < mention.trigger.start]
        mine = [row for row in before if _touches(row[1], mention, material, society)]
        last = max(mine or before, key=lambda row: row[0])[2] if before else None
        if last and _days_fit(mention, last) and (mention.realis in UNREAL) == (last.mentions[0].realis in UNREAL):
            last.add(mention, [])


def _touches(claim: Mention, denial: Mention, material: Material, society: Society) -> bool:
    """Whether a denial is of somebody whom the claim names."""
    statement = material.voucher(denial)
    if statement is None or denial.realis != "denied" or claim.realis == "denied":
        return False
    body = society.speaker(statement)
    return body is not None and any(_behind(arg, material, society) == plain(body) for arg in claim.args)


def _behind(arg: Arg, material: Material, society: Society) -> str:
    """The body that a filler is or belongs to: `Lorasian ships` belong to Lorasia."""
    who = material.actors.get(arg.actor or "")
    return plain(society.body(arg.actor) or (society.body(who.affiliation) if who else None) or arg.text)


def _days_fit(mention: Mention, event: Event) -> bool:
    mine = mention.time.interval if mention.time else None
    if mine is None or event.interval is None:
        return True
    loose = mention.realis == "ongoing" or any(m.realis == "ongoing" for m in event.mentions)
    return gap(bounds(mine), bounds(event.interval)) <= (SLACK_DAYS if loose else 0)
