"""Bare mentions: those that name nobody and nothing are of the event they follow, on their page or in the news."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ceasewire.fusion.event import Event
from ceasewire.fusion.likeness import NEWS_DAYS, SLACK_DAYS, UNREAL, Row, likeness, row_of
from ceasewire.fusion.material import Material
from ceasewire.fusion.names import plain
from ceasewire.fusion.society import Society
from ceasewire.fusion.stretches import bounds, gap, weeks
from ceasewire.model import Arg, Mention

ALIKE = 1.0  # points that make a bare mention one of another page's event
READ = 300  # mentions of other pages that one bare mention is compared with, those under rare words first

Shelf = dict[tuple[str, int], list[tuple[Row, Event]]]


def follow(
    bare: Sequence[Mention], made: list[Event], rows: dict[str, Row], material: Material, society: Society
) -> list[Mention]:
    """Give each bare mention to the event of its type that its page spoke of last, else to the likest in the news.

    `rows` are the mentions of the events as they were compared, by id. Gives what fits no event.
    """
    homeless = _at_home(bare, made, material, society)
    kinds = {mention.type for mention in homeless}
    shelves = {kind: _shelf([event for event in made if event.type == kind], rows) for kind in sorted(map(str, kinds))}
    found = [(m, _likest(row_of(m, material, society), shelves[m.type or ""])) for m in homeless]
    for mention, event in found:
        if event is not None:
            event.add(mention, [])
    return [mention for mention, event in found if event is None]


def _at_home(bare: Iterable[Mention], made: list[Event], material: Material, society: Society) -> list[Mention]:
    """Join bare mentions to their page's events; a denial is of what touches the denier. Gives those without any."""
    by_doc: dict[tuple[str, str], list[tuple[int, Mention, Event]]] = defaultdict(list)
    for event in made:
        for mention in event.mentions:
            by_doc[mention.doc, event.type].append((mention.trigger.start, mention, event))
    homeless: list[Mention] = []
    for mention in bare:
        before = [row for row in by_doc.get((mention.doc, mention.type or ""), ()) if row[0] < mention.trigger.start]
        mine = [row for row in before if _touches(row[1], mention, material, society)]
        last = max(mine or before, key=lambda row: row[0])[2] if before else None
        if last and _days_fit(mention, last) and (mention.realis in UNREAL) == (last.mentions[0].realis in UNREAL):
            last.add(mention, [])
        else:
            homeless.append(mention)
    return homeless


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


def _shelf(made: Iterable[Event], rows: dict[str, Row]) -> Shelf:
    """The mentions of the events by the signs of their sentence and the week of writing."""
    shelf: Shelf = defaultdict(list)
    for event in made:
        for row in (rows[m.id] for m in event.mentions if m.id in rows):
            for sign in _signs(row):
                shelf[sign, (row.written or 0) // 7].append((row, event))
    return shelf


def _signs(row: Row) -> Iterator[str]:
    """The word of the event and the names of its sentence."""
    yield row.trigger
    yield from sorted(word for word in row.words if word[0] == "^")


def _likest(row: Row, shelf: Shelf) -> Event | None:
    """The event of another page with the mention most like this one, none where that is not like enough."""
    best: tuple[float, int] | None = None
    chosen: Event | None = None
    for other, event in _near(row, shelf):
        points = (likeness(row, other), -event.number)
        if points[0] >= ALIKE and (best is None or points > best):
            best, chosen = points, event
    return chosen


def _near(row: Row, shelf: Shelf) -> Iterator[tuple[Row, Event]]:
    written = row.written or 0
    news = weeks(written - NEWS_DAYS, written + NEWS_DAYS)
    lists = [shelf[sign, week] for sign in _signs(row) for week in news if (sign, week) in shelf]
    seen: set[str] = set()
    for found in sorted(lists, key=len):
        for other, event in found[: READ - len(seen)]:
            if other.mention.id not in seen and other.mention.doc != row.mention.doc:
                seen.add(other.mention.id)
                yield other, event
