"""The days of feasts: fixed ones, those counted from Easter, those of the Islamic calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

from ceasewire.codebook import table
from ceasewire.reading import calendar as cal


def feast_days(name: str, year: int) -> list[cal.Days]:
    """The days of a feast that begin in a year: the name in the table of time words."""
    row: dict[str, Any] = table("times")["feasts"][name]
    if "fixed" in row:
        return [_twice(date(year, *row["fixed"]))]
    if "easter" in row:
        return [_twice(cal.plus_days(cal.easter(year), row["easter"]))]
    if "orthodox" in row:
        return [_twice(cal.plus_days(cal.orthodox_easter(year), row["orthodox"]))]
    if "nth" in row:
        month, weekday, which = row["nth"]
        first = date(year, month, 1)
        return [_twice(cal.plus_days(first, (weekday - first.weekday()) % 7 + 7 * (which - 1)))]
    month, day, number = row["islamic"]
    begins = [cal.islamic(each, month, day) for each in cal.islamic_years(year)]
    return [(first, cal.plus_days(first, number - 1)) for first in begins if first.year == year]


def _twice(day: date) -> cal.Days:
    return day, day
