"""What stands before the story: navigation, its title, deck, byline and picture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from ceasewire.intake.chrome import same
from ceasewire.intake.credits import byline, masthead, name_alone
from ceasewire.intake.lines import Block
from ceasewire.intake.marks import bullet, ended, plain, prose, strong, words
from ceasewire.intake.outlet import head_name

_SITE = re.compile(r"\s+(?:[|»«·–—-]|::)\s+(?P<site>(?:[A-Z]|[\w-]+\.)[^|»«·–—]{1,40})$")
_GLUE = re.compile(
    r"^(?:home|news|world|politics|opinion|international|middle east|africa|asia|europe)(?:\s*[/>»›|:]\s*|(?=[A-Z]))",
    re.I,
)


def find_title(blocks: Sequence[Block], given: str | None) -> str | None:
    """The line that is the title: the one metadata gives, else the likeliest line before the story. None if none is."""
    marked = (block for block in blocks if block.role == "title")
    block = (_given(blocks, given) if given else None) or next(marked, None) or (None if given else _likeliest(blocks))
    if block is None:
        return given
    for other in blocks:
        if same(other.text, block.text):
            other.role = "title"
    return block.text


def _given(blocks: Sequence[Block], title: str) -> Block | None:
    wanted = plain(title)
    for block in blocks:
        if plain(block.text) == wanted:
            return block
    short = plain(clean_title(title))
    return next((block for block in blocks if len(short) > 12 and plain(block.text) == short), None)


def _likeliest(blocks: Sequence[Block]) -> Block | None:
    """A line repeated as the end of a glued one, else the first of five words, else of three, before the story."""
    before = list(takewhile(lambda block: block.role is not None or not prose(block.text), blocks))
    open_ = [block for block in before if block.role is None and _titled(block.text)]
    if len(open_) > 1 and open_[0] is blocks[0] and head_name(open_[0].text):
        open_.pop(0)
    for block in open_:
        if len(words(block.text)) >= 4 and any(glued(other.text, block.text) for other in before):
            return block
    return _long_enough(open_) or (_set_apart(blocks) if not before else None)


def _long_enough(open_: Sequence[Block]) -> Block | None:
    for least in (5, 3):
        for block in open_:
            if len(words(block.text)) >= least and not (name_alone(block.text) and len(open_) > 1):
                return block
    return None


def _titled(line: str) -> bool:
    return (
        not bullet(line)
        and 3 <= len(words(line)) <= 30
        and not line.endswith((".", ",", ";", ":"))
        and not byline(line, True)
    )


def _set_apart(blocks: Sequence[Block]) -> Block | None:
    """A first sentence alone above a blank line, where paragraphs have none between them, or a short question."""
    first = blocks[0] if len(blocks) > 3 else None
    if first is None or first.role is not None or len(words(first.text)) > 25 or not strong_follows(blocks):
        return None
    if blocks[1].gap and sum(block.gap for block in blocks[2:]) <= 0.2 * len(blocks):
        return first
    return first if first.text.endswith(("?", "!")) and len(words(first.text)) <= 14 else None


def strong_follows(blocks: Sequence[Block]) -> bool:
    """Whether a full paragraph stands among the next four blocks."""
    return any(strong(block.text) for block in blocks[1:5])


def glued(line: str, title: str) -> bool:
    """Whether a line is the title with navigation run into it: `HomeWorldHarbour talks collapse`."""
    return len(line) > len(title) and (line.endswith(title) or line.startswith(title)) and len(line) - len(title) <= 80


def clean_title(title: str) -> str:
    """A title without the site's name and navigation: `Harbour talks collapse | The Veldanian`."""
    bare = " ".join(title.split())
    hit = _SITE.search(bare)
    if hit and (masthead(hit["site"]) or (len(words(hit["site"])) <= 4 and len(words(bare[: hit.start()])) >= 4)):
        bare = bare[: hit.start()]
    return _GLUE.sub("", bare) if len(words(bare)) > 4 else bare


def settle(blocks: Sequence[Block], headline: str | None) -> None:
    """Roles of the blocks before the story that no earlier rule knew."""
    at = next((number for number, block in enumerate(blocks) if block.role == "title"), -1)
    for number, block in enumerate(blocks):
        if block.role is not None:
            continue
        if headline is not None and glued(block.text, headline):
            block.role = "furniture"
        elif byline(block.text, head=True) or (name_alone(block.text) and number > at >= 0):
            block.role = "byline"
        elif masthead(block.text) or number < at:
            block.role = "furniture"
        else:
            _beside(blocks, number, at)


def _beside(blocks: Sequence[Block], number: int, at: int) -> None:
    """A line between title and story: an item, a deck, a caption, a section's name."""
    line = blocks[number].text
    twins = [block for block in blocks if same(block.text, line)]
    if len(twins) > 1:
        for block in twins:
            block.role = "caption"
    elif bullet(line) or ended(line):
        blocks[number].role = "body"
    elif len(words(line)) < 5:
        blocks[number].role = "furniture"
    else:
        blocks[number].role = "body" if number == at + 1 else "caption"
