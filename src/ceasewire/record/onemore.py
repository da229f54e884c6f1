"""The lineage of one more page beside a record, at the cost of the few pages that it has words in common with."""

from __future__ import annotations

from pathlib import Path

import msgspec

from ceasewire.lineage import trace
from ceasewire.model import Document, Link
from ceasewire.record.shelf import near
from ceasewire.record.store import opened


def links_of(path: Path, document: Document) -> list[Link]:
    """The links between a page and those of the record at `path`, and to outlets that it credits or cites.

    What is stock in an outlet is judged by the pages that come near alone. Raises RecordError.
    """
    with opened(path) as connection:
        pages = near(connection, document)
        marks = ", ".join("?" * len(pages))
        rows = connection.execute(f"SELECT body FROM documents WHERE position IN ({marks}) ORDER BY position", pages)
        known = [msgspec.json.decode(body, type=Document) for (body,) in rows]
    beside = [other for other in known if other.id != document.id]
    return [link for link in trace([*beside, document]) if document.id in (link.doc, link.of_doc)]
