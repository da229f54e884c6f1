"""Rule 10: different numbers are versions beside the bare event."""

from __future__ import annotations

from collections import defaultdict

from ceasewire.fusion.backing import Backing
from ceasewire.fusion.event import Event
from ceasewire.fusion.names import bound, number_in
from ceasewire.model import Arg, Figure


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
