"""Two pages with words in common: how much of each, and whether it shows a copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ceasewire.lineage.align import Run
from ceasewire.lineage.settings import BEYOND, DENSE, MANY_RUNS, MUCH, ONE_RUN, SHORTEST_RUN, WINDOW
from ceasewire.lineage.words import Flags, Text


@dataclass(frozen=True)
class Pair:
    """Two pages, by number, and their runs in common; `left` and `right` of a run are words of `one` and `other`."""

    one: int
    other: int
    runs: list[Run]

    @property
    def equal(self) -> int:
        """Equal words in all runs."""
        return sum(run.equal for run in self.runs)

    def covered(self, flip: bool) -> int:
        """Words of `one` (of `other` if flipped) that the runs span."""
        return sum(end - start for start, end in self.sides(flip))

    def sides(self, flip: bool) -> list[tuple[int, int]]:
        """Where the runs stand in `one` (in `other` if flipped)."""
        return [run.right if flip else run.left for run in self.runs]


Named = Callable[[Run], bool]


def weigh(runs: list[Run], one: Text, other: Text, stock_one: Flags, stock_other: Flags, named: Named) -> list[Run]:
    """The runs that stay, if together they show that one page has its words from the other; none if they do not.

    Stock words show nothing, nor do words that both pages put in somebody's mouth, unless one page names the other
    beside them, as `named` says.
    """
    much = sum(run.equal for run in runs) >= MUCH * max(len(one), len(other))
    kept = [run for run in runs if _counts(run, much) and not _stock(run, stock_one)]
    worth = [evidence(run, one, other, stock_one, stock_other, named) for run in kept]
    if max(worth, default=0) < ONE_RUN and sum(w for w in worth if w >= SHORTEST_RUN) < MANY_RUNS:
        return []
    return kept


def _counts(run: Run, much: bool) -> bool:
    """Whether a run is more than a phrase: long and hardly changed, or one of many."""
    if much:
        return True
    start, end = run.left
    dense = run.equal >= DENSE * max(end - start, run.right[1] - run.right[0])
    return dense and run.equal >= SHORTEST_RUN and max(block.size for block in run.blocks) >= SHORTEST_RUN


def evidence(run: Run, one: Text, other: Text, stock_one: Flags, stock_other: Flags, named: Named) -> int:
    """Equal words of a run that are neither stock nor put in somebody's mouth on both pages.

    Where one page alone announces the run with a colon and it runs on beyond a quotation, the quotation came with it.
    """
    here = np.concatenate([np.arange(block.left, block.left + block.size) for block in run.blocks])
    there = np.concatenate([np.arange(block.right, block.right + block.size) for block in run.blocks])
    stock = stock_one[here] | stock_other[there]
    plain = ~(one.quoted[here] | other.quoted[there])
    announced = bool(one.framed[here].any()) != bool(other.framed[there].any())
    if (announced and np.count_nonzero(plain) >= BEYOND) or named(run):
        return int(np.count_nonzero(~stock))
    said = (one.quoted[here] | one.framed[here]) & (other.quoted[there] | other.framed[there])
    return int(np.count_nonzero(~(stock | said)))


def _stock(run: Run, stock: Flags) -> bool:
    start, end = run.left
    return bool(np.count_nonzero(stock[start:end]) > 0.7 * (end - start))


def share(pair: Pair, text: Text, flip: bool) -> float:
    """The share of a page's words that stand in runs."""
    return pair.covered(flip) / max(1, len(text))


def spread(pair: Pair, text: Text, flip: bool) -> float:
    """The share of a page's windows of WINDOW words of which a quarter or more stands in runs."""
    inside = np.zeros(len(text), dtype=np.int64)
    for start, end in pair.sides(flip):
        inside[start:end] = 1
    counts = np.add.reduceat(inside, np.arange(0, len(text), WINDOW))
    sizes = np.diff(np.append(np.arange(0, len(text), WINDOW), len(text)))
    return float(np.mean(4 * counts >= sizes))


def sameness(pair: Pair) -> float:
    """Of the words inside the runs, the share that is equal on both pages; words cut out or put in are no change."""
    changed = 0
    for run in pair.runs:
        for last, block in zip(run.blocks, run.blocks[1:], strict=False):
            changed += max(0, min(block.left - last.left - last.size, block.right - last.right - last.size))
    return pair.equal / max(1, pair.equal + changed)
