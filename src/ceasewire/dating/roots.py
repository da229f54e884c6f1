"""What fixes a day: metadata, a printed date that the text bears out, a full date that a day without a year bears out.

All of it is judged by the words alone. Pages that nothing fixes, and that tell the story of no page that is fixed, get
no day.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from ceasewire.codebook import table
from ceasewire.dating.almanac import in_year
from ceasewire.dating.bounds import last_printed, newest_told
from ceasewire.dating.evidence import Evidence, Named
from ceasewire.dating.own import is_past, points, weekday_said
from ceasewire.dating.pairs import Pair

CYCLE = 7  # years in which a date falls on a weekday at least once, but for a leap day
HOPS = 2  # pages between a page and one that is fixed


@cache
def _settings() -> dict[str, Any]:
    rows: dict[str, Any] = table("dating")["roots"]
    return rows


def rooted(evidence: Mapping[str, Evidence], pairs: Mapping[str, Sequence[Pair]]) -> dict[str, set[date]]:
    """The pages that something fixes, and the days that stand for it: the page was written on them or soon after."""
    out: dict[str, set[date]] = {}
    for name, rows in pairs.items():
        near = [evidence[pair.other] for pair in rows if pair.other != name and _close(pair)]
        found = evidence[name]
        days = _printed(found, near) | _named(found, near) | _contradicted(found) | _weekdayed(found)
        if days:
            out[name] = days
    return out


def reached(pairs: Mapping[str, Sequence[Pair]], fixed: Collection[str]) -> set[str]:
    """The pages that are fixed, and those bound to them closely enough by words, story and events dated in both."""
    held = set(fixed)
    for _ in range(HOPS):
        held |= {
            name
            for name, rows in pairs.items()
            if sum(_bond(pair) for pair in rows if pair.other in held and pair.other != name) >= _settings()["bond"]
        }
    return held


def _bond(pair: Pair) -> float:
    """How closely two pages are bound: their likeness, twice that where both date an event; a link is enough alone."""
    if pair.tie is not None:
        return float(_settings()["bond"])
    if pair.kin is None or not _close(pair):
        return 0.0
    return pair.kin.likeness * (2 if pair.kin.events else 1)


def _close(pair: Pair) -> bool:
    return pair.tie is not None or (pair.kin is not None and pair.kin.likeness >= float(points("story")["trusted"]))


def _printed(found: Evidence, near: Sequence[Evidence]) -> set[date]:
    """Printed dates beside the title, and others that the words of the page or of a page of its story bear out.

    On a page that was not read the one date that is printed stands.
    """
    last = newest(found)
    if not found.read and len({printed.day for printed in found.printed}) == 1:
        return {found.printed[0].day}
    return {
        printed.day
        for printed in found.printed
        if (last is None or last <= printed.day)
        and (printed.place in ("beside_title", "entry") or _borne_out(found, printed.day) or _told(near, printed.day))
    }


def _borne_out(found: Evidence, day: date) -> bool:
    """`on 2 May 2021` in a page that prints `11 May 2021`; `on May 9` in such a page."""
    last = newest(found)
    fresh = last is not None and 0 <= (day - last).days <= _settings()["fresh"]
    return fresh or any(0 <= gap <= _settings()["soon"] for named in found.undated for gap in _gaps(named, day))


def _told(near: Sequence[Evidence], day: date) -> bool:
    """A page of the story whose metadata lie close by, or whose full date lies shortly before."""
    given = any(other.given and abs((day - other.given).days) <= _settings()["soon"] for other in near)
    return given or any(last and 0 <= (day - last).days <= _settings()["fresh"] for last in map(newest, near))


def _weekdayed(found: Evidence) -> set[date]:
    """A day that the text names with its weekday picks its year: the last one that fits before the last day printed.

    `Saturday, October 28` on a page that prints 2 November 2024 is the one of 2023, if the text names no later year.
    """
    last = last_printed(found)
    if last is None or found.given:
        return set()
    told = newest_told(found)
    floor = told[0] if told else date.min
    days = {day for named in found.undated if is_past(named) and (day := _fitting(named, last.day))}
    return {max(days)} if days and max(days) >= floor else set()


def _fitting(named: Named, before: date) -> date | None:
    """The last day before another that is of this month, number and weekday; None where no weekday is said."""
    said = weekday_said(named.span.text)
    if said is None or named.inner.rule != "day":
        return None
    month, number = int(named.inner.args[1]), int(named.inner.args[2])
    there = [in_year(year, month, number) for year in range(before.year, before.year - CYCLE, -1)]
    fit = [day for day in there if 0 < day <= before.toordinal() and date.fromordinal(day).weekday() == said]
    return date.fromordinal(fit[0]) if fit else None


def _contradicted(found: Evidence) -> set[date]:
    """The full date of a text that speaks of it as past, where metadata give an earlier day."""
    last = newest(found)
    return {last} if found.given and last and last > found.given else set()


def _named(found: Evidence, near: Sequence[Evidence]) -> set[date]:
    """The newest full date of the text, where a day without a year follows it closely, here or in a page of its story.

    `Back on 4 May 2021` may be old; with `on May 24` beside it it is not.
    """
    last = newest(found)
    if last is None:
        return set()
    undated = [named for each in (found, *near) for named in each.undated if is_past(named)]
    soon = any(-gap in range(_settings()["follows"] + 1) for named in undated for gap in _gaps(named, last))
    others = {day for other in near if (day := newest(other)) and day != last}
    return {last} if soon or any(abs((last - day).days) <= _settings()["fresh"] for day in others) else set()


def newest(found: Evidence) -> date | None:
    """The newest single day that the text names in full as past."""
    return max((first for first, last, named in found.dated if is_past(named) and first == last), default=None)


def _gaps(named: Named, day: date) -> list[int]:
    """How many days before a day those lie that a day without a year may mean; a weekday said with it must fit."""
    if named.inner.rule != "day":
        return []
    month, number, said = int(named.inner.args[1]), int(named.inner.args[2]), weekday_said(named.span.text)
    there = [in_year(year, month, number) for year in (day.year - 1, day.year, day.year + 1)]
    fit = [each for each in there if each and said in (None, date.fromordinal(each).weekday())]
    return [day.toordinal() - each for each in fit]
