"""Words of a page with some context: what a published site may carry of a text."""

from __future__ import annotations

from collections.abc import Iterable

from ceasewire.model import Document

AROUND = 32  # characters of context on either side of a quotation


def stretches(document: Document, words: Iterable[tuple[int, int]], around: int = AROUND) -> list[tuple[int, int]]:
    """The stretches that hold the words and their context, those that touch joined."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(words):
        low, high = max(0, start - around), min(len(document.text), end + around)
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found
