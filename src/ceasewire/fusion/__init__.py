"""What many pages say to what is known: actors, origins, facts, contradictions, tracks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ceasewire.model import Document, Link, Reading, Story


def fuse(documents: Sequence[Document], links: Sequence[Link], readings: Mapping[str, Reading]) -> Story:
    """The story of the documents. `readings` are adopted ones, keyed by document id."""
    return Story([], [], [], [], [], [], [], [], [], [], [], [])
