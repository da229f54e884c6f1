"""The commands that build: what they check, say and return."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import typer

from ceasewire.adding import add
from ceasewire.builder import AUTO, PIPELINE, build
from ceasewire.progress import closing, progress
from ceasewire.record import RecordError, open_record
from ceasewire.record.cache import Cache, default_cache
from ceasewire.record.crew import cores
from ceasewire.show.paint import console, line, put
from ceasewire.show.story import Overview
from ceasewire.show.view import framed
from ceasewire.stages import Built
from ceasewire.story import pages as story_pages


def run_build(
    pages: list[Path],
    record: Path,
    cache: Path | None = None,
    pipeline: str | None = None,
    *,
    keep: bool = True,
    actors: Path | None = None,
    jobs: int | None = None,
    engine: str = AUTO,
) -> int:
    """Build a record and say what became of each page; the exit code: 1 where nothing could be read."""
    _check(pages)
    built = _built(pages, record, cache, pipeline, keep=keep, actors=actors, jobs=jobs, engine=engine)
    put(closing(built, str(record)), console(sys.stdout))
    if not any(document.read is True for document in built.documents):
        raise RecordError(f"{record}: nothing could be read" + ("" if built.documents else "; no record was written"))
    return 0


def run_add(
    record: Path,
    pages: list[Path],
    cache: Path | None = None,
    pipeline: str | None = None,
    *,
    keep: bool = True,
    jobs: int | None = None,
    engine: str = AUTO,
) -> int:
    """Add pages to a record and say what became of each page of it; the exit code."""
    _check(pages)
    kept = _usable(cache) if keep else None
    with progress() as watch:
        built = add(record, pages, cache=kept, pipeline=pipeline or PIPELINE, watch=watch, jobs=jobs or cores(),
                    engine=engine)  # fmt: skip
    put(closing(built, str(record)), console(sys.stdout))
    return 0


def _check(pages: list[Path]) -> None:
    for page in pages:
        if not os.path.lexists(page):
            raise typer.BadParameter(f"{page}: no such file or folder", param_hint="PAGES")


def run_demo(record: Path) -> int:
    """Build the bundled story into a record, show it, and say how to go on."""
    with story_pages() as folder:
        built = _built([folder], record, None, None, keep=True)
    put(closing(built, str(record)), console(sys.stdout))
    known = open_record(record)
    put(framed(Overview(str(record)), known), console(sys.stdout))
    rows = [
        line(f"In the browser, every page and passage: ceasewire serve {record}"),
        line(
            "Also: ceasewire contradictions, sources, tracks, truce, lineage, export; ceasewire --help tells of each."
        ),
        line("Not found? The command stands in .venv/bin; '. .venv/bin/activate' puts it on the path."),
    ]
    put(rows, console(sys.stdout))
    return 0


def _built(
    pages: Iterable[Path],
    record: Path,
    cache: Path | None,
    pipeline: str | None,
    *,
    keep: bool,
    actors: Path | None = None,
    jobs: int | None = None,
    engine: str = AUTO,
) -> Built:
    kept = _usable(cache) if keep else None
    with progress() as watch:
        return build(
            pages,
            record,
            cache=kept,
            pipeline=pipeline or PIPELINE,
            watch=watch,
            actors=actors,
            jobs=jobs or cores(),
            engine=engine,
        )


def _usable(cache: Path | None) -> Path | None:
    """The cache to use; none, with a word about it, where it cannot be used. A build never fails for its cache."""
    path = cache or default_cache()
    try:
        Cache(path).close()
    except RecordError as error:
        put([line(f"ceasewire: {error}; reading without it")], console(sys.stderr))
        return None
    return path
