"""A page taken out of a record, with all that rests on it. A tombstone stays: the hash of its path, day and reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace as with_
from pathlib import Path

from msgspec.structs import replace

from ceasewire.builder import save_as
from ceasewire.fusion.rulings import Anchor, Entry
from ceasewire.model import Document, Failure
from ceasewire.record.cache import Cache
from ceasewire.record.errors import RecordError
from ceasewire.record.header import header
from ceasewire.record.kept import Tombstone, kept_in, path_hash
from ceasewire.record.lock import writing
from ceasewire.record.store import fetch, fetch_readings, read_header
from ceasewire.stages import make_again


def remove(path: Path, page: str, *, at: str, why: str, cache: Path | None = None) -> Document:
    """Take a page out and put the rest together as if it had never been there; the page that is gone.

    `page` is its path as the record has it, or its id or the beginning of one. `cache` names a cache of readings to
    take it out of too, readings of older versions included. Raises RecordError.
    """
    if not why.strip():
        raise RecordError("a page is removed for a reason")
    with writing(path):
        gone = _taken_out(path, page, at, why)
    if cache is not None:
        _purge(cache, gone)
    return gone


def _taken_out(path: Path, page: str, at: str, why: str) -> Document:
    documents = fetch(path, "documents", Document)
    gone = _named(documents, page)
    rest = [d for d in documents if d.id != gone.id]
    kept = kept_in(path)
    stones = sorted({*kept.tombstones, Tombstone(path_hash(gone.path), at, why.strip())}, key=lambda t: (t.path, t.day))
    bytes_ = {gone.sha256} - {d.sha256 for d in rest}
    kept = with_(kept, tombstones=stones, log=without(kept.log, bytes_), notes=without(kept.notes, bytes_))
    built = make_again(rest, fetch(path, "failures", Failure), fetch_readings(path), kept)
    save_as(built, path, header(built.documents, built.failures, read_header(path).built_with))
    return gone


def _named(documents: Collection[Document], page: str) -> Document:
    exact = [d for d in documents if page in (d.path, d.id)]
    found = exact or [d for d in documents if len(page) >= 4 and d.id.startswith(page.lower())]
    if len(found) != 1:
        told = f"{len(found)} pages of this record have" if found else "no page of this record has"
        raise RecordError(f"{told} the path or id {page!r}")
    return found[0]


def without(log: Sequence[Entry], gone: Collection[str]) -> list[Entry]:
    """A log without its marks on pages of these bytes; what rests on such pages alone goes with them."""
    trimmed = [_trimmed(entry, gone) for entry in log]
    return [e for old, e in zip(log, trimmed, strict=True) if e.anchor.points or not old.anchor.points]


def _trimmed(entry: Entry, gone: Collection[str]) -> Entry:
    other = _off(entry.other, gone) if entry.other else None
    return replace(entry, anchor=_off(entry.anchor, gone), other=other)


def _off(anchor: Anchor, gone: Collection[str]) -> Anchor:
    return replace(anchor, points=[point for point in anchor.points if point.sha256 not in gone])


def _purge(cache: Path, gone: Document) -> None:
    if cache.exists():
        kept = Cache(cache)
        try:
            kept.purge(gone.text)
        finally:
            kept.close()
