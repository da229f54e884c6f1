"""Where two pages have the same words: equal stretches of many pairs of pages, found at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from ceasewire.lineage.index import run_hashes
from ceasewire.lineage.settings import FEWEST_SHINGLES, MUCH, REACH, SHINGLE, SHORTEST_RUN
from ceasewire.lineage.words import Flags, Hashes, Ints, Text

ROWS: Final = 400_000
"""Fingerprints that are compared in one step."""

PAGES: Final = 16_000
"""Pages that are compared in one step."""

PLACE: Final = np.uint64(18)
PRINT: Final = np.uint64(50)


class Block(NamedTuple):
    """`size` equal words: from word `left` of one page, from word `right` of the other."""

    left: int
    right: int
    size: int


def blocks(texts: Sequence[Text], ones: Ints, others: Ints) -> Iterator[tuple[int, int, list[Block]]]:
    """For each pair of pages its equal stretches, in the order of the first page; pairs with too few are left out."""
    sizes = np.array([len(text) for text in texts], dtype=np.int64)
    work = np.minimum(sizes[ones], sizes[others])
    batch = np.cumsum(work + ROWS // PAGES) // ROWS
    edges = [0, *(np.flatnonzero(np.diff(batch)) + 1).tolist(), len(ones)] if len(ones) else [0]
    for first, last in pairwise(edges):
        yield from _batch(texts, ones[first:last], others[first:last])


def _batch(texts: Sequence[Text], ones: Ints, others: Ints) -> Iterator[tuple[int, int, list[Block]]]:
    pages, local = np.unique(np.concatenate((ones, others)), return_inverse=True)
    mine = [texts[page] for page in pages.tolist()]
    left, right = local[: len(ones)], local[len(ones) :]
    pair, starts, ends, sizes = _grown(mine, left, right, *_runs(*_matches(mine, left, right)))
    lengths = np.array([len(text) for text in mine], dtype=np.int64)
    begins = np.searchsorted(pair, np.arange(len(ones) + 1))
    some = begins[1:] > begins[:-1]
    kept = np.zeros(len(ones), dtype=np.bool_)
    if len(pair):
        total, longest = np.add.reduceat(sizes, begins[:-1][some]), np.maximum.reduceat(sizes, begins[:-1][some])
        much = 2 * total >= MUCH * np.maximum(lengths[left], lengths[right])[some]
        kept[some] = ((longest >= SHORTEST_RUN) | much) & (total >= FEWEST_SHINGLES + SHINGLE - 1)
    rows = list(zip(starts.tolist(), ends.tolist(), sizes.tolist(), strict=True))
    for number in np.flatnonzero(kept).tolist():
        found = rows[begins[number] : begins[number + 1]]
        yield int(ones[number]), int(others[number]), _parted(found)


def _parted(rows: Sequence[tuple[int, int, int]]) -> list[Block]:
    """The stretches without what an earlier one has of the first page already."""
    found: list[Block] = []
    done = 0
    for left, right, size in rows:
        skip = max(0, done - left)
        if size > skip:
            found.append(Block(left + skip, right + skip, size - skip))
            done = left + size
    return found


def _matches(texts: Sequence[Text], left: Ints, right: Ints) -> tuple[Ints, Ints, Ints]:
    """Every fingerprint that a pair shares: the pair, and its places on both pages, by pair and place."""
    keys = _keys(texts)
    pages = (keys >> PRINT).astype(np.int64)
    counts = np.bincount(pages, minlength=len(texts))
    begins = np.cumsum(counts) - counts
    swap = counts[left] > counts[right]
    short, long = np.where(swap, right, left), np.where(swap, left, right)
    pair, rows = _ragged(begins[short], counts[short])
    wanted = _print(keys[rows]) | (long[pair].astype(np.uint64) << PRINT)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    hit = (keys[at] >> PLACE) == (wanted >> PLACE) if len(keys) else np.zeros(0, dtype=np.bool_)
    pair, here, there = pair[hit], _place(keys[rows[hit]]), _place(keys[at[hit]])
    here, there = np.where(swap[pair], there, here), np.where(swap[pair], here, there)
    order = np.argsort((pair << 36) | (here << 18) | there)
    return pair[order], here[order], there[order]


def _keys(texts: Sequence[Text]) -> Hashes:
    """The fingerprints of all pages, sorted, each once a page: the page, bits of the hash, the first place."""
    hashes = run_hashes(texts, SHINGLE)
    kept = np.flatnonzero(hashes)
    page, rows = _ragged(np.zeros(len(texts), dtype=np.int64), np.array([len(text) for text in texts], dtype=np.int64))
    hashes, page, rows = hashes[kept], page[kept], rows[kept]
    parts = (page.astype(np.uint64) << PRINT, hashes >> np.uint64(32) << PLACE, rows.astype(np.uint64))
    keys: Hashes = np.bitwise_or.reduce(parts)
    keys.sort()
    first: Flags = np.ones(len(keys), dtype=np.bool_)
    first[1:] = (keys[1:] >> PLACE) != (keys[:-1] >> PLACE)
    return keys[first]


def _print(keys: Hashes) -> Hashes:
    """The bits of the hash in their place."""
    found: Hashes = keys >> PLACE << (np.uint64(64) - PRINT + PLACE) >> (np.uint64(64) - PRINT)
    return found


def _place(keys: Hashes) -> Ints:
    return (keys & ((np.uint64(1) << PLACE) - np.uint64(1))).astype(np.int64)


def _ragged(begins: Ints, counts: Ints) -> tuple[Ints, Ints]:
    """For stretches of `counts` rows from `begins`: the number of the stretch and the row, one after the other."""
    number = np.repeat(np.arange(len(counts), dtype=np.int64), counts)
    ends = np.cumsum(counts)
    return number, np.arange(len(number), dtype=np.int64) + np.repeat(begins - ends + counts, counts)


def _runs(pair: Ints, here: Ints, there: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Longest runs of consecutive shared fingerprints: pair, place, place on the other page, number of words."""
    breaks: Flags = np.ones(len(pair), dtype=np.bool_)
    breaks[1:] = (np.diff(pair) != 0) | (np.diff(here) != 1) | (np.diff(there) != 1)
    begins = np.flatnonzero(breaks)
    sizes = np.diff(np.append(begins, len(pair))) + SHINGLE - 1
    return pair[begins], here[begins], there[begins], sizes


def _grown(
    texts: Sequence[Text], ones: Ints, others: Ints, pair: Ints, left: Ints, right: Ints, sizes: Ints
) -> tuple[Ints, Ints, Ints, Ints]:
    """The runs with the equal words before and after them, which repeated fingerprints hide."""
    ids = np.concatenate([text.ids for text in texts])
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    bases = np.cumsum(lengths) - lengths
    mine, theirs = ones[pair], others[pair]

    def same(rows: Ints, here: Ints, there: Ints) -> Ints:
        """The rows, of some, where the words at two places are equal."""
        inner = (here >= 0) & (there >= 0) & (here < lengths[mine[rows]]) & (there < lengths[theirs[rows]])
        rows, here, there = rows[inner], here[inner], there[inner]
        found: Ints = rows[ids[bases[mine[rows]] + here] == ids[bases[theirs[rows]] + there]]
        return found

    ahead = before = np.arange(len(pair), dtype=np.int64)
    for _ in range(REACH):
        ahead = same(ahead, left[ahead] + sizes[ahead], right[ahead] + sizes[ahead])
        sizes[ahead] += 1
        before = same(before, left[before] - 1, right[before] - 1)
        left[before] -= 1
        right[before] -= 1
        sizes[before] += 1
    return pair, left, right, sizes
