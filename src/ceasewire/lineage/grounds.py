"""Which page of the collection a citation means, where no words are in common: by rare words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from ceasewire.lineage.cites import Cite
from ceasewire.lineage.direction import Page
from ceasewire.lineage.index import counted
from ceasewire.lineage.settings import RARE, RARE_WORDS
from ceasewire.lineage.words import Ints


class Grounds:
    """The words of the pages that some page cites by outlet: sorted rows of a word and the page that has it."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        cited = {cite.key for page in pages for cite in page.cites}
        pool = [number for number, page in enumerate(pages) if not page.names.isdisjoint(cited)]
        self.most = max(2, min(RARE, len(pool) // 4))
        rows = counted(np.concatenate([np.zeros(0, dtype=np.int64), *(_rows(pages[n], n) for n in pool)]))[0]
        words, sizes = counted(rows >> 32)
        begins = np.cumsum(sizes) - sizes
        rare = sizes <= self.most
        self.words, self.begins, self.sizes = words[rare], begins[rare].tolist(), sizes[rare].tolist()
        self.holders = (rows & 0xFFFFFFFF).astype(np.int32)

    def page(self, citing: int, cite: Cite) -> int | None:
        """The page of the cited outlet that shares most rare words with the citing sentence, if enough."""
        if not len(self.words):
            return None
        text = self.pages[citing].text
        first, last = text.starts.searchsorted((cite.sentence.start, cite.sentence.end)).tolist()
        words = np.array(sorted(set(text.ids[first:last].tolist())), dtype=np.int64)
        at = np.minimum(self.words.searchsorted(words), len(self.words) - 1)
        shared: Counter[int] = Counter()
        for row in at[self.words[at] == words].tolist():
            shared.update(self.holders[self.begins[row] : self.begins[row] + self.sizes[row]].tolist())
        fit = [
            (-count, self.pages[number].order, number)
            for number, count in shared.items()
            if count >= RARE_WORDS and number != citing and self._fits(number, citing, cite)
        ]
        return min(fit)[2] if fit else None

    def _fits(self, number: int, citing: int, cite: Cite) -> bool:
        """Whether a page is of the cited outlet and was there before."""
        mine, theirs = self.pages[citing].document.published, self.pages[number].document.published
        return cite.key in self.pages[number].names and (not (mine and theirs) or theirs <= mine)


def _rows(page: Page, number: int) -> Ints:
    return (page.text.ids.astype(np.int64) << 32) | number
