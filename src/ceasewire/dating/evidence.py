"""What the words and the chrome of one page say about its day of writing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ceasewire.dating.printed import CHROME_LINE, Printed, Yearless, printed_days, yearless_days
from ceasewire.model import Clock, Document, Line, Reading, Span, Time
from ceasewire.reading.clock import resolve
from ceasewire.reading.timewords import key

LEAD = 4  # paragraphs of body in which a weekday is news and not background
QUOTES = re.compile('["“”]')
WIDE_NOW = ("now", "currently", "right now", "at ", "as of")
WRAPS = ("since", "by", "from", "after", "before")


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that one page says of its day. Days of `dated` are what the text names in full, first and last."""

    given: date | None
    read: bool = True
    dated: list[tuple[date, date, Named]] = field(default_factory=list)
    undated: list[Named] = field(default_factory=list)
    weekdays: list[Named] = field(default_factory=list)
    counted: dict[int, Named] = field(default_factory=dict)
    months: list[Named] = field(default_factory=list)
    printed: list[Printed] = field(default_factory=list)
    yearless: list[Yearless] = field(default_factory=list)
    all: list[Named] = field(default_factory=list)


def gather(document: Document, reading: Reading | None) -> Evidence:
    """The evidence of one page; without a reading only its metadata and chrome speak."""
    given = date.fromisoformat(document.published[:10]) if document.published else None
    found = Evidence(given, reading is not None)
    found.printed.extend(printed_days(document))
    found.yearless.extend(yearless_days(document))
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
