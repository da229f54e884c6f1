"""Two pages with words in common: how much of each, and whether it shows a copy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ceasewire.lineage.align import Run
from ceasewire.lineage.settings import (
    BEYOND,
    DENSE,
    MANY_RUNS,
    MUCH,
    NAMED_RUN,
    ONE_RUN,
    QUOTING_RUN,
    SHORTEST_RUN,
    WINDOW,
)
from ceasewire.lineage.words import Flags, Ints, Text


@dataclass(frozen=True)
class Pair:
    """Two pages, by number, and their runs in common; `left` and `right` of a run are words of `one` and `other`."""

    one: int
    other: int
    runs: list[Run]

    @cached_property
    def equal(self) -> int:
        """Equal words in all runs."""
        return sum(run.equal for run in self.runs)

    @cached_property
    def _covered(self) -> tuple[int, int]:
        return _union(run.left for run in self.runs), _union(run.right for run in self.runs)

    def covered(self, flip: bool) -> int:
        """Words of `one` (of `other` if flipped) that the runs span."""
        return self._covered[flip]

    def sides(self, flip: bool) -> list[tuple[int, int]]:
        """Where the runs stand in `one` (in `other` if flipped)."""
        return [run.right if flip else run.left for run in self.runs]


def _union(spans: Iterable[tuple[int, int]]) -> int:
    """Words that spans cover, each once."""
    total = done = 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, done))
        done = max(done, end)
    return total


Named = Callable[[Run], bool]


@dataclass(frozen=True)
class Worth:
    """What makes words of a page no evidence: `stock` are flags of its stock words, None if it has none."""

    text: Text
    stock: Flags | None


def weigh(runs: Sequence[Run], one: Worth, other: Worth, named: Named) -> list[Run]:
    """The runs that stay, if together they show that one page has its words from the other; none if they do not.

    Stock words show nothing, nor do words that both pages put in somebody's mouth, unless one page names the other
    beside them, as `named` says.
    """
    much = sum(run.equal for run in runs) >= MUCH * max(len(one.text), len(other.text))
    kept = [run for run in runs if _counts(run, much) and not _stock(run, one)]
    worth = [evidence(run, one, other, named) for run in kept]
    if sum(words for words in worth if words >= SHORTEST_RUN) >= MANY_RUNS:
        return kept
    return kept if any(_shows(run, words, named) for run, words in zip(kept, worth, strict=True)) else []


def _shows(run: Run, words: int, named: Named) -> bool:
    """Whether so many words of a run are enough."""
    if words >= ONE_RUN or (words >= QUOTING_RUN and run.equal - words >= QUOTING_RUN):
        return True
    return words >= NAMED_RUN and named(run)


def _counts(run: Run, much: bool) -> bool:
    """Whether a run is more than a phrase: long and hardly changed, or one of many."""
    if much:
        return True
    (start, end), (first, last) = run.left, run.right
    dense = run.equal >= DENSE * max(end - start, last - first)
    return dense and run.equal >= SHORTEST_RUN and max(block.size for block in run.blocks) >= SHORTEST_RUN


def evidence(run: Run, one: Worth, other: Worth, named: Named) -> int:
    """Equal words of a run that are neither stock nor put in somebody's mouth on both pages.

    Where one page alone announces the run with a colon and it runs on beyond a quotation, the quotation came with it.
    """
    said = all(_says(worth.text, side) for worth, side in ((one, run.left), (other, run.right)))
    if not said and one.stock is None and other.stock is None:
        return run.equal
    here = np.concatenate([np.arange(block.left, block.left + block.size) for block in run.blocks])
    there = np.concatenate([np.arange(block.right, block.right + block.size) for block in run.blocks])
    free = ~(_flags(one, here) | _flags(other, there))
    if said and not _announced(run, one.text, other.text, here, there) and not named(run):
        free &= ~(_said(one.text, here) & _said(other.text, there))
    return int(np.count_nonzero(free))


def _says(text: Text, side: tuple[int, int]) -> bool:
    """Whether some words are put in somebody's mouth."""
    return text.quoted.find(1, *side) >= 0 or text.framed.find(1, *side) >= 0


def _announced(run: Run, one: Text, other: Text, here: Ints, there: Ints) -> bool:
    """Whether one page alone announces a run that goes on beyond quotations."""
    if (one.framed.find(1, *run.left) >= 0) == (other.framed.find(1, *run.right) >= 0):
        return False
    plain = ~(_bits(one.quoted)[here] | _bits(other.quoted)[there])
    return bool(np.count_nonzero(plain) >= BEYOND)


def _said(text: Text, words: Ints) -> Flags:
    said: Flags = _bits(text.quoted)[words] | _bits(text.framed)[words]
    return said


def _bits(flags: bytes) -> Flags:
    return np.frombuffer(flags, dtype=np.bool_)


def _flags(worth: Worth, words: Ints) -> Flags:
    return np.zeros(len(words), dtype=np.bool_) if worth.stock is None else worth.stock[words]


def _stock(run: Run, worth: Worth) -> bool:
    if worth.stock is None:
        return False
    start, end = run.left
    return bool(np.count_nonzero(worth.stock[start:end]) > 0.7 * (end - start))


def share(pair: Pair, text: Text, flip: bool) -> float:
    """The share of a page's words that stand in runs."""
    return pair.covered(flip) / max(1, len(text))


def spread(pair: Pair, text: Text, flip: bool) -> float:
    """The share of a page's windows of WINDOW words of which a quarter or more stands in runs."""
    inside = bytearray(len(text))
    for start, end in pair.sides(flip):
        inside[start:end] = b"\1" * (end - start)
    windows = range(0, len(text), WINDOW)
    touched = sum(4 * inside.count(1, at, at + WINDOW) >= min(WINDOW, len(text) - at) for at in windows)
    return touched / max(1, len(windows))


def sameness(pair: Pair) -> float:
    """Of the words inside the runs, the share that is equal on both pages; words cut out or put in are no change."""
    changed = 0
    for run in pair.runs:
        for last, block in zip(run.blocks, run.blocks[1:], strict=False):
            changed += max(0, min(block.left - last.left - last.size, block.right - last.right - last.size))
    return pair.equal / max(1, pair.equal + changed)
