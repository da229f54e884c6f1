"""More pages for a record: they are taken in, read and compared with the few pages that come near them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ceasewire.builder import AUTO, PIPELINE, reading, save_as
from ceasewire.lineage import trace
from ceasewire.model import Document, Failure, Link, Reading, Story
from ceasewire.record.actortable import stamp
from ceasewire.record.fingerprint import built_with
from ceasewire.record.header import header
from ceasewire.record.kept import kept_in
from ceasewire.record.lock import writing
from ceasewire.record.onemore import grown, merged
from ceasewire.record.reader import Watch
from ceasewire.record.store import fetch, fetch_readings
from ceasewire.stages import Built, came, make_more, read_through, taken

TWICE = "the record has another page of this path; remove that one first"
FEW = 1000  # pages whose whole lineage is traced again: it takes a second
UNTOLD = Story(*([] for _ in Story.__struct_fields__))


def add(
    record: Path | str,
    pages: Iterable[Path | str],
    *,
    cache: Path | str | None = None,
    pipeline: str = PIPELINE,
    watch: Watch | None = None,
    jobs: int = 1,
    engine: str = AUTO,
) -> Built:
    """Add pages to a record: they alone are taken in, read, and compared with the few pages that come near them.

    Pages that stand in the record are passed over; another page of a path that it has is a failure. The rest is as in
    `build`, and so is the record, but for citations without words in common, which `build` ties to pages of the whole
    collection. Pages are named as if they were built alone. Raises RecordError.
    """
    target = Path(record)
    with reading(cache, pipeline, watch, jobs, engine) as (reader, take):
        documents, failures = taken([Path(page) for page in pages], kept_in(target), take)
        there = {document.id for document in fetch(target, "documents", Document)}
        fresh, read = read_through([page for page in documents if page.id not in there], reader)
    with writing(target):
        built = replace(_with_more(target, fresh, read, failures), anew=reader.anew)
        head = header(built.documents, built.failures, built_with(pipeline) + stamp(built.kept.actors))
        save_as(built, target, head, grown=True)
    return built


def _with_more(target: Path, fresh: Sequence[Document], read: Mapping[str, Reading], failures: list[Failure]) -> Built:
    """What the record holds and what comes to it, put together."""
    known = held(target)
    paths = {document.path: document.id for document in known.documents}
    barred = [page for page in fresh if page.path in paths or known.kept.bars(page.path)]
    failures = failures + [Failure(page.path, TWICE) for page in barred if paths.get(page.path, page.id) != page.id]
    fresh = [page for page in fresh if page not in barred]
    return make_more(known, fresh, read, _links(target, known, fresh), failures)


def _links(target: Path, known: Built, fresh: list[Document]) -> list[Link]:
    """The lineage of all pages: traced anew where they are few, else by the index of the record."""
    if len(known.documents) + len(fresh) <= FEW:
        return trace(came(known, fresh))
    new, replaced = grown(target, fresh)
    return merged(known.links, new, {link.id for link in replaced}, [*known.documents, *fresh])


def held(record: Path) -> Built:
    """What a record holds, as its build made it; its story left out. Raises RecordError."""
    documents, failures = fetch(record, "documents", Document), fetch(record, "failures", Failure)
    links, readings = fetch(record, "links", Link), fetch_readings(record)
    return Built(documents, failures, links, readings, UNTOLD, kept_in(record))
