"""The events of a story: groups of mentions, what they say together, and the bare mentions that follow them."""

from __future__ import annotations

from collections import Counter, defaultdict

from ceasewire.codebook import table
from ceasewire.fusion.clusters import clusters
from ceasewire.fusion.event import Event
from ceasewire.fusion.filled import cored, fill, generic
from ceasewire.fusion.followers import follow
from ceasewire.fusion.likeness import Row, row_of
from ceasewire.fusion.material import Material, first_of
from ceasewire.fusion.society import Society
from ceasewire.fusion.stretches import length
from ceasewire.model import Interval, Mention, When

DATABLE = ("occurred", "ongoing", "denied")
# What is done again and again: one of them has no day for another.
REPEATED = frozenset({"transfer", "proposal"})
LENT_DAYS = 31  # a stretch longer than this may hold several events of a kind: no mention borrows it


def events(material: Material, society: Society) -> list[Event]:
    """The events of the story; mentions that name nobody and nothing join the event they follow, or none."""
    made: list[Event] = []
    full, bare = _split(material)
    for kind in sorted({*full, *bare}):
        rows = [row_of(mention, material, society) for mention in full.get(kind, ())]
        mine = _grouped(rows, kind, len(made))
        left = follow(bare.get(kind, []), mine, {row.mention.id: row for row in rows}, material, society)
        sides = [mention for mention in left if any(generic(arg) for arg in mention.args)]
        made += mine
        made += _grouped([row_of(mention, material, society, sides=True) for mention in sides], kind, len(made))
    _repeat(made, material)
    _call_in(made)
    return made


def _grouped(rows: list[Row], kind: str, first: int) -> list[Event]:
    """The events of one type, numbered from `first`."""
    made = [_event([rows[number] for number in group], kind) for group in clusters(rows)]
    for number, event in enumerate(made, first):
        event.number = number
    return made


def _event(rows: list[Row], kind: str) -> Event:
    event = Event(kind)
    for row in rows:
        event.add(row.mention, row.filled)
    return event


def _repeat(made: list[Event], material: Material) -> None:
    """A repeated mention is of the event of the mention that it repeats."""
    home = {m.id: event for event in made for m in event.mentions}
    for mention in material.mentions.values():
        first = first_of(mention, material.mentions)
        if first is not mention and first.id in home:
            home[first.id].add(material.lean(mention), fill(mention, material))


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


def date_within_pages(found: list[Event]) -> list[Mention]:
    """A mention of an event that its own text dates elsewhere carries that interval; no page dates another's words.

    The mentions that are dated so.
    """
    dated: list[Mention] = []
    for event in found:
        by_doc: dict[str, Counter[Interval]] = defaultdict(Counter)
        for mention in event.mentions:
            told = mention.time.interval if mention.time and mention.realis in DATABLE else None
            if told is not None and length(told) <= LENT_DAYS and not _lasts(mention):
                by_doc[mention.doc][told] += 1
        for mention in event.mentions:
            days = by_doc.get(mention.doc)
            once = mention.realis == "occurred" and mention.type not in REPEATED and not _lasts(mention)
            if days and mention.time is None and once:
                mention.time = When(min(days, key=lambda i: (-days[i], length(i), str(i))), None)
                dated.append(mention)
    return dated


def _lasts(mention: Mention) -> bool:
    """Words for what has days of its own beside others of its type: a day of a strike is no day of the war."""
    word, families = mention.trigger.text.lower(), table("realis")["families"].values()
    return any(word.startswith(start.removesuffix("y")) for row in families for start in row.get(mention.type, ()))


def _split(material: Material) -> tuple[dict[str, list[Mention]], dict[str, list[Mention]]]:
    """Mentions with a core, and bare ones, both by type and in the order of the text; copies wait."""
    full: dict[str, list[Mention]] = defaultdict(list)
    bare: dict[str, list[Mention]] = defaultdict(list)
    for mention in material.named():
        if mention.type and first_of(mention, material.mentions) is mention:
            own = cored(mention) and not _borrowed(mention, material)
            (full if own else bare)[mention.type].append(material.lean(mention))
    return full, bare


def _borrowed(mention: Mention, material: Material) -> bool:
    """Whether a denial names nobody itself: `The ministry denied the report` has its parties from elsewhere."""
    if mention.realis != "denied" or mention.statement is None:
        return False
    start, end = material.stretch(mention.doc, mention.trigger.start) or (0, 0)
    shown = [arg.span.start for arg in mention.args if arg.span]
    return bool(shown) and not any(start <= at < end for at in shown)
