"""From pages to a story: the stages in their order."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from msgspec.structs import replace as with_

from ceasewire.dating import settle
from ceasewire.fusion import fuse
from ceasewire.fusion.rulings.links import unmarked
from ceasewire.intake import take_in
from ceasewire.lineage import trace
from ceasewire.model import Document, Failure, Link, Reading, Story
from ceasewire.pause import give_back
from ceasewire.pile import Lookup, Room, View
from ceasewire.reading.adopt import adopt, readopt
from ceasewire.reading.carry import marked
from ceasewire.record.kept import Kept, arrival, as_it_came
from ceasewire.record.rows import place
from ceasewire.record.scrub import scrub

Take = Callable[[Iterable[Path]], Iterable[Document | Failure]]
Read = Callable[[Sequence[Document]], Mapping[str, Reading | str]]
Adopt = Callable[[Reading, Document], Reading]
Readings = Mapping[str, Reading]


@dataclass(frozen=True)
class Built:
    """Everything that one build makes, before it is written."""

    documents: Sequence[Document]
    failures: list[Failure]
    links: Sequence[Link]
    readings: Readings
    story: Story
    kept: Kept = field(default_factory=Kept)
    anew: int = 0

    @property
    def repeated(self) -> int:
        """How many pages bear the same body text as a page before them."""
        bodies = [hashlib.sha256(body).digest() for page in self.documents if (body := _body(page))]
        return len(bodies) - len(set(bodies))


def make(
    arguments: Iterable[Path],
    reader: Read,
    kept: Kept | None = None,
    take: Take | None = None,
    room: Room | None = None,
) -> Built:
    """Build the story of the pages given; `reader` reads the documents that can be read, keyed by document id.

    `kept` is what people told: rulings, actors, and pages taken out, which stay out. `take` takes in the pages, in any
    order; unless told, one after another in this process. `room` is where pages and readings wait, memory unless told.
    """
    kept, room = kept or Kept(), room or Room()
    documents, failures = taken(arguments, kept, take, room)
    links = room.kept(Link, trace(documents))
    documents, read = read_through(documents, reader, room)
    return _told(documents, failures, links, read, kept, adopt, room)


def taken(
    arguments: Iterable[Path], kept: Kept, take: Take | None = None, room: Room | None = None
) -> tuple[Sequence[Document], list[Failure]]:
    """The pages of the files and folders given, each once, but those that were taken out; in the order of a record."""
    failures: set[Failure] = set()
    places: dict[str, tuple[str, str]] = {}

    def documents() -> Iterator[Document]:
        for page in map(scrub, (take or take_in)(arguments)):
            if isinstance(page, Failure):
                failures.update(() if kept.bars(page.path) else (page,))
            elif not kept.bars(page.path) and page.id not in places:
                places[page.id] = place(page)
                yield page

    pages = (room or Room()).kept(Document, documents())
    order = sorted(range(len(places)), key=list(places.values()).__getitem__)
    return View(order, pages.__getitem__), sorted(failures, key=lambda f: (f.path, f.reason))


def read_through(
    documents: Sequence[Document], reader: Read, room: Room | None = None
) -> tuple[Sequence[Document], Readings]:
    """The documents, marked where they could not be read, and what was read of the others."""
    readable = [number for number, document in enumerate(documents) if document.read is True]
    drafts = reader(View(readable, documents.__getitem__))
    reasons = {key: draft for key, draft in drafts.items() if isinstance(draft, str)}
    read = Lookup(dict.fromkeys(key for key in drafts if key not in reasons), partial(_reading, drafts))
    if not reasons:
        return documents, read
    marked = (with_(d, read=reasons[d.id]) if d.id in reasons else d for d in documents)
    return (room or Room()).kept(Document, marked), read


def _reading(drafts: Mapping[str, Reading | str], key: str) -> Reading:
    found = drafts[key]
    assert isinstance(found, Reading)
    return found


def make_again(documents: Iterable[Document], failures: list[Failure], readings: Readings, kept: Kept) -> Built:
    """The story of pages that were read before, put together anew from their adopted readings."""
    came = {row.doc: row for row in kept.arrivals}
    fresh = sorted((as_it_came(d, came.get(d.id)) for d in documents), key=place)
    known = {d.id: unmarked(readings[d.id]) for d in fresh if d.id in readings}
    return _told(fresh, failures, trace(fresh), known, kept, readopt, Room())


def make_more(known: Built, fresh: list[Document], read: Readings, links: list[Link], failures: list[Failure]) -> Built:
    """The story of a record, `known`, and of pages that come to it, `fresh`, with what was `read` of them.

    `links` are those of all pages, `failures` the pages that could not be taken in.
    """
    new = {document.id for document in fresh}
    before = {doc: unmarked(reading) for doc, reading in known.readings.items()}

    def adopted(reading: Reading, document: Document) -> Reading:
        return (adopt if document.id in new else readopt)(reading, document)

    failed = sorted({*known.failures, *failures}, key=lambda f: (f.path, f.reason))
    return _told(came(known, fresh), failed, links, {**before, **read}, known.kept, adopted, Room())


def came(known: Built, fresh: Iterable[Document] = ()) -> list[Document]:
    """The pages of a record with the days that they came with, and fresh ones, in the order of a record."""
    days = {row.doc: row for row in known.kept.arrivals}
    return sorted([*(as_it_came(page, days.get(page.id)) for page in known.documents), *fresh], key=place)


def _told(
    documents: Sequence[Document],
    failures: list[Failure],
    links: Sequence[Link],
    read: Readings,
    kept: Kept,
    adopted: Adopt,
    room: Room,
) -> Built:
    """Days settled, readings adopted, all of it fused."""
    settled = room.kept(Document, settle(documents, read, links))
    give_back()
    readings = room.drawer(Reading)
    readings.update((page.id, adopted(read[page.id], page)) for page in settled if page.id in read)
    readings.update(marked(readings, links))
    kept = replace(kept, arrivals=[arrival(page) for page in documents])
    return Built(settled, failures, links, readings, fuse(settled, links, readings, kept.guide, room), kept)


def _body(document: Document) -> bytes:
    lines = (document.text[line.start : line.end].strip() for line in document.lines if line.role == "body")
    return "\n".join(lines).encode()
