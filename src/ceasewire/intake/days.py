"""Days as metadata writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Literal

Order = Literal["day first", "month first"]
"""How a file writes days in numbers: `23/09/2021` or `09/23/2021`."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_ISO = re.compile(r"\s*(?P<year>\d{4})(?P<mark>[-/.]?)(?P<month>\d{2})(?P=mark)(?P<day>\d{2})(?!\d)")
_LOOSE = re.compile(r"\s*(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)")
_CLOCK = re.compile(r"\s\d{1,2}:\d\d(?::\d\d)?(?:\s[+-]\d{4}|\s[A-Z]{3,4})?(?=\s\d{4}$)")
_NUMBERS = re.compile(
    r"(?<![\d.])(?P<one>\d{1,2})(?P<mark>[./-])\s?(?P<two>\d{1,2})(?P=mark)\s?(?P<year>\d{4})(?!\d|\.\d)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NAMED = (
    re.compile(rf"(?<!\w){_NAME}\s?{_DAY}(?:\s?,\s?|\s){_YEAR}(?!\d)", re.I),
    re.compile(rf"(?<!\w){_DAY}\.?[\s-](?:of )?{_NAME},?[\s-]{_YEAR}(?!\d)", re.I),
)


def day_of(value: object, order: Order | None = None) -> str | None:
    """The ISO day of a metadata field: `2021-03-04T10:00Z`, seconds since 1970, `March 4, 2021`. None if it is none.

    `04/03/2021` is a day only where `order` is known or one number is past 12; with dots the day stands first.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_seconds(value)
    if not isinstance(value, str):
        return None
    text = value[:100]
    if hit := _ISO.match(text) or _LOOSE.match(text):
        return _iso(int(hit["year"]), int(hit["month"]), int(hit["day"]))
    return _of_names(text) or _of_numbers(text, order)


def order_of(values: Iterable[object]) -> Order | None:
    """How a column writes days in numbers: by the first that can be read in one way only; None where none can."""
    for value in values:
        hit = _NUMBERS.search(value[:100]) if isinstance(value, str) else None
        if hit and (int(hit["one"]) > 12) != (int(hit["two"]) > 12):
            return "day first" if int(hit["one"]) > 12 else "month first"
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _of_seconds(value: float) -> str | None:
    seconds = value / 1000 if value > 1e11 else value
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds > 0 else None
    except (OverflowError, OSError, ValueError):
        return None


def _of_names(text: str) -> str | None:
    """`Sun, 04 May 2031 10:00:00 GMT`, `September 23, 2021 Thursday`, `Sun May 04 10:00:00 +0000 2031`."""
    bare = _CLOCK.sub("", text)
    hit = next(filter(None, (form.search(bare) for form in _NAMED)), None)
    if hit is None:
        return None
    return _iso(int(hit["year"]), _MONTHS.index(hit["name"].lower()) + 1, int(hit["day"]))


def _of_numbers(text: str, order: Order | None) -> str | None:
    """`23.09.2021 14:05`, `09/23/2021`."""
    hit = _NUMBERS.search(text)
    if hit is None:
        return None
    one, two, year = int(hit["one"]), int(hit["two"]), int(hit["year"])
    if one > 12 or two > 12:
        return _iso(year, two, one) if one > 12 else _iso(year, one, two)
    if hit["mark"] == "." or one == two or order == "day first":
        return _iso(year, two, one)
    return _iso(year, one, two) if order == "month first" else None
