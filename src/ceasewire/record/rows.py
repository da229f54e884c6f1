"""The rows of every file of the contract, from what the stages made."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ceasewire.model import Document, Failure, Link, Story


def rows_of(
    documents: Sequence[Document], failures: Sequence[Failure], links: Sequence[Link], story: Story
) -> dict[str, Sequence[Struct]]:
    """Rows by the name of their file, in the order they are exported in."""
    rows: dict[str, Sequence[Struct]] = {name: getattr(story, name) for name in story.__struct_fields__}
    return {"documents": documents, "failures": failures, "links": links, **rows}


def place(document: Document) -> tuple[str, str]:
    """Where a document stands in a record."""
    return document.path, document.id
