"""Whom a page credits for its whole text, and the names by which a page may itself be credited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ceasewire.codebook import table
from ceasewire.codebook.outlets import outlet_by_name
from ceasewire.model import Document, Line, Span

NAME = re.compile(r"(?:[Tt]he )?([^\W_a-z][\w.&'’-]*(?: (?:[^\W_a-z][\w.&'’-]*|of|and|the|for|&))*)")
DOMAIN = re.compile(r"^(?:www\.)?(.{3,}?)(?:\.(?:com|org|net|info|news|co|gov|edu))?(?:\.[a-z]{2})?$")
BRACKET = re.compile(r"[(\[]")
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


def thanked(text: str) -> tuple[str, ...]:
    """The outlets that a line thanks: `Northern Wire and the Herald contributed to this report.`"""
    match = _thanks().search(text)
    names = NAME.search(text[: match.start()]) if match else None
    parts = re.split(r"\band\b|,", names.group()) if names else []
    return tuple(ARTICLE.sub("", part).strip() for part in parts if part.strip())


@cache
def _thanks() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(phrase) for phrase in table("credits")["contributed"]["after"]))


def _text(document: Document, line: Line) -> str:
    return document.text[line.start : line.end]


def beginnings(text: str) -> list[int]:
    """Where a line and its brackets begin."""
    return sorted({0, *(match.start() for match in BRACKET.finditer(text))}) if "(" in text or "[" in text else [0]


@cache
def _phrases() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a credited name, and what stands after it."""
    rows = table("credits")["credit"]
    before = "|".join(re.escape(phrase) for phrase in sorted(rows["before"], key=len, reverse=True))
    after = "|".join(re.escape(phrase) for phrase in rows["after"])
    return re.compile(rf"(?i)(?:^|\()[\s*_—-]*(?:{before})\s?:?\s+"), re.compile(rf"(?i)\s+(?:{after})\b")


def credited(short: str) -> tuple[tuple[str, int, int], ...]:
    """The names that a short line, or a bracket, credits, with the characters that do."""
    before, after = _phrases()
    found = []
    for begin in beginnings(short):
        if (match := before.match(short, begin)) and (name := NAME.match(short, match.end())):
            found.append((name.group(1).rstrip("."), match.start(), name.end()))
    if (first := NAME.match(short)) and (tail := after.match(short, first.end())):
        found.append((first.group(1), 0, tail.end()))
    return tuple(found)
