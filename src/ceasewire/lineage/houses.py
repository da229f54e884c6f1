"""Pages of one house: what an outlet or an agency tells in every report on a matter is its background, no lineage."""

from __future__ import annotations

from datetime import date

from ceasewire.lineage.direction import Page, names_other
from ceasewire.lineage.outlets import same_name, same_outlet
from ceasewire.lineage.pairs import Pair
from ceasewire.lineage.settings import IN_HOUSE, LEDE, NEXT_DAY, PASSAGE


def background(pair: Pair, one: Page, other: Page) -> bool:
    """Whether two reports share so little that it is the background of one house: `The valley is at war since ...`.

    Where two outlets have their reports from one agency, what stands at the beginning of a report is none. A sentence
    or two of reports of different days are taken for an agency's even where none is credited, unless a page announces
    them or names the other.
    """
    if max(pair.shares) >= IN_HOUSE:
        return False
    if same_outlet(one.document, other.document):
        return True
    if any(min(run.left[0], run.right[0]) < LEDE for run in pair.runs):
        return False
    return same_name(one.document.origin, other.document.origin) or _passage(pair, one, other)


def _passage(pair: Pair, one: Page, other: Page) -> bool:
    """Whether no more is in common than a passage, told by both as their own, on days that lie apart."""
    if pair.equal >= PASSAGE or not _apart(one, other):
        return False
    return not any(
        one.text.framed.find(1, *run.left) >= 0
        or other.text.framed.find(1, *run.right) >= 0
        or names_other(one, other, run)
        for run in pair.runs
    )


def _apart(one: Page, other: Page) -> bool:
    """Whether more than a day lies between two pages, as far as their days are known."""
    if not one.day or not other.day:
        return False
    days = date.fromisoformat(one.day[:10]) - date.fromisoformat(other.day[:10])
    return abs(days.days) > NEXT_DAY
