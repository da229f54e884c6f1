"""How well a day fits what one page says: points from the table, and the days worth trying."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Any

from ceasewire.codebook import table
from ceasewire.dating.evidence import Evidence, Named
from ceasewire.reading.clock import resolve
from ceasewire.reading.timewords import WEEKDAY, weekday_number

UNDATED = 6  # days without a year that are tried
AFTER = 45  # days after the newest day named in which a page was written, unless other pages say otherwise
_PRINTED_WEEKDAY = re.compile(rf"(?<!\w){WEEKDAY}", re.IGNORECASE)


@cache
def points(group: str) -> dict[str, Any]:
    """A group of the table of points."""
    rows: dict[str, Any] = table("dating")[group]
    return rows


def candidates(found: Evidence, years: Iterable[int]) -> set[date]:
    """The days that a page's own words make possible, in the years given where it names none."""
    days: set[date] = set()
    if found.given:
        days.add(found.given)
    for printed in found.printed:
        days |= {printed.day, printed.day - timedelta(1)}
    past = [first for first, last, named in found.dated if _is_past(named) and first == last]
    if past:
        days |= _after(max(past))
    for named in _newest_undated(found):
        days |= {day for year in years if (begins := _in_year(named, year)) for day in _after(begins)}
    return days


def _newest_undated(found: Evidence) -> list[Named]:
    """The days without a year that are worth trying; months only where there are no days."""
    for rule in ("day", "month"):
        rows = {str(named.inner.args): named for named in found.undated if named.inner.rule == rule}
        if rows:
            return [rows[each] for each in sorted(rows)][:UNDATED]
    return []


def _after(day: date) -> set[date]:
    return {day + timedelta(n) for n in range(AFTER + 1)}


def _in_year(named: Named, year: int) -> date | None:
    month, day = int(named.inner.args[1]), int(named.inner.args[2]) if named.inner.rule == "day" else 1
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_past(named: Named) -> bool:
    """`on 4 May 2021 they met`, but not `by 2025` and not `will meet on 4 May 2021`."""
    return (named.clock.tense != "future" and named.clock.rule not in ("by", "before")) or named.clock.rule == "since"


def own_points(found: Evidence, day: date) -> float:
    """How well a day fits the page alone."""
    return (
        _given(found, day)
        + _dated(found, day)
        + _undated(found, day)
        + _weekdays(found, day)
        + _months(found, day)
        + _chrome(found, day)
    )


def _given(found: Evidence, day: date) -> float:
    return float(points("days")["given"]) if found.given == day else 0.0


def _fade(days: int, kind: str) -> float:
    """Points taken off where the newest day of a kind is no longer fresh, more for each tripling."""
    table = points("days")
    first = table["fresh"][kind]
    return -table["old"][kind] - table["stale"][kind] * math.log(days / first, 3) if days > first else 0.0


def _awaited(days: int) -> float:
    """Points taken off where a day to come is more than a year away."""
    return -float(points("days")["stale"]["full"]) * math.log(days / 365, 3) if days > 365 else 0.0


def _dated(found: Evidence, day: date) -> float:
    """Days named in full bound the day of writing, and the newest of them is seldom old."""
    table, total = points("days"), 0.0
    newest: date | None = None
    for first, last, named in found.dated:
        if not _is_past(named):
            total += table["too_late"] if day > last else _awaited((last - day).days)
            continue
        total += table["too_early"] if day < first else 0.0
        total += _mismatch(named, first) if first == last else 0.0
        total += table["same_year"] if first != last and first.year == day.year else 0.0
        newest = max(newest or first, last if (last - first).days < 40 else min(day, last))
    if newest is None or day < newest:
        return total
    return total + _fade((day - newest).days, "full")


def _mismatch(named: Named, day: date) -> float:
    """`Tuesday, May 4` in a year in which it is none."""
    match = _PRINTED_WEEKDAY.search(named.span.text)
    wrong = match and weekday_number(match[0]) != day.weekday()
    return float(points("days")["mismatch"]) if wrong else 0.0


