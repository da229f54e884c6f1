"""Rows that wait on disk while a build works on others: what stays in memory is where each begins."""

from __future__ import annotations

import os
from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, MutableMapping, Sequence
from functools import cached_property
from itertools import accumulate, chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import Generic, TypeVar, overload
from weakref import finalize

import msgspec
from msgspec import Struct

T = TypeVar("T")
K = TypeVar("K")
Row = TypeVar("Row", bound=Struct)

RECENT = 64  # rows that stay at hand, for a row that is asked for is soon asked for again


class Pile(Generic[Row]):
    """Rows of one kind by their number, in a file without a name: it is gone with the process, however that ends."""

    def __init__(self, kind: type[Row], folder: Path) -> None:
        """The file is made in `folder`. Raises OSError."""
        file = TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115  closed with the pile
        finalize(self, file.close)
        self._handle = file.fileno()
        self._ends = array("Q", [0])
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(kind)

    def append(self, row: Row) -> None:
        """Put a row in, under the next number. Raises OSError."""
        body = self._encoder.encode(row)
        os.pwrite(self._handle, body, self._ends[-1])
        self._ends.append(self._ends[-1] + len(body))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> Row:
        start, end = self._ends[number : number + 2]
        return self._decoder.decode(os.pread(self._handle, end - start, start))


class Drawer(MutableMapping[str, Row]):
    """Rows of one kind by their key, in the order they came. A row that is changed is put in again to be kept."""

    def __init__(self, kind: type[Row], folder: Path) -> None:
        """Raises OSError."""
        self._pile = Pile(kind, folder)
        self._places: dict[str, int] = {}
        self._recent: dict[str, Row] = {}

    def __getitem__(self, key: str) -> Row:
        row = self._recent.get(key)
        if row is None:
            row = self._pile[self._places[key]]
            self._keep(key, row)
        return row

    def __setitem__(self, key: str, row: Row) -> None:
        self._places[key] = len(self._pile)
        self._pile.append(row)
        self._recent.pop(key, None)
        self._keep(key, row)

    def __delitem__(self, key: str) -> None:
        del self._places[key]
        self._recent.pop(key, None)

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def _keep(self, key: str, row: Row) -> None:
        self._recent[key] = row
        if len(self._recent) > RECENT:
            del self._recent[next(iter(self._recent))]


class Lookup(Mapping[str, T]):
    """Rows by key, each fetched when it is looked at."""

    def __init__(self, keys: Collection[str], get: Callable[[str], T]) -> None:
        """`keys` is a dictionary or a set, in the order of the rows."""
        self._keys = keys
        self._get = get

    def __getitem__(self, key: str) -> T:
        if key not in self._keys:
            raise KeyError(key)
        return self._get(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class View(Sequence[T]):
    """Rows in an order of their own, each fetched when it is looked at."""

    def __init__(self, keys: Sequence[K], get: Callable[[K], T]) -> None:
        self._keys: Sequence[K] = keys
        self._get: Callable[[K], T] = get

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> View[T]: ...

    def __getitem__(self, place: int | slice) -> T | View[T]:
        return View(self._keys[place], self._get) if isinstance(place, slice) else self._get(self._keys[place])

    def __iter__(self) -> Iterator[T]:
        return map(self._get, self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Flat(Sequence[T]):
    """The rows of many pages one after another, those of a page fetched when they are looked at."""

    def __init__(self, keys: Sequence[K], get: Callable[[K], Sequence[T]]) -> None:
        self._keys: Sequence[K] = keys
        self._get: Callable[[K], Sequence[T]] = get

    @cached_property
    def _ends(self) -> array[int]:
        """Where the rows of each page end; counted only when it is asked for."""
        return array("Q", accumulate(len(self._get(key)) for key in self._keys))

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...

    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        if isinstance(place, slice):
            return View(range(len(self))[place], self.__getitem__)
        place = range(len(self))[place]
        page = bisect_right(self._ends, place)
        return self._get(self._keys[page])[place - (self._ends[page - 1] if page else 0)]

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(map(self._get, self._keys))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0


class Room:
    """Where the rows of a build wait: in files in a folder, or in memory where there is none."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def drawer(self, kind: type[Row]) -> MutableMapping[str, Row]:
        """An empty place for rows of a kind by key. Raises OSError."""
        return Drawer(kind, self._folder) if self._folder else {}

    def kept(self, kind: type[Row], rows: Iterable[Row]) -> Sequence[Row]:
        """The rows, put here one after another. Raises OSError."""
        if not self._folder:
            return list(rows)
        pile = Pile(kind, self._folder)
        for row in rows:
            pile.append(row)
        return View(range(len(pile)), pile.__getitem__)

    def flat(self, keys: Sequence[str], get: Callable[[str], Sequence[T]]) -> Sequence[T]:
        """The rows of many pages one after another, kept in memory where there is no folder."""
        rows = Flat(keys, get)
        return rows if self._folder else list(rows)

    def view(self, keys: Sequence[K], get: Callable[[K], T]) -> Sequence[T]:
        """The rows of these keys, each fetched when it is looked at; at once where there is no folder."""
        rows = View(keys, get)
        return rows if self._folder else list(rows)
