"""Pages of the same words: the reading of the first is carried over to the others, offsets mapped block by block."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from ceasewire.model import Document, Line, Reading, Span
from ceasewire.reading.parse import blocks_of

T = TypeVar("T")


class AstrayError(Exception):
    """A span begins or ends outside the blocks that were read."""


def shape(document: Document) -> str:
    """A hash over all that reading sees of a page but where on the page it stands."""
    blocks = [(block.role, document.text[block.start : block.end]) for block in blocks_of(document)]
    seen = [document.origin, document.origin or document.outlet, document.byline, blocks]
    return hashlib.sha256(msgspec.json.encode(seen)).hexdigest()


def carried(reading: Reading, source: Document, copy: Document) -> Reading | None:
    """The reading of `source` as that of `copy`, a page of the same shape; None where a span cannot be mapped.

    The times, statements and mentions are those that reading the copy by itself would give.
    """
    here, there = blocks_of(source), blocks_of(copy)
    shift = Shift(here, there, copy.text)
    try:
        moved = shift.moved(reading)
        return msgspec.structs.replace(moved, sentences=[shift.ends(*ends) for ends in reading.sentences])
    except AstrayError:
        return None


class Shift:
    """From offsets of one page to those of another with the same blocks."""

    def __init__(self, here: Sequence[Line], there: Sequence[Line], text: str) -> None:
        self._here, self._there, self._text = here, there, text
        self._starts = [block.start for block in here]

    def ends(self, start: int, end: int) -> tuple[int, int]:
        """The stretch on the other page. Raises AstrayError."""
        first = self._at(start, end)
        return first, max(first, self._at(end - 1, end) + 1) if end > start else first

    def moved(self, value: T) -> T:
        """The value with every span in it mapped. Raises AstrayError."""
        new: Any = value
        if isinstance(value, Span):
            start, end = self.ends(value.start, value.end)
            new = Span(start, end, self._text[start:end])
        elif isinstance(value, Struct):
            new = type(value)(*(self.moved(getattr(value, name)) for name in value.__struct_fields__))
        elif isinstance(value, list):
            new = [self.moved(item) for item in value]
        elif isinstance(value, dict):
            new = {key: self.moved(item) for key, item in value.items()}
        return new  # type: ignore[no-any-return]

    def _at(self, place: int, end: int) -> int:
        number = bisect_right(self._starts, place) - 1
        if number < 0 or place >= self._here[number].end or end < place:
            raise AstrayError
        return place - self._here[number].start + self._there[number].start
