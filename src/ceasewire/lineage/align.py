"""Runs of words that two pages have in common, with the changes an editor makes bridged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from ceasewire.lineage.marks import AFTER, BEFORE, FOLLOWS, OPENS, PERHAPS
from ceasewire.lineage.seeds import Block, Stretches
from ceasewire.lineage.settings import BRIDGE, CUT, FILLED, OPENING, SHINGLE, TAIL, TAIL_MATCH
from ceasewire.lineage.words import Text

AHEAD = 16
"""Words beyond a run in which it is looked for what agrees again."""


ROUGH = bytes(bool(mark & (PERHAPS | BEFORE | AFTER)) for mark in range(256))
"""For each sum of marks whether it is asked which stretches have which words of the other page."""


class Run(NamedTuple):
    """Blocks in the same order on both pages, with small changes or cuts between them.

    `left` and `right` are first word and end (exclusive) on each page, `equal` says how many words are equal.
    """

    blocks: Sequence[Block]
    left: tuple[int, int]
    right: tuple[int, int]
    equal: int

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Run:
        """The run of some blocks."""
        first, last = blocks[0], blocks[-1]
        ends = last.left + last.size, last.right + last.size
        return cls(blocks, (first.left, ends[0]), (first.right, ends[1]), sum(block.size for block in blocks))


def align(one: Text, other: Text, found: Stretches) -> list[Run]:
    """The runs that two pages have in common, in the order of the first one, from their equal stretches."""
    blocks, marks = found.blocks, found.marks
    rough = 1 in marks.translate(ROUGH)
    places = sorted([(block.right, block.right + block.size) for block in blocks]) if rough else []
    chains = _chains(blocks, marks, places)
    ceilings = [*(chain.blocks[0].left for chain in chains[1:]), len(one)]
    runs: list[Run] = []
    for chain, ceiling in zip(chains, ceilings, strict=True):
        floor = runs[-1].left[1] if runs else 0
        joined = _ends(chain, one, other, (floor, ceiling), places)
        runs.append(Run.of(_filled(joined, one, other) if len(joined) > 1 else joined))
    return runs


def _agree(one: Sequence[int], other: Sequence[int]) -> int:
    """How many words at the beginning of both are equal."""
    size = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        size += 1
    return size


class Chain(NamedTuple):
    """Blocks that go on where the last one ended, with the marks of the first and of the last."""

    blocks: list[Block]
    first: int
    last: int


def _chains(blocks: Sequence[Block], marks: bytes, places: list[tuple[int, int]]) -> list[Chain]:
    """Blocks joined over small changes and cuts, in the order of the first page; `places` are those on the other."""
    chains: list[Chain] = []
    chain: list[Block] = []
    first = latest = 0
    dropped = False
    for block, mark in zip(blocks, marks, strict=True):
        if chain and (_goes_on(chain[-1], block, places) if dropped or mark & PERHAPS else mark & FOLLOWS):
            overlap = max(0, chain[-1].right + chain[-1].size - block.right)
            dropped = overlap >= block.size
            if not dropped:
                chain.append(_cut(block, overlap) if overlap else block)
                latest = mark
        else:
            if chain:
                chains.append(Chain(chain, first, latest))
            chain, first, latest, dropped = [block], mark, mark, False
    return [*chains, Chain(chain, first, latest)]


def _cut(block: Block, words: int) -> Block:
    """The block without its first words."""
    return Block(block.left + words, block.right + words, block.size - words)


def _goes_on(last: Block, block: Block, places: list[tuple[int, int]]) -> bool:
    """Whether a block goes on where the last one ended, but for a change or a cut on one side."""
    gap, other = block.left - last.left - last.size, block.right - last.right - last.size
    near = other >= -SHINGLE and max(gap, other) <= CUT and min(gap, other) <= BRIDGE
    return near and not _moved(last.right + last.size, block.right, places)


def _moved(start: int, end: int, places: list[tuple[int, int]]) -> bool:
    """Whether what would be jumped over on the other page stands elsewhere on the first: moved, not cut."""
    if end - start <= BRIDGE:
        return False
    first = bisect_left(places, (start, start))
    return first < len(places) and places[first][1] <= end


def _filled(blocks: Sequence[Block], one: Text, other: Text) -> list[Block]:
    """The blocks with the equal words inside the small changes between them."""
    filled = [blocks[0]]
    last = blocks[0]
    for block in blocks[1:]:
        left, right = last.left + last.size, last.right + last.size
        gap, change = block.left - left, block.right - right
        if 0 < gap <= FILLED and 0 < change <= FILLED and gap + change > 2:
            codes = Indel.opcodes(one.ids[left : block.left].tolist(), other.ids[right : block.right].tolist())
            equal = [code for code in codes if code.tag == "equal"]
            filled += [Block(left + c.src_start, right + c.dest_start, c.src_end - c.src_start) for c in equal]
        filled.append(block)
        last = block
    return filled


def _ends(chain: Chain, one: Text, other: Text, free: tuple[int, int], places: list[tuple[int, int]]) -> list[Block]:
    """The blocks with what agrees again shortly before the first and after the last.

    `free` are the words of the first page that no other chain has, `places` the stretches that some chain has of the
    other page.
    """
    blocks = chain.blocks
    if not (chain.first & (BEFORE | OPENS) or chain.last & AFTER):
        return _closed(blocks, one)
    head = _ahead(blocks[0], one, other, free[0], places) if chain.first & BEFORE else []
    tail = _behind(blocks[-1], one, other, free[1], places) if chain.last & AFTER else []
    if head or chain.first & OPENS:
        blocks = _opened(head + blocks, one, other, free[0])
    return _closed(blocks + tail, one)


def _behind(last: Block, one: Text, other: Text, ceiling: int, places: list[tuple[int, int]]) -> list[Block]:
    """What agrees again after a block."""
    left, right = last.left + last.size, last.right + last.size
    here = one.ids[left : min(left + AHEAD, ceiling)].tolist()
    again = _again(here, other.ids[right : right + AHEAD].tolist())
    return _fresh([Block(left + i, right + j, n) for i, j, n in again], places)


def _ahead(first: Block, one: Text, other: Text, floor: int, places: list[tuple[int, int]]) -> list[Block]:
    """What agrees before a block."""
    here = one.ids[max(floor, first.left - AHEAD) : first.left][::-1].tolist()
    again = _again(here, other.ids[max(0, first.right - AHEAD) : first.right][::-1].tolist())
    return _fresh([Block(first.left - i - n, first.right - j - n, n) for i, j, n in reversed(again)], places)


def _fresh(blocks: Sequence[Block], places: list[tuple[int, int]]) -> list[Block]:
    """The blocks whose words of the other page no stretch has."""
    found = []
    for block in blocks:
        after = bisect_left(places, (block.right, block.right))
        end = block.right + block.size
        taken = after < len(places) and places[after][0] < end
        if not taken and not (after and places[after - 1][1] > block.right):
            found.append(block)
    return found


def _opened(blocks: list[Block], one: Text, other: Text, floor: int) -> list[Block]:
    """The blocks from the beginning of the sentence, if both sentences begin shortly before with the same word."""
    first = blocks[0]
    left, right = _opening(one, first.left), _opening(other, first.right)
    if left is None or right is None or (left, right) == (first.left, first.right) or left < floor:
        return blocks
    size = _agree(one.ids[left : first.left].tolist(), other.ids[right : first.right].tolist())
    return [Block(left, right, size), *blocks] if size else blocks


def _opening(text: Text, word: int) -> int | None:
    """The first word of the sentence around a word, if it stands at most OPENING words before."""
    place = text.opens.rfind(1, max(0, word - OPENING), word + 1)
    return None if place < 0 else place


def _closed(blocks: list[Block], one: Text) -> list[Block]:
    """The blocks without the first words of a next sentence that happen to be equal."""
    last = blocks[-1]
    end = last.left + last.size
    place = one.opens.rfind(1, max(last.left + 1, end - TAIL), end)
    return blocks if place < 0 else [*blocks[:-1], Block(last.left, last.right, place - last.left)]


def _again(one: Sequence[int], other: Sequence[int]) -> list[tuple[int, int, int]]:
    """Stretches that agree after small changes, going on from the beginning of both."""
    found: list[tuple[int, int, int]] = []
    i = j = 0
    while step := _step(one[i:], other[j:]):
        i, j = i + step[0], j + step[1]
        found.append((i, j, step[2]))
        i, j = i + step[2], j + step[2]
    return found


def _step(one: Sequence[int], other: Sequence[int]) -> tuple[int, int, int] | None:
    """The smallest change after which TAIL_MATCH words agree, and how many agree."""
    near = other[: TAIL + 1]
    if set(near).isdisjoint(one[: TAIL + 1]):
        return None
    fits = [
        (i + j, i, j) for i, word in enumerate(one[: TAIL + 1]) if word in near for j, w in enumerate(near) if w == word
    ]
    for total, i, j in sorted(fits):
        size = _agree(one[i:], other[j:])
        if total and size >= TAIL_MATCH:
            return i, j, size
    return None
