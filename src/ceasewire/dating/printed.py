"""Full dates that stand on a page outside its text: in a masthead, below the title, over an entry of a live page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from ceasewire.codebook import table
from ceasewire.model import Document, Line, Span
from ceasewire.reading.timewords import DAY, MONTH, WEEKDAY, YEAR, choice, key, month_number, weekday_number

CHROME_LINE = 160  # characters: longer lines of chrome are not looked at
BESIDE = 4  # lines below the title in which a date belongs to it
ROOM = 14  # characters that a line of text may have beside a date and still be none

_ENGLISH = re.compile(
    rf"(?<!\w)(?:(?P<weekday>{WEEKDAY})\s*,?\s+)?(?:(?P<m1>{MONTH})\s*(?P<d1>{DAY}),?\s+(?P<y1>{YEAR})"
    rf"|(?P<d2>{DAY})\s+(?P<m2>{MONTH}),?\s+(?P<y2>{YEAR}))(?!\w)",
    re.IGNORECASE,
)
_YEARLESS = re.compile(
    rf"(?<!\w)(?:(?P<weekday>{WEEKDAY})\s*,?\s+)?(?:(?P<m1>{MONTH})\s*(?P<d1>{DAY})|(?P<d2>{DAY})\s+(?P<m2>{MONTH}))"
    r"(?!\w|,?\s+\d{4})",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"(?<![\w./-])(?:(?P<y1>(?:19|20)\d\d)-(?P<m1>[01]\d)-(?P<d1>[0-3]\d)"
    r"|(?P<d2>[0-3]?\d)\.\s?(?P<m2>[01]?\d)\.\s?(?P<y2>(?:19|20)\d\d)"
    r"|(?P<one>[0-3]?\d)/(?P<two>[0-3]?\d)/(?P<y3>(?:19|20)\d\d))(?![\w/-]|[.]\d)"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A full date outside the text; `place` is `beside_title`, `above_title`, `entry` or `elsewhere`."""

    day: date
    place: str
    span: Span


@dataclass(frozen=True, slots=True)
class Yearless:
    """A date without its year outside the text; `weekday` is None where none is printed."""

    month: int
    day: int
    weekday: int | None
    place: str
    span: Span


def yearless_days(document: Document) -> Iterator[Yearless]:
    """`Thursday 16 September` in short lines that are not text, in order."""
    for line, place in _chrome(document):
        text = document.text[line.start : line.end]
        for match in _YEARLESS.finditer(text):
            if _is_chrome(line, text, match):
                month, day = match["m1"] or match["m2"], match["d1"] or match["d2"]
                weekday = weekday_number(key(match["weekday"])) if match["weekday"] else None
                span = Span(line.start + match.start(), line.start + match.end(), match[0])
                yield Yearless(month_number(month), int(re.sub(r"\D", "", day)), weekday, place, span)


def printed_days(document: Document) -> Iterator[Printed]:
    """Full dates in short lines that are not text, in order."""
    for line, place in _chrome(document):
        text = document.text[line.start : line.end]
        for match, day in _days(text, document.read is True):
            if _is_chrome(line, text, match):
                yield Printed(day, place, Span(line.start + match.start(), line.start + match.end(), match[0]))


def _chrome(document: Document) -> Iterator[tuple[Line, str]]:
    """The short lines of a page that hold figures, and where each stands."""
    title = next((n for n, line in enumerate(document.lines) if line.role == "title"), None)
    last = max((n for n, line in enumerate(document.lines) if line.role == "body"), default=-1)
    for number, line in enumerate(document.lines):
        short = line.end - line.start <= CHROME_LINE
        if short and any(character.isdigit() for character in document.text[line.start : line.end]):
            yield line, _place(number, title, last, document.genre == "live")


def _is_chrome(line: Line, text: str, match: re.Match[str]) -> bool:
    """Whether a line is no text: by its role, or because it holds little beside its date."""
    return line.role not in ("body", "title", "caption") or len(text) - len(match[0]) <= ROOM


def _place(number: int, title: int | None, last: int, live: bool) -> str:
    """Where a line stands: beside the title only where text still follows."""
    if title is None or number >= last:
        return "elsewhere"
    if number < title:
        return "above_title"
    return "beside_title" if number <= title + BESIDE else "entry" if live else "elsewhere"


def _days(text: str, english: bool) -> Iterator[tuple[re.Match[str], date]]:
    """`Tuesday, 4 May 2021`, `04.05.2021`, `25/05/2021`, on a page of another language `4. Mai 2021`."""
    patterns = [(_ENGLISH, _english), (_FIGURES, _figures)] + ([] if english else [(_elsewhere(), _abroad)])
    for pattern, meaning in patterns:
        for match in pattern.finditer(text):
            try:
                day = meaning(match)
            except ValueError:
                continue
            if day:
                yield match, day


def _english(match: re.Match[str]) -> date | None:
    month, day, year = match["m1"] or match["m2"], match["d1"] or match["d2"], match["y1"] or match["y2"]
    found = date(int(year), month_number(month), int(re.sub(r"\D", "", day)))
    weekday = match["weekday"]
    return found if not weekday or weekday_number(key(weekday)) == found.weekday() else None


def _figures(match: re.Match[str]) -> date | None:
    """Day and month divided by a stroke count only where they cannot be taken the other way round."""
    if match["one"]:
        one, two = int(match["one"]), int(match["two"])
        if one != two and max(one, two) <= 12:
            return None
        return date(int(match["y3"]), min(one, two) if max(one, two) > 12 else one, max(one, two))
    year, month, day = (match[name + "1"] or match[name + "2"] for name in "ymd")
    return date(int(year), int(month), int(day))


@cache
def _elsewhere() -> re.Pattern[str]:
    names = choice([name for row in table("dating")["elsewhere"]["months"] for name in row])
    return re.compile(
        rf"(?<!\w)(?P<day>[0-3]?\d)\.?(?:er|º)?\s+(?:de\s+)?(?P<month>{names}),?\s+(?:de\s+)?(?P<year>(?:19|20)\d\d)",
        re.IGNORECASE,
    )


@cache
def _abroad_months() -> dict[str, int]:
    return {name: number for number, row in enumerate(table("dating")["elsewhere"]["months"], 1) for name in row}


def _abroad(match: re.Match[str]) -> date | None:
    month = _abroad_months().get(match["month"].lower())
    return date(int(match["year"]), month, int(match["day"])) if month else None
