"""The days worth trying for a page: those of its own words, and those around the likely days of its neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import numpy as np

from ceasewire.dating.almanac import Days, in_year
from ceasewire.dating.evidence import Evidence, Named
from ceasewire.dating.own import is_past, spread

UNDATED = 6  # days without a year that are tried
AFTER = 45  # days after the newest day named in which a page was written, unless other pages say otherwise
NEAR = 40  # days around the likeliest days of another page in which a day is tried
EARLIEST = date(1800, 1, 1).toordinal()
LATEST = date(2199, 12, 31).toordinal()


def worth_trying(found: Evidence, years: Iterable[int], around: Iterable[int]) -> Days:
    """The days that a page's words make possible in the years given, and those around the days of others."""
    exact, begins = {found.given.toordinal()} if found.given else set(), set[int]()
    for printed in found.printed:
        exact |= {printed.day.toordinal(), printed.day.toordinal() - 1}
    past = [first for first, last, named in found.dated if is_past(named) and first == last]
    if past:
        begins.add(max(past).toordinal())
    for named in _newest_undated(found):
        begins |= {day for year in sorted(years) if (day := _in_year(named, year))}
    days = np.unique(np.concatenate([spread(exact, 0, 0), spread(begins, 0, AFTER), spread(around, NEAR, NEAR)]))
    return days[(days >= EARLIEST) & (days <= LATEST)]


def own_years(found: Evidence) -> set[int]:
    """The years that a page names itself."""
    years = {printed.day.year for printed in found.printed}
    years |= {last.year + n for first, last, _ in found.dated if (last - first).days < 100 for n in (0, 1)}
    return years | {last.year - n for _, last, named in found.dated if named.clock.rule == "by" for n in (0, 1)}


def _newest_undated(found: Evidence) -> list[Named]:
    """The days without a year that are worth trying; months only where there are no days."""
    for rule in ("day", "month"):
        rows = {str(named.inner.args): named for named in found.undated if named.inner.rule == rule}
        if rows:
            return [rows[each] for each in sorted(rows)][:UNDATED]
    return []


def _in_year(named: Named, year: int) -> int:
    """The day in a year, 0 where there is none."""
    args = named.inner.args
    return in_year(year, int(args[1]), int(args[2]) if named.inner.rule == "day" else 1)
