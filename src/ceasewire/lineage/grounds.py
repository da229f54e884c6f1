"""Which page of the collection a citation means, where no words are in common: by rare words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from ceasewire.lineage.cites import Cite
from ceasewire.lineage.direction import Page
from ceasewire.lineage.settings import RARE, RARE_WORDS


class Grounds:
    """Rare words of the pages that some page cites by outlet."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        cited = {cite.key for page in pages for cite in page.cites}
        self.pool = [n for n, page in enumerate(pages) if page.names & cited]
        self.words: dict[int, list[int]] = defaultdict(list)
        for number in self.pool:
            for word in set(pages[number].text.ids.tolist()):
                self.words[word].append(number)

    def page(self, citing: int, cite: Cite) -> int | None:
        """The page of the cited outlet that shares most rare words with the citing sentence, if enough."""
        text = self.pages[citing].text
        here = text.ids[(text.starts >= cite.sentence.start) & (text.starts < cite.sentence.end)]
        shared: Counter[int] = Counter()
        for word in set(here.tolist()):
            holders = self.words.get(word, [])
            if len(holders) <= max(2, min(RARE, len(self.pool) // 4)):
                shared.update(n for n in holders if n != citing and cite.key in self.pages[n].names)
        fit = [
            (-count, self.pages[n].order, n)
            for n, count in shared.items()
            if count >= RARE_WORDS and self._before(n, citing)
        ]
        return min(fit)[2] if fit else None

    def _before(self, number: int, citing: int) -> bool:
        mine, theirs = self.pages[citing].document.published, self.pages[number].document.published
        return not (mine and theirs) or theirs <= mine
