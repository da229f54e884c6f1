"""What the words and the chrome of one page say about its day of writing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ceasewire.model import Clock, Document, Line, Reading, Span, Time
from ceasewire.reading.clock import resolve
from ceasewire.reading.timewords import DAY, MONTH, WEEKDAY, YEAR, key, month_number, weekday_number

LEAD = 4  # paragraphs of body in which a weekday is news and not background
CHROME_LINE = 160  # characters: longer lines of chrome are not looked at
QUOTES = re.compile('["“”]')
WIDE_NOW = ("now", "currently", "right now", "at ", "as of")
WRAPS = ("since", "by", "from", "after", "before")


@dataclass(frozen=True)
class Named:
    """A time expression of the text in its own voice, with the sentence around it."""

    span: Span
    clock: Clock
    sentence: tuple[int, int]
    lead: bool
    caption: bool = False

    @property
    def inner(self) -> Clock:
        """The clock without its preposition: that of `October` in `since October`."""
        clock = self.clock
        return Clock(str(clock.args[0]), clock.args[1:], clock.tense) if clock.rule in WRAPS else clock


@dataclass(frozen=True)
class Printed:
    """A full date outside the text; `place` is `beside_title`, `above_title` or `elsewhere`."""

    day: date
    place: str
    span: Span


@dataclass(frozen=True)
class Evidence:
    """All that one page says of its day. Days of `dated` are what the text names in full, first and last."""

    given: date | None
    dated: list[tuple[date, date, Named]] = field(default_factory=list)
    undated: list[Named] = field(default_factory=list)
    weekdays: list[Named] = field(default_factory=list)
    counted: dict[int, Named] = field(default_factory=dict)
    months: list[Named] = field(default_factory=list)
    printed: list[Printed] = field(default_factory=list)
    all: list[Named] = field(default_factory=list)


def gather(document: Document, reading: Reading | None) -> Evidence:
    """The evidence of one page; without a reading only its metadata and chrome speak."""
    found = Evidence(date.fromisoformat(document.published[:10]) if document.published else None)
    found.printed.extend(_printed(document))
    for named in _named(document, reading) if reading else ():
        _sort_in(found, named)
    return found


def _sort_in(found: Evidence, named: Named) -> None:
    clock, inner = named.clock, named.inner
    found.all.append(named)
    if clock.rule == "weekday":
        found.weekdays.append(named)
    elif clock.rule == "offset":
        if not key(named.span.text).startswith(WIDE_NOW):
            found.counted.setdefault(int(clock.args[0]), named)
    elif interval := resolve(inner, None):
        if interval.start and interval.end:
            found.dated.append((_day(interval.start), _day(interval.end), named))
    elif inner.rule in ("day", "month"):
        found.undated.append(named)
    elif clock.rule in ("so_far", "rest", "third", "unit"):
        found.months.append(named)


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _named(document: Document, reading: Reading) -> Iterator[Named]:
    """The times that count from the day of writing or name a day, outside quotations and with no other anchor."""
    lines = {line.start: line for line in document.lines}
    starts = sorted(lines)
    bodies = [line.start for line in document.lines if line.role == "body"]
    sentences = sorted(reading.sentences)
    for time in reading.times:
        line = lines[starts[bisect_right(starts, time.span.start) - 1]]
        clock = reading.clocks[time.id]
        if (clock.anchor and not _absolute(clock)) or _only_date(document, line, time) or _quoted(document, line, time):
            continue
        lead = line.role == "title" or line.start in bodies[:LEAD]
        yield Named(time.span, clock, _sentence(sentences, time), lead, line.role == "caption")


def _absolute(clock: Clock) -> bool:
    """Whether a time names its own year, as the date under a post that the page shows."""
    return clock.rule == "day" and clock.args[0] != 0


def _sentence(sentences: list[tuple[int, int]], time: Time) -> tuple[int, int]:
    index = bisect_right(sentences, (time.span.start, 1 << 60)) - 1
    return sentences[index] if index >= 0 else (time.span.start, time.span.end)


def _only_date(document: Document, line: Line, time: Time) -> bool:
    """Whether a line is a date and no text: such a line is chrome, whatever its role."""
    rest = document.text[line.start : time.span.start] + document.text[time.span.end : line.end]
    return line.end - line.start <= CHROME_LINE and sum(c.isalpha() for c in rest) <= 14


def _quoted(document: Document, line: Line, time: Time) -> bool:
    return len(QUOTES.findall(document.text[line.start : time.span.start])) % 2 == 1


_FULL = re.compile(
    rf"(?<!\w)(?:(?P<weekday>{WEEKDAY})\s*,?\s+)?(?:(?P<m1>{MONTH})\s*(?P<d1>{DAY}),?\s+(?P<y1>{YEAR})"
    rf"|(?P<d2>{DAY})\s+(?P<m2>{MONTH}),?\s+(?P<y2>{YEAR})|(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d))(?!\w)",
    re.IGNORECASE,
)


def _printed(document: Document) -> Iterator[Printed]:
    """Full dates in short lines that are not text."""
    title = next((n for n, line in enumerate(document.lines) if line.role == "title"), None)
    last = max((n for n, line in enumerate(document.lines) if line.role == "body"), default=-1)
    for number, line in enumerate(document.lines):
        if line.end - line.start > CHROME_LINE:
            continue
        text = document.text[line.start : line.end]
        for match in _FULL.finditer(text):
            if line.role in ("body", "title", "caption") and len(text) - len(match[0]) > 14:
                continue
            if day := _full_day(match):
                start = line.start + match.start()
                span = Span(start, line.start + match.end(), match[0])
                yield Printed(day, _place(number, title, last), span)


def _place(number: int, title: int | None, last: int) -> str:
    """Where a line stands: beside the title only where text still follows."""
    if title is None or number > title + 4 or number >= last:
        return "elsewhere"
    return "above_title" if number < title else "beside_title"


def _full_day(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        month, day, year = match["m1"] or match["m2"], match["d1"] or match["d2"], match["y1"] or match["y2"]
        found = date(int(year), month_number(month), int(re.sub(r"\D", "", day)))
    except ValueError:
        return None
    weekday = match["weekday"]
    return found if not weekday or weekday_number(key(weekday)) == found.weekday() else None
