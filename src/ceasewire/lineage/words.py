"""A page as a sequence of words that can be compared: case, quotation marks, brackets and commas left out."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from ceasewire.lineage.quotes import framed, quoted
from ceasewire.lineage.settings import MOST_WORDS, SHINGLE
from ceasewire.model import Document, Line, Span

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]

WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
TRAILING = re.compile(r"[.!?…]?[”»\"’')\]]{0,2}[.!?…]?")
OPENING = "“„«\"‘'(["


class Vocabulary(dict[str, int]):
    """Numbers of words, in the order of first sight."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


@dataclass(frozen=True)
class Text:
    """The body of a page in words. All arrays run over the words; `paragraphs` counts body lines from 0."""

    document: Document
    ids: Ints
    starts: Ints
    ends: Ints
    paragraphs: Ints
    quoted: Flags
    framed: Flags
    shingles: Hashes

    def __len__(self) -> int:
        return len(self.ids)

    def span(self, first: int, end: int) -> Span:
        """The characters from word `first` up to word `end` (exclusive), with the marks that close and open them."""
        text = self.document.text
        start, stop = int(self.starts[first]), int(self.ends[end - 1])
        trail = TRAILING.match(text, stop)
        stop = trail.end() if trail else stop
        start -= start > 0 and text[start - 1] in OPENING
        return Span(start, stop, text[start:stop])


def body(document: Document) -> list[Line]:
    """The lines whose words are compared."""
    return [line for line in document.lines if line.role == "body"]


def words_of(document: Document, vocabulary: Vocabulary) -> Text:
    """The words of a page's body, at most MOST_WORDS of them."""
    lines = body(document)
    ids, starts, ends, paragraphs = array("q"), array("q"), array("q"), array("q")
    found = (
        (number, match)
        for number, line in enumerate(lines)
        for match in WORD.finditer(document.text, line.start, line.end)
    )
    for number, match in islice(found, MOST_WORDS):
        ids.append(vocabulary[match.group().lower()])
        starts.append(match.start())
        ends.append(match.end())
        paragraphs.append(number)
    numbers, begins, stops, places = (np.array(column, dtype=np.int64) for column in (ids, starts, ends, paragraphs))
    said, told = inside(begins, quoted(document, lines)), inside(begins, framed(document, lines))
    return Text(document, numbers, begins, stops, places, said, told, shingle(numbers))


def inside(starts: Ints, spans: Sequence[tuple[int, int]]) -> Flags:
    """For each word whether it begins in one of the spans."""
    if not spans:
        return np.zeros(len(starts), dtype=np.bool_)
    opens = np.array([span[0] for span in spans], dtype=np.int64)
    closes = np.array([span[1] for span in spans], dtype=np.int64)
    at = np.searchsorted(opens, starts, side="right") - 1
    found: Flags = (at >= 0) & (starts < closes[np.maximum(at, 0)])
    return found


def shingle(ids: Ints) -> Hashes:
    """A hash of every run of SHINGLE words, at the place of its first word."""
    count = len(ids) - SHINGLE + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint64)
    mixed = _mix(ids.astype(np.uint64))
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(SHINGLE):
        hashes = hashes * np.uint64(0x100000001B3) + mixed[offset : offset + count]
    return _mix(hashes)


def _mix(values: Hashes) -> Hashes:
    """Spread numbers over 64 bits (splitmix64)."""
    values = values + np.uint64(0x9E3779B97F4A7C15)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
