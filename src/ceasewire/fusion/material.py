"""What fusion works on: the adopted readings of all pages, looked up by id."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby
from sys import intern
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from ceasewire.fusion.names import plain
from ceasewire.model import Actor, Alias, Arg, Document, Mention, Reading, Relation, Span, Statement, Time
from ceasewire.pile import Lookup, Room

AT_HAND = 64  # pages whose words are at hand
Repeated = TypeVar("Repeated", Statement, Mention)


class Stretches(NamedTuple):
    """Where the sentences of a page begin and end."""

    starts: array[int]
    ends: array[int]


@dataclass(frozen=True)
class Material:
    """Documents, statements, mentions and actors by id; actors are those of the whole story.

    Documents, statements and mentions may wait on disk: a statement or mention that is changed is put in again.
    `heads` are the documents without their words.
    """

    documents: Mapping[str, Document]
    statements: MutableMapping[str, Statement]
    mentions: MutableMapping[str, Mention]
    actors: dict[str, Actor]
    sentences: dict[str, Stretches] = field(default_factory=dict)
    heads: dict[str, Document] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    times: Sequence[Time] = ()
    room: Room = field(default_factory=Room)

    def said(self) -> Iterator[Statement]:
        """The statements in the order of the text."""
        for _, rows in groupby(self.statements.values(), key=lambda s: s.doc):
            yield from sorted(rows, key=lambda s: (s.cue.start, s.id))

    def named(self) -> Iterator[Mention]:
        """The mentions in the order of the text."""
        for _, rows in groupby(self.mentions.values(), key=lambda m: m.doc):
            yield from sorted(rows, key=lambda m: (m.trigger.start, m.id))

    @cached_property
    def confided(self) -> dict[str, list[Statement]]:
        """What unnamed people said, by page."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements.values():
            if statement.anonymous:
                found[statement.doc].append(statement)
        return found

    @cached_property
    def telling(self) -> dict[str, list[Mention]]:
        """The mentions that stand in each statement of unnamed people of no body that is known."""
        asked = {s.id for rows in self.confided.values() for s in rows if s.affiliation is None}
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions.values():
            if mention.statement in asked:
                found[mention.statement].append(mention)
        return found

    @cached_property
    def called(self) -> dict[str, set[str]]:
        """The actors by every plain name that a page gives them."""
        found: dict[str, set[str]] = defaultdict(set)
        for actor in self.actors.values():
            for name in (actor.name, *(alias.name for alias in actor.aliases)):
                found[plain(name)].add(actor.id)
        return found

    @cached_property
    def secret(self) -> set[tuple[str, str | None]]:
        """The pages and groups of unnamed people who asked not to be named."""
        return {(s.doc, s.affiliation) for s in self.statements.values() if s.anonymous and s.reason and s.affiliation}

    def lean(self, mention: Mention) -> Mention:
        """A mention that is to stay in memory, its words there once."""
        mention.doc, mention.type = self.heads[mention.doc].id, intern(mention.type or "") or None
        mention.args = [self._lean(arg) for arg in mention.args]
        return mention

    def _lean(self, arg: Arg) -> Arg:
        actor = self.actors[arg.actor].id if arg.actor in self.actors else arg.actor
        text = arg.span.text if arg.span and arg.span.text == arg.text else intern(arg.text)
        return Arg(intern(arg.role), arg.span, actor, text)

    def day(self, doc: str) -> str | None:
        """The day of writing of a document."""
        return self.heads[doc].published

    def reporter(self, doc: str) -> str:
        """The outlet that wrote a document; its path where nothing says so."""
        page = self.heads[doc]
        return page.origin or page.outlet or page.path

    def name(self, actor: str | None) -> str:
        """The canonical name of an actor, empty for none."""
        return self.actors[actor].name if actor in self.actors else ""

    def voucher(self, mention: Mention) -> Statement | None:
        """The statement that a mention stands in."""
        return self.statements.get(mention.statement or "")

    def sentence(self, doc: str, at: int) -> int:
        """The number of the sentence that holds the character `at`; the last one that begins before it otherwise."""
        rows = self.sentences.get(doc)
        return max(0, bisect_right(rows.starts, at) - 1) if rows else 0

    def stretch(self, doc: str, at: int) -> tuple[int, int] | None:
        """Where the sentence that holds the character `at` begins and ends, None on a page that was not read."""
        rows, number = self.sentences.get(doc), self.sentence(doc, at)
        return (rows.starts[number], rows.ends[number]) if rows and rows.starts else None


def gather(documents: Sequence[Document], readings: Mapping[str, Reading], room: Room | None = None) -> Material:
    """The material of the readings, in an order that does not depend on the order of the pages.

    `room` is where statements and mentions wait, memory unless told.
    """
    room = room or Room()
    numbers = {document.id: number for number, document in enumerate(documents)}
    page = lru_cache(AT_HAND)(lambda doc: documents[numbers[doc]])
    ids = dict.fromkeys(sorted(numbers))
    read = [doc for doc in ids if doc in readings]
    heads = {doc: replace(page(doc), text="", lines=[], published_basis=[]) for doc in ids}
    times = room.flat(read, lambda doc: sorted(readings[doc].times, key=lambda t: (t.span.start, t.id)))
    material = Material(
        Lookup(ids, page), room.drawer(Statement), room.drawer(Mention), {},
        heads=heads, times=times, room=room,
    )  # fmt: skip
    for doc in read:
        _take(material, doc, readings[doc])
    return material


def _take(material: Material, doc: str, reading: Reading) -> None:
    """Put what a page says into the material."""
    material.statements.update((row.id, row) for row in reading.statements)
    material.mentions.update((row.id, row) for row in reading.mentions)
    material.actors.update((row.id, _lean(row, material.heads[doc].id)) for row in reading.actors)
    material.relations.extend(reading.relations)
    starts, ends = zip(*reading.sentences, strict=True) if reading.sentences else ((), ())
    material.sentences[doc] = Stretches(array("i", starts), array("i", ends))


def _lean(actor: Actor, doc: str) -> Actor:
    """An actor whose names are each in memory once: most are told on many pages."""
    aliases = [Alias(intern(a.name), doc, replace(a.span, text=intern(a.span.text))) for a in actor.aliases]
    return replace(actor, aliases=aliases)


def hull(spans: Sequence[Span], text: str) -> Span | None:
    """The span from the first to the last of the spans, None of none."""
    if not spans:
        return None
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    return Span(start, end, text[start:end])


def first_of(row: Repeated, rows: Mapping[str, Repeated]) -> Repeated:
    """The statement or mention that a copy goes back to, itself where it is none."""
    seen = {row.id}
    while (above := row.copy_of) is not None and above in rows and above not in seen:
        seen.add(above)
        row = rows[above]
    return row
