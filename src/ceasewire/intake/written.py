"""When the text of a web page was written: its markup's day, or that of the update that it prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ceasewire.intake.days import day_of
from ceasewire.intake.linear import Linear
from ceasewire.model import Span

_SHORT = 90
_LABEL = re.compile(
    r"^[\W_]*(?:last |this (?:story|article|page|post) was (?:last )?)?(?:updated|modified|revised)(?: on| at)?\s*:?\s*"
    r"(?=\d|[A-Z][a-z]{2,9}\b)",
    re.I,
)


@dataclass(frozen=True)
class Written:
    """The day of writing and the first day that it may be; the words that say so, None where markup does."""

    day: str
    first: str
    span: Span | None
    why: str


def written(lines: Sequence[Linear], day: str | None) -> Written | None:
    """The day of markup, unless the page prints a later one as that of its update, and nowhere the day of markup."""
    if day is None:
        return None
    start = 0
    for line in lines:
        shown = day_of(line.text) if len(line.text) <= _SHORT else None
        label = _LABEL.match(line.text) if shown else None
        if shown and label and shown > day:
            return Written(shown, day, Span(start, start + len(line.text), line.text), "day of the update, printed")
        if shown == day:
            break
        start += len(line.text) + 1
    return Written(day, day, None, "metadata of the page")
