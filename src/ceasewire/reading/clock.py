"""From a clock to days: the rules by which time words turn into stretches once the day of writing is known.

A rule takes its arguments and a `Now` and gives a stretch, either end None where it is open, or None where nothing can
be said. Wrapping rules (`since`, `third`) hold another rule and its arguments behind their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ceasewire.model import Clock, Interval
from ceasewire.reading import calendar as cal
from ceasewire.reading.feasts import feast_days

Stretch = tuple[date | None, date | None]
Args = Sequence[int | str]


class NoDayError(LookupError):
    """The day of writing is asked for and not known."""


@dataclass(frozen=True)
class Now:
    """The day of writing, or None, and the direction in which the governing verb points."""

    written: date | None
    tense: str

    @property
    def day(self) -> date:
        """The day of writing. Raises NoDayError where it is not known."""
        if self.written is None:
            raise NoDayError
        return self.written


def resolve(clock: Clock, published: str | None) -> Interval | None:
    """The days a clock means for a text written on `published`; None where that cannot be said."""
    anchor = clock.anchor or published
    now = Now(date.fromisoformat(anchor[:10]) if anchor else None, clock.tense)
    try:
        stretch = stretch_of([clock.rule, *clock.args], now)
    except (NoDayError, ValueError, OverflowError):
        return None
    if stretch is None or stretch == (None, None):
        return None
    suffix = f"T{clock.args[0]}" if clock.rule == "hour" and clock.args[0] else ""
    return Interval(*(day.isoformat() + suffix if day else None for day in stretch))


def stretch_of(rule: Args, now: Now) -> Stretch | None:
    """The stretch of a rule with its arguments. Raises NoDayError, ValueError or OverflowError where there is none."""
    return RULES[str(rule[0])](rule[1:], now)


def _day(args: Args, now: Now) -> Stretch | None:
    """`4 May 2021`, `May 4`: year (0 where not given), month, day."""
    year, month, day = _ints(args)
    if year:
        return _both(date(year, month, day))
    return _both(_nearest((_date(now.day.year + shift, month, day) for shift in (-1, 0, 1)), now))


def _month(args: Args, now: Now) -> Stretch | None:
    """`May 2021`, `in May`: year (0 where not given), month. Looks back unless the verb looks ahead."""
    year, month = _ints(args)
    if year:
        return cal.month_of(year, month)
    back, ahead = (now.day.month - month) % 12, (month - now.day.month) % 12
    against = {"future": (4, 1), "past": (1, 12)}.get(now.tense, (1, 4))
    step = ahead if ahead * against[1] < back * against[0] else -back
    first = cal.plus_months(now.day.replace(day=1), step)
    return cal.month_of(first.year, first.month)


def _month_of(args: Args, now: Now) -> Stretch | None:
    """`May of next year`: month and how many years on."""
    return cal.month_of(now.day.year + int(args[1]), int(args[0]))


def _year(args: Args, now: Now) -> Stretch | None:
    """`2021`."""
    return cal.year_of(int(args[0]))


def _years(args: Args, now: Now) -> Stretch | None:
    """`the 1990s`: first year, number of years."""
    first, number = _ints(args)
    return date(first, 1, 1), date(first + number - 1, 12, 31)


def _weekday(args: Args, now: Now) -> Stretch | None:
    """`on Friday`: the weekday that the tense points to; the day of writing counts."""
    weekday = int(args[0])
    if now.tense == "future":
        return _both(cal.plus_days(now.day, (weekday - now.day.weekday()) % 7))
    return _both(cal.plus_days(now.day, -((now.day.weekday() - weekday) % 7)))


def _pointed(args: Args, now: Now) -> Stretch | None:
    """`last Friday`, `next May`: -1, 0 or 1 and a weekday or month; the day of writing does not count."""
    shift, *rule = args
    step = int(shift)
    if rule[0] == "weekday":
        here = replace(now, written=cal.plus_days(now.day, step), tense="past" if step < 0 else "future")
        return stretch_of(rule, here)
    if rule[0] in ("month", "season") and step:
        here = replace(now, written=cal.plus_months(now.day, step), tense="past" if step < 0 else "future")
        return stretch_of(rule, here)
    if rule[0] == "month":
        return cal.month_of(now.day.year, int(rule[2]))
    return stretch_of(rule, now)


def _offset(args: Args, now: Now) -> Stretch | None:
    """`yesterday`: so many days from the day of writing."""
    return _both(cal.plus_days(now.day, int(args[0])))


def _unit(args: Args, now: Now) -> Stretch | None:
    """`last week`: so many units on, and the unit."""
    unit = str(args[1])
    step = "week" if unit == "weekend" else unit
    return cal.unit_of(cal.plus(cal.unit_of(now.day, step)[0], int(args[0]), step), unit)


def _weekend(args: Args, now: Now) -> Stretch | None:
    """`the weekend`: the last one begun, or the next where the verb looks ahead."""
    days = cal.weekend_of(now.day)
    if now.tense != "future" and days[0] > now.day:
        return cal.weekend_of(cal.plus_days(now.day, -7))
    return days


def _ago(args: Args, now: Now) -> Stretch | None:
    """`three weeks ago`, `in two days`: so many units on and the unit; the unit is the precision."""
    number, unit = int(args[0]), str(args[1])
    day = cal.plus(now.day, number, unit)
    return cal.unit_of(day, unit) if unit != "week" or abs(number) > 1 else _both(day)


def _beyond(args: Args, now: Now) -> Stretch | None:
    """`more than two years ago`: number, unit, then the dates of the text as first and last day; the one that fits."""
    number, unit, *dates = args
    last = cal.plus(now.day, -int(number), str(unit))
    first = cal.plus(now.day, -int(number) - 1, str(unit))
    pairs = [
        (date.fromisoformat(str(a)), date.fromisoformat(str(b))) for a, b in zip(dates[::2], dates[1::2], strict=True)
    ]
    fitting = [pair for pair in pairs if first <= pair[1] and pair[0] <= last and (pair[1] - pair[0]).days < 62]
    return fitting[0] if fitting else None


def _past(args: Args, now: Now) -> Stretch | None:
    """`over the past three months`: from so many units back to the day of writing."""
    return cal.plus(now.day, -int(args[0]), str(args[1])), now.day


def _next(args: Args, now: Now) -> Stretch | None:
    """`within 48 hours`, `over the next two years`: from the day of writing so many units on."""
    return now.day, cal.plus(now.day, int(args[0]), str(args[1]))


def _quarter(args: Args, now: Now) -> Stretch | None:
    """`the third quarter`: number (-1 the last), then the year's rule; without one the last that has begun."""
    number = int(args[0]) if int(args[0]) > 0 else 4
    if len(args) > 1:
        year = _first(stretch_of(args[1:], now)).year
    else:
        year = now.day.year - (now.tense == "past" and 3 * number - 2 > now.day.month)
    return cal.quarter_of(year, number)


