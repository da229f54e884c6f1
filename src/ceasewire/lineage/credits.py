"""Whom a page credits for its whole text, and the names by which a page may itself be credited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ceasewire.codebook import table
from ceasewire.codebook.outlets import outlet_by_name
from ceasewire.model import Document, Line, Span

NAME = re.compile(r"(?:[Tt]he )?([^\W_a-z][\w.&'’-]*(?: (?:[^\W_a-z][\w.&'’-]*|of|and|the|for|&))*)")
DOMAIN = re.compile(r"^(?:www\.)?(.{3,}?)(?:\.(?:com|org|net|info|news|co|gov|edu))?(?:\.[a-z]{2})?$")
ARTICLE = re.compile(r"^\s*[Tt]he\s+")
LAST_LINES = 12
LONGEST_CREDIT = 160
HEAD_LINES = 4
MOST_LINES = 10_000


@dataclass(frozen=True)
class Credit:
    """A name that a page credits, folded by `fold`, and the line that does."""

    key: str
    name: str
    span: Span


@cache
def fold(name: str) -> str:
    """A name made comparable: `The Harbour Herald` is `HARBOURHERALD.COM`; names of a listed outlet are one."""
    known = outlet_by_name(name)
    plain = (known.name if known else name).casefold().strip().removeprefix("the ")
    found = DOMAIN.match(plain) if "." in plain and " " not in plain else None
    return "".join(letter for letter in (found.group(1) if found else plain) if letter.isalnum())


def own_names(document: Document) -> set[str]:
    """The folded names by which others may credit this page: outlet (or the short lines at its head) and origin."""
    names = {fold(name) for name in (document.outlet, document.origin) if name}
    return names if document.outlet else names | {fold(_text(document, line)) for line in _head(document)}


def _head(document: Document) -> Iterator[Line]:
    for line in document.lines[:HEAD_LINES]:
        if line.role == "body":
            return
        if line.role != "title" and line.end - line.start <= 40:
            yield line


def credits(document: Document) -> list[Credit]:
    """Whom the page credits for its text: the origin that intake found, and credit lines around the body."""
    own = fold(document.outlet) if document.outlet else ""
    found = [credit for line in _credit_lines(document) for credit in _credited(document, line)]
    if document.origin and fold(document.origin) != own:
        key = fold(document.origin)
        fuller = [credit for credit in found if credit.key.startswith(key)]
        span = fuller[0].span if fuller else _naming(document, document.origin)
        found = [Credit(key, document.origin, span), *(credit for credit in fuller if credit.key != key)]
    return [credit for credit in found if credit.key and credit.key != own]


def _naming(document: Document, name: str) -> Span:
    """The words outside the title likely to credit `name`: a credit line, or the bracket that ends a paragraph."""
    for line in sorted(document.lines, key=lambda line: (line.role != "credit", line.role == "body", -line.start)):
        text = _text(document, line)
        begin = max(0, text.rfind("(")) if line.role == "body" else 0
        if line.role != "title" and fold(name) in fold(text[begin:]) and len(text) - begin <= LONGEST_CREDIT:
            return Span(line.start + begin, line.end, text[begin:])
    return next(
        (Span(x.start, x.end, _text(document, x)) for x in document.lines if x.role == "credit"), Span(0, 0, "")
    )


def _credit_lines(document: Document) -> Iterator[Line]:
    """Lines that may hold a credit: not the title, not a caption, and of the body only the last ones."""
    last = len(document.lines) - LAST_LINES
    for number, line in enumerate(document.lines):
        if line.role in ("credit", "furniture") or (line.role == "body" and number >= last):
            yield line


def contributors(document: Document) -> list[Credit]:
    """The outlets that a line around the body thanks: `Northern Wire and the Herald contributed to this report.`"""
    found = []
    for line in _credit_lines(document):
        if line.end - line.start <= LONGEST_CREDIT and (names := _thanked(_text(document, line))):
            span = Span(line.start, line.end, _text(document, line))
            found += [Credit(fold(name), name, span) for name in names]
    return found


@lru_cache(MOST_LINES)
def _thanked(text: str) -> list[str]:
    """The names that a line thanks."""
    match = _thanks().search(text)
    names = NAME.search(text[: match.start()]) if match else None
    parts = re.split(r"\band\b|,", names.group()) if names else []
    return [ARTICLE.sub("", part).strip() for part in parts if part.strip()]


@cache
def _thanks() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(phrase) for phrase in table("credits")["contributed"]["after"]))


def _text(document: Document, line: Line) -> str:
    return document.text[line.start : line.end]


@cache
def _phrases() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a credited name, and what stands after it."""
    rows = table("credits")["credit"]
    before = "|".join(re.escape(phrase) for phrase in sorted(rows["before"], key=len, reverse=True))
    after = "|".join(re.escape(phrase) for phrase in rows["after"])
    return re.compile(rf"(?i)(?:^|\()[\s*_—-]*(?:{before})\s?:?\s+"), re.compile(rf"(?i)\s+(?:{after})\b")


def _credited(document: Document, line: Line) -> Sequence[Credit]:
    """The credits of one line: a short line, or the bracket that ends a paragraph."""
    begin = 0
    if line.end - line.start > LONGEST_CREDIT:
        begin = document.text.rfind("(", max(line.start, line.end - LONGEST_CREDIT), line.end) - line.start
        if begin < 0:
            return ()
    names = _names(document.text[line.start + begin : line.end])
    base = line.start + begin
    return [
        Credit(fold(name), name, Span(base + start, base + end, document.text[base + start : base + end]))
        for name, start, end in names
    ]


@lru_cache(MOST_LINES)
def _names(short: str) -> tuple[tuple[str, int, int], ...]:
    """The names that a short line credits, with the words that do; pages of one outlet have many lines in common."""
    before, after = _phrases()
    found = []
    for match in before.finditer(short):
        if name := NAME.match(short, match.end()):
            found.append((name.group(1).rstrip("."), match.start(), name.end()))
    if (first := NAME.match(short)) and (tail := after.match(short, first.end())):
        found.append((first.group(1), 0, tail.end()))
    return tuple(found)
