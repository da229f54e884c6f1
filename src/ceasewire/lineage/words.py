"""A page as a sequence of words that can be compared: case, quotation marks, brackets and commas left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ceasewire.codebook import table
from ceasewire.lineage.letters import (
    APOSTROPHE,
    AT,
    CAPITAL,
    LONE,
    MARK,
    PART,
    STOP,
    WORD,
    Hashes,
    Kinds,
    codes_of,
    kinds_of,
    mix,
    word_numbers,
)
from ceasewire.lineage.quotes import framed, quoted
from ceasewire.lineage.settings import AT_ONCE, LONGEST_CAPTION, MOST_LETTERS, MOST_WORDS, SHINGLE
from ceasewire.model import Document, Line, Span

__all__ = ["WORD", "Flags", "Hashes", "Ints", "Numbers", "Text", "numbers", "shingle", "texts_of", "words_of"]

Ints = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]

TRAILING = re.compile(r"[.!?…]?[”»\"’')\]]{0,2}[.!?…]?")
OPENING = "“„«\"‘'(["
MARKS = " \t*_([—–-•"
HEAD = 48  # characters at the beginning of a line that tell a note of the desk


@dataclass(slots=True, eq=False)
class Text:
    """The body of a page in words. All fields run over the words.

    `quoted` and `framed` have a byte 1 for each word in quotation marks, or in a paragraph in somebody else's words,
    `said` for each in either; `capital` for each that begins large, `opens` for each that begins a sentence, `breaks`
    for each that begins a paragraph.
    """

    document: Document
    ids: Numbers
    starts: Numbers
    ends: Numbers
    quoted: bytes
    framed: bytes
    said: bytes
    capital: bytes
    opens: bytes
    breaks: bytes

    @property
    def shingles(self) -> Hashes:
        """The hashes of the runs of SHINGLE words, by their first word."""
        return shingle(self.ids)

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
    """The lines whose words are compared: not the desk's notes, but a caption as long as a paragraph."""
    text, stock = document.text, _stock()
    told = [line for line in document.lines if line.role == "body" or _long(line)]
    heads = (text[line.start : line.start + HEAD].lstrip(MARKS).casefold() for line in told)
    return [line for line, head in zip(told, heads, strict=True) if not head.startswith(stock.get(head[:2], ()))]


def _long(line: Line) -> bool:
    return line.role == "caption" and line.end - line.start > LONGEST_CAPTION


@cache
def _stock() -> dict[str, tuple[str, ...]]:
    """The beginnings of lines that are no part of a report, with either apostrophe, by their first two characters."""
    begins = table("credits")["stock"]["begins"]
    both = sorted({*begins, *(begin.replace("'", "’") for begin in begins)})
    return {two: tuple(same) for two, same in groupby(both, lambda begin: begin[:2])}


def words_of(document: Document) -> Text:
    """The words of a page's body, at most MOST_WORDS of them."""
    return texts_of([document])[0]


def texts_of(documents: Sequence[Document]) -> list[Text]:
    """The words of each page; many pages are cut at once."""
    return [text for batch in _batches(documents) for text in _texts(batch)]


def numbers(words: Sequence[str]) -> list[int]:
    """The number of each word, as in `Text.ids`."""
    stops = np.cumsum(np.array([len(word) for word in words], dtype=np.int64))
    begins = np.concatenate((np.zeros(1, dtype=np.int64), stops[:-1])) if len(stops) else stops
    found: list[int] = _short(word_numbers(codes_of("".join(words)), begins, stops)).tolist()
    return found


def shingle(ids: Numbers, size: int = SHINGLE) -> Hashes:
    """A hash of every run of `size` words, at the place of its first word."""
    count = max(0, len(ids) - size + 1)
    wide = ids.astype(np.uint64)
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        hashes *= np.uint64(0x100000001B3)
        hashes += wide[offset : offset + count]
    return mix(hashes)


def _short(values: Hashes) -> Numbers:
    """The upper half of each number."""
    return (values >> np.uint64(32)).astype(np.uint32).view(np.int32)


