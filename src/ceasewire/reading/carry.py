"""What a copied run says is said by the text it was taken from: statements and mentions marked as copies."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec.structs import replace

from ceasewire.lineage.mapping import Map
from ceasewire.model import Link, Mention, Reading, Span, Statement

Item = TypeVar("Item", Statement, Mention)
LONGEST = 400
"""Characters of a cue or trigger that are looked back for."""


def mark_copies(readings: Mapping[str, Reading], links: Sequence[Link]) -> dict[str, Reading]:
    """The readings, with `copy_of` filled where a cue or trigger stands in a run taken from another reading's page.

    `readings` are adopted ones, by document id. `copy_of` is the id in the page that the run was taken from, not in the
    first text. The input is left as it was.
    """
    return {**readings, **dict(marked(readings, links))}


def marked(readings: Mapping[str, Reading], links: Sequence[Link]) -> Iterator[tuple[str, Reading]]:
    """The readings of the pages that have words of another, by document id, with `copy_of` filled as in `mark_copies`.

    Those that came may be put in place of the old ones while the others are made.
    """
    taken: dict[str, list[int]] = defaultdict(list)
    for number, link in enumerate(links):
        if link.of_doc in readings and link.doc in readings and link.of_spans:
            taken[link.doc].append(number)
    for doc, numbers in taken.items():
        yield doc, _marked(readings[doc], [links[number] for number in numbers], readings)


def _marked(reading: Reading, links: Sequence[Link], readings: Mapping[str, Reading]) -> Reading:
    sources = [(Map(link), readings[link.of_doc]) for link in links if link.of_doc]
    cues = [(where, Shelf(source.statements, _cue)) for where, source in sources]
    triggers = [(where, Shelf(source.mentions, _trigger)) for where, source in sources]
    return replace(
        reading,
        statements=[replace(s, copy_of=_source(s, _cue, _stance, cues)) for s in reading.statements],
        mentions=[replace(m, copy_of=_source(m, _trigger, _type, triggers)) for m in reading.mentions],
    )


def _cue(statement: Statement) -> Span:
    return statement.cue


def _trigger(mention: Mention) -> Span:
    return mention.trigger


def _stance(copy: Statement, source: Statement) -> int | None:
    """How well a statement with the same cue fits: the same stance is best."""
    return int(copy.stance != source.stance)


def _type(copy: Mention, source: Mention) -> int | None:
    """How well a mention with the same trigger fits: only one of the same type does."""
    return 0 if copy.type == source.type else None


class Shelf(Generic[Item]):
    """Statements or mentions of a page, to be found by their place."""

    def __init__(self, items: Sequence[Item], place: Callable[[Item], Span]) -> None:
        self.place: Callable[[Item], Span] = place
        self.items: list[Item] = sorted(items, key=lambda item: (place(item), item.id))
        self.starts = [place(item).start for item in self.items]

    def at(self, start: int, end: int) -> Iterator[Item]:
        """The items whose place has characters in common with the stretch."""
        for item in self.items[bisect_left(self.starts, start - LONGEST) : bisect_left(self.starts, end)]:
            if self.place(item).end > start:
                yield item


def _source(
    copy: Item,
    place: Callable[[Item], Span],
    fit: Callable[[Item, Item], int | None],
    shelves: Sequence[tuple[Map, Shelf[Item]]],
) -> str | None:
    """The id of the best fitting item at the mapped place, in the first source that has one."""
    for where, shelf in shelves:
        if (found := where.find(place(copy).start, place(copy).end)) is not None:
            ranks = [(rank, item.id) for item in shelf.at(*found) if (rank := fit(copy, item)) is not None]
            if ranks:
                return min(ranks)[1]
    return None
