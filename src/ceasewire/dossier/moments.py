"""The record as of days: put together anew when a day is first asked for, and kept while the dossier is open."""

from __future__ import annotations

import tempfile
from collections import OrderedDict
from pathlib import Path
from threading import Lock

from ceasewire.dossier.shelf import Shelf
from ceasewire.record.nouns import NOUNS
from ceasewire.record.store import write

KEPT = 24  # days kept at once


class Moments:
    """The shelves of one record: the whole, and that of each day asked for."""

    def __init__(self, path: Path) -> None:
        """Open the record. Raises RecordError."""
        self.path = path
        self._lock = Lock()
        self.writing = Lock()
        self._stamp = _stamp(path)
        self._whole = Shelf(path)
        self._days: OrderedDict[str, Shelf] = OrderedDict()
        self._room = tempfile.TemporaryDirectory(prefix="ceasewire-")

    def at(self, day: str | None = None) -> Shelf:
        """The shelf as of a day (ISO), the whole one for None. A record that was built anew meanwhile is read anew.

        Raises RecordError.
        """
        with self._lock:
            self._renew()
            known = self._before(day)
            return self._whole if known is None else self._of(known)

    def close(self) -> None:
        """Close every shelf and drop what was kept."""
        for shelf in (self._whole, *self._days.values()):
            shelf.close()
        self._days.clear()
        self._room.cleanup()

    def _renew(self) -> None:
        if (stamp := _stamp(self.path)) != self._stamp:
            self._whole, self._days, self._stamp = Shelf(self.path), OrderedDict(), stamp

    def _before(self, day: str | None) -> str | None:
        """The last day with a page up to a day; days between two pages are one. The day itself where there is none."""
        if day is None:
            return None
        found = self._whole.ask(
            "SELECT max(substr(published, 1, 10)) FROM page WHERE substr(published, 1, 10) <= ?", day
        )
        return str(found[0][0] or day)

    def _of(self, day: str) -> Shelf:
        if day not in self._days:
            self._days[day] = self._put_together(day)
            while len(self._days) > KEPT:
                self._days.popitem(last=False)
        self._days.move_to_end(day)
        return self._days[day]

    def _put_together(self, day: str) -> Shelf:
        from ceasewire.record.asof import as_of_day  # noqa: PLC0415  fusion is not needed to read a whole record

        record = as_of_day(self.path, day)
        path = Path(self._room.name) / f"{day}.db"
        write(path, record.header, {name: record.rows(name) for name in NOUNS}, {})
        return Shelf(path, later=record.later, undated=record.undated)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        told = path.stat()
    except OSError:
        return (0, 0)
    return told.st_ino, told.st_mtime_ns
