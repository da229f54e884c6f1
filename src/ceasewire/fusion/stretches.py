"""Stretches of days as fusion compares them: ordinals, lengths and gaps."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from ceasewire.model import Interval

LONG_DAYS = 62  # a stretch longer than this dates nothing closely


@lru_cache(maxsize=65_536)
def bounds(interval: Interval) -> tuple[int, int]:
    """The first and last day of a stretch as ordinals; an open end is the end of the calendar."""
    return ordinal(interval.start, date.min), ordinal(interval.end, date.max)


def length(interval: Interval) -> int:
    """Days from the first to the last of a stretch."""
    low, high = bounds(interval)
    return high - low


def gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Days between two stretches given as ordinals, zero where they touch."""
    return max(0, max(one[0], other[0]) - min(one[1], other[1]))


def weeks(first: int, last: int) -> range:
    """The weeks from one day to another, both given as ordinals."""
    return range(first // 7, last // 7 + 1)


def ordinal(text: str | None, otherwise: date) -> int:
    """A day as a number, of `otherwise` where there is none."""
    return (date.fromisoformat(text[:10]) if text else otherwise).toordinal()
