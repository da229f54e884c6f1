"""An event: the mentions of it and what they say of it together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ceasewire.fusion.filled import Filled, fill
from ceasewire.fusion.material import Material
from ceasewire.fusion.stretches import length
from ceasewire.model import Interval, Mention

RARE = 0.1  # a name in fewer of an event's mentions than this share is left to the passages


@dataclass
class Event:
    """The mentions of one event and what they say of it together."""

    type: str
    number: int = 0
    mentions: list[Mention] = field(default_factory=list)
    named: list[Mention] = field(default_factory=list)
    roles: dict[str, dict[str, Filled]] = field(default_factory=lambda: defaultdict(dict))
    intervals: Counter[Interval] = field(default_factory=Counter)
    interval: Interval | None = None

    def add(self, mention: Mention, filled: list[Filled]) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        for one in filled:
            self.roles[one.role].setdefault(one.name, one)
        if mention.time and mention.time.interval:
            self.intervals[mention.time.interval] += 1
            self.interval = self._closest()

    def _closest(self) -> Interval | None:
        """The closest stretch that the mentions give, the commoner of two as close."""
        closed = [i for i in self.intervals if i.start and i.end]
        pool = closed or list(self.intervals)
        return min(pool, key=lambda i: (length(i), -self.intervals[i], str(i)), default=None)


def of_mentions(like: Event, mentions: Iterable[Mention], material: Material, number: int | None = None) -> Event:
    """An event of these mentions, of the type and number of `like` unless another number is given."""
    event = Event(like.type, like.number if number is None else number)
    for mention in mentions:
        event.add(mention, fill(mention, material))
    return event
