"""What the lines around a page's body say of its text: whom it credits, whom it thanks, that it is a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from ceasewire.codebook import table
from ceasewire.lineage.credits import (
    LAST_LINES,
    LONGEST_CREDIT,
    MOST_LINES,
    Credit,
    beginnings,
    credited,
    fold,
    thanked,
)
from ceasewire.lineage.notices import FIRST_LINES, LONGEST, Notice, Told, translation
from ceasewire.model import Document, Span


@dataclass(frozen=True)
class Margin:
    """Whom a page credits for its text, the outlets that it thanks, and what it tells of translations."""

    credits: list[Credit]
    thanks: list[Credit]
    notices: list[Notice]


HEAD: Final = 3
LETTER: Final = re.compile(r"[^\W_]")
AROUND: Final = frozenset(("credit", "furniture"))


class _Words(NamedTuple):
    """What a line tells: names it credits with the characters that do, names it thanks, of a translation."""

    credits: tuple[tuple[str, int, int], ...]
    thanks: tuple[str, ...]
    told: Told | None


def margin(document: Document) -> Margin:
    """What the lines around the body say, each looked at once."""
    text, found = document.text, Margin([], [], [])
    for start, end, words in _telling(document):
        found.credits.extend(
            Credit(fold(name), name, _span(text, start + first, start + last)) for name, first, last in words.credits
        )
        found.thanks.extend(Credit(fold(name), name, _span(text, start, end)) for name in words.thanks)
        if words.told:
            found.notices.append(Notice(words.told, _span(text, start, end)))
    return Margin(_with_origin(document, found.credits), found.thanks, found.notices)


def _telling(document: Document) -> Iterator[tuple[int, int, _Words]]:
    """The stretches around the body that tell something; what stands in the body or in a caption above credits none."""
    text, last = document.text, len(document.lines) - LAST_LINES
    for number, line in enumerate(document.lines):
        role = line.role
        around = role in AROUND
        if role == "title" or not (around or number < FIRST_LINES or number >= last):
            continue
        start, end = line.start, line.end
        credits = around or (role == "body" and number >= last)
        if end - start <= LONGEST and (words := _words(text[start:end])):
            yield start, end, words if credits else _Words((), (), words.told)
        if credits and end - start > LONGEST_CREDIT:
            begin = text.rfind("(", end - LONGEST_CREDIT, end)
            if begin >= 0 and (names := credited(text[begin:end])):
                yield begin, end, _Words(names, (), None)


@lru_cache(MOST_LINES)
def _words(text: str) -> _Words | None:
    """What a line tells, None if nothing; pages of one outlet have many lines in common."""
    if not _may_tell(text.lower()):
        return None
    short = len(text) <= LONGEST_CREDIT
    found = _Words(credited(text) if short else (), thanked(text) if short else (), translation(text))
    return found if any(found) else None


def _may_tell(small: str) -> bool:
    """Whether a line in small letters has a sign of a credit, thanks or a translation: most have none."""
    heads, inside = _signs()
    for word in inside:
        if word in small:
            return True
    return any(_head(small, begin) in heads for begin in beginnings(small))


def _head(small: str, begin: int) -> str:
    """The first letters of the first word from a place."""
    word = LETTER.search(small, begin)
    return small[word.start() : word.start() + HEAD] if word else ""


@cache
def _signs() -> tuple[frozenset[str], tuple[str, ...]]:
    """How lines or brackets that tell something begin, and what else stands in such lines."""
    rows = table("credits")
    told = rows["translation"]
    first = ["this", "the", *rows["credit"]["before"], *told["taken"], *told["first"], *told["edition"]]
    inside = [
        *rows["credit"]["after"],
        *rows["contributed"]["after"],
        *(words for words in first if not words[0].isalnum()),
    ]
    heads = frozenset(_head(words.lower(), 0) for words in first)
    return heads, tuple(sorted({words.lower().split()[0] for words in inside}))


def _with_origin(document: Document, found: list[Credit]) -> list[Credit]:
    """The credits with the origin that intake found, the page's own outlet left out."""
    own = fold(document.outlet) if document.outlet else ""
    if document.origin and (key := fold(document.origin)) != own:
        fuller = [credit for credit in found if credit.key.startswith(key)]
        span = fuller[0].span if fuller else _naming(document, document.origin)
        found = [Credit(key, document.origin, span), *(credit for credit in fuller if credit.key != key)]
    return [credit for credit in found if credit.key and credit.key != own]


def _naming(document: Document, name: str) -> Span:
    """The words outside the title likely to credit `name`: a credit line, or the bracket that ends a paragraph."""
    for line in sorted(document.lines, key=lambda line: (line.role != "credit", line.role == "body", -line.start)):
        text = document.text[line.start : line.end]
        begin = max(0, text.rfind("(")) if line.role == "body" else 0
        if line.role != "title" and fold(name) in fold(text[begin:]) and len(text) - begin <= LONGEST_CREDIT:
            return Span(line.start + begin, line.end, text[begin:])
    credit = next((line for line in document.lines if line.role == "credit"), None)
    return _span(document.text, credit.start, credit.end) if credit else Span(0, 0, "")


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])
