"""What terms are about: the topics of the codebook, found by their words."""

from __future__ import annotations

import re
from functools import cache

from ceasewire.codebook import table

OTHER = "other"


def topic_of(words: str) -> str:
    """The topic of some terms, `other` for none: `withdrawal` of `both armies pull back`."""
    plain = words.casefold()
    return next((name for name, pattern in _topics() if pattern.search(plain)), OTHER)


@cache
def order() -> dict[str, int]:
    """The place of each topic in the table, `other` last."""
    return {name: number for number, name in enumerate([*(name for name, _ in _topics()), OTHER])}


@cache
def _topics() -> list[tuple[str, re.Pattern[str]]]:
    return [(row["name"], _begins(row["words"])) for row in table("topics")["topic"]]


def _begins(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + ")")
