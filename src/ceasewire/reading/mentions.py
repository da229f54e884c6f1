"""Event mentions: the verb or noun that names an event, its roles, its realis, its time and who vouches for it."""

from __future__ import annotations

from ceasewire.model import Dated, Mention, Statement, Time
from ceasewire.reading.cast import Cast
from ceasewire.reading.parse import Parsed


def find_mentions(
    parsed: Parsed, cast: Cast, statements: list[Statement], times: list[Time]
) -> tuple[list[Mention], list[Dated]]:
    """Every event mention of a page, in the order of its triggers, and which time expression dates it."""
    return [], []
