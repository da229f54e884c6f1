"""A calendar: months of weeks, each day with what is told of it."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ceasewire.dossier.draw.scale import day_of

MOST = 24  # months


@dataclass(frozen=True)
class Incident:
    """A fact on a day."""

    key: str
    label: str
    status: str
    type: str


@dataclass(frozen=True)
class Day:
    """A day of a month; `within` tells it from the days of the months beside it."""

    day: date
    within: bool
    incidents: list[Incident]


@dataclass(frozen=True)
class Month:
    """A month in weeks from Monday to Sunday."""

    name: str
    weeks: list[list[Day]]


def calendar(rows: Iterable[tuple[str, str, str, str, str]]) -> list[Month]:
    """The months in which there is something, of rows (day, id, label, status, type)."""
    found: dict[date, list[Incident]] = defaultdict(list)
    for told, key, label, status, type_ in rows:
        if day := day_of(told):
            found[day].append(Incident(key, label, status, type_))
    months = sorted({(day.year, day.month) for day in found})[:MOST]
    return [_month(year, month, found) for year, month in months]


def _month(year: int, month: int, found: dict[date, list[Incident]]) -> Month:
    weeks = Calendar().monthdatescalendar(year, month)
    rows = [
        [Day(day, day.month == month, found.get(day, []) if day.month == month else []) for day in week]
        for week in weeks
    ]
    return Month(f"{date(year, month, 1):%B %Y}", rows)
