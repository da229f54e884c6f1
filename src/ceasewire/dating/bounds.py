"""Pages that nothing fixes: written no earlier than the newest day they tell of, no later than the last one printed."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from ceasewire.codebook import table
from ceasewire.dating.evidence import Evidence, Named
from ceasewire.dating.own import is_neutral, is_past
from ceasewire.dating.printed import Printed
from ceasewire.dating.settling import Belief
from ceasewire.model import Basis, Document

BEFORE = "told as past: the page was not written before"
AFTER = "printed on the page: it was written by then"


def bounded(document: Document, found: Evidence) -> Document:
    """The document with the window between both; its day stays unknown.

    Where the text tells of no day the window is open before a day that stands above the title.
    """
    newest, last = newest_told(found), last_printed(found)
    if last is None or (newest and newest[0] > last.day) or (newest is None and last.place != "above_title"):
        return document
    why = [Basis(newest[1].span, BEFORE)] if newest else []
    return replace(
        document,
        published_earliest=newest[0].isoformat() if newest else None,
        published_latest=last.day.isoformat(),
        published_basis=[*why, Basis(last.span, AFTER)],
    )


def earliest(found: Evidence, belief: Belief) -> int:
    """The first day of a window. A day that chrome alone gives may be that of a crawl: the text may be older."""
    told = newest_told(found)
    if told is None or found.given or not _leans_on_chrome(found, belief):
        return belief.first
    return min(belief.first, told[0].toordinal())


def _leans_on_chrome(found: Evidence, belief: Belief) -> bool:
    """Whether the day is one printed away from the title, and no day that the text names in full lies close before."""
    here = [printed for printed in found.printed if abs(printed.day.toordinal() - belief.best) <= 1]
    if not here or any(printed.place in ("beside_title", "entry") for printed in here):
        return False
    fresh = int(table("dating")["roots"]["fresh"])
    return not any(first == last and 0 <= belief.best - first.toordinal() <= fresh for first, last, _ in found.dated)


def newest_told(found: Evidence) -> tuple[date, Named] | None:
    """The newest stretch of days or years that the text tells of as past, by its first day."""
    rows = [
        (first, named)
        for first, last, named in found.dated
        if is_past(named) and not is_neutral(named, (last - first).days)
    ]
    return max(rows, key=lambda row: (row[0], row[1].span), default=None)


def last_printed(found: Evidence) -> Printed | None:
    """The last day printed outside the text: a page is crawled after it is written."""
    return max(found.printed, key=lambda printed: (printed.day, printed.span), default=None)
