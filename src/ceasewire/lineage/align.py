"""Runs of words that two pages have in common, with the changes an editor makes bridged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel

from ceasewire.lineage.settings import BRIDGE, CUT, MUCH, OPENING, REACH, SHINGLE, SHORTEST_RUN, TAIL, TAIL_MATCH
from ceasewire.lineage.words import Hashes, Ints, Text


@dataclass(frozen=True, order=True)
class Block:
    """`size` equal words: from word `left` of one page, from word `right` of the other."""

    left: int
    right: int
    size: int


@dataclass(frozen=True)
class Run:
    """Blocks in the same order on both pages, with small changes or cuts between them."""

    blocks: list[Block]

    @property
    def left(self) -> tuple[int, int]:
        """First word and end (exclusive) on the one page."""
        return self.blocks[0].left, self.blocks[-1].left + self.blocks[-1].size

    @property
    def right(self) -> tuple[int, int]:
        """First word and end (exclusive) on the other page."""
        return self.blocks[0].right, self.blocks[-1].right + self.blocks[-1].size

    @property
    def equal(self) -> int:
        """How many words are equal."""
        return sum(block.size for block in self.blocks)


def align(one: Text, other: Text, own: Keyed, theirs: Keyed) -> list[Run]:
    """The runs in common, in the order of the first page. `own` and `theirs` are the pages' `keyed` fingerprints."""
    blocks = _blocks(one, other, own, theirs)
    if max((block.size for block in blocks), default=0) < SHORTEST_RUN and not _many(blocks, one, other):
        return []
    chains = _chains(blocks)
    return [Run(_filled(_tails(blocks, one, other), one, other)) for blocks in chains]


def _many(blocks: list[Block], one: Text, other: Text) -> bool:
    """Whether short blocks together may be much of the longer page."""
    return 2 * sum(block.size for block in blocks) >= MUCH * max(len(one), len(other))


@dataclass(frozen=True)
class Keyed:
    """The fingerprints of a page, sorted, with where each first stands."""

    hashes: Hashes
    places: Ints


def keyed(text: Text) -> Keyed:
    """The fingerprints of a page, each once."""
    order = np.argsort(text.shingles, kind="stable")
    hashes = text.shingles[order]
    first = np.ones(len(hashes), dtype=np.bool_)
    first[1:] = hashes[1:] != hashes[:-1]
    return Keyed(hashes[first], order[first].astype(np.int64))


def _seeds(own: Keyed, theirs: Keyed) -> Iterator[tuple[int, int, int]]:
    """Longest runs of consecutive shared fingerprints: place, place on the other page, number of words."""
    there = np.minimum(np.searchsorted(theirs.hashes, own.hashes), len(theirs.hashes) - 1)
    here = theirs.hashes[there] == own.hashes
    left, right = own.places[here], theirs.places[there[here]]
    if not len(left):
        return
    order = np.argsort(left, kind="stable")
    left, right = left[order], right[order]
    breaks = np.flatnonzero((np.diff(left) != 1) | (np.diff(right) != 1)) + 1
    begins = np.concatenate(([0], breaks))
    sizes = np.diff(np.append(begins, len(left))) + SHINGLE - 1
    yield from zip(left[begins].tolist(), right[begins].tolist(), sizes.tolist(), strict=True)


def _blocks(one: Text, other: Text, own: Keyed, theirs: Keyed) -> list[Block]:
    """Equal stretches that do not overlap on the first page, in its order."""
    blocks: list[Block] = []
    done = 0
    for left, right, size in _seeds(own, theirs):
        skip = max(0, done - left)
        if size <= skip:
            continue
        block = _extended(Block(left + skip, right + skip, size - skip), one, other, done)
        blocks.append(block)
        done = block.left + block.size
    return blocks


def _extended(block: Block, one: Text, other: Text, floor: int) -> Block:
    """The block with the equal words before and after it, not before word `floor` of the first page."""
    ahead = _agree(*_after(block, one, other))
    before = _agree(*_before(block, one, other))
    before = max(0, min(before, block.left - floor))
    return Block(block.left - before, block.right - before, block.size + before + ahead)


def _after(block: Block, one: Text, other: Text) -> tuple[list[int], list[int]]:
    """The next words of both pages."""
    left, right = block.left + block.size, block.right + block.size
    return one.ids[left : left + REACH].tolist(), other.ids[right : right + REACH].tolist()


def _before(block: Block, one: Text, other: Text) -> tuple[list[int], list[int]]:
    """The words before, the nearest first."""
    left, right = block.left, block.right
    here, there = one.ids[max(0, left - REACH) : left], other.ids[max(0, right - REACH) : right]
    return here.tolist()[::-1], there.tolist()[::-1]


def _agree(one: list[int], other: list[int]) -> int:
    """How many words at the beginning of both are equal."""
    size = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        size += 1
    return size


