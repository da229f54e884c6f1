"""Days of the calendar and rules that need no parse."""

from __future__ import annotations

from datetime import date

import pytest

from ceasewire.model import Clock, Interval
from ceasewire.reading import calendar as cal
from ceasewire.reading.clock import resolve


@pytest.mark.parametrize(
    ("year", "west", "east"),
    [(2016, date(2016, 3, 27), date(2016, 5, 1)), (2024, date(2024, 3, 31), date(2024, 5, 5))],
)
def test_easter(year: int, west: date, east: date) -> None:
    assert (cal.easter(year), cal.orthodox_easter(year)) == (west, east)


def test_islamic_days_are_at_most_a_day_off() -> None:
    assert abs((cal.islamic(1438, 9, 1) - date(2017, 5, 27)).days) <= 1
    assert abs((cal.islamic(1445, 10, 1) - date(2024, 4, 10)).days) <= 1


def test_months_end_where_they_end() -> None:
    assert cal.plus_months(date(2016, 3, 31), -1) == date(2016, 2, 29)
    assert cal.third_of(cal.month_of(2016, 2), 3) == (date(2016, 2, 21), date(2016, 2, 29))


@pytest.mark.parametrize(
    ("clock", "days"),
    [
        (Clock("day", [0, 2, 29], "past"), Interval("2020-02-29", "2020-02-29")),
        (Clock("day", [0, 2, 8], "future"), Interval("2022-02-08", "2022-02-08")),
        (Clock("day", [2021, 2, 30]), None),
        (Clock("weekday", [2], "past"), Interval("2021-05-19", "2021-05-19")),
        (Clock("pointed", [-1, "weekday", 2]), Interval("2021-05-12", "2021-05-12")),
        (Clock("unit", [0, "quarter"]), Interval("2021-04-01", "2021-06-30")),
        (Clock("half", [2, "year", 2020]), Interval("2020-07-01", "2020-12-31")),
        (Clock("by", ["month", 2020, 3]), Interval(None, "2020-03-31")),
        (Clock("offset", [-1], anchor="2020-03-01"), Interval("2020-02-29", "2020-02-29")),
    ],
)
def test_resolve(clock: Clock, days: Interval | None) -> None:
    assert resolve(clock, "2021-05-19") == days


def test_nothing_without_a_day() -> None:
    assert resolve(Clock("offset", [0]), None) is None
