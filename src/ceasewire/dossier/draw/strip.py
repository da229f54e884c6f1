"""What a source said over time: a row for each stance, a dot for each day, larger for more."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ceasewire.dossier.draw.scale import Tick, day_of, scale_of

HIGH = 24  # pixels of a row


@dataclass(frozen=True)
class Dot:
    """Statements of one stance on one day; `at` is in percent, `href` leads to the first of them."""

    at: float
    day: str
    number: int
    href: str

    @property
    def size(self) -> float:
        """The radius: its area grows with the number."""
        return round(2.6 + 1.5 * math.sqrt(min(self.number, 30)), 1)


@dataclass(frozen=True)
class Strip:
    """Rows of dots over one scale."""

    ticks: list[Tick]
    rows: list[tuple[str, list[Dot]]]


def strip(told: Iterable[tuple[str, str, int, str]]) -> Strip | None:
    """The strip of (stance, day, number, address), rows in their order; None where fewer than two days are known."""
    known = [(stance, day, number, href) for stance, told_day, number, href in told if (day := day_of(told_day))]
    scale = scale_of(day for _, day, _, _ in known)
    if scale is None or len({day for _, day, _, _ in known}) < 2:
        return None
    rows: dict[str, list[Dot]] = defaultdict(list)
    for stance, day, number, href in known:
        rows[stance].append(Dot(scale.at(day), day.isoformat(), number, href))
    return Strip(scale.ticks(), list(rows.items()))
