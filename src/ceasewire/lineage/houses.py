"""Pages of one house: what an outlet or an agency tells in every report on a matter is its background, no lineage."""

from __future__ import annotations

from ceasewire.lineage.direction import Page
from ceasewire.lineage.outlets import same_name, same_outlet
from ceasewire.lineage.pairs import Pair
from ceasewire.lineage.settings import IN_HOUSE, LEDE


def background(pair: Pair, one: Page, other: Page) -> bool:
    """Whether two reports of one house share so little that it is its background: `The valley is at war since ...`.

    Where two outlets have their reports from one agency, what stands at the beginning of a report is none.
    """
    if max(pair.shares) >= IN_HOUSE:
        return False
    if same_outlet(one.document, other.document):
        return True
    ledes = any(min(run.left[0], run.right[0]) < LEDE for run in pair.runs)
    return not ledes and same_name(one.document.origin, other.document.origin)
