"""What a build says while it works, on standard error and only to a terminal, and when it is done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ceasewire.show.paint import Line, console, line
from ceasewire.show.words import count

if TYPE_CHECKING:
    from ceasewire.record.reader import Watch
    from ceasewire.stages import Built


@contextmanager
def progress() -> Iterator[Watch]:
    """A bar that a build moves by calling what is given."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415  only a build needs it

    screen = console(sys.stderr)
    columns = TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task("taking in pages", total=None)

        def watch(done: int, total: int) -> None:
            bar.update(task, description="reading" if done < total else "putting together", completed=done, total=total)

        yield watch


def closing(built: Built, record: str) -> Iterator[Line]:
    """How many pages were read, repeated, not read and not taken in, and why."""
    read = sum(document.read is True for document in built.documents)
    unread = [document for document in built.documents if document.read is not True]
    yield line(f"{record}: {count(read, 'page')} read ({built.anew:,} of them anew), {built.repeated:,} repeated, "
               f"{len(unread):,} not read, {len(built.failures):,} failed")  # fmt: skip
    for document in unread:
        yield line(f"not read: {document.path}: {document.read}", indent=2)
    for failure in built.failures:
        yield line(f"failed: {failure.path}: {failure.reason}", indent=2)
