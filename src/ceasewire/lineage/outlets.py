"""The names of outlets that a collection may be expected to mention."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ceasewire.codebook.outlets import outlets
from ceasewire.lineage.credits import fold
from ceasewire.lineage.words import Ints
from ceasewire.model import Document

REPORTING = ("agency", "state agency", "paper", "broadcaster", "site", "party organ")


def known_names(documents: Sequence[Document]) -> dict[str, bool]:
    """Names as printed, and whether each is also a common word: outlets of the codebook and of the collection."""
    names = {name: False for d in documents for name in (d.outlet, d.origin) if name}
    for outlet in outlets():
        if outlet.kind in REPORTING:
            names |= dict.fromkeys((outlet.name, *outlet.aliases), outlet.word)
    return names


def numbered(documents: Sequence[Document]) -> Ints:
    """A number for each document's outlet, -1 where it is unknown."""
    numbers: dict[str, int] = {}
    return np.array(
        [numbers.setdefault(fold(d.outlet), len(numbers)) if d.outlet else -1 for d in documents], dtype=np.int64
    )


def same_outlet(one: Document, other: Document) -> bool:
    """Whether two pages are known to be of one outlet, by name or, where names are missing, by host."""
    if one.outlet is None or other.outlet is None:
        return one.url is not None and other.url is not None and host(one.url) == host(other.url)
    return same_name(one.outlet, other.outlet)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are of one outlet."""
    return one is not None and other is not None and fold(one) == fold(other)


def host(url: str) -> str:
    """The host of an address, `www.` left out."""
    return url.partition("://")[2].partition("/")[0].casefold().removeprefix("www.")
