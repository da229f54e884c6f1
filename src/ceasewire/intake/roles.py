"""The role of every line of a page, from what it looks like and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence

from ceasewire.intake import chrome, head, inside, marks
from ceasewire.intake.credits import byline, credit
from ceasewire.intake.lines import Block, blocks_of
from ceasewire.intake.pictures import caption, picture_credit
from ceasewire.model import Line, Role


def roles_of(text: str, title: str | None, marked: dict[int, Role]) -> tuple[list[Line], str | None]:
    """The lines of a page with their roles, and the line that is its title.

    `title` is what metadata gives, `marked` what markup says of lines, by number; rules fill in the rest.
    """
    blocks = blocks_of(text)
    if marked:
        headline = _by_markup(blocks, title, marked)
        return _lines(blocks), headline
    for block in blocks:
        block.role = _alone(block.text)
    headline = head.find_title(blocks, title)
    chrome.cut_comments(blocks)
    chrome.close_lists(blocks)
    start, end = _story(blocks)
    head.settle(blocks[:start], headline)
    inside.settle(blocks, start, end, headline)
    chrome.settle_tail(blocks, end)
    return _lines(blocks), headline


def _by_markup(blocks: Sequence[Block], title: str | None, marked: dict[int, Role]) -> str | None:
    """Roles where markup tells story from furniture: a line's own words may still say that it is something else."""
    for block in blocks:
        block.role = marked[block.first]
        if block.role == "body":
            block.role = _alone(block.text) or "body"
    return head.find_title(blocks, title)


def _alone(line: str) -> Role | None:
    """What a line says of itself, whatever stands around it."""
    if chrome.teaser(line):
        return "furniture"
    if picture_credit(line):
        return "credit"
    if chrome.boilerplate(line):
        return "furniture"
    if caption(line):
        return "caption"
    if credit(line):
        return "credit"
    return "byline" if byline(line, head=False) else None


def _story(blocks: Sequence[Block]) -> tuple[int, int]:
    """Where running text begins and ends."""
    prose = [number for number, block in enumerate(blocks) if block.role is None and marks.prose(block.text)]
    return (prose[0], prose[-1] + 1) if prose else (len(blocks), len(blocks))


def _lines(blocks: Sequence[Block]) -> list[Line]:
    return [Line(start, end, block.role or "body") for block in blocks for start, end in block.spans]
