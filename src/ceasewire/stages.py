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
from ceasewire.record.kept import Arrival, Kept, arrival
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
    pages = [scrub(page) for page in (take or take_in)(arguments)]
    pages = [page for page in pages if not kept.bars(page.path)]
    found = {page.id: page for page in pages if isinstance(page, Document)}
    documents = sorted(found.values(), key=lambda d: (d.path, d.id))
    failures = sorted({page for page in pages if isinstance(page, Failure)}, key=lambda f: (f.path, f.reason))
    links = trace(documents)
    drafts = reader([document for document in documents if document.read is True])
    read = {key: draft for key, draft in drafts.items() if isinstance(draft, Reading)}
    documents = [with_(d, read=r) if isinstance(r := drafts.get(d.id), str) else d for d in documents]
    return _told(documents, failures, links, read, kept, adopt)


def make_again(documents: Iterable[Document], failures: list[Failure], readings: Readings, kept: Kept) -> Built:
    """The story of pages that were read before, put together anew from their adopted readings."""
    came = {row.doc: row for row in kept.arrivals}
    fresh = sorted((_as_it_came(d, came.get(d.id)) for d in documents), key=lambda d: (d.path, d.id))
    known = {d.id: unmarked(readings[d.id]) for d in fresh if d.id in readings}
    return _told(fresh, failures, trace(fresh), known, kept, readopt)


def _told(
    documents: list[Document], failures: list[Failure], links: list[Link], read: Readings, kept: Kept, adopted: Adopt
) -> Built:
    """Days settled, readings adopted, all of it fused."""
    settled = settle(documents, read, links)
    readings = mark_copies({d.id: adopted(read[d.id], d) for d in settled if d.id in read}, links)
    kept = replace(kept, arrivals=[arrival(d) for d in documents])
    return Built(settled, failures, links, readings, fuse(settled, links, readings, kept.guide), kept)


def _as_it_came(document: Document, came: Arrival | None) -> Document:
    if came is None:
        return document
    return with_(
        document,
        published=came.published,
        published_earliest=came.earliest,
        published_latest=came.latest,
        published_basis=came.basis,
    )


def _body(document: Document) -> str:
    return "\n".join(document.text[line.start : line.end].strip() for line in document.lines if line.role == "body")
