"""Time expressions: where they stand and the rule that turns each into days."""

from __future__ import annotations

from ceasewire.model import Clock, Interval, Time
from ceasewire.reading.parse import Parsed


def find_times(parsed: Parsed) -> tuple[list[Time], dict[str, Clock]]:
    """Every time expression of a page in order, intervals still unknown, and the clock of each by id."""
    return [], {}


def resolve(clock: Clock, published: str | None) -> Interval | None:
    """The days a clock means for a text written on `published`; None where that cannot be said."""
    return None
