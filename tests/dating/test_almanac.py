"""Stretches for many days of writing at once are those that one day at a time gives."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from ceasewire.dating.almanac import NONE, Almanac, month_and_day, ordinal, weekdays, years
from ceasewire.model import Clock
from ceasewire.reading.clock import resolve

DAYS = [date(2019, 12, 20) + timedelta(7 * n) for n in range(70)]


@pytest.mark.parametrize("tense", ["past", "future", "present", ""])
@pytest.mark.parametrize(
    ("rule", "args"),
    [
        ("offset", [-1]),
        ("weekday", [4]),
        ("day", [0, 2, 29]),
        ("day", [0, 5, 4]),
        ("day", [2021, 5, 4]),
        ("month", [0, 1]),
        ("month", [0, 12]),
        ("unit", [-1, "week"]),
        ("third", [3, "unit", -1, "month"]),
        ("since", ["weekday", 2]),
        ("vague", []),
    ],
)
def test_many_days_as_one_by_one(rule: str, args: list[int | str], tense: str) -> None:
    clock = Clock(rule, args, tense)
    first, last = Almanac().over(clock, np.array([day.toordinal() for day in DAYS]))
    for day, one, two in zip(DAYS, first.tolist(), last.tolist(), strict=True):
        interval = resolve(clock, day.isoformat())
        closed = interval and interval.start and interval.end
        assert (one, two) == (
            (ordinal(str(interval.start)), ordinal(str(interval.end))) if interval and closed else NONE
        )


def test_calendar_of_many_days() -> None:
    days = np.array([day.toordinal() for day in DAYS])
    month, day = month_and_day(days)
    assert month.tolist() == [each.month for each in DAYS]
    assert day.tolist() == [each.day for each in DAYS]
    assert years(days).tolist() == [each.year for each in DAYS]
    assert weekdays(days).tolist() == [each.weekday() for each in DAYS]
