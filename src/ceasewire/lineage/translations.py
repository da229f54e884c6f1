"""Translations, where an outlet's own edition says so: `Translated from the Arabic`, `Read this story in Spanish`."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

import numpy as np

from ceasewire.lineage.credits import fold
from ceasewire.lineage.direction import Page
from ceasewire.lineage.links import link
from ceasewire.lineage.notices import Notice
from ceasewire.lineage.outlets import host
from ceasewire.lineage.settings import ANCHORS, MONTH, MOST_TWINS
from ceasewire.lineage.words import Numbers
from ceasewire.model import Link


def translations(pages: Sequence[Page]) -> list[Link]:
    """The links of pages that are translations: to the page in another language, else to the outlet credited."""
    told = [(number, notice) for number, page in enumerate(pages) for notice in page.margin.notices]
    shelf = Shelf(pages)
    links: dict[int, Link] = {}
    for number, notice in told:
        if notice.told.taken and number not in links:
            links[number] = _taken(number, notice, shelf)
    for giver, notice in told:
        if not notice.told.taken:
            taker = shelf.twin(giver, notice, later=True)
            if taker is not None and taker not in links:
                links[taker] = _link(pages[taker], pages[giver], [])
    return list(links.values())


def _taken(number: int, notice: Notice, shelf: Shelf) -> Link:
    """The link of a page that says of itself that it is a translation."""
    page = shelf.pages[number]
    twin = shelf.twin(number, notice, later=False)
    if twin is not None:
        return _link(page, shelf.pages[twin], [notice])
    outlet = notice.told.outlet or page.document.origin or page.document.outlet
    return link(page.document.id, "translation", of_outlet=outlet, evidence=[notice.span], score=0.7)


def _link(page: Page, giver: Page, said: Sequence[Notice]) -> Link:
    outlet, evidence = giver.document.outlet or giver.document.origin, [notice.span for notice in said]
    return link(
        page.document.id, "translation", of_doc=giver.document.id, of_outlet=outlet, evidence=evidence, score=0.9
    )


class Shelf:
    """The pages by outlet and by day, as far as a translation is looked for among them."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        self.known: dict[int, Numbers] = {}

    @cached_property
    def houses(self) -> Mapping[str, list[tuple[str, int]]]:
        """The days and numbers of the pages of each name and each host."""
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for number, page in enumerate(self.pages):
            for name in _names(page):
                found[name].append((page.day or "", number))
        return {name: sorted(rows) for name, rows in found.items()}

    def twin(self, number: int, notice: Notice, later: bool) -> int | None:
        """The page in another language, of the outlet or one credited, that shares most names and numbers."""
        fits = []
        for other in set(self._around(number, notice)):
            first, then = (number, other) if later else (other, number)
            if self._speaks(number, other, notice) and _near(self.pages[first], self.pages[then]):
                common = np.intersect1d(self.anchors(number), self.anchors(other), assume_unique=True)
                fits.append((-len(common), self.pages[other].order, other))
        best = min(fits, default=None)
        return best[2] if best and -best[0] >= ANCHORS else None

    def _around(self, number: int, notice: Notice) -> Iterator[int]:
        """The pages of the outlet, or of one credited, that are nearest in time."""
        page = self.pages[number]
        names = _names(page) | page.credited | ({fold(notice.told.outlet)} if notice.told.outlet else set())
        for name in names:
            rows = self.houses.get(name, [])
            at = bisect_left(rows, (page.day or "", number))
            yield from (other for _, other in rows[max(0, at - MOST_TWINS) : at + MOST_TWINS] if other != number)

    def _speaks(self, number: int, other: int, notice: Notice) -> bool:
        """Whether the other page is in another language, the one of the notice if it names one."""
        mine, theirs = self.pages[number].document.language, self.pages[other].document.language
        return mine != theirs and (notice.told.language is None or theirs == notice.told.language)

    def anchors(self, number: int) -> Numbers:
        """The words that a translation keeps: names, and numbers of two digits or more."""
        if number not in self.known:
            self.known[number] = _anchors(self.pages[number])
        return self.known[number]


def _names(page: Page) -> set[str]:
    """The names of a page's outlet, and its host."""
    return {*page.names, *([host(page.document.url)] if page.document.url else [])}


def _near(first: Page, then: Page) -> bool:
    """Whether one page may be the translation of the other: it came with it or up to a month later, as far as known."""
    if not first.day or not then.day:
        return True
    return 0 <= (date.fromisoformat(then.day[:10]) - date.fromisoformat(first.day[:10])).days <= MONTH


def _anchors(page: Page) -> Numbers:
    text, source = page.text, page.document.text
    kept = np.frombuffer(text.capital, dtype=np.bool_) & (text.ends - text.starts > 3)
    for place in np.flatnonzero(text.ends - text.starts > 1).tolist():
        kept[place] |= source[text.starts[place] : text.ends[place]].isdigit()
    return np.unique(text.ids[kept])
