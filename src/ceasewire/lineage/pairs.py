"""Two pages with words in common: how much of each, and whether it shows a copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from ceasewire.codebook import table
from ceasewire.lineage.align import Run
from ceasewire.lineage.lazy import lazy
from ceasewire.lineage.seeds import Block
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
from ceasewire.lineage.words import Text, numbers


@dataclass(frozen=True)
class Pair:
    """Two pages, by number, and their runs in common; `left` and `right` of a run are words of `one` and `other`.

    `lengths` are the words of the two.
    """

    one: int
    other: int
    runs: list[Run]
    lengths: tuple[int, int]

    @lazy
    def equal(self) -> int:
        """Equal words in all runs."""
        return sum(run.equal for run in self.runs)

    @lazy
    def sameness(self) -> float:
        """The share of equal words inside the runs; words cut out or put in are no change."""
        changed = 0
        for run in self.runs:
            for last, block in pairwise(run.blocks):
                changed += max(0, min(block.left - last.left - last.size, block.right - last.right - last.size))
        return self.equal / max(1, self.equal + changed)

    @lazy
    def _covered(self) -> tuple[int, int]:
        return _union([run.left for run in self.runs]), _union([run.right for run in self.runs])

    @lazy
    def _sides(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        return [run.left for run in self.runs], [run.right for run in self.runs]

    @lazy
    def shares(self) -> tuple[float, float]:
        """The share of the words of each page that stand in runs."""
        return self._covered[0] / max(1, self.lengths[0]), self._covered[1] / max(1, self.lengths[1])

    def covered(self, flip: bool) -> int:
        """Words of `one` (of `other` if flipped) that the runs span."""
        return self._covered[flip]

    def sides(self, flip: bool) -> list[tuple[int, int]]:
        """Where the runs stand in `one` (in `other` if flipped)."""
        return self._sides[flip]


def _union(spans: list[tuple[int, int]]) -> int:
    """Words that spans cover, each once."""
    if len(spans) == 1:
        return spans[0][1] - spans[0][0]
    total = done = 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, done))
        done = max(done, end)
    return total


Named = Callable[[Run], bool]
_equal = attrgetter("equal")


class Worth(NamedTuple):
    """What makes words of a page no evidence: `stock` has a byte 1 for its stock words, None if it has none."""

    text: Text
    stock: bytearray | None


def weigh(runs: Sequence[Run], one: Worth, other: Worth, named: Named) -> list[Run]:
    """The runs that stay, if together they show that one page has its words from the other; none if they do not.

    Stock words show nothing, nor do words that both pages put in somebody's mouth, unless one page names the other
    beside them, as `named` says.
    """
    much = sum(run.equal for run in runs) >= MUCH * max(len(one.text), len(other.text))
    kept = [run for run in (runs if much else _cores(runs)) if one.stock is None or not _stock(run, one.stock)]
    total = 0
    for run in sorted(kept, key=_equal, reverse=True):
        words = evidence(run, one, other, named)
        total += words if words >= SHORTEST_RUN else 0
        if total >= MANY_RUNS or _shows(run, words, named):
            return kept
    return []


def _shows(run: Run, words: int, named: Named) -> bool:
    """Whether so many words of a run are enough."""
    if words >= ONE_RUN or (words >= QUOTING_RUN and run.equal - words >= QUOTING_RUN):
        return True
    return words >= NAMED_RUN and named(run)


def _cores(runs: Sequence[Run]) -> list[Run]:
    """The runs that are more than phrases, long and hardly changed, each without what stands far off at its ends."""
    found = (_core(run) for run in runs if run.equal >= SHORTEST_RUN)
    return [run for run in found if _counts(run)]


def _core(run: Run) -> Run:
    """A run that is hardly changed; of another, what is left without few words at an end, far from the rest."""
    if _dense(run.equal, run.left, run.right):
        return run
    first, last, equal, blocks = 0, len(run.blocks) - 1, run.equal, run.blocks
    while first < last:
        head = _gap(blocks[first], blocks[first + 1]) - blocks[first].size
        tail = _gap(blocks[last - 1], blocks[last]) - blocks[last].size
        if max(head, tail) <= 0:
            break
        equal -= blocks[first].size if head > tail else blocks[last].size
        first, last = (first + 1, last) if head > tail else (first, last - 1)
        start, end = blocks[first], blocks[last]
        if _dense(equal, (start.left, end.left + end.size), (start.right, end.right + end.size)):
            break
    return Run.of(blocks[first : last + 1])


def _gap(last: Block, block: Block) -> int:
    """The words between two blocks, on the page that has more of them."""
    return max(block.left - last.left - last.size, block.right - last.right - last.size)


def _dense(equal: int, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether most of the words of two stretches are equal."""
    return equal >= DENSE * max(left[1] - left[0], right[1] - right[0])


