"""Web archives: WARC, gzip WARC and the extracted texts of WET files. A page is named by its address."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceasewire.intake import limits
from ceasewire.intake.names import unique
from ceasewire.intake.page import Broken, Inside, Item, RefusedError, Source, too_large

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_KINDS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
}
"""Media types that hold pages; pictures, scripts and styles of a crawl are passed over."""


def read(source: Source) -> Iterator[Item]:
    """The pages of an archive. Raises RefusedError where it is broken, holds none, or unpacks to too much."""
    found = False
    for item in unique(_items(source)):
        found = True
        yield item
    if not found:
        raise RefusedError("a web archive without a page in it")


def _items(source: Source) -> Iterator[tuple[int, Item]]:
    from fastwarc.warc import ArchiveIterator, conversion, resource, response  # noqa: PLC0415  needed by few

    with source.open() as stream:
        size = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        left = min(limits.MAX_UNPACKED, max(limits.FREE_BYTES, size * limits.MAX_RATIO))
        records = ArchiveIterator(stream, record_types=response | resource | conversion, auto_decode="all")
        for number, record in enumerate(_sound(iter(records)), 1):
            left -= record.content_length
            if left < 0:
                raise RefusedError("unpacks to more than the limit allows: the rest is not read")
            kind = _KINDS.get(_media(record))
            if kind and _answered(record):
                yield number, _item(record, kind, source.depth)


def _sound(records: Iterator[WarcRecord]) -> Iterator[WarcRecord]:
    """The records up to where the archive is broken."""
    while True:
        try:
            record = next(records, None)
        except (OSError, ValueError) as error:
            raise RefusedError("broken web archive: the rest is not read") from error
        if record is None:
            return
        yield record


def _media(record: WarcRecord) -> str:
    """The media type of what a record holds."""
    given = record.http_content_type if record.is_http else record.headers.get("Content-Type")
    return (given or "").partition(";")[0].strip().lower()


def _answered(record: WarcRecord) -> bool:
    """Whether a server sent the page, not an error or another address."""
    return not record.is_http or record.http_headers.status_code in (200, 203, 206, None)


def _item(record: WarcRecord, kind: str, depth: int) -> Broken | Inside:
    uri = (record.headers.get("WARC-Target-URI") or record.record_id or "").strip("<> ")
    most = limits.MAX_PRINTED if kind == ".pdf" else limits.MAX_BYTES
    if record.content_length > most + 65_536:
        return Broken(uri, too_large(most))
    data = record.reader.read(most + 1)
    day = (record.headers.get("WARC-Date") or "")[:10] or None
    return Inside(uri, Source(f"page{kind}", lambda: io.BytesIO(data), depth, uri, day))
