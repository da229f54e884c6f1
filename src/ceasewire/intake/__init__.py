"""Bytes to documents: one format a file, the role of each line, the outlet and its credits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ceasewire.intake.compose import compose
from ceasewire.intake.formats import format_of
from ceasewire.intake.page import Broken, Page, RefusedError
from ceasewire.intake.walk import Found, walk
from ceasewire.model import Document, Failure

__all__ = ["take_in"]


def take_in(arguments: Iterable[Path], progress: Callable[[str], None] | None = None) -> Iterator[Document | Failure]:
    """Every page of the files and folders given, in the order of their paths; what cannot be taken in, as a failure.

    `progress` is called with the path of each file once it is read.
    """
    for found in walk(arguments):
        if isinstance(found, Failure):
            yield found
            continue
        yield from _pages(found)
        if progress:
            progress(found.path)


def _pages(found: Found) -> Iterator[Document | Failure]:
    try:
        pages = format_of(found.file)(found.file)
    except RefusedError as reason:
        yield Failure(found.path, str(reason))
    except OSError as error:
        yield Failure(found.path, f"unreadable: {(error.strerror or str(error)).lower()}")
    except Exception as error:  # hostile bytes find faults of parsers that are not ours; the run goes on
        yield Failure(found.path, f"could not be read: {type(error).__name__}")
    else:
        for page in pages:
            yield _document(f"{found.path}#{page.name}" if page.name else found.path, page)


def _document(path: str, page: Page | Broken) -> Document | Failure:
    if isinstance(page, Broken):
        return Failure(path, page.reason)
    try:
        return compose(path, page)
    except Exception as error:  # as above: one page never ends the run
        return Failure(path, f"could not be read: {type(error).__name__}")
