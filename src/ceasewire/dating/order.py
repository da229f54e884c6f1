"""Which of two pages came first: what one expects, the other reports as happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ceasewire.model import Mention, Reading

PLACES = ("venue", "host", "place", "from", "to", "scope")
TO_COME = ("planned", "proposed", "hypothetical")

Event = tuple[str, str]


@dataclass(frozen=True)
class Outlook:
    """Events by type and place: those that a page only expects, and those that it reports."""

    expected: frozenset[Event]
    happened: frozenset[Event]


def outlook(reading: Reading | None) -> Outlook:
    """`A summit is planned in Drava`: talks in Drava are expected; `the summit opened in Drava`: they happened."""
    told: dict[bool, set[Event]] = {True: set(), False: set()}
    for mention in reading.mentions if reading else ():
        if mention.realis != "denied":
            told[mention.realis in TO_COME].update(_events(mention))
    return Outlook(frozenset(told[True] - told[False]), frozenset(told[False]))


def _events(mention: Mention) -> set[Event]:
    return {(mention.type or "", arg.text) for arg in mention.args if arg.role in PLACES and arg.text[:1].isupper()}


def foreseen(outlooks: Mapping[str, Outlook], one: str, other: str) -> int:
    """How many events one page expects that the other reports."""
    return len(outlooks[one].expected & outlooks[other].happened)
