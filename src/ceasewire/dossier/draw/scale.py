"""Days as places on a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

ROOM = 9.0  # percent of the width that a label with a year needs
MARGIN = 0.03  # of the whole stretch, kept free at either end
STEPS = ((16, "day"), (70, "week"), (800, "month"), (2600, "quarter"))  # at most so many days: ticks of this kind


@dataclass(frozen=True)
class Tick:
    """A day with a label, in percent of the width."""

    at: float
    label: str
    strong: bool


@dataclass(frozen=True)
class Scale:
    """A stretch of days on a line from 0 to 100 percent."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where noon of a day lies, from 0 to 100; days beyond the ends lie on them."""
        whole = (self.last - self.first).days + 1
        return round(min(100.0, max(0.0, ((day - self.first).days + 0.5) * 100 / whole)), 3)

    def ticks(self) -> list[Tick]:
        """Labelled days: every day, Monday, month, quarter or year, as the stretch allows."""
        kind = next((name for most, name in STEPS if (self.last - self.first).days <= most), "year")
        days = [day for day in self._days() if _starts(day, kind)]
        apart = -(-len(days) // 12) or 1
        kept = days[::apart]
        return _apart([Tick(self.at(day), _label(day, kind, old), _strong(day, old)) for old, day in _pairs(kept)])

    def _days(self) -> Iterator[date]:
        for number in range((self.last - self.first).days + 1):
            yield self.first + timedelta(number)


def day_of(text: str | None) -> date | None:
    """The day of `2021-09-07` or `2021-09-07T18:00Z`; None where it is none."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def scale_of(days: Iterable[date], least: int = 7) -> Scale | None:
    """A scale that holds the days with a margin, at least so many days long; None of none."""
    found = sorted(days)
    if not found:
        return None
    more = max(1, round((found[-1] - found[0]).days * MARGIN), (least - (found[-1] - found[0]).days) // 2)
    try:
        return Scale(found[0] - timedelta(more), found[-1] + timedelta(more))
    except OverflowError:
        return Scale(found[0], found[-1])


def _apart(ticks: list[Tick]) -> list[Tick]:
    """The ticks without those that a label with a year, which is long, leaves no room for."""
    kept: list[Tick] = []
    for tick in ticks:
        if not kept or tick.at - kept[-1].at >= ROOM or not kept[-1].strong:
            kept.append(tick)
    return kept


def _pairs(days: list[date]) -> Iterator[tuple[date | None, date]]:
    yield from zip([None, *days], days, strict=False)


def _starts(day: date, kind: str) -> bool:
    starts = {
        "day": True,
        "week": day.weekday() == 0,
        "month": day.day == 1,
        "quarter": day.day == 1 and day.month % 3 == 1,
        "year": day.day == 1 and day.month == 1,
    }
    return starts[kind]


def _strong(day: date, before: date | None) -> bool:
    return before is None or before.year != day.year


def _label(day: date, kind: str, before: date | None) -> str:
    if kind == "year":
        return str(day.year)
    month = f"{day:%b}"
    if kind in ("month", "quarter"):
        return f"{month} {day.year}" if _strong(day, before) else month
    if before is None:
        return f"{day.day} {month} {day.year}"
    return f"{day.day} {month}" if before.month != day.month or kind == "week" else str(day.day)
