"""Lines inside the story that are not running text: sub-headings, captions, links to other stories."""

from __future__ import annotations

from collections.abc import Sequence

from ceasewire.intake.chrome import link_like
from ceasewire.intake.lines import Block
from ceasewire.intake.marks import bullet, ended, prose, shouted, title_case, words
from ceasewire.model import Role


def settle(blocks: Sequence[Block], start: int, end: int) -> None:
    """Roles of the blocks from the first running text to the last that no earlier rule knew."""
    for number in range(start, end):
        if blocks[number].role is None:
            blocks[number].role = _role(blocks, number)


def _role(blocks: Sequence[Block], number: int) -> Role:
    line = blocks[number].text
    count = len(words(line))
    if prose(line) or ended(line) or bullet(line):
        return "body"
    if link_like(line):
        return "furniture"
    if shouted(line) and count >= 6:
        return "furniture"
    if count <= 8 and not _row_of_links(blocks, number):
        return "body"
    if title_case(line) or _row_of_links(blocks, number):
        return "furniture"
    return "caption"


def _row_of_links(blocks: Sequence[Block], number: int) -> bool:
    """Whether a line and one beside it are both headlines of five words or more."""
    beside = [blocks[other] for other in (number - 1, number + 1) if 0 <= other < len(blocks)]
    return _headline(blocks[number].text) and any(_headline(block.text) for block in beside if block.role != "caption")


def _headline(line: str) -> bool:
    return 5 <= len(words(line)) <= 18 and not ended(line) and not bullet(line)