def _half(args: Args, now: Now) -> Stretch | None:
    """`the first half of 2021`: 1 or 2 and what is halved."""
    first, last = _closed(stretch_of(args[1:], now))
    middle = cal.plus_days(first, (last - first).days // 2)
    if (first.day, (last - first).days > 360) == (1, True):
        middle = date(first.year, 6, 30)
    return (first, middle) if int(args[0]) == 1 else (cal.plus_days(middle, 1), last)


def _week_in(args: Args, now: Now) -> Stretch | None:
    """`the last week of March`: which week (-1 the last), then the month's rule; weeks with most days in it count."""
    number, (first, last) = int(args[0]), _closed(stretch_of(args[1:], now))
    if number < 0:
        return cal.week_of(cal.plus_days(last, -3))
    return cal.week_of(cal.plus_days(first, 3 + 7 * (number - 1)))


def _season(args: Args, now: Now) -> Stretch | None:
    """`summer 2021`, `last winter`: year (0 where not given), first month, number of months."""
    year, month, number = _ints(args)
    if year:
        return cal.months_from(year, month, number)
    seasons = [cal.months_from(now.day.year + shift, month, number) for shift in (-2, -1, 0, 1, 2)]
    if now.tense == "future":
        return next(days for days in seasons if days[1] >= now.day)
    return next(days for days in reversed(seasons) if days[0] <= now.day)


def _feast(args: Args, now: Now) -> Stretch | None:
    """`during Ramadan`: the name in the table and the year, 0 where not given."""
    name, year = str(args[0]), int(args[1])
    years = [year] if year else [now.day.year + shift for shift in (-1, 0, 1)]
    spans = sorted(span for each in years for span in feast_days(name, each) if not year or span[0].year == year)
    if year:
        return spans[0] if spans else None
    return min(spans, key=lambda span: _distance(span[0], now)) if spans else None


def _third(args: Args, now: Now) -> Stretch | None:
    """`late last month`, `by the end of 2021`: 1, 2 or 3 and what is parted."""
    return cal.third_of(_closed(stretch_of(args[1:], now)), int(args[0]))


def _so_far(args: Args, now: Now) -> Stretch | None:
    """`this week`, `earlier this month`: to the day of writing, or from it where the verb looks ahead."""
    first, last = _closed(stretch_of(args, now))
    if now.tense == "future":
        return max(first, now.day), last
    return first, max(first, min(last, now.day))


def _rest(args: Args, now: Now) -> Stretch | None:
    """`later this month`: from the day of writing to the end."""
    first, last = _closed(stretch_of(args, now))
    return (max(first, now.day), last) if last >= now.day else (first, last)


def _since(args: Args, now: Now) -> Stretch | None:
    """`since October`: from its start to the day of writing."""
    first = _first(stretch_of(args, replace(now, tense="past")))
    return first, now.written


def _by(args: Args, now: Now) -> Stretch | None:
    """`by the end of 2021`, `until Friday`: from the day of writing, or open before where it is past."""
    last = _last(stretch_of(args, now))
    return (now.written, last) if now.written and last >= now.written else (None, last)


def _from(args: Args, now: Now) -> Stretch | None:
    """`from Feb. 8`: open after where it is still to come, else to the day of writing."""
    first = _first(stretch_of(args, now))
    return (first, None) if not now.written or first > now.written else (first, now.written)


def _after(args: Args, now: Now) -> Stretch | None:
    """`after 2014`: from its last day on."""
    return _last(stretch_of(args, now)), None


def _before(args: Args, now: Now) -> Stretch | None:
    """`before 2014`: to its first day; `before the end of the year` to its last, from the day of writing on."""
    stretch = stretch_of(args, now)
    if args[0] != "third" or int(args[1]) != 3:
        return None, _first(stretch)
    last = _last(stretch)
    return (now.written if now.tense == "future" and now.written and now.written <= last else None), last


def _range(args: Args, now: Now) -> Stretch | None:
    """`from May to July`, `Oct. 1-3`: the number of words of the first rule, the first rule, the second."""
    size = 1 + int(args[0])
    first, last = _first(stretch_of(args[1:size], now)), _last(stretch_of(args[size:], now))
    if last < first and args[1] == args[size] == "weekday":
        first, last = (first, cal.plus_days(last, 7)) if now.tense == "future" else (cal.plus_days(first, -7), last)
    elif last < first:
        first = cal.plus_months(first, -12)
    return (first, last) if first <= last else None


def _shifted(args: Args, now: Now) -> Stretch | None:
    """`two days later`, `the next month`: number, unit, and the rule of the time it is counted from."""
    number, unit, *rule = args
    here = stretch_of(rule or ["offset", 0], now)
    day = _first(here)
    if unit == "day" and here != (day, day):
        return None
    return cal.unit_of(cal.plus(day, int(number), str(unit)), str(unit))


def _back(args: Args, now: Now) -> Stretch | None:
    """`the same month a year ago`: so many years before the time that the rule gives."""
    number, *rule = args
    first, last = _closed(stretch_of(rule or ["offset", 0], now))
    return cal.plus(first, -int(number), "year"), cal.plus(last, -int(number), "year")


def _aimed(args: Args, now: Now) -> Stretch | None:
    """A rule with a direction of its own, for a time that another one is counted from."""
    return stretch_of(args[1:], replace(now, tense=str(args[0])))


def _within(args: Args, now: Now) -> Stretch | None:
    """`18:00 UTC on Monday`: the hour stands first and is put to the days at the end."""
    return stretch_of(args[1:], now)


def _vague(args: Args, now: Now) -> Stretch | None:
    """`recently`: no days."""
    return None


def _ints(args: Args) -> list[int]:
    return [int(arg) for arg in args]


def _both(day: date | None) -> Stretch | None:
    return (day, day) if day else None


def _twice(day: date) -> cal.Days:
    return day, day


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _distance(day: date, now: Now) -> float:
    """How unlikely a day is: days away, four times that against the tense."""
    away = (day - now.day).days
    against = (away > 0 and now.tense == "past") or (away < 0 and now.tense == "future")
    return abs(away) * (4 if against else 1) + (0.5 if away > 0 else 0)


def _nearest(days: Iterable[date | None], now: Now) -> date | None:
    return min((day for day in days if day), key=lambda day: _distance(day, now), default=None)


def _closed(stretch: Stretch | None) -> cal.Days:
    return _first(stretch), _last(stretch)


def _first(stretch: Stretch | None) -> date:
    if stretch is None or stretch[0] is None:
        raise NoDayError
    return stretch[0]


def _last(stretch: Stretch | None) -> date:
    if stretch is None or stretch[1] is None:
        raise NoDayError
    return stretch[1]


RULES: dict[str, Callable[[Args, Now], Stretch | None]] = {
    "day": _day,
    "month": _month,
    "month_of": _month_of,
    "year": _year,
    "years": _years,
    "weekday": _weekday,
    "pointed": _pointed,
    "offset": _offset,
    "unit": _unit,
    "weekend": _weekend,
    "ago": _ago,
    "beyond": _beyond,
    "past": _past,
    "next": _next,
    "quarter": _quarter,
    "half": _half,
    "week_in": _week_in,
    "season": _season,
    "feast": _feast,
    "third": _third,
    "so_far": _so_far,
    "rest": _rest,
    "since": _since,
    "by": _by,
    "from": _from,
    "after": _after,
    "before": _before,
    "range": _range,
    "shifted": _shifted,
    "back": _back,
    "aimed": _aimed,
    "hour": _within,
    "vague": _vague,
}
