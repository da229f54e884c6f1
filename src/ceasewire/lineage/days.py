"""When a page was written, as far as metadata or a date line at its head say before it is read."""

from __future__ import annotations

import re
from functools import lru_cache

from ceasewire.lineage.credits import MOST_LINES
from ceasewire.model import Document

MONTHS = tuple("january february march april may june july august september october november december".split())  # noqa: SIM905
MONTH = "|".join(rf"{month[:3]}(?:{month[3:]}|t)?" for month in MONTHS)
FORMS = (
    re.compile(rf"(?i)\b(?P<m>{MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>(?:19|20)\d\d)\b"),
    re.compile(rf"(?i)\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<m>{MONTH})\.?,? (?P<y>(?:19|20)\d\d)\b"),
    re.compile(r"\b(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d\d)[-/.](?P<d>\d\d)\b"),
)
YEAR = re.compile(r"(?:19|20)\d\d")
HEAD = 10
LONGEST = 80


def printed_day(document: Document) -> str | None:
    """The full date in a short line above the body, as an ISO day; chrome lies, so it is a weak witness."""
    for line in document.lines[:HEAD]:
        if line.role == "body":
            return None
        if (
            line.role != "title"
            and line.end - line.start <= LONGEST
            and (day := _day(document.text[line.start : line.end]))
        ):
            return day
    return None


@lru_cache(MOST_LINES)
def _day(text: str) -> str | None:
    """The first full date of a short line; pages of one day have it in common."""
    if not YEAR.search(text):
        return None
    for form in FORMS:
        if match := form.search(text):
            month = match["m"]
            number = (
                int(month)
                if month.isdigit()
                else 1 + next(i for i, m in enumerate(MONTHS) if m[:3] == month[:3].lower())
            )
            return f"{match['y']}-{number:02d}-{int(match['d']):02d}"
    return None
