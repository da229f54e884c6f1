"""Which pages have words in common: an exact index of fingerprints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ceasewire.lineage.settings import (
    ALL_OVER,
    FEWEST_SHINGLES,
    FULL_PAIRING,
    SAME_STORY,
    SAMPLE,
    SAMPLED_PAIRING,
    STAR,
    STOCK_ANYWHERE,
    STOCK_IN_OUTLET,
    STOCK_SHARE,
)
from ceasewire.lineage.words import Flags, Hashes, Ints, Text


@dataclass(frozen=True)
class Index:
    """Every fingerprint that stands in two pages or more: row r says that `hashes[r]` stands in page `pages[r]`.

    Rows of one fingerprint are neighbours: group g is `begins[g]` to `begins[g] + sizes[g]`.
    """

    hashes: Hashes
    pages: Ints
    begins: Ints
    sizes: Ints
    lengths: Ints


def index(own: Sequence[Hashes]) -> Index:
    """The index of the fingerprints that at least two pages share, from those of each page, each once."""
    lengths = np.array([len(one) for one in own], dtype=np.int64)
    hashes = np.concatenate(own) if own else np.zeros(0, dtype=np.uint64)
    pages = np.repeat(np.arange(len(own), dtype=np.int64), lengths)
    order = np.argsort(hashes, kind="stable")
    hashes, pages = hashes[order], pages[order]
    sizes = _groups(hashes)[1]
    shared = np.repeat(sizes > 1, sizes)
    hashes, pages = hashes[shared], pages[shared]
    return Index(hashes, pages, *_groups(hashes), lengths)


def _groups(hashes: Hashes) -> tuple[Ints, Ints]:
    """Where each run of equal values begins, and how long it is."""
    if not len(hashes):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    begins = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1]))).astype(np.int64)
    return begins, np.diff(np.append(begins, len(hashes)))


def candidates(found: Index, longer: Index) -> list[tuple[int, int, int]]:
    """Pairs of pages (the first number is the smaller) with about how many fingerprints they share.

    Those with a run of words in common, which `longer` is the index of, or with fingerprints all over the longer page.
    """
    pairs, totals = _counted(found)
    count = np.int64(len(found.lengths))
    longest = np.maximum(found.lengths[pairs // count], found.lengths[pairs % count])
    kept = (totals >= FEWEST_SHINGLES) & ((totals >= ALL_OVER * longest) | np.isin(pairs, _counted(longer)[0]))
    return [(int(k // count), int(k % count), int(t)) for k, t in zip(pairs[kept], totals[kept], strict=True)]


def _counted(found: Index) -> tuple[Ints, Ints]:
    """Every pair of pages that shares a fingerprint, as one number, and about how many it shares."""
    count = np.int64(len(found.lengths))
    keys: list[Ints] = [np.zeros(0, dtype=np.int64)]
    weights: list[Ints] = [np.zeros(0, dtype=np.int64)]
    for first, second, weight in _pairings(found):
        unique, times = np.unique(first * count + second, return_counts=True)
        keys.append(unique)
        weights.append(times * weight)
    unique, places = np.unique(np.concatenate(keys), return_inverse=True)
    return unique, np.bincount(places, weights=np.concatenate(weights)).astype(np.int64)


def _pairings(found: Index) -> Iterator[tuple[Ints, Ints, int]]:
    """Pairs of pages for groups of one size at a time, and for how many fingerprints each stands."""
    for size in np.unique(found.sizes):
        begins = found.begins[found.sizes == size]
        weight = 1
        if size > FULL_PAIRING:
            weight = SAMPLE
            begins = begins[found.hashes[begins] % np.uint64(SAMPLE) == 0]
        rows = found.pages[begins[:, None] + np.arange(size)]
        reach = int(size) if size <= SAMPLED_PAIRING else STAR
        for left in range(min(reach, int(size) - 1)):
            others = rows[:, left + 1 :]
            yield np.repeat(rows[:, left], others.shape[1]), others.ravel(), weight


def families(found: Index, pairs: Sequence[tuple[int, int, int]]) -> Ints:
    """For each page the number of its family: pages joined by sharing most of the shorter one's words."""
    leader = list(range(len(found.lengths)))
    for left, right, shared in pairs:
        if shared >= SAME_STORY * min(found.lengths[left], found.lengths[right]):
            one, two = find(leader, left), find(leader, right)
            leader[max(one, two)] = min(one, two)
    return np.array([find(leader, page) for page in range(len(leader))], dtype=np.int64)


def find(leader: list[int], page: int) -> int:
    """The leader of a page's set; shortens the way for the next question."""
    while leader[page] != page:
        leader[page] = leader[leader[page]]
        page = leader[page]
    return page


def stock(found: Index, family: Ints, outlets: Ints) -> Hashes:
    """The fingerprints of stock words: they stand in several families of one outlet, or in very many of any.

    `outlets` numbers each page's outlet, -1 where unknown. The result is sorted.
    """
    groups = np.repeat(np.arange(len(found.begins), dtype=np.int64), found.sizes)
    often = max(STOCK_ANYWHERE, int(STOCK_SHARE * len(found.lengths)))
    anywhere = _crowded(groups, family[found.pages], often, len(found.begins))
    known = outlets[found.pages] >= 0
    keyed = groups[known] * np.int64(len(outlets) + 1) + outlets[found.pages][known]
    values, places = np.unique(keyed, return_inverse=True)
    crowded = _crowded(places.astype(np.int64), family[found.pages][known], STOCK_IN_OUTLET, len(values))
    at_home = values[crowded] // np.int64(len(outlets) + 1)
    return np.unique(found.hashes[found.begins[np.union1d(np.flatnonzero(anywhere), at_home)]])


def _crowded(groups: Ints, family: Ints, least: int, count: int) -> Flags:
    """For each group whether it stands in at least `least` families."""
    if not len(groups):
        return np.zeros(count, dtype=np.bool_)
    width = np.int64(family.max() + 1)
    distinct = np.unique(groups * width + family) // width
    crowded: Flags = np.bincount(distinct, minlength=count) >= least
    return crowded


def stock_words(text: Text, stocks: Hashes) -> Flags:
    """For each word of a page whether it belongs to stock words."""
    flags = np.zeros(len(text), dtype=np.bool_)
    if len(stocks) and len(text.shingles):
        at = np.minimum(np.searchsorted(stocks, text.shingles), len(stocks) - 1)
        hits = np.flatnonzero(stocks[at] == text.shingles)
        for offset in range(len(text) - len(text.shingles) + 1):
            flags[hits + offset] = True
    return flags
