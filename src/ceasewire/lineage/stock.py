"""Stock words: what an outlet, or everybody, prints again and again; they show no copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from ceasewire.lineage.index import Index, counted
from ceasewire.lineage.settings import SAME_STORY, SHORTEST_RUN, STOCK_ANYWHERE, STOCK_IN_OUTLET, STOCK_SHARE
from ceasewire.lineage.words import Flags, Ints, Text

MARKED: Final = b"\1" * SHORTEST_RUN


def families(texts: Sequence[Text], ones: Ints, others: Ints, shared: Ints) -> Ints:
    """For each page the number of its family: pages joined by sharing most of the shorter one's words."""
    lengths = np.array([max(1, len(text) - SHORTEST_RUN + 1) for text in texts], dtype=np.int64)
    close = shared >= SAME_STORY * np.minimum(lengths[ones], lengths[others])
    leader = list(range(len(texts)))
    for left, right in zip(ones[close].tolist(), others[close].tolist(), strict=True):
        one, two = _find(leader, left), _find(leader, right)
        leader[max(one, two)] = min(one, two)
    return np.array([_find(leader, page) for page in range(len(leader))], dtype=np.int64)


def _find(leader: list[int], page: int) -> int:
    """The leader of a page's set; shortens the way for the next question."""
    while leader[page] != page:
        leader[page] = leader[leader[page]]
        page = leader[page]
    return page


def stock(texts: Sequence[Text], found: Index, family: Ints, outlets: Ints) -> dict[int, bytearray]:
    """The stock words of each page that has any: a byte 1 for each of its words that is one.

    They stand in several families of one outlet, or in very many of any. `outlets` numbers each page's outlet, -1 where
    unknown.
    """
    found = found.picked(found.sizes >= STOCK_IN_OUTLET)
    groups = np.repeat(np.arange(len(found.begins), dtype=np.int64), found.sizes)
    often = max(STOCK_ANYWHERE, int(STOCK_SHARE * len(texts)))
    crowded = _crowded(groups, family[found.pages], often, len(found.begins))
    known = outlets[found.pages] >= 0
    wide = np.int64(len(outlets) + 1)
    keyed = groups[known] * wide + outlets[found.pages][known]
    at_home = counted(counted(keyed * wide + family[found.pages][known])[0] // wide)
    crowded[at_home[0][at_home[1] >= STOCK_IN_OUTLET] // wide] = True
    rows = crowded[groups]
    flags: dict[int, bytearray] = {}
    for page, place in zip(found.pages[rows].tolist(), found.places[rows].tolist(), strict=True):
        mine = flags.get(page) or flags.setdefault(page, bytearray(len(texts[page])))
        mine[place : place + SHORTEST_RUN] = MARKED
    return flags


def _crowded(groups: Ints, family: Ints, least: int, count: int) -> Flags:
    """For each group whether it stands in at least `least` families."""
    wide = np.int64(family.max(initial=0) + 1)
    distinct = counted(groups * wide + family)[0] // wide
    crowded: Flags = np.bincount(distinct, minlength=count) >= least
    return crowded
