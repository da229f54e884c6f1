"""Where a page speaks in somebody else's words: between quotation marks, in a post, after a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ceasewire.model import Document, Line

MARKS = re.compile(r'[“”„«»"]')
SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
POST = re.compile(r"[—–-] ?[^()\n]{1,60}\(@\w{1,30}\)")
OPENING, CLOSING = "“„«", "”»"


def quoted(document: Document, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The stretches of the lines that stand in quotation marks or are a post, in order, without overlap."""
    spans: list[tuple[int, int]] = []
    for line in lines:
        text = document.text[line.start : line.end]
        spans += [(line.start, line.end)] if POST.search(text) else _marked(text, line.start)
    return spans


def framed(document: Document, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The paragraphs that the line before announces with a colon: a statement, a document, another's report."""
    text = document.text
    pairs = pairwise(lines)
    return [(line.start, line.end) for before, line in pairs if text[before.start : before.end].rstrip().endswith(":")]


def _marked(text: str, base: int) -> list[tuple[int, int]]:
    """What stands between marks in one paragraph; a quotation left open runs to its end."""
    spans: list[tuple[int, int]] = []
    begun: int | None = None
    for at, opens in _marks(text):
        if begun is None and opens is not False:
            begun = at
        elif begun is not None and opens is not True:
            spans.append((base + begun, base + at + 1))
            begun = None
    if begun is not None:
        spans.append((base + begun, base + len(text)))
    return spans


def _marks(text: str) -> Iterator[tuple[int, bool | None]]:
    """Each mark and whether it opens (True), closes (False) or may do either (None)."""
    found = list(MARKS.finditer(text))
    for match in found:
        mark = match.group()
        yield match.start(), True if mark in OPENING else False if mark in CLOSING else None
    if not found:
        for match in SINGLE.finditer(text):
            yield match.start(), match.end() < len(text) and text[match.end()].isalnum()