def _undated(found: Evidence, day: date) -> float:
    """Days without a year lie close to the day of writing; a weekday printed beside one fixes its year."""
    table, total = points("days"), 0.0
    newest: dict[str, int] = {}
    for named in found.undated:
        interval = resolve(named.inner, day.isoformat())
        if interval is None or interval.start is None or interval.end is None:
            continue
        first, last = date.fromisoformat(interval.start), date.fromisoformat(interval.end)
        if first == last:
            total += _mismatch(named, first) + _within_week(found, named, first, day)
        if (named.clock.tense == "past" and first > day) or (named.clock.tense == "future" and last < day):
            total += table["wrong_way"]
        away = max(0, (day - last).days) if _is_past(named) else abs((first - day).days)
        rule = "caption" if named.caption else named.inner.rule
        newest[rule] = min(newest.get(rule, away), away)
    fades = {rule: _fade(away, rule) for rule, away in newest.items()}
    return total + sum(
        max(fades[rule], table["file_picture"]) if rule == "caption" else fades[rule] for rule in sorted(fades)
    )


def _within_week(found: Evidence, named: Named, first: date, day: date) -> float:
    """A text that calls recent days by weekday names dates only for days before; captions name one."""
    gone = {_behind(weekday, day) for weekday in found.weekdays if _looks_back(weekday)}
    gap = (day - first).days
    if not gone or not _is_past(named) or not 0 <= gap <= max(gone) or _PRINTED_WEEKDAY.search(named.span.text):
        return 0.0
    if named.caption:
        return float(points("days")["on_weekday"]) if gap in gone else 0.0
    return float(points("days")["after_weekday"])


def _looks_back(named: Named) -> bool:
    return named.clock.tense != "future"


def _behind(named: Named, day: date) -> int:
    return (day.weekday() - int(named.clock.args[0])) % 7


def _weekdays(found: Evidence, day: date) -> float:
    """Weekdays behind and ahead, each counted once, against what the text says of today, yesterday and tomorrow."""
    table, total = points("weekdays"), 0.0
    seen: set[tuple[int, bool]] = set()
    back = [named for named in found.weekdays if _looks_back(named)]
    for named in found.weekdays:
        weekday, past = int(named.clock.args[0]), _looks_back(named)
        if (weekday, past) in seen:
            continue
        seen.add((weekday, past))
        gap = _behind(named, day) if past else (weekday - day.weekday()) % 7
        if past:
            total += table["lead_behind" if named.lead else "far_behind"][gap]
        else:
            total += table["ahead"][gap]
        total += _said_otherwise(found, gap if past else -gap)
    return total + _same_act(found, back, day)


def _said_otherwise(found: Evidence, gap: int) -> float:
    """`yesterday` in the text: Monday is another day than yesterday. With `tomorrow` alone, it is not today either."""
    named = -gap in found.counted or (gap == 0 and (-1 in found.counted or 1 in found.counted))
    return float(points("weekdays")["said_other"]) if abs(gap) <= 1 and named else 0.0


def _same_act(found: Evidence, back: list[Named], day: date) -> float:
    """One weekday looks back in a text that says `today` of the news: both are the same day."""
    today = found.counted.get(0)
    if today is None or today.clock.tense != "past" or len({int(n.clock.args[0]) for n in back}) != 1:
        return 0.0
    if not any(named.lead for named in back):
        return 0.0
    gap = _behind(back[0], day)
    return float(points("weekdays")["same_act"]) - _said_otherwise(found, 0) if gap == 0 else 0.0


def _months(found: Evidence, day: date) -> float:
    """`earlier this month` is not said on its first days."""
    table, total = points("months"), 0.0
    for named in found.months:
        words = named.span.text.lower()
        early = words.startswith("earl")
        if "this month" in words and early and day.day <= len(table["earlier_early"]):
            total += table["earlier_early"][day.day - 1]
        elif "this month" in words and words.startswith("later") and day.day > 27:
            total += table["later_late"]
        elif "this year" in words and ((early and day.month == 1) or (words.startswith("later") and day.month == 12)):
            total += table["year_early"]
        elif words == "this year" and day.month == 1 and named.clock.tense == "past":
            total += table["year_young"]
    return total


def _chrome(found: Evidence, day: date) -> float:
    """Dates printed beside the text, each in its best place; the page was seldom written after the last of them."""
    table, best = points("chrome"), 0.0
    for printed in found.printed:
        share = {0: 1.0, 1: float(table["day_after"])}.get((printed.day - day).days, 0.0)
        best = max(best, share * float(table[printed.place]))
    latest = max((printed.day for printed in found.printed), default=day)
    return best + (float(table["later"]) if day > latest else 0.0)
