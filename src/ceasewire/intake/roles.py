"""The role of every line of a page, from what it looks like and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ceasewire.intake import chrome, head, inside, marks
from ceasewire.intake.credits import byline, credit, reprint
from ceasewire.intake.lines import Block, blocks_of
from ceasewire.intake.pictures import caption, picture_credit
from ceasewire.model import Line, Role

_GAP = 4
"""Lines of another kind that part one run of text from the next."""

_LONG = 60
"""Words of a paragraph in a marked story past which a phrase of furniture in it says nothing."""

_SHARE = 0.15
"""The least share of the longest run's words that makes another run part of the story."""


_REMEMBERED = 2000
"""Characters of the longest line that is judged once for all pages."""


def roles_of(text: str, title: str | None, marked: dict[int, Role]) -> tuple[list[Line], str | None]:
    """The lines of a page with their roles, and the line that is its title.

    `title` is what metadata gives, `marked` what markup says of lines, by number; rules fill in the rest.
    """
    blocks = blocks_of(text)
    if len(marked) >= len(blocks):
        headline = _by_markup(blocks, title, marked)
        return _lines(blocks), headline
    for block in blocks:
        block.role = marked.get(block.first) or _alone(block.text)
    headline = head.find_title(blocks, title)
    chrome.cut_comments(blocks)
    chrome.close_lists(blocks)
    start, end = _story(blocks)
    head.settle(blocks[:start], headline)
    inside.settle(blocks, start, end)
    chrome.settle_tail(blocks, end)
    return _lines(blocks), headline


def _by_markup(blocks: Sequence[Block], title: str | None, marked: dict[int, Role]) -> str | None:
    """Roles where markup tells story from furniture: a line's own words may still say that it is something else."""
    told = False
    for block in blocks:
        block.role = marked[block.first]
        if block.role == "body" and not _kept_for_good(block.text):
            block.role = _alone(block.text) or "body"
        elif block.role == "furniture" and not told and byline(block.text, head=True):
            block.role = "byline"
        told = told or (block.role == "body" and marks.strong(block.text))
    return head.find_title(blocks, title)


def _kept_for_good(line: str) -> bool:
    """Whether no words make a line of a marked story furniture: a number in a table, a paragraph too long for that."""
    return marks.plain(line) == "#" or len(marks.words(line)) > _LONG


def _alone(line: str) -> Role | None:
    """What a line says of itself, whatever stands around it; a line that many pages bear is judged once."""
    return _judged(line) if len(line) <= _REMEMBERED else _judged.__wrapped__(line)


@lru_cache(4000)
def _judged(line: str) -> Role | None:
    if chrome.teaser(line):
        return "furniture"
    if picture_credit(line) or reprint(line):
        return "credit"
    if chrome.boilerplate(line):
        return "furniture"
    if caption(line):
        return "caption"
    if credit(line):
        return "credit"
    return "byline" if byline(line, head=False) else None


def _story(blocks: Sequence[Block]) -> tuple[int, int]:
    """Where running text begins and ends; short runs far from the main one are other stories, and become furniture."""
    runs = _runs(blocks)
    if not runs:
        return len(blocks), len(blocks)
    sizes = [sum(len(marks.words(blocks[number].text)) for number in run) for run in runs]
    lead = next((number for number, block in enumerate(blocks) if block.role == "title"), len(blocks)) + 1
    kept = [
        run
        for run, size in zip(runs, sizes, strict=True)
        if size >= _SHARE * max(sizes) or lead <= run[0] <= lead + _GAP
    ]
    for run in runs:
        if run not in kept:
            for number in run:
                blocks[number].role = "furniture"
    return kept[0][0], kept[-1][-1] + 1


def _runs(blocks: Sequence[Block]) -> list[list[int]]:
    """Running text in runs with fewer than _GAP lines of another kind between them."""
    runs: list[list[int]] = []
    between = _GAP
    for number, block in enumerate(blocks):
        if block.role is None and marks.prose(block.text):
            if between >= _GAP:
                runs.append([])
            runs[-1].append(number)
            between = 0
        elif not (block.role is None and (marks.bullet(block.text) or marks.ended(block.text))):
            between += 1
    return runs


def _lines(blocks: Sequence[Block]) -> list[Line]:
    return [Line(start, end, block.role or "body") for block in blocks for start, end in block.spans]
