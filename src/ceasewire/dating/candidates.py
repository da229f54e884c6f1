"""The days worth trying for a page: those of its own words, and those around the likely days of its neighbours."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import numpy as np

from ceasewire.dating.almanac import Days, in_year
from ceasewire.dating.evidence import Evidence, Named
from ceasewire.dating.own import spread

UNDATED = 6  # days without a year that are tried
AFTER = 45  # days after the newest day named in which a page was written, unless other pages say otherwise
NEAR = 40  # days around the likeliest days of another page in which a day is tried
REACH = 120  # days between a day without a year and what fixes a page or its neighbours
EARLIEST = date(1800, 1, 1).toordinal()
LATEST = date(2199, 12, 31).toordinal()


def worth_trying(found: Evidence, roots: Collection[date], years: Collection[int], around: Collection[int]) -> Days:
    """The days after those that fix the page, those around the days of others, and those without a year close to them.

    `roots` are what fixes the page itself, `years` and `around` come from the pages that it listens to.
    """
    years = {*years, *(day.year for day in roots)}
    begins = {day.toordinal() for day in roots}
    exact = {begin - 1 for begin in begins} | ({found.given.toordinal()} if found.given else set())
    middles = sorted({*around, *begins})
    for named in _newest_undated(found):
        each_year = [day for year in sorted(years) if (day := _in_year(named, year))]
        begins |= {day for day in each_year if any(abs(day - middle) <= REACH for middle in middles)}
    for printed in found.yearless:
        each_year = [in_year(year, printed.month, printed.day) for year in sorted(years)]
        exact |= {day for day in each_year if any(abs(day - middle) <= REACH for middle in middles)}
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
