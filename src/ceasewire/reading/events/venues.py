"""What talks are about and where they are: `the Sarn talks` of a page on the war in Sarn are not in Sarn."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ceasewire.codebook import table
from ceasewire.model import Arg, Mention

# How far before a noun, in characters, a place still belongs to it: `the Sarn peace talks`.
_CLOSE = 8


def drop_topics(mentions: list[Mention], text: str) -> list[Mention]:
    """Mentions without the land before `talks` which the page tells to be at war."""
    known: dict[str, bool] = {}
    return [_dropped(mention, text, known) if mention.type == "talks" else mention for mention in mentions]


def _dropped(mention: Mention, text: str, known: dict[str, bool]) -> Mention:
    kept = [arg for arg in mention.args if not (_stands_before(arg, mention) and _troubled(arg.text, text, known))]
    return replace(mention, args=kept) if len(kept) < len(mention.args) else mention


def _stands_before(arg: Arg, mention: Mention) -> bool:
    return arg.role == "venue" and arg.span is not None and 0 <= mention.trigger.start - arg.span.end < _CLOSE


def _troubled(name: str, text: str, known: dict[str, bool]) -> bool:
    """`the war in Sarn`, `Sarn rebels`: what a page says of a land that is fought over."""
    if name not in known:
        rows = table("events")["troubled"]
        place, of, by = re.escape(name), "|".join(rows["of"]), "|".join(rows["by"])
        pattern = rf"\b(?:{of}) (?:in|of|over) (?:\w+ )?{place}\b|\b{place}(?:'s|’s)? (?:{by})\b"
        known[name] = re.search(pattern, text) is not None
    return known[name]
