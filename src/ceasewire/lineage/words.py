"""A page as a sequence of words that can be compared: case, quotation marks, brackets and commas left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from ceasewire.lineage.quotes import framed, quoted
from ceasewire.lineage.settings import MOST_WORDS, SHINGLE
from ceasewire.model import Document, Line, Span

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]

LONE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
PLANE = 0x10000
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
TRAILING = re.compile(r"[.!?…]?[”»\"’')\]]{0,2}[.!?…]?")
OPENING = "“„«\"‘'(["


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


def words_of(document: Document) -> Text:
    """The words of a page's body, at most MOST_WORDS of them."""
    lines = body(document)
    begins, stops, places = _cut(document.text, lines)
    numbers = _numbered(document.text, begins, stops)
    said, told = inside(begins, quoted(document, lines)), inside(begins, framed(document, lines))
    return Text(document, numbers, begins, stops, places, said, told, shingle(numbers))


def numbers(words: Sequence[str]) -> list[int]:
    """The number of each word: the same for the same letters, large or small, on every page and every machine."""
    sizes = np.array([len(word) for word in words], dtype=np.int64)
    stops = np.cumsum(sizes)
    found: list[int] = _numbered("".join(words), stops - sizes, stops).tolist()
    return found


def _codes(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


@cache
def _letters() -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32]]:
    """For each character of the first plane: 1 where it is part of a word, 2 where it is a word; its small form."""
    characters = [chr(code) for code in range(PLANE)]
    kinds = [2 if LONE.match(c) else int(bool(WORD.match(c))) for c in characters]
    small = [ord(lower) if len(lower := c.lower()) == 1 else ord(c) for c in characters]
    return np.array(kinds, dtype=np.uint8), np.array(small, dtype=np.uint32)


def _kinds(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    """1 for each character that is part of a word, 2 for one that is a word, 0 for the others."""
    kinds = _letters()[0][np.minimum(codes, PLANE - 1)]
    beyond = codes >= PLANE
    if beyond.any():
        signs, places = np.unique(codes[beyond], return_inverse=True)
        kinds[beyond] = np.array([bool(WORD.match(chr(sign))) for sign in signs.tolist()])[places]
    return kinds


def _cut(text: str, lines: Sequence[Line]) -> tuple[Ints, Ints, Ints]:
    """Where the words of the lines begin and end, and in which line each stands."""
    codes = _codes(text)
    kinds = _kinds(codes)
    inner = np.zeros(len(codes) + 1, dtype=np.bool_)
    for line in lines:
        inner[line.start : line.end] = True
    kinds = np.append(kinds, 0) * inner
    before = np.concatenate(([0], kinds[:-1]))
    first = (kinds > 0) & ((before != kinds) | (kinds == 2))
    edges = np.array([line.start for line in lines], dtype=np.int64)
    first[edges[kinds[edges] > 0]] = True
    begins = np.flatnonzero(first)[:MOST_WORDS]
    last = (kinds[:-1] > 0) & ((kinds[1:] != kinds[:-1]) | first[1:])
    stops = np.flatnonzero(last)[: len(begins)] + 1
    return begins, stops, np.searchsorted(edges, begins, side="right") - 1


def _numbered(text: str, begins: Ints, stops: Ints) -> Ints:
    """A number for each word, made of its letters and their order."""
    if not len(begins):
        return np.zeros(0, dtype=np.int64)
    codes = _codes(text)
    codes = np.where(codes < PLANE, _letters()[1][np.minimum(codes, PLANE - 1)], codes)
    sizes = stops - begins
    offsets = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    place = np.arange(int(sizes.sum())) - np.repeat(offsets, sizes)
    inner = place + np.repeat(begins, sizes)
    letters = _mix(codes[inner].astype(np.uint64) + (place.astype(np.uint64) << np.uint64(32)))
    return _mix(np.add.reduceat(letters, offsets)).view(np.int64)


def inside(starts: Ints, spans: Sequence[tuple[int, int]]) -> Flags:
    """For each word whether it begins in one of the spans."""
    if not spans:
        return np.zeros(len(starts), dtype=np.bool_)
    opens = np.array([span[0] for span in spans], dtype=np.int64)
    closes = np.array([span[1] for span in spans], dtype=np.int64)
    at = np.searchsorted(opens, starts, side="right") - 1
    found: Flags = (at >= 0) & (starts < closes[np.maximum(at, 0)])
    return found


def shingle(ids: Ints, size: int = SHINGLE) -> Hashes:
    """A hash of every run of `size` words, at the place of its first word."""
    count = len(ids) - size + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint64)
    mixed = _mix(ids.view(np.uint64))
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        hashes = hashes * np.uint64(0x100000001B3) + mixed[offset : offset + count]
    return _mix(hashes)


def _mix(values: Hashes) -> Hashes:
    """Spread numbers over 64 bits (splitmix64)."""
    values = values + np.uint64(0x9E3779B97F4A7C15)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
