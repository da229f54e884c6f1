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
        rows = [np.zeros(0, dtype=np.int64), *(_rows(pages[number], number) for number in pool)]
        self.rows = counted(np.concatenate(rows))[0]

    def page(self, citing: int, cite: Cite) -> int | None:
        """The page of the cited outlet that shares most rare words with the citing sentence, if enough."""
        text = self.pages[citing].text
        first, last = np.searchsorted(text.starts, (cite.sentence.start, cite.sentence.end))
        words = np.unique(text.ids[first:last].astype(np.int64)) << 32
        begins, ends = np.searchsorted(self.rows, words), np.searchsorted(self.rows, words + (1 << 32))
        shared: Counter[int] = Counter()
        for begin, end in zip(begins.tolist(), ends.tolist(), strict=True):
            if end - begin <= self.most:
                shared.update((self.rows[begin:end] & 0xFFFFFFFF).tolist())
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
