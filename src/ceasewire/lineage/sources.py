"""From pairs of pages with common words to the one page, or the few, that each has its words from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ceasewire.lineage.credits import fold
from ceasewire.lineage.direction import Page, taken
from ceasewire.lineage.pairs import Pair
from ceasewire.lineage.settings import AS_GOOD, CREDITED, NEW_WORDS
from ceasewire.lineage.words import Flags


@dataclass(frozen=True)
class Claim:
    """That page `taker` has the words of a pair from page `giver`; `flip` if the taker is the pair's second page."""

    pair: Pair
    taker: int
    giver: int
    flip: bool
    clue: int

    def sides(self, giver: bool = False) -> list[tuple[int, int]]:
        """Where the runs stand in the taker (or the giver)."""
        return self.pair.sides(self.flip != giver)


def claims(pairs: Sequence[Pair], pages: Sequence[Page]) -> dict[int, list[Claim]]:
    """Every pair as a claim of the page that seems to have taken, by that page."""
    found: dict[int, list[Claim]] = defaultdict(list)
    for pair in pairs:
        later, clue = taken(pair, pages[pair.one], pages[pair.other])
        claim = Claim(pair, *((pair.one, pair.other) if later else (pair.other, pair.one)), not later, clue)
        found[claim.taker].append(claim)
    return found


def choose(pairs: Sequence[Pair], pages: Sequence[Page]) -> list[Claim]:
    """The claims that hold: each word of a page has one source, and no page is a source of its own source."""
    found = claims(pairs, pages)
    givers = {taker: {claim.giver for claim in own} for taker, own in found.items()}
    chosen: list[Claim] = []
    above: dict[int, set[int]] = defaultdict(set)
    for taker in sorted(found, key=lambda page: (min(claim.clue for claim in found[page]), pages[page].order)):
        chosen += _sources(found[taker], pages, givers, above)
    return sorted(chosen, key=lambda claim: (claim.taker, claim.sides()[0], claim.giver))


def _sources(
    own: list[Claim], pages: Sequence[Page], givers: Mapping[int, set[int]], above: dict[int, set[int]]
) -> list[Claim]:
    """The sources of one page: the best, then others for what it leaves unexplained."""
    free: Flags = np.ones(len(pages[own[0].taker].text), dtype=np.bool_)
    chosen: list[Claim] = []
    rest = [claim for claim in own if not _reaches(claim.giver, claim.taker, above)]
    while rest:
        gains = [_gain(claim, free) for claim in rest]
        if max(gains) < NEW_WORDS:
            break
        best = _best(rest, gains, pages, givers)
        chosen.append(best)
        above[best.taker].add(best.giver)
        for start, end in best.sides():
            free[start:end] = False
        rest = [claim for claim in rest if claim is not best]
    return chosen


def _gain(claim: Claim, free: Flags) -> int:
    """Equal words that the claim explains and no chosen one does."""
    total = 0
    for run in claim.pair.runs:
        for block in run.blocks:
            start = block.right if claim.flip else block.left
            total += int(np.count_nonzero(free[start : start + block.size]))
    return total


def _best(rest: list[Claim], gains: list[int], pages: Sequence[Page], givers: Mapping[int, set[int]]) -> Claim:
    """Of the claims that explain about as much as the best: credited, of the same headline, the first text."""
    top = max(gains)
    good = [c for c, gain in zip(rest, gains, strict=True) if gain >= AS_GOOD * top - 1]
    credited = [c for c, gain in zip(rest, gains, strict=True) if c.clue == 0 and gain >= CREDITED * top]
    if credited:
        top = max(_gain_of(c, rest, gains) for c in credited)
        good = [c for c in credited if _gain_of(c, rest, gains) >= AS_GOOD * top - 1]
    ids = {claim.giver for claim in good}
    return min(good, key=lambda c: (not _headed(c, pages), len(givers.get(c.giver, set()) & ids), pages[c.giver].order))


def _gain_of(claim: Claim, rest: list[Claim], gains: list[int]) -> int:
    return next(gain for other, gain in zip(rest, gains, strict=True) if other is claim)


def _headed(claim: Claim, pages: Sequence[Page]) -> bool:
    """Whether the taker's title holds the giver's title: copies keep their headlines."""
    giver = fold(pages[claim.giver].document.title or "")
    return bool(giver) and giver in fold(pages[claim.taker].document.title or "")


def _reaches(page: int, target: int, above: Mapping[int, set[int]]) -> bool:
    """Whether following chosen sources from a page leads to the target."""
    seen, open_ = set(), [page]
    while open_:
        here = open_.pop()
        if here == target:
            return True
        if here not in seen:
            seen.add(here)
            open_ += above.get(here, ())
    return False
