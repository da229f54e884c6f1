"""The marks that rulings leave on other views."""

from __future__ import annotations

from collections.abc import Iterator

from ceasewire.model import Ruling
from ceasewire.record import Record
from ceasewire.show.paint import Line, line

DONE = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "merge": "merged", "split": "split"}


def marked(key: str, record: Record) -> Iterator[Line]:
    """What people have ruled about one thing, one line a ruling that stands."""
    for ruling in record.standing:
        if ruling.what.rpartition("/")[2] == key:
            told = f"{DONE.get(ruling.ruling, ruling.ruling)}{value(ruling)} by {ruling.by}, {ruling.at}: {ruling.why}"
            yield line((told, "yellow"))


def value(ruling: Ruling) -> str:
    """The value of a ruling behind a space, nothing where it has none."""
    return f" {ruling.value}" if ruling.value else ""
