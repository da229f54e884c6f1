"""Furniture: what a page carries besides its story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ceasewire.intake.credits import credit, masthead, name_alone
from ceasewire.intake.lines import Block
from ceasewire.intake.marks import (
    begins,
    bullet,
    ended,
    holds,
    is_one,
    phrases,
    plain,
    prose,
    strong,
    title_case,
    words,
)

_LETTERS = re.compile(r"[^\W\d_]+")
_PROMOTION = re.compile(
    r"^(?:like|follow|join|find|get|visit|watch) .{1,60} on (?:facebook|twitter|instagram|telegram|whatsapp|youtube)\b",
    re.I,
)
_BIO = re.compile(
    r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3},? (?:is|was|has been|writes|works|covers|reports|teaches)\b"
)
_LABELLED = re.compile(r"[^.!?]\s\[[A-Z][A-Z ]{2,20}\]\|?$")
_LABEL = re.compile(
    r"^(?:[A-Z][A-Z ’'&-]{2,20}\s?[:|]\s|[Rr]elated(?: [Aa]rticle| [Ss]tory)?s?:|READ|WATCH|ALSO READ|SEE ALSO|MORE)"
)


def date_line(line: str) -> bool:
    """Whether a line is a day or an hour alone: `Monday 4 May 2021, 10:04 GMT`."""
    if len(line) > 90 or not any(char.isdigit() for char in line):
        return False
    return all(word in phrases("dates") for word in _LETTERS.findall(line.lower()))


def teaser(line: str) -> bool:
    """Whether a line is a link: `[Graphic: the harbour before and after]`, or ends in a label, `[VIDEO]`."""
    if _LABELLED.search(line[-40:]):
        return True
    return line[0] == "[" and line[-1] == "]" and line.count("[") == 1 and len(words(line)) <= 30


def boilerplate(line: str) -> bool:
    """Whether a line is furniture by its words: `Sign up to our newsletter`."""
    if not words(line):
        return True
    if date_line(line) or is_one(line, "whole") or heading(line) or is_one(line, "comments"):
        return True
    count = len(words(line))
    short = count < 15 or not ended(line)
    return (short and (begins(line, "begins") or bool(_PROMOTION.match(line)))) or (
        count <= 90 and holds(line, "holds")
    )


def heading(line: str) -> bool:
    """Whether a line heads a list of other stories: `Also in World News`."""
    return is_one(line, "opens") or (len(words(line)) <= 8 and not ended(line) and begins(line, "opens_begin"))


def cut_comments(blocks: Sequence[Block]) -> None:
    """Everything after the heading of a comment box is furniture, once the story has been told."""
    told = 0
    for number, block in enumerate(blocks):
        if is_one(block.text, "comments") and told >= 2:
            rest = sum(strong(other.text) for other in blocks[number:] if other.role is None)
            if rest <= max(2, told):
                _furnish(blocks[number:])
                return
        told += block.role is None and strong(block.text)


def close_lists(blocks: Sequence[Block]) -> None:
    """Links under the heading of a list of other stories are furniture, until running text comes back."""
    for number, block in enumerate(blocks):
        if block.role == "furniture" and heading(block.text):
            _furnish(blocks[number : number + 1 + _links(blocks[number + 1 :])])


def _links(after: Sequence[Block]) -> int:
    """How many of the blocks after a heading belong to its list."""
    back = [number for number, block in enumerate(after) if block.role is None and strong(block.text)]
    if not back:
        return len(after)
    for number, block in enumerate(after):
        if block.role is None and (strong(block.text) or (prose(block.text) and not _headline(block.text))):
            return number
    return len(after)


def _headline(line: str) -> bool:
    return not ended(line) or (title_case(line) and len(words(line)) <= 16)


def _furnish(blocks: Sequence[Block]) -> None:
    for block in blocks:
        if block.role != "title" and not (block.role == "credit" and credit(block.text)):
            block.role = "furniture"


def settle_tail(blocks: Sequence[Block], end: int) -> None:
    """What follows the last running text: list items that go on with it, a name, a masthead, else furniture."""
    for number in range(end, len(blocks)):
        block = blocks[number]
        if block.role is not None:
            continue
        if _goes_on(blocks, number):
            block.role = "body"
        elif masthead(block.text) or (number == end and name_alone(block.text)):
            block.role = "credit"
        else:
            block.role = "furniture"
    _drop_biography(blocks[:end])


def _goes_on(blocks: Sequence[Block], number: int) -> bool:
    """Whether a line goes on with the story above it: a further item of its list, a short last sentence."""
    line, above = blocks[number].text, blocks[number - 1]
    if number == 0 or above.role != "body":
        return False
    return (bullet(line) and bullet(above.text)) or (line[-1] in '.?!”"' and not title_case(line))


def _drop_biography(story: Sequence[Block]) -> None:
    """The last paragraph may present the author: `Ana Vel is a fellow at the Orsk Institute.`"""
    body = [block for block in story if block.role == "body"]
    if len(body) > 3 and _biography(body[-1].text):
        body[-1].role = "credit"


def _biography(line: str) -> bool:
    return len(words(line)) <= 60 and bool(_BIO.match(line)) and holds(line, "occupations")


def link_like(line: str) -> bool:
    """Whether a line inside a story looks like a link to another: a headline, a label in capitals."""
    return bool(_LABEL.match(line)) and not ended(line) and len(words(line)) >= 3


def same(line: str, other: str | None) -> bool:
    """Whether two lines are the same words."""
    return other is not None and plain(line) == plain(other)
