"""What stands around the equal stretches of pairs of pages: which follow on, and where words agree again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from ceasewire.lineage.letters import Kinds
from ceasewire.lineage.settings import BRIDGE, CUT, OPENING, SHINGLE, TAIL, TAIL_MATCH
from ceasewire.lineage.words import Flags, Ints, Numbers, Text

FOLLOWS, PERHAPS, BEFORE, AFTER, OPENS = 1, 2, 4, 8, 16
"""Marks of a stretch, as bits: it goes on where the last one ended; it may, but jumps over words of the other page or
overlaps with it there; words agree again shortly before it, or after it; its sentences begin with the same word. The
last three are looked for only where no stretch goes on."""

NOTHING: Final = 1 << 40
"""Beyond the numbers of words: what stands outside a page; with 1 more, outside the other page."""


class Rows(NamedTuple):
    """Equal stretches of many pairs, by pair: first word on each page and number of words."""

    pair: Ints
    left: Ints
    right: Ints
    size: Ints

    def at(self, rows: Flags | Ints) -> Rows:
        """Some of the rows, by flags or by number."""
        return Rows(self.pair[rows], self.left[rows], self.right[rows], self.size[rows])


@dataclass(frozen=True)
class Words:
    """The words of some pages one after the other: each page has `lengths` of them from `bases` on."""

    ids: Numbers
    opens: Flags
    lengths: Ints
    bases: Ints

    @classmethod
    def of(cls, texts: Sequence[Text]) -> Words:
        """The words of the pages."""
        lengths = np.array([len(text) for text in texts], dtype=np.int64)
        ids = np.concatenate([text.ids for text in texts])
        opens = np.frombuffer(b"".join(text.opens for text in texts), dtype=np.bool_)
        return cls(ids, opens, lengths, np.cumsum(lengths) - lengths)

    def at(self, pages: Ints, places: Ints, outside: int) -> Ints:
        """The words at places of pages, `outside` where there is none."""
        inner = (places >= 0) & (places < self.lengths[pages])
        found: Ints = np.where(inner, self.ids.take(self.bases[pages] + places, mode="clip"), outside)
        return found


def marks(words: Words, ones: Ints, others: Ints, rows: Rows) -> bytes:
    """The marks of each stretch."""
    if not len(rows.pair):
        return b""
    found = _following(rows)
    begins = (found & FOLLOWS) == 0
    begins[1:] |= (found[:-1] & PERHAPS) > 0
    heads, tails = np.flatnonzero(begins), np.flatnonzero(np.append(begins[1:], True))
    first, last = rows.at(heads), rows.at(tails)
    pages = ones[first.pair], others[first.pair]
    before = _again(words, pages, (first.left - 1, first.right - 1), -1)
    found[heads] |= before * np.uint8(BEFORE) | _opening(words, pages, first) * np.uint8(OPENS)
    pages = ones[last.pair], others[last.pair]
    found[tails] |= _again(words, pages, (last.left + last.size, last.right + last.size), 1) * np.uint8(AFTER)
    return found.tobytes()


def _following(rows: Rows) -> Kinds:
    """FOLLOWS or PERHAPS for each stretch that may go on where the last one ended, but for a change or a cut."""
    found = np.zeros(len(rows.pair), dtype=np.uint8)
    gap = rows.left[1:] - rows.left[:-1] - rows.size[:-1]
    other = rows.right[1:] - rows.right[:-1] - rows.size[:-1]
    near = (other >= -SHINGLE) & (np.maximum(gap, other) <= CUT) & (np.minimum(gap, other) <= BRIDGE)
    near &= rows.pair[1:] == rows.pair[:-1]
    found[1:] = np.where(near, np.where((other >= 0) & (other <= BRIDGE), FOLLOWS, PERHAPS), 0)
    return found


def _again(words: Words, pages: tuple[Ints, Ints], places: tuple[Ints, Ints], step: int) -> Flags:
    """Whether TAIL_MATCH words agree from one of the next TAIL + 1 places on each page, but not from the first two."""
    reach = range(TAIL + TAIL_MATCH)
    here = [words.at(pages[0], places[0] + step * ahead, NOTHING) for ahead in reach]
    there = [words.at(pages[1], places[1] + step * ahead, NOTHING + 1) for ahead in reach]
    found: Flags = np.zeros(len(places[0]), dtype=np.bool_)
    for i in range(TAIL + 1):
        for j in range(TAIL + 1):
            if i or j:
                found |= np.logical_and.reduce([here[i + n] == there[j + n] for n in range(TAIL_MATCH)])
    return found


def _opening(words: Words, pages: tuple[Ints, Ints], rows: Rows) -> Flags:
    """Whether the sentences around the first word of a stretch begin shortly before it with the same word."""
    back, behind = _since(words, pages[0], rows.left), _since(words, pages[1], rows.right)
    same = words.at(pages[0], rows.left - back, NOTHING) == words.at(pages[1], rows.right - behind, NOTHING + 1)
    found: Flags = same & (back <= OPENING) & (behind <= OPENING) & (back + behind > 0)
    return found


def _since(words: Words, pages: Ints, places: Ints) -> Ints:
    """How many words before a place its sentence begins, more than OPENING if it is further off."""
    found = np.full(len(pages), OPENING + 1, dtype=np.int64)
    for back in range(OPENING, -1, -1):
        at = places - back
        opens = (at >= 0) & words.opens.take(words.bases[pages] + at, mode="clip")
        found[opens] = back
    return found
