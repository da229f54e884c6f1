"""From pages to a story: the stages in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from msgspec.structs import replace as with_

from ceasewire.dating import settle
from ceasewire.fusion import fuse
from ceasewire.fusion.rulings.links import unmarked
from ceasewire.intake import take_in
from ceasewire.lineage import trace
from ceasewire.model import Document, Failure, Link, Reading, Story
from ceasewire.reading.adopt import adopt, readopt
from ceasewire.reading.carry import mark_copies
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

    documents: list[Document]
    failures: list[Failure]
    links: list[Link]
    readings: dict[str, Reading]
    story: Story
    kept: Kept = field(default_factory=Kept)
    anew: int = 0

    @property
    def repeated(self) -> int:
        """How many pages bear the same body text as a page before them."""
        bodies = [body for document in self.documents if (body := _body(document))]
        return len(bodies) - len(set(bodies))


def make(arguments: Iterable[Path], reader: Read, kept: Kept | None = None, take: Take | None = None) -> Built:
    """Build the story of the pages given; `reader` reads the documents that can be read, keyed by document id.

    `kept` is what people told: rulings, actors, and pages taken out, which stay out. `take` takes in the pages, in any
    order; unless told, one after another in this process.
    """
    kept = kept or Kept()
    documents, failures = taken(arguments, kept, take)
    links = trace(documents)
    documents, read = read_through(documents, reader)
    return _told(documents, failures, links, read, kept, adopt)


def taken(arguments: Iterable[Path], kept: Kept, take: Take | None = None) -> tuple[list[Document], list[Failure]]:
    """The pages of the files and folders given, each once, but those that were taken out; in the order of a record."""
    pages = [scrub(page) for page in (take or take_in)(arguments)]
    pages = [page for page in pages if not kept.bars(page.path)]
    found = {page.id: page for page in pages if isinstance(page, Document)}
    documents = sorted(found.values(), key=place)
    return documents, sorted({page for page in pages if isinstance(page, Failure)}, key=lambda f: (f.path, f.reason))


def read_through(documents: list[Document], reader: Read) -> tuple[list[Document], dict[str, Reading]]:
    """The documents, marked where they could not be read, and what was read of the others."""
    drafts = reader([document for document in documents if document.read is True])
    read = {key: draft for key, draft in drafts.items() if isinstance(draft, Reading)}
    return [with_(d, read=r) if isinstance(r := drafts.get(d.id), str) else d for d in documents], read


def make_again(documents: Iterable[Document], failures: list[Failure], readings: Readings, kept: Kept) -> Built:
    """The story of pages that were read before, put together anew from their adopted readings."""
    came = {row.doc: row for row in kept.arrivals}
    fresh = sorted((as_it_came(d, came.get(d.id)) for d in documents), key=place)
    known = {d.id: unmarked(readings[d.id]) for d in fresh if d.id in readings}
    return _told(fresh, failures, trace(fresh), known, kept, readopt)


def make_more(known: Built, fresh: list[Document], read: Readings, links: list[Link], failures: list[Failure]) -> Built:
    """The story of a record, `known`, and of pages that come to it, `fresh`, with what was `read` of them.

    `links` are those of all pages, `failures` the pages that could not be taken in.
    """
    new = {document.id for document in fresh}
    before = {doc: unmarked(reading) for doc, reading in known.readings.items()}

    def adopted(reading: Reading, document: Document) -> Reading:
        return (adopt if document.id in new else readopt)(reading, document)

    failed = sorted({*known.failures, *failures}, key=lambda f: (f.path, f.reason))
    return _told(came(known, fresh), failed, links, {**before, **read}, known.kept, adopted)


def came(known: Built, fresh: Iterable[Document] = ()) -> list[Document]:
    """The pages of a record with the days that they came with, and fresh ones, in the order of a record."""
    days = {row.doc: row for row in known.kept.arrivals}
    return sorted([*(as_it_came(page, days.get(page.id)) for page in known.documents), *fresh], key=place)


def _told(
    documents: list[Document], failures: list[Failure], links: list[Link], read: Readings, kept: Kept, adopted: Adopt
) -> Built:
    """Days settled, readings adopted, all of it fused."""
    settled = settle(documents, read, links)
    readings = mark_copies({d.id: adopted(read[d.id], d) for d in settled if d.id in read}, links)
    kept = replace(kept, arrivals=[arrival(d) for d in documents])
    return Built(settled, failures, links, readings, fuse(settled, links, readings, kept.guide), kept)


def _body(document: Document) -> str:
    return "\n".join(document.text[line.start : line.end].strip() for line in document.lines if line.role == "body")
