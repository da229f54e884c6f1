"""What time expressions mean on many possible days of writing at once. Days are ordinals (`date.toordinal`)."""

from __future__ import annotations

from datetime import date

import numpy as np
import numpy.typing as npt

from ceasewire.model import Clock
from ceasewire.reading.clock import resolve

Days = npt.NDArray[np.int64]
Points = npt.NDArray[np.float64]
Pair = tuple[int, int]

NONE = (0, 0)  # a stretch with an open end, or none at all
EPOCH = date(1970, 1, 1).toordinal()


class Almanac:
    """The stretches of clocks by day of writing, each reckoned once for all pages."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], dict[int, Pair]] = {}

    def on(self, clock: Clock, day: int) -> Pair:
        """First and last day of what a clock means on one day of writing; NONE where it has no such days."""
        table = self._table(clock)
        if day not in table:
            table[day] = _stretch(clock, date.fromordinal(day).isoformat())
        return table[day]

    def over(self, clock: Clock, days: Days) -> tuple[Days, Days]:
        """First and last days of what a clock means, a pair for each day of writing."""
        if clock.anchor is None and clock.rule == "offset":
            there = days + int(clock.args[0])
            return there, there
        if clock.anchor is None and clock.rule == "weekday":
            there = _weekday(int(clock.args[0]), days, clock.tense == "future")
            return there, there
        if (fixed := self.always(clock)) != NONE:
            return np.full_like(days, fixed[0]), np.full_like(days, fixed[1])
        rows = np.array([self.on(clock, day) for day in days.tolist()], dtype=np.int64).reshape(-1, 2)
        return rows[:, 0], rows[:, 1]

    def always(self, clock: Clock) -> Pair:
        """What a clock means whatever the day of writing; NONE where that moves with it."""
        table = self._table(clock)
        if 0 not in table:
            table[0] = _stretch(clock, None)
        return table[0]

    def _table(self, clock: Clock) -> dict[int, Pair]:
        return self._known.setdefault((clock.rule, *clock.args, clock.tense, clock.anchor), {})


def _stretch(clock: Clock, written: str | None) -> Pair:
    interval = resolve(clock, written)
    if interval is None or interval.start is None or interval.end is None:
        return NONE
    return ordinal(interval.start), ordinal(interval.end)


def ordinal(day: str) -> int:
    """The number of an ISO day, its hour left out."""
    return date.fromisoformat(day[:10]).toordinal()


def weekdays(days: Days) -> Days:
    """0 for Monday to 6 for Sunday."""
    return (days + 6) % 7


def _weekday(weekday: int, days: Days, ahead: bool) -> Days:
    today = weekdays(days)
    return days + (weekday - today) % 7 if ahead else days - (today - weekday) % 7


def month_and_day(days: Days) -> tuple[Days, Days]:
    """The month, 1 to 12, and the day of the month."""
    dates = (days - EPOCH).astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    return months.astype(np.int64) % 12 + 1, (dates - months).astype(np.int64) + 1


def years(days: Days) -> Days:
    """The years of days."""
    return (days - EPOCH).astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
