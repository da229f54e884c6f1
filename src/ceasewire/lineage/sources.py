"""From pairs of pages with common words to the one page, or the few, that each has its words from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ceasewire.lineage.credits import fold
from ceasewire.lineage.direction import Page, bounds, taken
from ceasewire.lineage.pairs import Pair
from ceasewire.lineage.settings import (
    AS_GOOD,
    CREDITED,
    FRESH,
    LEDE,
    NEW_WORDS,
    RESTORED,
    SAME_WORDS,
    STALE,
    TAIL,
    WHOLE,
)


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
    first = [taken(pair, pages[pair.one], pages[pair.other]) for pair in pairs]
    latest = bounds(pairs, pages, first)
    found: dict[int, list[Claim]] = defaultdict(list)
    for pair, before in zip(pairs, first, strict=True):
        days = latest.get(pair.one), latest.get(pair.other)
        stands = days == (None, None)
        later, clue = before if stands else taken(pair, pages[pair.one], pages[pair.other], days)
        claim = Claim(pair, *((pair.one, pair.other) if later else (pair.other, pair.one)), not later, clue)
        found[claim.taker].append(claim)
    return found


def choose(pairs: Sequence[Pair], pages: Sequence[Page]) -> list[Claim]:
    """The claims that hold: each word of a page has one source, and no page is a source of its own source."""
    found = claims(pairs, pages)
    above: dict[int, set[int]] = defaultdict(set)
    kin = _kin(pairs)
    chosen: list[Claim] = []
    for taker in sorted(found, key=lambda page: (min(claim.clue for claim in found[page]), pages[page].order)):
        rest = [claim for claim in found[taker] if not _reaches(claim.giver, taker, above)]
        chosen += _sources(rest, pages, found, above, kin)
    return sorted(chosen, key=lambda claim: (claim.taker, claim.sides()[0], claim.giver))


def _kin(pairs: Sequence[Pair]) -> set[tuple[int, int]]:
    """Pages one of which is mostly the other: they do not both give words to a third."""
    kin = set()
    for pair in pairs:
        if max(pair.shares) >= WHOLE:
            kin |= {(pair.one, pair.other), (pair.other, pair.one)}
    return kin


def _sources(
    rest: list[Claim],
    pages: Sequence[Page],
    found: Mapping[int, list[Claim]],
    above: dict[int, set[int]],
    kin: set[tuple[int, int]],
) -> list[Claim]:
    """The sources of one page: the best, then others for what it leaves unexplained."""
    chosen: list[Claim] = []
    free: bytearray | None = None
    while rest:
        gains = {claim.giver: explained(claim, free) for claim in rest}
        if max(gains.values()) < NEW_WORDS:
            break
        best = rest[0] if len(rest) == 1 else _best(rest, gains, pages, found)
        chosen.append(best)
        above[best.taker].add(best.giver)
        rest = [claim for claim in rest if claim is not best and (claim.giver, best.giver) not in kin]
        if rest:
            free = bytearray(b"\1" * len(pages[best.taker].text)) if free is None else free
            for start, end in best.sides():
                free[start:end] = bytes(end - start)
    return chosen


def explained(claim: Claim, free: bytearray | None) -> int:
    """Words of the taker that the claim explains and no chosen one does: equal ones, and changed ones between them.

    `free` has a byte 1 for each word that no chosen claim explains, and is None if none is chosen.
    """
    flip, total = claim.flip, 0
    for run in claim.pair.runs:
        done = past = 0
        for left, right, size in run.blocks:
            here, there = (right, left) if flip else (left, right)
            total += size if free is None else free.count(1, here, here + size)
            if done and here > done and there > past - TAIL and (free is None or free.find(0, done, here) < 0):
                total += min(here - done, there - past + TAIL)
            done, past = here + size, there + size
    return total


def _best(
    rest: list[Claim], gains: Mapping[int, int], pages: Sequence[Page], found: Mapping[int, list[Claim]]
) -> Claim:
    """Of the claims that explain most: named, least changed, of the same headline, in one piece, the first."""
    top = max(gains.values())
    named = [claim for claim in rest if _named(claim, pages) and gains[claim.giver] >= CREDITED * top]
    top = max(gains[claim.giver] for claim in named or rest)
    good = _undoubted([claim for claim in named or rest if gains[claim.giver] >= AS_GOOD * top - 1], pages, found)
    most = max(claim.pair.equal for claim in good)
    exact = any(claim.pair.sameness == 1 for claim in good)
    good = [claim for claim in good if claim.pair.equal >= (1 if exact else SAME_WORDS) * most - (not exact)]
    givers = {claim.giver for claim in good}
    depth = {g: sum(claim.giver in givers for claim in found.get(g, ())) for g in givers}
    ages = {claim.giver: _age(claim, pages) for claim in good}
    fresh = any(age is not None and age <= FRESH for age in ages.values())
    return min(
        good,
        key=lambda c: (
            not _headed(c, pages),
            fresh and (ages[c.giver] or 0) > STALE,
            _torn(c) if exact else 0,
            depth[c.giver],
            pages[c.giver].order,
        ),
    )


def _torn(claim: Claim) -> int:
    """The pieces of the common words and the giver's words between them: nobody cuts just what another put in."""
    return len(claim.pair.runs) + claim.pair.covered(not claim.flip) - claim.pair.equal


def _age(claim: Claim, pages: Sequence[Page]) -> int | None:
    """How many days old the giver was, where it is known: news is taken from what has just come out."""
    taken_on, written_on = pages[claim.taker].day, pages[claim.giver].day
    if not taken_on or not written_on:
        return None
    return (date.fromisoformat(taken_on[:10]) - date.fromisoformat(written_on[:10])).days


def _named(claim: Claim, pages: Sequence[Page]) -> bool:
    """Whether the taker credits the giver, or cites it in words of its own."""
    taker, giver = pages[claim.taker], pages[claim.giver]
    if taker.credited & (giver.names - giver.credited):
        return True
    if taker.cited.isdisjoint(giver.names):
        return False
    starts = taker.text.starts
    copied = [(int(starts[start]), int(starts[end - 1])) for start, end in claim.sides()]
    cited = (cite.frame.start for cite in taker.cites if cite.key in giver.names)
    return any(not any(start <= place <= end for start, end in copied) for place in cited)


def _undoubted(good: list[Claim], pages: Sequence[Page], found: Mapping[int, list[Claim]]) -> list[Claim]:
    """Without those whose own source has words of the taker that they have changed: nobody restores a changed word."""
    givers = {claim.giver: claim for claim in good}
    doubted = set()
    for giver, claim in givers.items():
        for source in found.get(giver, ()):
            if source.giver in givers and (_mask(givers[source.giver]) & ~_mask(claim)).bit_count() > RESTORED:
                doubted.add(giver)
    return [claim for claim in good if claim.giver not in doubted] or good


def _mask(claim: Claim) -> int:
    """Which words of the taker are equal in the giver, as the bits of a number."""
    mask = 0
    for run in claim.pair.runs:
        for left, right, size in run.blocks:
            mask |= ((1 << size) - 1) << (right if claim.flip else left)
    return mask


def _headed(claim: Claim, pages: Sequence[Page]) -> bool:
    """Whether the taker's title holds the giver's: copies keep headlines. One made of the first words says nothing."""
    taker = pages[claim.taker]
    giver = pages[claim.giver].title
    if not giver or giver not in taker.title:
        return False
    return giver not in fold(taker.text.span(0, min(LEDE, len(taker.text))).text)


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
