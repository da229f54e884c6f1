"""Days of the calendar: weeks, months, quarters, seasons, movable feasts. A stretch is its first and last day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]


def plus_days(day: date, number: int) -> date:
    """The day so many days on. Raises OverflowError outside the years 1 to 9999."""
    return day + timedelta(days=number)


def plus_months(day: date, number: int) -> date:
    """The same day of the month so many months on, or that month's last day. Raises ValueError outside the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def plus(day: date, number: int, unit: str) -> date:
    """The day so many units on: hour, day, week, month, quarter, year or decade; hours round to days."""
    if unit in ("day", "week"):
        return plus_days(day, number * (7 if unit == "week" else 1))
    if unit in ("minute", "hour"):
        return plus_days(day, int(number / 24) if unit == "hour" else 0)
    return plus_months(day, number * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit])


def month_of(year: int, month: int) -> Days:
    """A month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_of(year: int) -> Days:
    """A year. Raises ValueError outside the years 1 to 9999."""
    return date(year, 1, 1), date(year, 12, 31)


def quarter_of(year: int, quarter: int) -> Days:
    """A quarter of a year, 1 to 4."""
    return date(year, 3 * quarter - 2, 1), month_of(year, 3 * quarter)[1]


def week_of(day: date) -> Days:
    """The week of a day, Monday to Sunday."""
    monday = plus_days(day, -day.weekday())
    return monday, plus_days(monday, 6)


def weekend_of(day: date) -> Days:
    """Saturday and Sunday of the week of a day."""
    sunday = week_of(day)[1]
    return plus_days(sunday, -1), sunday


def months_from(year: int, month: int, number: int) -> Days:
    """So many months from the first of a month, as seasons have them."""
    first = date(year, month, 1)
    return first, plus_days(plus_months(first, number), -1)


def unit_of(day: date, unit: str) -> Days:
    """The day, week, weekend, month, quarter, year or decade in which a day lies."""
    decade = day.year // 10 * 10
    units: dict[str, Callable[[], Days]] = {
        "week": lambda: week_of(day),
        "weekend": lambda: weekend_of(day),
        "month": lambda: month_of(day.year, day.month),
        "quarter": lambda: quarter_of(day.year, (day.month + 2) // 3),
        "year": lambda: year_of(day.year),
        "decade": lambda: (date(decade, 1, 1), date(decade + 9, 12, 31)),
    }
    return units[unit]() if unit in units else (day, day)


def third_of(days: Days, number: int) -> Days:
    """The first, second or last third (1, 2, 3) of a stretch; of a month the 1st, 11th and 21st begin them."""
    first, last = days
    length = (last - first).days + 1
    if length <= 2:
        return days
    size = 10 if 28 <= length <= 31 else length // 3
    begins = plus_days(first, size * (number - 1))
    return begins, last if number == 3 else plus_days(begins, size - 1)


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the computation of Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, in our calendar, for the years 1900 to 2099."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return plus_days(date(year, month, day + 1), 13)


def islamic(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar in ours; the sighted moon may be a day later."""
    number = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + 227014
    return date.fromordinal(number)


def islamic_years(year: int) -> range:
    """The Islamic years that may touch one of ours."""
    guess = int((year - 622) * 33 / 32)
    return range(guess - 1, guess + 3)
