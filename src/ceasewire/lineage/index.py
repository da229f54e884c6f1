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
    SHORTEST_RUN,
    SKETCH,
    STAR,
)
from ceasewire.lineage.words import Flags, Hashes, Ints, Text, shingle

AT_ONCE: Final = 1000
"""Pages whose runs of words are hashed in one step."""


@dataclass(frozen=True)
class Index:
    """Every run of words that stands on two pages or more.

    Row r says that it stands on `pages[r]` from word `places[r]`. Rows of one run are neighbours: group g goes from
    `begins[g]` to `begins[g] + sizes[g]`. A page has a run once.
    """

    pages: Ints
    places: Ints
    begins: Ints
    sizes: Ints

    def picked(self, groups: Flags) -> Index:
        """The index of some groups alone."""
        rows = np.repeat(groups, self.sizes)
        sizes = self.sizes[groups]
        return Index(self.pages[rows], self.places[rows], np.cumsum(sizes) - sizes, sizes)


def index(texts: Sequence[Text]) -> Index:
    """The index of runs of SHORTEST_RUN words."""
    parts = [_hashes(texts[first : first + AT_ONCE]) for first in range(0, len(texts), AT_ONCE)]
    return _index(np.concatenate(parts) if parts else np.zeros(0, dtype=np.uint64), [len(text) for text in texts])


def _hashes(texts: Sequence[Text]) -> Hashes:
    """A hash of the run that begins at each word, 0 where the page ends before."""
    ids = np.concatenate([text.ids for text in texts])
    hashes = np.zeros(len(ids), dtype=np.uint64)
    found = shingle(ids, SHORTEST_RUN)
    hashes[: len(found)] = found
    ends = np.cumsum([len(text) for text in texts])
    last = (ends[:, None] - np.arange(1, SHORTEST_RUN)).ravel()
    hashes[last[last >= 0]] = 0
    return hashes


def sketch(texts: Sequence[Text]) -> Index:
    """The index of one fingerprint in SKETCH, of those that no more than FULL_PAIRING pages share."""
    own = np.concatenate([text.shingles for text in texts]) if texts else np.zeros(0, dtype=np.uint64)
    own[own % np.uint64(SKETCH) != 0] = 0
    whole = _index(own, [len(text.shingles) for text in texts])
    return whole.picked(whole.sizes <= FULL_PAIRING)


def _index(own: Hashes, lengths: Sequence[int]) -> Index:
    """The index of the hashes of all pages, one page after the other; 0 is none.

    What is sorted are numbers of the upper bits of a hash and the row where it stands.
    """
    bits = np.uint64(max(1, len(own).bit_length()))
    kept = np.flatnonzero(own)
    key = (own[kept] >> bits << bits) | kept.astype(np.uint64)
    key.sort()
    key = key[_shared(key >> bits)]
    bases = np.cumsum(np.array(lengths, dtype=np.int64)) - np.array(lengths, dtype=np.int64)
    rows = (key & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    pages, hashes = np.searchsorted(bases, rows, side="right") - 1, key >> bits
    again = np.zeros(len(key), dtype=np.bool_)
    again[1:] = (hashes[1:] == hashes[:-1]) & (pages[1:] == pages[:-1])
    once = np.flatnonzero(~again)
    once = once[_shared(hashes[once])]
    pages, hashes = pages[once], hashes[once]
    begins = _firsts(hashes)
    return Index(pages, rows[once] - bases[pages], begins, np.diff(np.append(begins, len(once))))


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
    loose = loose[~np.isin(loose, pairs)]
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


def _pairings(found: Index) -> Iterator[tuple[Ints, Ints, int]]:
    """Pairs of pages for groups of one size at a time, and for how many runs each stands."""
    for size in np.flatnonzero(np.bincount(found.sizes)).tolist():
        begins = found.begins[found.sizes == size]
        weight = 1
        if size > FULL_PAIRING:
            weight = SAMPLE
            begins = begins[::SAMPLE]
        rows = found.pages[begins[:, None] + np.arange(size)]
        reach = size if size <= SAMPLED_PAIRING else STAR
        for left in range(min(reach, size - 1)):
            others = rows[:, left + 1 :]
            yield np.repeat(rows[:, left], others.shape[1]), others.ravel(), weight
