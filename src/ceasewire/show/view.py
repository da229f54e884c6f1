"""What a view is, and how one is put on the screen or out as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import msgspec

from ceasewire.record import Record, open_record
from ceasewire.show.paint import Line, blank, clean_json, console, line, put
from ceasewire.show.words import basis, window


class View(Protocol):
    """One way to look at a record."""

    @property
    def name(self) -> str:
        """The key of its data in JSON."""

    def data(self, record: Record) -> object:
        """What `--json` gives under the view's name."""

    def lines(self, record: Record) -> Iterator[Line]:
        """What the terminal shows."""


def seen(path: Path, as_of: str | None = None, *, redact: bool = False) -> Record:
    """The record as of a day, with its unnamed sources protected where that is asked for. Raises RecordError."""
    record = open_record(path, as_of)
    if not redact:
        return record
    from ceasewire.record.redact import redacted  # noqa: PLC0415  few views ask for it

    return redacted(record)


def present(view: View, path: Path, as_of: str | None = None, *, as_json: bool = False, redact: bool = False) -> None:
    """Open a record and print one view of it. Raises RecordError."""
    record = seen(path, as_of, redact=redact)
    if as_json:
        print_json(view, record)
    else:
        put(framed(view, record), console())


def framed(view: View, record: Record) -> Iterator[Line]:
    """The view's lines, after a line about the pages left out where the record is as of a day."""
    if note := window(record):
        yield line((note, "yellow"))
        yield blank()
    yield from view.lines(record)


def print_json(view: View, record: Record) -> None:
    """One JSON object: what the counts rest on, then the view."""
    head = {
        "basis": basis(record),
        "as_of": record.header.as_of,
        "pages": record.header.pages,
        "left_out": {"later": record.later, "undated": record.undated},
        "withheld": record.withheld,
        view.name: view.data(record),
    }
    text = msgspec.json.format(msgspec.json.encode(head), indent=2).decode()
    sys.stdout.write(clean_json(text) + "\n")
