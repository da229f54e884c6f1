"""Where a page speaks in somebody else's words: between quotation marks, after a colon, in a post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ceasewire.model import Document, Line

MARKS = re.compile(r'[“”„«»"]')
SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
POST = re.compile(r"[—–-] ?[^()\n]{1,60}\(@\w{1,30}\)")
OPENING, CLOSING = "“„«", "”»"


def quoted(document: Document, lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The stretches of the lines that stand in quotation marks or in a quoted paragraph, in order, without overlap."""
    spans: list[tuple[int, int]] = []
    after_colon = False
    for line in lines:
        text = document.text[line.start : line.end]
        whole = after_colon or POST.search(text) is not None
        spans += [(line.start, line.end)] if whole else _marked(text, line.start)
        after_colon = text.rstrip().endswith(":")
    return spans


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
