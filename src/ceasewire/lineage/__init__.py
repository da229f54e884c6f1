"""Documents to links: who took which words from whom."""

from __future__ import annotations

from collections.abc import Sequence

from ceasewire.model import Document, Link


def trace(documents: Sequence[Document]) -> list[Link]:
    """The lineage links among the documents and to outlets outside them, in the order of their documents."""
    return []
