"""What lines around a text say of it: that it is a translation, that it has been put into another language, mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from ceasewire.codebook import table
from ceasewire.lineage.credits import LAST_LINES, NAME, beginnings
from ceasewire.model import Document, Span

LONGEST: Final = 240
"""Characters of the longest line that is looked at."""

FIRST_LINES: Final = 8

LEAD: Final = (
    r"(?:^\W*|[(\[]\s*)(?:(?:this|the) (?:article|story|report|text|piece|interview|column|essay|post|page|dispatch)"
    r" (?:(?:was|is|has been|first|originally) )*)?"
)
BY: Final = re.compile(r",? (?:by|in|on|at) ")

Version = Literal["update", "correction"]


@dataclass(frozen=True)
class Told:
    """That this page is a translation if `taken`, from a language and an outlet; else what it is put into."""

    taken: bool
    language: str | None
    outlet: str | None


@dataclass(frozen=True)
class Notice:
    """A line that tells of a translation."""

    told: Told
    span: Span


def version(document: Document) -> Version | None:
    """What a line around the text says of the version: `An earlier version of this article misspelt ...`."""
    marks = table("credits")["version"]
    lines = [text.casefold().lstrip(" *_—–-") for _, text in _around(document)]
    if any(line.startswith(tuple(marks["corrected"])) for line in lines):
        return "correction"
    return "update" if any(line.startswith(tuple(marks["updated"])) for line in lines) else None


def _around(document: Document) -> Iterator[tuple[int, str]]:
    """The short lines at the head and the foot of a page, with where they begin."""
    last = len(document.lines) - LAST_LINES
    for number, line in enumerate(document.lines):
        near = number < FIRST_LINES or number >= last or line.role in ("credit", "furniture")
        if near and line.role != "title" and line.end - line.start <= LONGEST:
            yield line.start, document.text[line.start : line.end]


def translation(text: str) -> Told | None:
    """What a line tells of a translation."""
    taken, first, edition = _patterns()
    begins = beginnings(text)
    if match := _begun(taken, text, begins):
        rest = text[match.end() :]
        language = _language(rest)
        return Told(True, language, None if language or not match.group().lower().endswith("from") else _outlet(rest))
    if match := _begun(first, text, begins):
        by = BY.match(text, match.end())
        return Told(True, _language(match["language"]), _outlet(text[by.end() :]) if by else None)
    if match := edition.match(text):
        return Told(False, _language(match["language"]), None)
    return None


def _begun(pattern: re.Pattern[str], text: str, begins: Sequence[int]) -> re.Match[str] | None:
    """What the text, or one of its brackets, begins with."""
    return next((match for begin in begins if (match := pattern.match(text, begin))), None)


def _outlet(text: str) -> str | None:
    """The name at the beginning of a text."""
    name = NAME.match(text.lstrip())
    return name.group(1).rstrip(".") if name else None


def _language(text: str) -> str | None:
    """The code of the language that is named at the beginning of a text, after an article."""
    words = text.casefold().split()[:2]
    return next((code for word in words if (code := _languages().get(word.strip(".,:;()")))), None)


@cache
def _languages() -> dict[str, str]:
    return {name: code for code, names in table("credits")["languages"].items() for name in names}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Lines of a translation, lines that name its first language, and those that name a language it is put into."""
    rows = table("credits")["translation"]
    languages = f"(?P<language>{_any(_languages())})"
    return (
        re.compile(rf"(?i){LEAD}(?:{_any(rows['taken'])})"),
        re.compile(rf"(?i){LEAD}(?:{_any(rows['first'])}) (?:the )?{languages}\b"),
        re.compile(rf"(?i)^\W*(?:{_any(rows['edition'])}) (?:the )?{languages}\b"),
    )


def _any(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
