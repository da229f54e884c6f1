"""Bytes to documents: one format a file, the role of each line, the outlet and its credits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from ceasewire.intake.compose import compose
from ceasewire.intake.deadline import deadline
from ceasewire.intake.formats import format_of
from ceasewire.intake.page import Broken, Inside, Item, Page, RefusedError, Source
from ceasewire.intake.walk import Found, walk
from ceasewire.model import Document, Failure

__all__ = ["take_in", "take_in_file"]


def take_in(arguments: Iterable[Path], progress: Callable[[str], None] | None = None) -> Iterator[Document | Failure]:
    """Every page of the files and folders given, in the order of their paths; what cannot be taken in, as a failure.

    `progress` is called with the path of each file once it is read.
    """
    for found in walk(arguments):
        if isinstance(found, Failure):
            yield found
            continue
        yield from take_in_file(found)
        if progress:
            progress(found.path)


def take_in_file(found: Found) -> Iterator[Document | Failure]:
    """Every page of one file, as `walk` names it."""
    return _pages(found.path, Source(found.file.name, partial(_opened, found.file)))


def _opened(file: Path) -> BinaryIO:
    return file.open("rb")


def _pages(path: str, source: Source) -> Iterator[Document | Failure]:
    """What one file holds, files inside it included."""
    for item in _items(path, source):
        if isinstance(item, Failure):
            yield item
            continue
        name = f"{path}#{item.name}" if item.name else path
        if isinstance(item, Inside):
            yield from _pages(name, item.source)
        else:
            yield _document(name, item)


def _items(path: str, source: Source) -> Iterator[Item | Failure]:
    """What a format finds in a file, and a failure where it could not go on."""
    try:
        with deadline():
            items = iter(format_of(source.name)(source))
        while True:
            with deadline():
                item = next(items, None)
            if item is None:
                return
            yield item
    except Exception as error:  # hostile bytes find faults of parsers that are not ours; the run goes on
        yield Failure(path, _reason(error))


def _document(path: str, page: Page | Broken) -> Document | Failure:
    if isinstance(page, Broken):
        return Failure(path, page.reason)
    try:
        with deadline():
            return compose(path, page)
    except Exception as error:  # as above: one page never ends the run
        return Failure(path, _reason(error))


def _reason(error: Exception) -> str:
    if isinstance(error, RefusedError):
        return str(error)
    if isinstance(error, OSError):
        return f"unreadable: {(error.strerror or str(error)).lower()}"
    if isinstance(error, RecursionError | MemoryError):
        return "could not be read: nested too deeply or too large"
    return f"could not be read: {type(error).__name__}"
