"""Time words as the table lists them: numbers, names of months and days, and patterns for them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ceasewire.codebook import table


@cache
def words() -> dict[str, Any]:
    """The table of time words."""
    return table("times")


def choice(names: list[str]) -> str:
    """A pattern for any of the names, the longest first, blanks as any white space."""
    parts = (re.escape(name).replace(r"\ ", r"\s+") for name in sorted(set(names), key=lambda n: (-len(n), n)))
    return "(?:" + "|".join(parts).replace("'", "['’]") + ")"


def key(text: str) -> str:
    """A match as the tables write it: lower case, single blanks, straight apostrophes, no full stop at the end."""
    return " ".join(text.lower().replace("’", "'").split()).rstrip(".")


@cache
def _index(name: str) -> dict[str, int]:
    return {short: number for number, row in enumerate(words()[name]) for short in row}


def month_number(text: str) -> int:
    """1 to 12 for a month's name or short form."""
    return _index("months")[key(text)] + 1


def weekday_number(text: str) -> int:
    """0 for Monday to 6 for Sunday, for a weekday's name or short form."""
    return _index("weekdays")[key(text)]


@cache
def number(text: str) -> int | None:
    """The number that figures or words say (`two`, `twenty-four`, `48`); None for `few` and the like."""
    parts = key(text).replace("-", " ").split()
    if len(parts) == 1 and parts[0].isdecimal():
        return int(parts[0])
    values = [words()["numbers"].get(part) for part in parts]
    return sum(values) if values and None not in values else None


def full_year(text: str) -> int:
    """2021 for `2021`, 1982 for `'82`, 2004 for `'04`."""
    short = int(text)
    return short if short > 99 else short + (1900 if short > 40 else 2000)


_T = words()
MONTH = (
    r"(?:"
    + "|".join(row[0] for row in _T["months"])
    + "|"
    + "|".join(rf"(?:{'|'.join(row[1:])})\b\.?" for row in _T["months"] if row[1:])
    + r")(?!\w)"
)
WEEKDAY = choice([row[0] for row in _T["weekdays"]]) + r"(?!\w)"
WEEKDAY_SHORT = choice([short for row in _T["weekdays"] for short in row[1:]]) + r"\b\.?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
YEAR = r"(?:1[6-9]|20)\d\d(?![\w%]|[.,]\d)"
UNIT = r"(?:minute|hour|day|week|month|quarter|year|decade|centurie)s?"
NUMBER = (
    r"(?:\d{1,3}|"
    + choice([n for n in _T["numbers"] if n not in ("hundred",)])
    + r"(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a\s+)?"
    + choice(_T["vague"]["some"])
    + ")"
)
PART = r"(?:early|late|mid|middle)"
PART_OF_DAY = r"(?:early\s+|late\s+)?(?:morning|afternoon|evening|night)"
EDGE = (
    r"(?P<edge>start|beginning|outset|early\s+part|middle|end|close|latter\s+part|first\s+half|second\s+half"
    r"|rest|remainder|whole)"
)
ABOUT = r"(?:(?:about|around|roughly|some|approximately|exactly|just|precisely)\s+)?"
CLOCK = (
    r"(?:(?:[01]?\d|2[0-3]):[0-5]\d(?:\s*[ap]\.?m\b\.?|\s*hours)?"
    r"|(?:[01]?\d|2[0-3])\.[0-5]\d(?:\s*[ap]\.?m\b\.?|(?=\s*(?:utc|gmt)))"
    r"|(?:1[0-2]|0?[1-9])\s*[ap]\.?m\b\.?"
    r"|(?:[01]\d|2[0-3])[0-5]\d\s*(?=utc|gmt|hours)"
    r"|(?<!\w)(?:noon|midnight|midday|dawn|dusk)\b)"
)
ZONE = r"(?:\s*\(?(?P<zone>utc|gmt)(?:\s*[+-]\d+)?\)?|\s+local\s+time|\s+(?:[ecmp][sd]?t|bst|cet|eet)\b)?"
# `18:00 (19:00 Moscow time)`, `6 p.m. (1600 GMT)`: the same hour by another clock
ELSEWHERE = (
    r"(?:\s*\(\s*(?P<other>\d{1,2}[:.]?\d\d|\d{1,2}\s*[ap]\.?m\.?)\s*"
    r"(?:(?P<zone2>utc|gmt)|[a-z][a-z']{1,12}(?:\s+time)?)\s*\))?"
)
