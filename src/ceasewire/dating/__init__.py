"""The day of writing: what a page's words, its metadata and the other pages of the collection say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ceasewire.model import Document, Link, Reading


def settle(documents: Sequence[Document], readings: Mapping[str, Reading], links: Sequence[Link]) -> list[Document]:
    """The documents with `published`, its window and its basis settled, in the order given.

    `readings` are keyed by document id, with times not yet resolved. Metadata that intake found stands in the documents.
    """
    return list(documents)
