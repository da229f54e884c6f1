"""Answers given before: the same view of the same record for the same reader is put on paper once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock

MOST = 24_000_000  # characters kept at once


class Answers:
    """The views asked for last, as they were printed."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._size = 0
        self._lock = Lock()
        self._known: OrderedDict[Hashable, tuple[str, int]] = OrderedDict()

    def get(self, key: Hashable) -> tuple[str, int] | None:
        """An answer given before, with its status."""
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
            return self._known.get(key)

    def put(self, key: Hashable, html: str, status: int) -> None:
        """Keep an answer; those asked for longest ago give way."""
        with self._lock:
            old, _ = self._known.pop(key, ("", 0))
            self._known[key] = html, status
            self._size += len(html) - len(old)
            while self._size > self._most and self._known:
                _, (gone, _) = self._known.popitem(last=False)
                self._size -= len(gone)
