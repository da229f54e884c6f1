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
DOUBLE = OPENING + CLOSING + EITHER
ENDS = ".,!?…"
STOP = re.compile(r"[.!?…]\s+")
LONGEST = 400  # characters before a mark that closes what none has opened
COLON = 8  # characters at the end of a line among which its colon is looked for


def quoted(text: str, start: int, end: int, signs: Sequence[int] | None = None) -> list[tuple[int, int]]:
    """The stretches of a line that stand in quotation marks or are a post, in order, without overlap.

    `signs` are the places of all marks, apostrophes and at signs of the line, if they are known.
    """
    places = [match.start() for match in SIGNS.finditer(text, start, end)] if signs is None else signs
    if text.find("@", start, end) >= 0 and POST.search(text, start, end):
        return [(start, end)]
    marks = list(_marks(text, start, end, places))
    first = _sentence(text, start, marks[0][0]) if marks and marks[0][1] is False else None
    return _marked(marks, first, end)


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


def _sentence(text: str, start: int, stop: int) -> int:
    """Where the last sentence begins that goes up to a mark."""
    stops = [match.end() for match in STOP.finditer(text, max(start, stop - LONGEST), stop - 1)]
    return stops[-1] if stops else max(start, stop - LONGEST)


def _marked(marks: Sequence[tuple[int, bool | None]], first: int | None, end: int) -> list[tuple[int, int]]:
    """What stands between marks in one paragraph: a quotation left open runs to its end.

    `first` is where one begins that the first mark closes, as in `It is over.” He left.`
    """
    spans: list[tuple[int, int]] = []
    begun = first
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
    double, opened = [place for place in places if text[place] in DOUBLE], False
    for place in double or places:
        sign = text[place]
        before = text[place - 1] if place > start else " "
        after = text[place + 1] if place + 1 < end else " "
        if not double:
            if sign in "‘'" and not _inner(before) and _inner(after):
                opened = True
                yield place, True
            elif sign in "’'" and (_inner(before) or before in ENDS) and not _inner(after) and opened:
                yield place, False
        elif sign == EITHER:
            yield place, _turned(before, after)
        else:
            yield place, sign in OPENING


def _turned(before: str, after: str) -> bool | None:
    """Whether a straight mark opens or closes, by the space on one side of it alone."""
    return None if before.isspace() == after.isspace() else before.isspace()


def _inner(sign: str) -> bool:
    """Whether a character may stand inside a word."""
    return sign.isalnum() or sign == "_"
