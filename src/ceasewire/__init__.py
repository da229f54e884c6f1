"""Ceasewire builds the record of talks and truces from pages, and counts the sources behind it.

`build()` makes a record of pages, `open_record()` reads one; the nouns are in `ceasewire.model`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ceasewire.builder import build as build
    from ceasewire.record import Record as Record
    from ceasewire.record import RecordError as RecordError
    from ceasewire.record import open_record as open_record

_HOMES = {
    "build": "ceasewire.builder",
    "Record": "ceasewire.record",
    "RecordError": "ceasewire.record",
    "open_record": "ceasewire.record",
}

__all__ = ["Record", "RecordError", "build", "open_record"]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that no command waits for what it does not need."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415  see above

    return getattr(import_module(_HOMES[name]), name)
