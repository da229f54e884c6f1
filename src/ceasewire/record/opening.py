"""How a record is opened, whole or as of a day."""

from __future__ import annotations

from pathlib import Path

from ceasewire.record.record import Record


def open_record(path: Path | str, as_of: str | None = None) -> Record:
    """The record in a file; with `as_of` (an ISO day) the record of the pages published by then. Raises RecordError."""
    path = Path(path)
    if as_of is None:
        return Record.at(path)
    from ceasewire.record.asof import as_of_day  # noqa: PLC0415  fusion is not needed to read a whole record

    return as_of_day(path, as_of)
