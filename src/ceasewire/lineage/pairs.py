"""Two pages with words in common: how much of each, and whether it shows a copy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ceasewire.lineage.align import Run
from ceasewire.lineage.settings import MANY_RUNS, ONE_RUN, PARAGRAPH, SHORTEST_RUN
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


def weigh(runs: list[Run], one: Text, other: Text, stock_one: Flags, stock_other: Flags) -> list[Run]:
    """The runs that stay, if together they show that one page has its words from the other; none if they do not.

    Stock words show nothing, nor do words that stand in quotation marks on both pages.
    """
    worth = [evidence(run, one, other, stock_one, stock_other) for run in runs]
    long = [w for run, w in zip(runs, worth, strict=True) if run.equal >= SHORTEST_RUN]
    if not long or (max(long) < ONE_RUN and sum(w for w in long if w >= SHORTEST_RUN) < MANY_RUNS):
        return []
    much = sum(run.equal for run in runs) >= 0.3 * min(len(one), len(other))
    return [run for run in runs if (much or run.equal >= SHORTEST_RUN) and not _stock(run, stock_one)]


def evidence(run: Run, one: Text, other: Text, stock_one: Flags, stock_other: Flags) -> int:
    """Equal words of a run that are neither stock nor quoted on both pages."""
    total = 0
    for block in run.blocks:
        here = slice(block.left, block.left + block.size)
        there = slice(block.right, block.right + block.size)
        shared = (one.quoted[here] & other.quoted[there]) | stock_one[here] | stock_other[there]
        total += block.size - int(np.count_nonzero(shared))
    return total


def _stock(run: Run, stock: Flags) -> bool:
    start, end = run.left
    return bool(np.count_nonzero(stock[start:end]) > 0.7 * (end - start))


def share(pair: Pair, text: Text, flip: bool) -> float:
    """The share of a page's words that stand in runs."""
    return pair.covered(flip) / max(1, len(text))


def spread(pair: Pair, text: Text, flip: bool) -> float:
    """The share of a page's paragraphs that a run touches."""
    sizes = np.bincount(text.paragraphs)
    counted = set(np.flatnonzero(sizes >= PARAGRAPH).tolist())
    touched = {int(p) for start, end in pair.sides(flip) for p in np.unique(text.paragraphs[start:end])}
    return len(touched & counted) / max(1, len(counted))


def sameness(pair: Pair) -> float:
    """Of the words inside the runs, the share that is equal on both pages; a word cut out is no change."""
    changed = 0
    for run in pair.runs:
        for last, block in zip(run.blocks, run.blocks[1:], strict=False):
            changed += min(block.left - last.left - last.size, block.right - last.right - last.size)
            changed += block.left - last.left - last.size == 0 or block.right - last.right - last.size == 0
    return pair.equal / max(1, pair.equal + changed)
