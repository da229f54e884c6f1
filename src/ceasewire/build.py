"""From pages to a story: the stages in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ceasewire.dating import settle
from ceasewire.fusion import fuse
from ceasewire.intake import take_in
from ceasewire.lineage import trace
from ceasewire.model import Document, Failure, Link, Reading, Story
from ceasewire.reading.adopt import adopt

Reader = Callable[[Sequence[Document]], dict[str, Reading]]


@dataclass(frozen=True)
class Built:
    """Everything that one build makes, before it is written."""

    documents: list[Document]
    failures: list[Failure]
    links: list[Link]
    readings: dict[str, Reading]
    story: Story


def make(arguments: Iterable[Path], reader: Reader) -> Built:
    """Build the story of the pages given; `reader` reads the documents that can be read, keyed by document id."""
    pages = list(take_in(arguments))
    documents = [page for page in pages if isinstance(page, Document)]
    failures = [page for page in pages if isinstance(page, Failure)]
    links = trace(documents)
    drafts = reader([document for document in documents if document.read is True])
    documents = settle(documents, drafts, links)
    readings = {d.id: adopt(drafts[d.id], d) for d in documents if d.id in drafts}
    return Built(documents, failures, links, readings, fuse(documents, links, readings))
