"""Which page of the collection a citation means, where no words are in common: by names, numbers, long words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Final

import numpy as np

from ceasewire.lineage.cites import LAST_BITS, Cite
from ceasewire.lineage.direction import Page
from ceasewire.lineage.index import AT_ONCE, counted
from ceasewire.lineage.settings import RARE, RARE_WORDS
from ceasewire.lineage.words import Flags, Ints, Text, numbers

LAST_HALF: Final = (1 << 32) - 1
LONG: Final = 7  # letters of a word that says something by itself


class Grounds:
    """The telling words of sentences that cite an outlet, and which pages of the outlets cited have them."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        cites = [(page.text, cite) for page in pages for cite in page.cites]
        cited = {cite.key for _, cite in cites}
        wanted = {word for text, cite in cites for word in telling(text, cite)}
        near = np.zeros(1 << 16, dtype=np.bool_)
        near[np.array(sorted(wanted), dtype=np.int64) & LAST_BITS] = True
        pool = [number for number, page in enumerate(pages) if not page.names.isdisjoint(cited)]
        self.sizes = Counter(name for number in pool for name in pages[number].names)
        parts = [pool[at : at + AT_ONCE] for at in range(0, len(pool), AT_ONCE)]
        found = [np.zeros(0, dtype=np.int64), *(_rows(pages, part, near) for part in parts)]
        rows = counted(np.concatenate(found))[0]
        words, sizes = counted(rows >> 32)
        ends = np.cumsum(sizes).tolist()
        holders = rows & LAST_HALF
        self.holders = {
            word: holders[end - size : end].tolist()
            for word, size, end in zip(words.tolist(), sizes.tolist(), ends, strict=True)
            if size <= RARE and word in wanted
        }

    def page(self, citing: int, cite: Cite) -> int | None:
        """The page of the cited outlet that shares most telling words with the citing sentence, if enough.

        What most pages of the outlet have does not tell which of them is meant.
        """
        shared: Counter[int] = Counter()
        most = max(2, self.sizes[cite.key] // 2)
        words = telling(self.pages[citing].text, cite)
        for word in words:
            having = [page for page in self.holders.get(word, ()) if cite.key in self.pages[page].names]
            shared.update(having if len(having) <= most else ())
        fit = [
            (-count, self.pages[number].order, number)
            for number, count in shared.items()
            if count >= RARE_WORDS and number != citing and self._fits(number, citing, words)
        ]
        return min(fit)[2] if fit else None

    def _fits(self, number: int, citing: int, words: set[int]) -> bool:
        """Whether a page was there before, and has the weekdays of the citing sentence or was written on them."""
        mine, theirs = self.pages[citing].document.published, self.pages[number].document.published
        if mine and theirs and theirs > mine:
            return False
        day = self.pages[number].day
        written = weekdays()[date.fromisoformat(day[:10]).weekday()] if day else None
        asked = words.intersection(weekdays()) - {written}
        return not asked or asked <= set(self.pages[number].text.ids.tolist())


@cache
def weekdays() -> list[int]:
    """Monday to Sunday, as numbers of words."""
    return numbers(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])


def telling(text: Text, cite: Cite) -> set[int]:
    """The words of a citing sentence that tell its report from others: names, numbers, long words, not the citing ones.

    `The Orlen Courier said that 300 barges lay off Sarel`: `300`, `Sarel`.
    """
    first, last = text.starts.searchsorted((cite.sentence.start, cite.sentence.end)).tolist()
    ids, starts, ends = (column[first:last].tolist() for column in (text.ids, text.starts, text.ends))
    source = text.document.text
    return {
        word
        for place, (word, start, end) in enumerate(zip(ids, starts, ends, strict=True), first)
        if (end - start >= LONG or (text.capital[place] and not text.opens[place]) or source[start:end].isdigit())
        and not cite.frame.start <= start < cite.frame.end
    }


def _rows(pages: Sequence[Page], some: Sequence[int], near: Flags) -> Ints:
    """The words of some pages that may be wanted, each followed by the page's number."""
    texts = [pages[number].text for number in some]
    ids = np.concatenate([text.ids for text in texts])
    holders = np.repeat(np.array(some, dtype=np.int64), [len(text) for text in texts])
    kept = near.take(ids & LAST_BITS)
    rows: Ints = (ids[kept].astype(np.int64) << 32) | holders[kept]
    return rows
