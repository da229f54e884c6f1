"""The non-empty lines of a page, and the blocks that hard-wrapped lines form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ceasewire.model import Role

_LINE = re.compile(r"[^\r\n]+")


@dataclass
class Block:
    """One paragraph: a line, or the lines of a hard-wrapped paragraph. `role` is None until a rule knows."""

    first: int
    text: str
    spans: list[tuple[int, int]]
    gap: bool
    role: Role | None = None


def lines_of(text: str) -> list[tuple[int, int]]:
    """Start and end of every non-empty line, white space around it left out."""
    found = []
    for hit in _LINE.finditer(text):
        line = hit.group()
        inner = line.strip()
        if inner:
            start = hit.start() + len(line) - len(line.lstrip())
            found.append((start, start + len(inner)))
    return found


def blocks_of(text: str) -> list[Block]:
    """The paragraphs of a page, in order."""
    spans = lines_of(text)
    blocks: list[Block] = []
    joined = _wrapped(text, spans)
    for number, (start, end) in enumerate(spans):
        gap = not blocks or text.count("\n", spans[number - 1][1], start) > 1
        if joined and not gap and _goes_on(text[slice(*spans[number - 1])]):
            blocks[-1].spans.append((start, end))
            blocks[-1].text += " " + text[start:end]
        else:
            blocks.append(Block(number, text[start:end], [(start, end)], gap))
    return blocks


def _wrapped(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether lines were cut at a width: most full lines end within a sentence and the next begins in lower case."""
    pairs = [
        (text[slice(*one)], text[slice(*two)]) for one, two in pairwise(spans) if text.count("\n", one[1], two[0]) == 1
    ]
    full = [(one, two) for one, two in pairs if 45 <= len(one) <= 130]
    running = sum(two[0].islower() and one[-1] not in ".!?:" for one, two in full)
    return len(full) >= 6 and running >= 0.4 * len(full) and len(full) >= 0.5 * len(pairs)


def _goes_on(line: str) -> bool:
    return len(line) >= 45
