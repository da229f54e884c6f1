"""Where a page speaks in somebody else's words: between quotation marks, in a post, after a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from ceasewire.codebook import table

SIGNS = re.compile("[“”„«»\"‘’'@]")
POST = re.compile(r"[—–-] ?[^()\n]{1,60}\(@\w{1,30}\)")
SIGNED = re.compile(r"[—–-]+ ?[^()\n]{1,60}\(@\w{1,30}\)")
DASHES = "—–-"
OPENING, CLOSING, EITHER = "“„«", "”»", '"'
ENDS = ".,!?…"
COLON = 8  # characters at the end of a line among which its colon is looked for


def quoted(text: str, start: int, end: int, signs: Sequence[int] | None = None) -> list[tuple[int, int]]:
    """The stretches of a line that stand in quotation marks or are a post, in order, without overlap.

    `signs` are the places of all marks, apostrophes and at signs of the line, if they are known.
    """
    places = [match.start() for match in SIGNS.finditer(text, start, end)] if signs is None else signs
    if text.find("@", start, end) >= 0 and POST.search(text, start, end):
        return [(start, end)]
    return _marked(list(_marks(text, start, end, places)), end)


def framed(text: str, starts: Sequence[int], ends: Sequence[int], pages: Sequence[int]) -> list[tuple[int, int]]:
    """The lines in somebody else's words as a whole: announced with a colon, or signed as a post by the line after.

    A line that announces a whole text, as `The statement reads in full:`, speaks for all lines of the page after it.
    """
    spans: list[tuple[int, int]] = []
    open_on = -1
    for (first, last, one), (start, end, other) in pairwise(zip(starts, ends, pages, strict=True)):
        if one != other:
            continue
        near = text.find(":", max(first, last - COLON), last) >= 0
        announced = near and text[max(first, last - COLON) : last].rstrip().endswith(":")
        if announced and any(words in text[first:last].casefold() for words in _whole()):
            open_on = one
        if text[start] in DASHES and SIGNED.match(text, start, end):
            spans.append((first, last))
        if announced or open_on == other:
            spans.append((start, end))
    return spans


@cache
def _whole() -> tuple[str, ...]:
    return tuple(table("credits")["announced"]["whole"])


def _marked(marks: Sequence[tuple[int, bool | None]], end: int) -> list[tuple[int, int]]:
    """What stands between marks in one paragraph; a quotation left open runs to its end."""
    spans: list[tuple[int, int]] = []
    begun: int | None = None
    for at, opens in marks:
        if begun is None and opens is not False:
            begun = at
        elif begun is not None and opens is not True:
            spans.append((begun, at + 1))
            begun = None
    if begun is not None:
        spans.append((begun, end))
    return spans


def _marks(text: str, start: int, end: int, places: Sequence[int]) -> Iterator[tuple[int, bool | None]]:
    """Each mark and whether it opens (True), closes (False) or may do either (None); single ones where they are all."""
    double = False
    for place in places:
        sign = text[place]
        if sign in OPENING or sign in CLOSING or sign == EITHER:
            double = True
            yield place, sign in OPENING if sign != EITHER else None
    if not double:
        for place in places:
            before = text[place - 1] if place > start else " "
            after = text[place + 1] if place + 1 < end else " "
            if text[place] in "‘'" and not _inner(before) and _inner(after):
                yield place, True
            elif text[place] in "’'" and (_inner(before) or before in ENDS) and not _inner(after):
                yield place, False


def _inner(sign: str) -> bool:
    """Whether a character may stand inside a word."""
    return sign.isalnum() or sign == "_"
