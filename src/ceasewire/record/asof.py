"""The record as of a day: the pages published by then, put together anew."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from ceasewire.fusion import fuse
from ceasewire.model import Document, Failure, Link
from ceasewire.record.header import header
from ceasewire.record.kept import kept_in
from ceasewire.record.notes import noted
from ceasewire.record.record import Record
from ceasewire.record.rows import rows_of
from ceasewire.record.store import fetch, fetch_readings, read_header


def as_of_day(path: Path, day: str) -> Record:
    """The record of the pages published on or before `day` (an ISO day). Pages without a day are left out.

    Raises RecordError.
    """
    everything = fetch(path, "documents", Document)
    documents = [d for d in everything if d.published and d.published[:10] <= day]
    ids = {d.id for d in documents}
    links = [known for link in fetch(path, "links", Link) if (known := _known(link, ids))]
    readings = {doc: reading for doc, reading in fetch_readings(path).items() if doc in ids}
    failures = fetch(path, "failures", Failure)
    undated = sum(d.published is None for d in everything)
    kept = kept_in(path)
    rows = rows_of(documents, failures, links, fuse(documents, links, readings, kept.guide))
    return Record.of(
        header(documents, failures, read_header(path).built_with, day),
        rows | noted(kept.notes, rows) | {"withheld": list(Record.at(path).rows("withheld"))},
        later=len(everything) - len(documents) - undated,
        undated=undated,
    )


def _known(link: Link, ids: set[str]) -> Link | None:
    """The link as it could be seen among these documents; one to a page not yet there keeps the outlet alone."""
    if link.doc not in ids:
        return None
    if link.of_doc is None or link.of_doc in ids:
        return link
    return replace(link, of_doc=None, of_span=None, of_spans=[]) if link.of_outlet else None
