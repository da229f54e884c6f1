"""Days of older texts that a page quotes: inside such a quotation `today` is that text's day."""

from __future__ import annotations

import re

from ceasewire.model import Clock
from ceasewire.reading.clock import resolve
from ceasewire.reading.hits import Hit
from ceasewire.reading.parse import Paragraph, Parsed
from ceasewire.reading.tokens import text_of

QUOTES = '"“„«‘'
REACH = 2  # paragraphs between the words that introduce a quoted text and the quotation
_WROTE = re.compile(
    r"\b(?:wrote|published|posted|tweeted|predicted|reported|said|stated|noted|warned|argued)\b", re.IGNORECASE
)
_HANDLE = re.compile(r"\(@\w{1,30}\)\s*$")


def anchors(parsed: Parsed, reads: list[tuple[Hit, Clock]]) -> dict[int, str]:
    """The day to count from, by the start of each time expression that stands in a quotation of an older text."""
    by_paragraph = _by_paragraph(parsed, reads)
    out: dict[int, str] = {}
    for index, paragraph in enumerate(parsed.paragraphs):
        day = _signed(paragraph, by_paragraph[index]) or _introduced(parsed.paragraphs, by_paragraph, index)
        if day:
            out |= {hit.start: day for hit, _ in by_paragraph[index]}
    return out


def _by_paragraph(parsed: Parsed, reads: list[tuple[Hit, Clock]]) -> list[list[tuple[Hit, Clock]]]:
    out: list[list[tuple[Hit, Clock]]] = [[] for _ in parsed.paragraphs]
    starts = {id(paragraph.doc): index for index, paragraph in enumerate(parsed.paragraphs)}
    for hit, clock in reads:
        out[starts[id(hit.root.doc)]].append((hit, clock))
    return out


def _signed(paragraph: Paragraph, reads: list[tuple[Hit, Clock]]) -> str | None:
    """`— Veldan Relief (@VeldanRelief) May 4, 2021`: a post that gives its own day behind its author."""
    text = text_of(paragraph.doc)
    for hit, clock in reads:
        if _HANDLE.search(text[max(0, hit.start - paragraph.start - 34) : hit.start - paragraph.start]):
            return _known_day(clock)
    return None


def _introduced(paragraphs: list[Paragraph], reads: list[list[tuple[Hit, Clock]]], index: int) -> str | None:
    """`On 4 May 2021 I wrote:` and then a paragraph in quotation marks."""
    text = text_of(paragraphs[index].doc).lstrip()
    if not text or text[0] not in QUOTES or index == 0:
        return None
    if not text_of(paragraphs[index - 1].doc).rstrip().endswith((":", "-", "—")):
        return None
    for earlier in range(index - 1, max(-1, index - 1 - REACH), -1):
        if not _WROTE.search(text_of(paragraphs[earlier].doc)):
            continue
        for _, clock in reads[earlier]:
            if day := _known_day(clock):
                return day
    return None


def _known_day(clock: Clock) -> str | None:
    """The day a clock means whatever the day of writing, if it is one day."""
    interval = resolve(clock, None)
    return interval.start[:10] if interval and interval.start and interval.start == interval.end else None
