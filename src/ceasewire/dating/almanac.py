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
UNKNOWN = -1
BLOCK = 512  # days kept together
EPOCH = date(1970, 1, 1).toordinal()


class Almanac:
    """The stretches of clocks by day of writing, each reckoned once for all pages."""

    def __init__(self) -> None:
        self._blocks: dict[tuple[object, ...], Days] = {}
        self._always: dict[tuple[object, ...], Pair] = {}

    def over(self, clock: Clock, days: Days) -> tuple[Days, Days]:
        """First and last days of what a clock means, a pair for each day of writing; NONE where it has no such days."""
        there = _reckoned(clock, days)
        if there is not None:
            return there
        fixed = self.always(clock)
        if fixed != NONE:
            return np.full_like(days, fixed[0]), np.full_like(days, fixed[1])
        rows = np.zeros((len(days), 2), dtype=np.int64)
        places = days // BLOCK
        for number in sorted(set(places.tolist())):
            here = places == number
            rows[here] = self._block(clock, number, days[here] % BLOCK)
        return rows[:, 0], rows[:, 1]

    def always(self, clock: Clock) -> Pair:
        """What a clock means whatever the day of writing; NONE where that moves with it."""
        name = _name(clock)
        if name not in self._always:
            self._always[name] = _stretch(clock, None)
        return self._always[name]

    def _block(self, clock: Clock, number: int, places: Days) -> Days:
        """The stretches for some days of a block of days."""
        name = (number, *_name(clock))
        if name not in self._blocks:
            self._blocks[name] = np.full((BLOCK, 2), UNKNOWN, dtype=np.int64)
        rows = self._blocks[name]
        for place in places[rows[places, 0] == UNKNOWN].tolist():
            rows[place] = _stretch(clock, date.fromordinal(number * BLOCK + place).isoformat())
        found: Days = rows[places]
        return found


def _name(clock: Clock) -> tuple[object, ...]:
    return (clock.rule, clock.tense, clock.anchor, *clock.args)


def _reckoned(clock: Clock, days: Days) -> tuple[Days, Days] | None:
    """The stretches of the commonest rules, without the calendar; None for other rules."""
    if clock.anchor is not None or not len(days):
        return None
    if clock.rule == "month" and not clock.args[0]:
        return _month(int(clock.args[1]), days, clock.tense)
    there = None
    if clock.rule == "offset":
        there = days + int(clock.args[0])
    elif clock.rule == "weekday":
        there = _weekday(int(clock.args[0]), days, clock.tense == "future")
    elif clock.rule == "day" and not clock.args[0]:
        there = _yearless(int(clock.args[1]), int(clock.args[2]), days, clock.tense)
    return None if there is None else (there, there)


def _month(month: int, days: Days, tense: str) -> tuple[Days, Days]:
    """The month that the tense points to, as `reading.clock` has it."""
    today = (days - EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    back, ahead = (today % 12 + 1 - month) % 12, (month - today % 12 - 1) % 12
    near, far = {"future": (4, 1), "past": (1, 12)}.get(tense, (1, 4))
    there = today + np.where(ahead * far < back * near, ahead, -back)
    return _first_of(there), _first_of(there + 1) - 1


def _first_of(months: Days) -> Days:
    """The first days of months counted from 1970."""
    first: Days = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) + EPOCH
    return first


def _yearless(month: int, day: int, days: Days, tense: str) -> Days:
    """The nearest such day of the year before, the same and the next; the wrong side of the tense counts fourfold."""
    here = years(days)
    around = range(int(here.min()) - 1, int(here.max()) + 2)
    known = {year: found for year in around if (found := in_year(year, month, day))}
    if not known:
        return np.zeros_like(days)
    numbers, there = np.array(list(known)), np.array(list(known.values()))
    away = there[None, :] - days[:, None]
    against = away > 0 if tense == "past" else away < 0 if tense == "future" else np.zeros_like(away, dtype=bool)
    distance = abs(away) * np.where(against, 4.0, 1.0) + np.where(away > 0, 0.5, 0.0)
    distance[abs(numbers[None, :] - here[:, None]) > 1] = np.inf
    return np.where(np.isinf(distance.min(axis=1)), NONE[0], there[distance.argmin(axis=1)])


def in_year(year: int, month: int, day: int) -> int:
    """A day of a year as an ordinal, 0 where the year has none."""
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return 0


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
