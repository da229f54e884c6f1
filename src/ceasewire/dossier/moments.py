"""The record as of days and as far as labels allow: made when first asked for, and kept while it is open."""

from __future__ import annotations

import tempfile
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.stamp import stamp
from ceasewire.record.beside import BESIDE
from ceasewire.record.nouns import NOUNS
from ceasewire.record.store import write
from ceasewire.record.tlp import ALL, within

KEPT = 24  # days and ceilings kept at once
WAIT = 25.0  # seconds for a shelf that somebody else has asked for


class BusyError(Exception):
    """A shelf is still being put together."""


@dataclass
class Slot:
    """A shelf that is being made or is there: who comes second waits for the first."""

    lock: Lock = field(default_factory=Lock)
    shelf: Shelf | None = None


class Moments:
    """The shelves of one record: the whole, and that of each day and each ceiling asked for."""

    def __init__(self, path: Path) -> None:
        """Open the record. Raises RecordError."""
        self.path = path
        self._lock = Lock()
        self.writing = Lock()
        self._stamp = stamp(path)
        self._whole = Shelf(path)
        self._slots: OrderedDict[tuple[str | None, str], Slot] = OrderedDict()
        self._room = tempfile.TemporaryDirectory(prefix="ceasewire-")
        self._made = 0

    def at(self, day: str | None = None, sees: str = ALL) -> Shelf:
        """The shelf as of a day (ISO), None for the whole, with what is labelled no higher than `sees`.

        A record that was built anew meanwhile is read anew. Raises RecordError, and BusyError where somebody asked for
        the same one before and it takes long.
        """
        with self._lock:
            self._renew()
            whole = self._whole
        ceiling = ALL if within(whole.marking, sees) else sees
        base = whole if ceiling == ALL else self._kept(None, ceiling, whole)
        return base if day is None else self._kept(_before(base, day), ceiling, base)

    def noted(self) -> None:
        """Labels or assessments were written into the open record: what was made from it before is made anew."""
        with self._lock:
            now = stamp(self.path)
            if now[0] == self._stamp[0]:
                self._stamp = now
                self._slots.clear()

    def close(self) -> None:
        """Close every shelf and drop what was kept."""
        for shelf in (self._whole, *(slot.shelf for slot in self._slots.values() if slot.shelf)):
            shelf.close()
        self._slots.clear()
        self._room.cleanup()

    def _renew(self) -> None:
        if (now := stamp(self.path)) != self._stamp:
            self._whole, self._slots, self._stamp = Shelf(self.path), OrderedDict(), now

    def _kept(self, day: str | None, ceiling: str, base: Shelf) -> Shelf:
        """A shelf made from another one, made once; only those who ask for the same one wait for it."""
        with self._lock:
            slot = self._slots.setdefault((day, ceiling), Slot())
            self._slots.move_to_end((day, ceiling))
            while len(self._slots) > KEPT:
                self._slots.popitem(last=False)
        if not slot.lock.acquire(timeout=WAIT):
            raise BusyError
        try:
            if slot.shelf is None:
                slot.shelf = self._as_of(base, day) if day else self._sealed(base, ceiling)
            return slot.shelf
        finally:
            slot.lock.release()

    def _as_of(self, base: Shelf, day: str) -> Shelf:
        from ceasewire.record.asof import as_of_day  # noqa: PLC0415  fusion is not needed to read a whole record

        record, path = as_of_day(base.path, day), self._next()
        beside = {name: record.rows(name) for name in BESIDE}
        write(path, record.header, {name: record.rows(name) for name in NOUNS}, {}, beside)
        return Shelf(path, later=record.later, undated=record.undated)

    def _sealed(self, base: Shelf, ceiling: str) -> Shelf:
        from ceasewire.sealing import seal  # noqa: PLC0415  brings in every stage

        path = self._next()
        return Shelf(path) if seal(base.path, ceiling, path) else base

    def _next(self) -> Path:
        with self._lock:
            self._made += 1
            return Path(self._room.name) / f"{self._made}.db"


def _before(base: Shelf, day: str) -> str:
    """The last day with a page up to a day; days between two pages are one. The day itself where there is none."""
    found = base.ask("SELECT max(substr(published, 1, 10)) FROM page WHERE substr(published, 1, 10) <= ?", day)
    return str(found[0][0] or day)
