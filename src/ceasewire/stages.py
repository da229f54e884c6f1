"""From pages to a story: the stages in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from ceasewire.dating import settle
from ceasewire.fusion import fuse
from ceasewire.intake import take_in
from ceasewire.lineage import trace
from ceasewire.model import Document, Failure, Link, Reading, Story
from ceasewire.reading.adopt import adopt
from ceasewire.reading.carry import mark_copies
from ceasewire.record.scrub import scrub

Read = Callable[[Sequence[Document]], Mapping[str, Reading | str]]


@dataclass(frozen=True)
class Built:
    """Everything that one build makes, before it is written."""

    documents: list[Document]
    failures: list[Failure]
    links: list[Link]
    readings: dict[str, Reading]
    story: Story
    anew: int = 0

    @property
    def repeated(self) -> int:
        """How many pages bear the same body text as a page before them."""
        bodies = [body for document in self.documents if (body := _body(document))]
        return len(bodies) - len(set(bodies))


def make(arguments: Iterable[Path], reader: Read) -> Built:
    """Build the story of the pages given; `reader` reads the documents that can be read, keyed by document id."""
    pages = [scrub(page) for page in take_in(arguments)]
    found = {page.id: page for page in pages if isinstance(page, Document)}
    documents = sorted(found.values(), key=lambda d: (d.path, d.id))
    failures = sorted({page for page in pages if isinstance(page, Failure)}, key=lambda f: (f.path, f.reason))
    links = trace(documents)
    drafts = reader([document for document in documents if document.read is True])
    read = {key: draft for key, draft in drafts.items() if isinstance(draft, Reading)}
    documents = [replace(d, read=r) if isinstance(r := drafts.get(d.id), str) else d for d in documents]
    documents = settle(documents, read, links)
    readings = mark_copies({d.id: adopt(read[d.id], d) for d in documents if d.id in read}, links)
    return Built(documents, failures, links, readings, fuse(documents, links, readings))


def _body(document: Document) -> str:
    return "\n".join(document.text[line.start : line.end].strip() for line in document.lines if line.role == "body")
