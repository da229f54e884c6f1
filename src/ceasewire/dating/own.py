"""How well days fit what one page says: points from the table, for many days at once. Days are ordinals."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable
from datetime import date
from functools import cache
from typing import Any

import numpy as np

from ceasewire.codebook import table
from ceasewire.dating.almanac import NONE, Almanac, Days, Points, month_and_day, weekdays, years
from ceasewire.dating.evidence import Evidence, Named
from ceasewire.reading.timewords import WEEKDAY, weekday_number

_PRINTED_WEEKDAY = re.compile(rf"(?<!\w){WEEKDAY}", re.IGNORECASE)


@cache
def points(group: str) -> dict[str, Any]:
    """A group of the table of points."""
    rows: dict[str, Any] = table("dating")[group]
    return rows


def own_points(found: Evidence, days: Days, almanac: Almanac, roots: Collection[date] = ()) -> Points:
    """How well each day fits the page alone; `roots` are the days that fix it."""
    total = _given(found, days) + _dated(found, days) + _undated(found, days, almanac)
    return total + _weekdays(found, days) + _months(found, days) + _chrome(found, days, roots)


def is_past(named: Named) -> bool:
    """`on 4 May 2021 they met`, but not `by 2025` and not `will meet on 4 May 2021`."""
    return (named.clock.tense != "future" and named.clock.rule not in ("by", "before")) or named.clock.rule == "since"


def _given(found: Evidence, days: Days) -> Points:
    given = found.given.toordinal() if found.given else 0
    return np.where(days == given, float(points("days")["given"]), 0.0)


def _fade(away: Points, kind: str) -> Points:
    """Points taken off where the newest day of a kind is no longer fresh, more for each tripling."""
    settings = points("days")
    first = settings["fresh"][kind]
    stale = np.log(np.maximum(away, first) / first) / math.log(3)
    return np.where(away > first, -settings["old"][kind] - settings["stale"][kind] * stale, 0.0)


def _dated(found: Evidence, days: Days) -> Points:
    """Days named in full bound the day of writing, and the newest of them is seldom old."""
    settings, total = points("days"), np.zeros(len(days))
    newest = np.full(len(days), -1, dtype=np.int64)
    for one, two, named in found.dated:
        first, last = one.toordinal(), two.toordinal()
        if is_neutral(named, last - first):
            continue
        if not is_past(named):
            total += np.where(days > last, settings["too_late"], _awaited(last - days))
            continue
        total += np.where(days < first, settings["too_early"], 0.0)
        total += _mismatch(named, np.array([first]))[0] if first == last else 0.0
        total += np.where(years(days) == one.year, settings["same_year"], 0.0) if first != last else 0.0
        newest = np.maximum(np.maximum(newest, first), last if last - first < 40 else np.minimum(days, last))
    away = (days - newest).astype(np.float64)
    return total + np.where((newest < 0) | (away < 0), 0.0, _fade(np.where(newest < 0, 0.0, away), "full"))


def is_neutral(named: Named, length: int) -> bool:
    """`the 2021 election` may be to come; `until May 2021` of something past says only that it began before."""
    bare = length >= 40 and named.clock.rule == "year" and named.span.text[:1].isdigit()
    return bare or (named.clock.rule in ("by", "before") and named.clock.tense == "past")


def _awaited(away: Days) -> Points:
    """Points taken off where a day to come is more than a year away."""
    return -float(points("days")["stale"]["full"]) * np.log(np.maximum(away, 365) / 365) / math.log(3)


@cache
def weekday_said(text: str) -> int | None:
    """The weekday printed in the words of a time, 0 for Monday."""
    match = _PRINTED_WEEKDAY.search(text)
    return weekday_number(match[0]) if match else None


def _mismatch(named: Named, days: Days) -> Points:
    """`Tuesday, May 4` in a year in which it is none."""
    said = weekday_said(named.span.text)
    if said is None:
        return np.zeros(len(days))
    return np.where(weekdays(days) != said, float(points("days")["mismatch"]), 0.0)


def _undated(found: Evidence, days: Days, almanac: Almanac) -> Points:
    """Days without a year lie close to the day of writing; a weekday printed beside one fixes its year."""
    settings, total = points("days"), np.zeros(len(days))
    newest: dict[str, Points] = {}
    for named in found.undated:
        first, last = almanac.over(named.inner, days)
        some, single = first != NONE[0], first == last
        total += np.where(some & single, _mismatch(named, first) + _within_week(found, named, first, days), 0.0)
        if named.clock.tense in ("past", "future"):
            wrong = first > days if named.clock.tense == "past" else last < days
            total += np.where(some & wrong, settings["wrong_way"], 0.0)
        away = np.maximum(0, days - last) if is_past(named) else abs(first - days)
        rule = "caption" if named.caption else named.inner.rule
        newest[rule] = np.minimum(newest.get(rule, math.inf), np.where(some, away.astype(np.float64), math.inf))
    for rule in sorted(newest):
        fade = _fade(np.where(np.isinf(newest[rule]), 0.0, newest[rule]), rule)
        total += np.maximum(fade, settings["file_picture"]) if rule == "caption" else fade
    return total


def _within_week(found: Evidence, named: Named, first: Days, days: Days) -> Points:
    """A text that calls recent days by weekday names dates only for days before; captions name one."""
    back = sorted({int(each.clock.args[0]) for each in found.weekdays if _looks_back(each)})
    if not back or not is_past(named) or weekday_said(named.span.text) is not None:
        return np.zeros(len(days))
    gone, gap = np.array([_behind(weekday, days) for weekday in back]), days - first
    inside = (gap >= 0) & (gap <= gone.max(axis=0))
    if named.caption:
        return np.where(inside & (gone == gap).any(axis=0), float(points("days")["on_weekday"]), 0.0)
    return np.where(inside, float(points("days")["after_weekday"]), 0.0)


def _looks_back(named: Named) -> bool:
    return named.clock.tense != "future"


def _behind(weekday: int, days: Days) -> Days:
    return (weekdays(days) - weekday) % 7


def _weekdays(found: Evidence, days: Days) -> Points:
    """Weekdays behind and ahead, each counted once, against what the text says of today, yesterday and tomorrow."""
    settings, total = points("weekdays"), np.zeros(len(days))
    seen: set[tuple[int, bool]] = set()
    for named in found.weekdays:
        weekday, past = int(named.clock.args[0]), _looks_back(named)
        if (weekday, past) in seen:
            continue
        seen.add((weekday, past))
        gap = _behind(weekday, days) if past else (weekday - weekdays(days)) % 7
        row = ("lead_behind" if named.lead else "far_behind") if past else "ahead"
        total += np.array(settings[row])[gap] + _said_otherwise(found, past)[gap]
    return total + _same_act(found, days)


def _said_otherwise(found: Evidence, past: bool) -> Points:
    """`yesterday` in the text: Monday is another day than yesterday. With `tomorrow` alone, it is not today either."""
    other = float(points("weekdays")["said_other"])
    today = any(shift in found.counted for shift in (0, -1, 1))
    out = np.zeros(7)
    out[0] = other if today else 0.0
    out[1] = other if (-1 if past else 1) in found.counted else 0.0
    return out


def _same_act(found: Evidence, days: Days) -> Points:
    """One weekday looks back in a text that says `today` of the news: both are the same day."""
    today, back = found.counted.get(0), [named for named in found.weekdays if _looks_back(named)]
    weekday = {int(named.clock.args[0]) for named in back}
    if today is None or today.clock.tense != "past" or len(weekday) != 1 or not any(named.lead for named in back):
        return np.zeros(len(days))
    value = float(points("weekdays")["same_act"]) - _said_otherwise(found, True)[0]
    return np.where(_behind(weekday.pop(), days) == 0, value, 0.0)


def _months(found: Evidence, days: Days) -> Points:
    """`earlier this month` is not said on its first days."""
    settings, total = points("months"), np.zeros(len(days))
    if not found.months:
        return total
    month, day = month_and_day(days)
    early_days = np.array([*settings["earlier_early"], 0.0])
    for words, tense in ((named.span.text.lower(), named.clock.tense) for named in found.months):
        early = words.startswith("earl")
        if "this month" in words and early:
            total += early_days[np.minimum(day - 1, len(early_days) - 1)]
        elif "this month" in words and words.startswith("later"):
            total += np.where(day > 27, settings["later_late"], 0.0)
        elif "this year" in words and (early or words.startswith("later")):
            total += np.where(month == (1 if early else 12), settings["year_early"], 0.0)
        elif words == "this year" and tense == "past":
            total += np.where(month == 1, settings["year_young"], 0.0)
    return total


def _chrome(found: Evidence, days: Days, roots: Collection[date]) -> Points:
    """Dates printed beside the text, each in its best place; the page was seldom written after the last of them."""
    settings, best = points("chrome"), np.zeros(len(days))
    for printed in found.printed:
        value = max(float(settings[printed.place]), float(settings["borne_out"]) if printed.day in roots else 0.0)
        gap = printed.day.toordinal() - days
        share = np.where(gap == 0, 1.0, np.where(gap == 1, float(settings["day_after"]), 0.0))
        best = np.maximum(best, share * value)
    best = np.maximum(best, _yearless(found, days))
    if not found.printed:
        return best
    latest = max(printed.day for printed in found.printed).toordinal()
    return best + np.where(days > latest, float(settings["later"]), 0.0)


def _yearless(found: Evidence, days: Days) -> Points:
    """A date printed without its year fits any year in which it has the weekday printed beside it."""
    best = np.zeros(len(days))
    if not found.yearless:
        return best
    month, number = month_and_day(days)
    for printed in found.yearless:
        fits = (month == printed.month) & (number == printed.day)
        if printed.weekday is not None:
            fits &= weekdays(days) == printed.weekday
        best = np.maximum(best, np.where(fits, float(points("chrome")[printed.place]), 0.0))
    return best


def spread(days: Iterable[int], before: int, after: int) -> Days:
    """All days from so many before to so many after each of those given, in order, each once."""
    middles = np.array(sorted(set(days)), dtype=np.int64)
    return np.unique((middles[:, None] + np.arange(-before, after + 1)[None, :]).ravel())
