"""Statements: who says what, in which words, with which stance, through whom."""

from __future__ import annotations

from ceasewire.model import Statement
from ceasewire.reading.cast import Cast
from ceasewire.reading.parse import Parsed


def find_statements(parsed: Parsed, cast: Cast) -> list[Statement]:
    """Every statement of a page, in the order of its cues."""
    return []
