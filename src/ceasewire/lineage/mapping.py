"""From characters of a copy to characters of the text it was taken from, word by word."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from ceasewire.lineage.settings import MOST_MAPPED
from ceasewire.lineage.words import WORD
from ceasewire.model import Link, Span


@dataclass(frozen=True, order=True)
class Step:
    """Characters of the copy and the the characters of its source: a word, or a change between words."""

    start: int
    end: int
    of_start: int
    of_end: int


class Map:
    """The runs of a link, word by word. Offsets outside the runs map to nothing."""

    def __init__(self, link: Link) -> None:
        steps = [step for one, other in zip(link.spans, link.of_spans, strict=False) for step in _steps(one, other)]
        self.steps = sorted(steps)
        self.starts = [step.start for step in self.steps]

    def find(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of the source that stands for the characters from `start` to `end`, None if nothing does."""
        first = max(0, bisect_right(self.starts, start) - 1)
        hits = []
        for step in self.steps[first:]:
            if step.start >= end:
                break
            if step.end > start:
                hits.append(step)
        if not hits:
            return None
        return min(step.of_start for step in hits), max(step.of_end for step in hits)


def _steps(one: Span, other: Span) -> list[Step]:
    """Equal words as pairs, and each change with what stands in its place on the other side, if anything."""
    here, there = _words(one), _words(other)
    steps: list[Step] = []
    for i, j, size in _equal([word for word, _, _ in here], [word for word, _, _ in there]):
        last = steps[-1] if steps else Step(0, 0, 0, 0)
        if steps and here[i][1] - last.end > 1 and there[j][1] - last.of_end > 1:
            steps.append(Step(last.end, here[i][1], last.of_end, there[j][1]))
        steps += [Step(*here[i + n][1:], *there[j + n][1:]) for n in range(size)]
    return steps


def _words(span: Span) -> list[tuple[str, int, int]]:
    """The words of a span with their offsets in the document."""
    found = WORD.finditer(span.text)
    return [(m.group().lower(), span.start + m.start(), span.start + m.end()) for m in found]


def _equal(one: list[str], other: list[str]) -> list[tuple[int, int, int]]:
    """Equal stretches in order: place, place on the other side, number of words."""
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    found = [(0, 0, head)] if head else []
    if max(len(one), len(other)) - head > MOST_MAPPED:
        return found
    codes = Indel.opcodes(one[head:], other[head:])
    return found + [
        (head + code.src_start, head + code.dest_start, code.src_end - code.src_start)
        for code in codes
        if code.tag == "equal"
    ]