def _chains(blocks: list[Block]) -> list[list[Block]]:
    """Blocks joined over small changes and cuts, in the order of the first page."""
    places = sorted((block.right, block.right + block.size) for block in blocks)
    chains: list[list[Block]] = []
    for block in blocks:
        last = chains[-1][-1] if chains else None
        if last and _follows(last, block) and not _moved(last.right + last.size, block.right, places):
            overlap = max(0, last.right + last.size - block.right)
            if overlap < block.size:
                chains[-1].append(Block(block.left + overlap, block.right + overlap, block.size - overlap))
        else:
            chains.append([block])
    return chains


def _follows(last: Block, block: Block) -> bool:
    """Whether a block goes on where the last one ended, but for a change or a cut on one side."""
    gap, other = block.left - last.left - last.size, block.right - last.right - last.size
    return other >= -SHINGLE and max(gap, other) <= CUT and min(gap, other) <= BRIDGE


def _moved(start: int, end: int, places: list[tuple[int, int]]) -> bool:
    """Whether what would be jumped over on the other page stands elsewhere on the first: moved, not cut."""
    if end - start <= BRIDGE:
        return False
    first = bisect_left(places, (start, start))
    return first < len(places) and places[first][1] <= end


def _filled(blocks: list[Block], one: Text, other: Text) -> list[Block]:
    """The blocks with the equal words inside the small changes between them."""
    filled = blocks[:1]
    for block in blocks[1:]:
        left, right = filled[-1].left + filled[-1].size, filled[-1].right + filled[-1].size
        if 0 < block.left - left <= CUT and 0 < block.right - right <= CUT:
            codes = Indel.opcodes(one.ids[left : block.left].tolist(), other.ids[right : block.right].tolist())
            equal = [code for code in codes if code.tag == "equal"]
            filled += [Block(left + c.src_start, right + c.dest_start, c.src_end - c.src_start) for c in equal]
        filled.append(block)
    return filled


def _tails(blocks: list[Block], one: Text, other: Text) -> list[Block]:
    """The blocks with what agrees again shortly before the first and after the last."""
    first, last = blocks[0], blocks[-1]
    left, right = last.left + last.size, last.right + last.size
    tail = [Block(left + i, right + j, n) for i, j, n in _again(*_after(last, one, other))]
    before = reversed(_again(*_before(first, one, other)))
    head = [Block(first.left - i - n, first.right - j - n, n) for i, j, n in before]
    return _closed(_opened(head + blocks, one, other) + tail, one)


def _opened(blocks: list[Block], one: Text, other: Text) -> list[Block]:
    """The blocks from the beginning of the sentence, if both sentences begin shortly before with the same word."""
    first = blocks[0]
    left, right = _opening(one, first.left), _opening(other, first.right)
    if left is None or right is None or (left, right) == (first.left, first.right) or one.ids[left] != other.ids[right]:
        return blocks
    size = _agree(one.ids[left : first.left].tolist(), other.ids[right : first.right].tolist())
    return [Block(left, right, size), *blocks] if size else blocks


def _opening(text: Text, word: int) -> int | None:
    """The first word of the sentence around a word, if it stands at most OPENING words before."""
    return next((place for place in range(word, max(-1, word - OPENING - 1), -1) if _begins(text, place)), None)


def _begins(text: Text, place: int) -> bool:
    """Whether a sentence begins with a word, as far as stops and paragraphs show it."""
    if place == 0 or text.paragraphs[place - 1] != text.paragraphs[place]:
        return True
    return any(mark in ".!?" for mark in text.document.text[text.ends[place - 1] : text.starts[place]])


def _closed(blocks: list[Block], one: Text) -> list[Block]:
    """The blocks without the first words of a next sentence that happen to be equal."""
    last = blocks[-1]
    end = last.left + last.size
    for extra in range(1, TAIL + 1):
        if last.size > extra and _begins(one, end - extra):
            return [*blocks[:-1], Block(last.left, last.right, last.size - extra)]
    return blocks


def _again(one: list[int], other: list[int]) -> list[tuple[int, int, int]]:
    """Stretches that agree after small changes, going on from the beginning of both."""
    found: list[tuple[int, int, int]] = []
    i = j = 0
    while step := _step(one[i:], other[j:]):
        i, j = i + step[0], j + step[1]
        found.append((i, j, step[2]))
        i, j = i + step[2], j + step[2]
    return found


def _step(one: list[int], other: list[int]) -> tuple[int, int, int] | None:
    """The smallest change after which TAIL_MATCH words agree, and how many agree."""
    for total in range(1, 2 * TAIL + 1):
        for i in range(max(0, total - TAIL), min(TAIL, total) + 1):
            size = _agree(one[i:], other[total - i :])
            if size >= TAIL_MATCH:
                return i, total - i, size
    return None
