"""CSV files of crawlers and of news databases' exports: delimiter found by the header, columns by the table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import chain, islice

from ceasewire.intake import limits
from ceasewire.intake.columns import Row, key, known, order_in, page_of
from ceasewire.intake.decode import decoded, encoding_of
from ceasewire.intake.names import unique
from ceasewire.intake.page import Broken, Item, Page, RefusedError, Source, too_large

_DELIMITERS = (",", ";", "\t", "|")
_HEAD = 2_000_000
_AHEAD = 500


class _Tape:
    """Lines of a stream, at most MAX_BYTES characters each, with those kept that were read since the last row."""

    def __init__(self, stream: io.TextIOWrapper) -> None:
        self._stream = stream
        self._taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        while line := self._stream.readline(limits.MAX_BYTES):
            if len(line) >= limits.MAX_BYTES or sum(map(len, self._taken)) > limits.MAX_BYTES:
                raise RefusedError(too_large(limits.MAX_BYTES))
            self._taken.append(line.replace("\0", ""))
            yield self._taken[-1]

    def cut(self) -> str:
        """The lines since the last cut."""
        taken, self._taken = "".join(self._taken), []
        return taken


def read(source: Source) -> Iterator[Item]:
    """The pages of a CSV file with a header. Raises RefusedError where no column is known to hold text or a title."""
    with source.open() as raw:
        head = raw.read(_HEAD)
    if not head.strip():
        raise RefusedError("empty file")
    delimiter = _delimiter(decoded(head))
    csv.field_size_limit(limits.MAX_BYTES)
    with source.open() as raw, io.TextIOWrapper(raw, encoding_of(head), "replace", newline="") as stream:
        yield from unique(_pages(_Tape(stream), delimiter))


def _delimiter(head: str) -> str:
    """The mark between columns: the one that parts the header into most known names."""
    lines = head.lstrip("\ufeff\r\n").splitlines()
    if lines[0].lower().startswith("sep=") and len(lines) > 1:
        lines = lines[1:]
    counts = [sum(key(name) in known() for name in next(csv.reader([lines[0]], delimiter=d), [])) for d in _DELIMITERS]
    if not max(counts):
        raise RefusedError("a CSV file whose first line names no column that is known")
    return _DELIMITERS[counts.index(max(counts))]


def _pages(tape: _Tape, delimiter: str) -> Iterator[tuple[int, Page | Broken]]:
    rows = _rows(tape, delimiter)
    first = list(islice(rows, _AHEAD))
    if not first:
        raise RefusedError("a CSV file with a header and no rows")
    order = order_in(row for row, _ in first)
    for number, (row, data) in enumerate(chain(first, rows), 1):
        yield number, page_of(row, number, data.encode("utf-8", "replace"), "row", order)


def _rows(tape: _Tape, delimiter: str) -> Iterator[tuple[Row, str]]:
    """Each row by its columns' names, and the lines it stands in."""
    reader = csv.reader(tape, delimiter=delimiter)
    header = next(reader, [])
    if header and header[0].lower().startswith("sep="):
        header = next(reader, [])
    header = [name.strip("\ufeff \t") for name in header]
    tape.cut()
    for values in reader:
        data = tape.cut()
        if any(value.strip() for value in values):
            yield dict(zip(header, values, strict=False)), data
