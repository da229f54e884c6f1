"""Rule 10: different numbers are versions beside the bare event."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from ceasewire.fusion.events import Event
from ceasewire.fusion.names import number_in
from ceasewire.model import Arg, Figure

if TYPE_CHECKING:
    from ceasewire.fusion.facts import Backing

BOUNDS = (
    ("at_least", re.compile(r"\b(?:at least|more than|over|no fewer than|upwards of)\b", re.IGNORECASE)),
    (
        "at_most",
        re.compile(r"\b(?:up to|at most|fewer than|less than|under|no more than|nearly|almost)\b", re.IGNORECASE),
    ),
    ("about", re.compile(r"\b(?:about|around|some|roughly|approximately|dozens|hundreds|thousands)\b", re.IGNORECASE)),
)


def figures(event: Event, pro: list[Backing]) -> list[Figure]:
    """The numbers that supporting passages give for the event, each with the origins behind it."""
    origin = {b.passage.mention: b.voice.id for b in pro}
    found: dict[tuple[str, float, str], set[str]] = defaultdict(set)
    for mention in event.mentions:
        for arg in mention.args:
            value = number_in(arg.text)
            if value is not None and mention.id in origin:
                found[_what(arg), value, bound(arg.text)].add(origin[mention.id])
    return [Figure(what, value, how, sorted(ids)) for (what, value, how), ids in sorted(found.items())]


def _what(arg: Arg) -> str:
    return arg.role


def bound(text: str) -> str:
    """How a number is bounded: `more than 40 trucks` is `at_least`."""
    return next((name for name, pattern in BOUNDS if pattern.search(text)), "exact")