def _counts(run: Run) -> bool:
    """Whether a run is more than a phrase: long and hardly changed."""
    longest = max([block.size for block in run.blocks])
    return longest >= SHORTEST_RUN and _dense(run.equal, run.left, run.right)


def evidence(run: Run, one: Worth, other: Worth, named: Named) -> int:
    """Equal words of a run that are neither stock, nor put in somebody's mouth on both pages, nor quoted on one.

    A statement that one page quotes is often told by another as its own: `The talks go on, the minister said`; but
    words that say who said it are a report's. Where one page alone announces the run with a colon and it runs on beyond
    a quotation, the quotation came with it.
    """
    said = one.text.said.find(1, *run.left) >= 0 or other.text.said.find(1, *run.right) >= 0
    if not said and one.stock is None and other.stock is None:
        return run.equal
    if said and (_announced(run, one.text, other.text) or named(run)):
        said = False
    lost = quoted = 0
    for left, right, size in run.blocks:
        none = 0
        if one.stock is not None or other.stock is not None:
            none = _bits(one.stock, left, size) | _bits(other.stock, right, size)
        if said:
            none |= _bits(one.text.said, left, size) & _bits(other.text.said, right, size)
            marked = _bits(one.text.quoted, left, size) | _bits(other.text.quoted, right, size)
            quoted += (marked & ~none).bit_count()
        lost += none.bit_count()
    return run.equal - lost - (quoted if quoted and not _reports(run, one.text) else 0)


def _reports(run: Run, text: Text) -> bool:
    """Whether the equal words of a run say who said something: `The two, both at the table, told the Courier`."""
    return any(not _prose().isdisjoint(text.ids[left : left + size].tolist()) for left, _, size in run.blocks)


@cache
def _prose() -> frozenset[int]:
    return frozenset(numbers(table("credits")["prose"]["words"]))


def _bits(flags: bytes | bytearray | None, start: int, size: int) -> int:
    """Some flags as one number."""
    return int.from_bytes(flags[start : start + size], "little") if flags else 0


def _announced(run: Run, one: Text, other: Text) -> bool:
    """Whether one page alone announces a run that goes on beyond quotations."""
    if (one.framed.find(1, *run.left) >= 0) == (other.framed.find(1, *run.right) >= 0):
        return False
    marked = sum(
        (_bits(one.quoted, left, size) | _bits(other.quoted, right, size)).bit_count()
        for left, right, size in run.blocks
    )
    return run.equal - marked >= BEYOND


def _stock(run: Run, stock: bytearray) -> bool:
    """Whether most of a run is stock."""
    start, end = run.left
    return stock.count(1, start, end) > 0.7 * (end - start)


def spread(pair: Pair, text: Text, flip: bool) -> float:
    """The share of a page's windows of WINDOW words of which a quarter or more stands in runs."""
    inside = bytearray(len(text))
    for start, end in pair.sides(flip):
        inside[start:end] = b"\1" * (end - start)
    windows = range(0, len(text), WINDOW)
    touched = sum(4 * inside.count(1, at, at + WINDOW) >= min(WINDOW, len(text) - at) for at in windows)
    return touched / max(1, len(windows))
