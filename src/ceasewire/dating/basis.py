"""The words that a day of writing rests on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ceasewire.dating.evidence import Evidence, Named
from ceasewire.dating.settling import Belief
from ceasewire.model import Basis, Document
from ceasewire.reading.clock import resolve

MOST = 6  # words shown for a day


def basis(document: Document, found: Evidence, belief: Belief) -> list[Basis]:
    """Why the day was chosen, strongest words first; without any words of the page, the other pages of its story."""
    rows = list(_reasons(found, belief))
    if found.given and found.given != belief.day:
        rows.append(Basis(None, f"the text contradicts the metadata ({found.given.isoformat()})"))
    rest = Basis(None, "other pages that tell the same story or that it takes words from")
    return rows[:MOST] or [rest]


def _reasons(found: Evidence, belief: Belief) -> Iterator[Basis]:
    for printed in found.printed:
        if printed.day == belief.day:
            yield Basis(printed.span, "date printed on the page, and the text agrees")
    newest = _newest(found, belief.day)
    if newest:
        yield Basis(newest.span, "newest day that the text names in full")
    for named in found.weekdays:
        yield Basis(
            named.span,
            f"weekday that the text {'looks ahead to' if named.clock.tense == 'future' else 'looks back on'}",
        )
    for shift in sorted(found.counted):
        yield Basis(found.counted[shift].span, "counted from the day of writing")
    for named in [*found.undated, *found.months]:
        if resolve(named.clock, belief.day.isoformat()):
            yield Basis(named.span, "time without a year, close to the day of writing")


def _newest(found: Evidence, best: date) -> Named | None:
    rows = [(last, named.span, named) for first, last, named in found.dated if first <= best]
    return max(rows, key=lambda row: row[:2])[2] if rows else None
