"""Lines inside the story that are not running text: sub-headings, captions, links to other stories."""

from __future__ import annotations

from collections.abc import Sequence

from ceasewire.intake.chrome import link_like
from ceasewire.intake.lines import Block
from ceasewire.intake.marks import bullet, ended, plain, prose, shouted, title_case, words


def settle(blocks: Sequence[Block], start: int, end: int, headline: str | None) -> None:
    """Roles of the blocks from the first running text to the last that no earlier rule knew."""
    seen: set[str] = set()
    for number in range(start, end):
        block = blocks[number]
        if block.role is not None:
            continue
        key = plain(block.text)
        block.role = "furniture" if key in seen and len(words(block.text)) >= 8 else _role(blocks, number, end)
        seen.add(key)


def _role(blocks: Sequence[Block], number: int, end: int):  # type: ignore[no-untyped-def]
    line = blocks[number].text
    count = len(words(line))
    if prose(line) or ended(line) or bullet(line):
        return "body"
    if link_like(line):
        return "furniture"
    if count <= 8 and not _row_of_links(blocks, number):
        return "body"
    if shouted(line) or title_case(line) or _row_of_links(blocks, number):
        return "furniture"
    return "caption"


def _row_of_links(blocks: Sequence[Block], number: int) -> bool:
    """Whether a line and one beside it are both headlines of five words or more."""
    beside = [blocks[other] for other in (number - 1, number + 1) if 0 <= other < len(blocks)]
    return _headline(blocks[number].text) and any(_headline(block.text) for block in beside if block.role != "caption")


def _headline(line: str) -> bool:
    return 5 <= len(words(line)) <= 18 and not ended(line) and not bullet(line)
