"""The record: one SQLite file, the cache of readings, and the record as of a day."""

from ceasewire.record.errors import RecordError
from ceasewire.record.opening import open_record
from ceasewire.record.record import Record

__all__ = ["Record", "RecordError", "open_record"]
