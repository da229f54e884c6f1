"""A record to other forms: one format a file behind one small protocol."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ceasewire.export.jsonl import Jsonl
from ceasewire.record import Record


class Format(Protocol):
    """A form that a record can be exported in."""

    @property
    def name(self) -> str:
        """What the command line calls it."""

    def write(self, record: Record, folder: Path) -> list[Path]:
        """Write the record into a folder that exists; the files written, each replaced whole. Raises OSError."""


FORMATS: dict[str, Format] = {form.name: form for form in (Jsonl(),)}


def export(record: Record, folder: Path | str, form: str = "jsonl") -> list[Path]:
    """Write a record into a folder, made where it is missing; the files written.

    Raises KeyError for a form that is none, OSError, RecordError.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    return FORMATS[form].write(record, folder)
