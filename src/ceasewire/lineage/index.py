"""Which pages have words in common: an index of runs of words, sorted once, and the pairs of pages that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from ceasewire.lineage.settings import (
    ALL_OVER,
    FEWEST_SHINGLES,
    FULL_PAIRING,
    SAMPLE,
    SAMPLED_PAIRING,
    SHINGLE,
    SHORTEST_RUN,
    SKETCH,
    STAR,
)
from ceasewire.lineage.words import Flags, Hashes, Ints, Numbers, Text, shingle

PART: Final = 8_000_000
"""Runs of words that are sorted at once."""

AT_ONCE: Final = 1000
"""Pages whose runs of words are hashed in one step."""


@dataclass(frozen=True)
class Index:
    """Every run of words that stands on two pages or more.

    Row r says that it stands on `pages[r]` from word `places[r]`. Rows of one run are neighbours: group g goes from
    `begins[g]` to `begins[g] + sizes[g]`. A page has a run once.
    """

    pages: Numbers
    places: Numbers
    begins: Ints
    sizes: Ints

    def picked(self, groups: Flags) -> Index:
        """The index of some groups alone."""
        rows = np.repeat(groups, self.sizes)
        sizes = self.sizes[groups]
        return Index(self.pages[rows], self.places[rows], np.cumsum(sizes) - sizes, sizes)


def index(texts: Sequence[Text]) -> Index:
    """The index of runs of SHORTEST_RUN words."""
    return _index(texts, SHORTEST_RUN)


def sketch(texts: Sequence[Text]) -> Index:
    """The index of one fingerprint in SKETCH, of those that no more than FULL_PAIRING pages share."""
    whole = _index(texts, SHINGLE, SKETCH)
    return whole.picked(whole.sizes <= FULL_PAIRING)


def run_hashes(texts: Sequence[Text], size: int) -> Hashes:
    """A hash of the run of `size` words that begins at each word of the pages, 0 where the page ends before."""
    ids = np.concatenate([text.ids for text in texts])
    hashes = np.zeros(len(ids), dtype=np.uint64)
    found = shingle(ids, size)
    hashes[: len(found)] = found
    ends = np.cumsum([len(text) for text in texts])
    last = (ends[:, None] - np.arange(1, size)).ravel()
    hashes[last[last >= 0]] = 0
    return hashes


def _index(texts: Sequence[Text], size: int, every: int = 1) -> Index:
    """The index of runs of `size` words, or of one in `every`, made in parts by hash to need little room at once."""
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    bases = np.cumsum(lengths) - lengths
    total = int(lengths.sum())
    parts = 1 + total // (every * PART)
    bits = np.uint64(max(1, total.bit_length()))
    found = [_grouped(_keys(texts, size, every, (parts, part), bits), bits, bases) for part in range(parts)]
    pages, places, sizes = (np.concatenate([part[field] for part in found]) for field in range(3))
    return Index(pages, places, np.cumsum(sizes) - sizes, sizes)


def _keys(texts: Sequence[Text], size: int, every: int, part: tuple[int, int], bits: np.uint64) -> Hashes:
    """The upper bits of each hash of a part, followed by the row where its run begins, sorted."""
    keys, base = [np.zeros(0, dtype=np.uint64)], 0
    for first in range(0, len(texts), AT_ONCE):
        hashes = run_hashes(texts[first : first + AT_ONCE], size)
        kept = hashes != 0
        if every > 1:
            kept &= hashes % np.uint64(every) == 0
        if part[0] > 1:
            kept &= (hashes >> np.uint64(8)) % np.uint64(part[0]) == part[1]
        rows = np.flatnonzero(kept)
        keys.append((hashes[rows] >> bits << bits) | (rows + base).astype(np.uint64))
        base += len(hashes)
    key = np.concatenate(keys)
    key.sort()
    return key


def _grouped(key: Hashes, bits: np.uint64, bases: Ints) -> tuple[Numbers, Numbers, Ints]:
    """Pages and places of the runs that two pages share, and the sizes of their groups; a page is there once."""
    key = key[_shared(key >> bits)]
    rows = (key & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    pages, hashes = np.searchsorted(bases, rows, side="right") - 1, key >> bits
    again = np.zeros(len(key), dtype=np.bool_)
    again[1:] = (hashes[1:] == hashes[:-1]) & (pages[1:] == pages[:-1])
    once = np.flatnonzero(~again)
    once = once[_shared(hashes[once])]
    pages, begins = pages[once], _firsts(hashes[once])
    places = rows[once] - bases[pages]
    return pages.astype(np.int32), places.astype(np.int32), np.diff(np.append(begins, len(once)))


def _firsts(values: Hashes | Ints) -> Ints:
    """Where each run of equal values begins."""
    first = np.ones(len(values), dtype=np.bool_)
    first[1:] = values[1:] != values[:-1]
    return np.flatnonzero(first)


def _shared(values: Hashes) -> Flags:
    """Which of the sorted values are equal to a neighbour."""
    same = np.zeros(len(values) + 1, dtype=np.bool_)
    same[1:-1] = values[1:] == values[:-1]
    return same[1:] | same[:-1]


def candidates(texts: Sequence[Text], found: Index, sketched: Index) -> tuple[Ints, Ints, Ints]:
    """Pairs of pages, the smaller number first, and about how many runs of SHORTEST_RUN words they share.

    Those that share a run of so many words, or, as far as a sketch shows it, fingerprints all over the longer page.
    """
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    count = np.int64(len(texts))
    pairs, shared = _counted(found, count)
    loose, prints = _counted(sketched, count)
    longest = np.maximum(lengths[loose // count], lengths[loose % count])
    loose = loose[SKETCH * prints >= np.maximum(ALL_OVER * longest, FEWEST_SHINGLES)]
    loose = loose[~among(loose, pairs)]
    pairs, shared = np.append(pairs, loose), np.append(shared, np.zeros(len(loose), dtype=np.int64))
    order = np.argsort(pairs)
    return pairs[order] // count, pairs[order] % count, shared[order]


def _counted(found: Index, count: np.int64) -> tuple[Ints, Ints]:
    """Every pair of pages that shares a run, as one number, and about how many it shares."""
    keys: list[Ints] = [np.zeros(0, dtype=np.int64)]
    weights: list[Ints] = [np.zeros(0, dtype=np.int64)]
    for first, second, weight in _pairings(found):
        unique, times = counted(first * count + second)
        keys.append(unique)
        weights.append(times * weight)
    key, weight_of = np.concatenate(keys), np.concatenate(weights)
    order = np.argsort(key, kind="stable")
    key = key[order]
    begins = _firsts(key)
    return key[begins], np.add.reduceat(weight_of[order], begins) if len(key) else weight_of


def counted(values: Ints) -> tuple[Ints, Ints]:
    """The values, each once, and how often each is there."""
    values = np.sort(values)
    begins = _firsts(values)
    return values[begins], np.diff(np.append(begins, len(values)))


def among(values: Ints | Numbers, known: Ints | Numbers) -> Flags:
    """Which values are among the known ones, which are sorted."""
    at = np.minimum(np.searchsorted(known, values), max(0, len(known) - 1))
    found: Flags = known[at] == values if len(known) else np.zeros(len(values), dtype=np.bool_)
    return found


def _pairings(found: Index) -> Iterator[tuple[Ints, Ints, int]]:
    """Pairs of pages for groups of one size at a time, and for how many runs each stands."""
    for size in np.flatnonzero(np.bincount(found.sizes)).tolist():
        begins = found.begins[found.sizes == size]
        weight = 1
        if size > FULL_PAIRING:
            weight = SAMPLE
            begins = begins[::SAMPLE]
        rows = found.pages[begins[:, None] + np.arange(size)].astype(np.int64)
        reach = size if size <= SAMPLED_PAIRING else STAR
        for left in range(min(reach, size - 1)):
            others = rows[:, left + 1 :]
            yield np.repeat(rows[:, left], others.shape[1]), others.ravel(), weight
