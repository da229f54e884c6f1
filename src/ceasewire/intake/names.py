"""Names for the pages of one file: one name a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ceasewire.intake.page import Item


def unique(items: Iterable[tuple[int, Item]]) -> Iterator[Item]:
    """The items with their number added to names that stood before: the third `a` of five becomes `a-3`."""
    seen: set[str] = set()
    for number, item in items:
        name, count = item.name, number
        while name in seen:
            name, count = f"{item.name}-{count}", count + 1
        seen.add(name)
        yield item if name == item.name else replace(item, name=name)
