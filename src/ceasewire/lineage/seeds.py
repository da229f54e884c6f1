"""Where two pages have the same words: equal stretches of many pairs of pages, found at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from ceasewire.lineage.index import run_hashes
from ceasewire.lineage.marks import Rows, Words, marks
from ceasewire.lineage.settings import FEWEST_SHINGLES, MUCH, REACH, SHINGLE, SHORTEST_RUN
from ceasewire.lineage.words import Flags, Hashes, Ints, Text

ROWS: Final = 200_000
"""Fingerprints that are compared in one step."""

PAGES: Final = 16_000
"""Pages that are compared in one step."""

PLACE_BITS: Final = 18
PLACE: Final = np.uint64(PLACE_BITS)
PRINT: Final = np.uint64(50)
LAST: Final = (np.uint64(1) << PLACE) - np.uint64(1)
HASH: Final = (np.uint64(1) << PRINT) - np.uint64(1) - LAST


class Block(NamedTuple):
    """`size` equal words: from word `left` of one page, from word `right` of the other."""

    left: int
    right: int
    size: int


class Stretches(NamedTuple):
    """The equal stretches of two pages, in the order of the first one, and the `marks` of each."""

    one: int
    other: int
    blocks: list[Block]
    marks: bytes


def stretches(texts: Sequence[Text], ones: Ints, others: Ints) -> Iterator[Stretches]:
    """The equal stretches of each pair of pages; pairs with too few are left out."""
    sizes = np.array([len(text) for text in texts], dtype=np.int64)
    work = np.minimum(sizes[ones], sizes[others])
    batch = np.cumsum(work + ROWS // PAGES) // ROWS
    edges = [0, *(np.flatnonzero(np.diff(batch)) + 1).tolist(), len(ones)] if len(ones) else [0]
    for first, last in pairwise(edges):
        yield from _batch(texts, ones[first:last], others[first:last])


def _batch(texts: Sequence[Text], ones: Ints, others: Ints) -> Iterator[Stretches]:
    there = np.zeros(len(texts), dtype=np.bool_)
    there[ones] = there[others] = True
    mine = [texts[page] for page in np.flatnonzero(there).tolist()]
    local = np.cumsum(there) - 1
    sides = local[ones], local[others]
    words = Words.of(mine)
    rows = _grown(words, *sides, _runs(*_matches(mine, *sides)))
    rows = _parted(rows.at(_enough(words, *sides, rows)[rows.pair]))
    noted = marks(words, *sides, rows)
    edges = np.flatnonzero(np.diff(rows.pair, prepend=-1, append=-1))
    blocks = list(map(Block._make, zip(rows.left.tolist(), rows.right.tolist(), rows.size.tolist(), strict=True)))
    pairs = rows.pair[edges[:-1]]
    for one, other, first, last in zip(ones[pairs], others[pairs], edges[:-1], edges[1:], strict=True):
        yield Stretches(int(one), int(other), blocks[first:last], noted[first:last])


def _enough(words: Words, ones: Ints, others: Ints, rows: Rows) -> Flags:
    """Which pairs have a long stretch, or stretches that are much of the longer page."""
    count = len(ones)
    total = np.bincount(rows.pair, weights=rows.size, minlength=count)
    longest = np.zeros(count, dtype=np.int64)
    np.maximum.at(longest, rows.pair, rows.size)
    much = 2 * total >= MUCH * np.maximum(words.lengths[ones], words.lengths[others])
    found: Flags = ((longest >= SHORTEST_RUN) | much) & (total >= FEWEST_SHINGLES + SHINGLE - 1)
    return found


def _parted(rows: Rows) -> Rows:
    """The stretches without what an earlier one has of the first page already."""
    high = rows.pair << PLACE_BITS
    done = np.maximum.accumulate(np.append(0, high + rows.left + rows.size)[:-1]) - high
    skip = np.maximum(0, done - rows.left)
    return Rows(rows.pair, rows.left + skip, rows.right + skip, rows.size - skip).at(rows.size > skip)


def _matches(texts: Sequence[Text], left: Ints, right: Ints) -> tuple[Ints, Ints, Ints]:
    """Every fingerprint that a pair shares: the pair, and its places on both pages, by pair and place."""
    keys = _keys(texts)
    edges = np.searchsorted(keys, np.arange(len(texts) + 1, dtype=np.uint64) << PRINT)
    begins, counts = edges[:-1], np.diff(edges)
    swap = counts[left] > counts[right]
    short, long = np.where(swap, right, left), np.where(swap, left, right)
    pair, rows = _ragged(begins[short], counts[short])
    mine = keys[rows]
    wanted = (mine & HASH) | np.repeat(long.astype(np.uint64) << PRINT, counts[short])
    theirs = keys[np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)] if len(keys) else keys
    hit = np.flatnonzero((theirs ^ wanted) <= LAST)
    pair, here, there = pair[hit].astype(np.uint64), mine[hit] & LAST, theirs[hit] & LAST
    turned = here ^ there
    turned[~np.repeat(swap, counts[short])[hit]] = 0
    found = (pair << (PLACE + PLACE)) | ((here ^ turned) << PLACE) | (there ^ turned)
    found.sort()
    fields = found >> (PLACE + PLACE), found >> PLACE & LAST, found & LAST
    return fields[0].view(np.int64), fields[1].view(np.int64), fields[2].view(np.int64)


def _keys(texts: Sequence[Text]) -> Hashes:
    """The fingerprints of all pages, sorted, each once a page: the page, bits of the hash, the first place."""
    hashes = run_hashes(texts, SHINGLE)
    sizes = np.array([len(text) for text in texts], dtype=np.int64)
    rows = np.flatnonzero(hashes != 0)
    bases = np.cumsum(sizes) - sizes
    page = np.repeat(np.arange(len(texts), dtype=np.uint64) << PRINT, sizes)
    place = np.arange(len(hashes), dtype=np.uint64) - np.repeat(bases.astype(np.uint64), sizes)
    keys: Hashes = (((hashes >> np.uint64(32) << PLACE) | page) | place)[rows]
    keys.sort()
    first: Flags = np.ones(len(keys), dtype=np.bool_)
    first[1:] = (keys[1:] ^ keys[:-1]) > LAST
    return keys[first]


def _ragged(begins: Ints, counts: Ints) -> tuple[Ints, Ints]:
    """For stretches of `counts` rows from `begins`: the number of the stretch and the row, one after the other."""
    number = np.repeat(np.arange(len(counts), dtype=np.int64), counts)
    ends = np.cumsum(counts)
    return number, np.arange(len(number), dtype=np.int64) + np.repeat(begins - ends + counts, counts)


def _runs(pair: Ints, here: Ints, there: Ints) -> Rows:
    """Longest runs of consecutive shared fingerprints."""
    breaks: Flags = np.ones(len(pair), dtype=np.bool_)
    breaks[1:] = (np.diff(pair) != 0) | (np.diff(here) != 1) | (np.diff(there) != 1)
    begins = np.flatnonzero(breaks)
    sizes = np.diff(np.append(begins, len(pair))) + SHINGLE - 1
    return Rows(pair[begins], here[begins], there[begins], sizes)


def _grown(words: Words, ones: Ints, others: Ints, rows: Rows) -> Rows:
    """The runs with the equal words before and after them, which repeated fingerprints hide."""
    pair, left, right, sizes = rows
    mine, theirs = ones[pair], others[pair]

    def same(some: Ints, here: Ints, there: Ints) -> Ints:
        """The rows, of some, where the words at two places are equal."""
        inner = (here >= 0) & (there >= 0)
        inner &= (here < words.lengths[mine[some]]) & (there < words.lengths[theirs[some]])
        some, here, there = some[inner], here[inner], there[inner]
        found: Ints = some[words.ids[words.bases[mine[some]] + here] == words.ids[words.bases[theirs[some]] + there]]
        return found

    ahead = before = np.arange(len(pair), dtype=np.int64)
    for _ in range(REACH):
        ahead = same(ahead, left[ahead] + sizes[ahead], right[ahead] + sizes[ahead])
        sizes[ahead] += 1
        before = same(before, left[before] - 1, right[before] - 1)
        left[before] -= 1
        right[before] -= 1
        sizes[before] += 1
    return Rows(pair, left, right, sizes)