def _batches(documents: Sequence[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Lines(NamedTuple):
    """The body lines of a batch as characters of its joined text, and the page of each."""

    starts: Ints
    ends: Ints
    pages: Ints


def _texts(documents: Sequence[Document]) -> list[Text]:
    texts = [document.text[:MOST_LETTERS] for document in documents]
    bases = np.cumsum([0, *(len(text) for text in texts)])
    bodies = [[line for line in body(document) if line.end <= MOST_LETTERS] for document in documents]
    lines = _lines(bodies, bases)
    whole = "".join(texts)
    codes = codes_of(whole)
    kinds = kinds_of(codes)
    begins, stops = _cut(kinds, lines)
    ids = _short(word_numbers(codes, begins, stops))
    quotes = _flagged(begins, _quoted(whole, kinds, lines))
    told = _flagged(begins, framed(whole, lines.starts.tolist(), lines.ends.tolist(), lines.pages.tolist()))
    large = (kinds[begins] & CAPITAL) > 0
    breaks = np.zeros(len(begins) + 1, dtype=np.bool_)
    breaks[np.searchsorted(begins, lines.starts)] = True
    opens = _opens(kinds, begins) | breaks[:-1]
    edges = np.searchsorted(begins, bases)
    shift = np.repeat(bases[:-1], np.diff(edges))
    starts, ends = (begins - shift).astype(np.int32), (stops - shift).astype(np.int32)
    flags = quotes, told, _either(quotes, told), large.tobytes(), opens.tobytes(), breaks.tobytes()
    rows = [slice(first, min(end, first + MOST_WORDS)) for first, end in pairwise(edges.tolist())]
    return [
        Text(document, ids[row], starts[row], ends[row], *(flag[row] for flag in flags))
        for document, row in zip(documents, rows, strict=True)
    ]


def _lines(bodies: Sequence[Sequence[Line]], bases: Ints) -> _Lines:
    rows = [
        (line.start + base, line.end + base, page)
        for page, (lines, base) in enumerate(zip(bodies, bases.tolist(), strict=False))
        for line in lines
    ]
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return _Lines(table[:, 0].copy(), table[:, 1].copy(), table[:, 2].copy())


def _cut(kinds: Kinds, lines: _Lines) -> tuple[Ints, Ints]:
    """Where the words of the lines begin and end."""
    inner = np.zeros(len(kinds) + 2, dtype=np.uint8)
    for start, end in zip((lines.starts + 1).tolist(), (lines.ends + 1).tolist(), strict=True):
        inner[start:end] = PART | LONE
    inner[1:-1] &= kinds
    touching = inner[lines.starts] & inner[lines.starts + 1]
    if touching.any() or inner.max() > PART:
        return _parted(inner[1:], lines)
    edges = np.flatnonzero(inner[1:] != inner[:-1])
    return edges[::2], edges[1::2]


def _parted(inner: Kinds, lines: _Lines) -> tuple[Ints, Ints]:
    """Where words begin and end in text without spaces, or where a line begins at once after another."""
    before = np.concatenate((np.zeros(1, dtype=np.uint8), inner[:-1]))
    first = (inner > 0) & ((before != inner) | (inner == LONE))
    first[lines.starts[inner[lines.starts] > 0]] = True
    last = (inner[:-1] > 0) & ((inner[1:] != inner[:-1]) | first[1:])
    return np.flatnonzero(first), np.flatnonzero(last) + 1


def _quoted(text: str, kinds: Kinds, lines: _Lines) -> list[tuple[int, int]]:
    """What stands in quotation marks, or is a post, in the lines that have a sign of it."""
    signs = np.flatnonzero((kinds & (MARK | APOSTROPHE | AT)) > 0)
    signs = signs[~_inside(kinds, signs)]
    firsts, lasts = np.searchsorted(signs, lines.starts), np.searchsorted(signs, lines.ends)
    hit = lasts > firsts
    rows = zip(*(column[hit].tolist() for column in (lines.starts, lines.ends, firsts, lasts)), strict=True)
    places = signs.tolist()
    return [span for start, end, one, last in rows for span in quoted(text, start, end, places[one:last])]


def _inside(kinds: Kinds, signs: Ints) -> Flags:
    """Which signs are apostrophes inside words, as in `don't`."""
    before, after = kinds.take(signs - 1, mode="clip"), kinds.take(signs + 1, mode="clip")
    found: Flags = (kinds[signs] & (before & PART) * APOSTROPHE & (after & PART) * APOSTROPHE) > 0
    return found


def _opens(kinds: Kinds, begins: Ints) -> Flags:
    """For each word whether a stop stands between it and the word before."""
    opens: Flags = np.zeros(len(begins) + 1, dtype=np.bool_)
    opens[np.searchsorted(begins, np.flatnonzero((kinds & STOP) > 0))] = True
    opens[0] = True
    return opens[:-1]


def _either(one: bytes, other: bytes) -> bytes:
    """The flags that one of two has."""
    both: Kinds = np.frombuffer(one, dtype=np.uint8) | np.frombuffer(other, dtype=np.uint8)
    return both.tobytes()


def _flagged(begins: Ints, spans: Sequence[tuple[int, int]]) -> bytes:
    """A byte 1 for each word that begins in one of the spans, else 0."""
    flags = bytearray(len(begins))
    if spans:
        edges = np.searchsorted(begins, np.array(spans, dtype=np.int64)).tolist()
        for first, last in edges:
            flags[first:last] = b"\1" * (last - first)
    return bytes(flags)
