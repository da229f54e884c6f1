"""The first text of a story, found by following links."""

from __future__ import annotations

from collections.abc import Sequence

from ceasewire.model import Link, LinkKind

WHOLE: tuple[LinkKind, ...] = ("republication", "rewrite", "translation", "update", "correction")


def root(links: Sequence[Link], doc: str) -> str:
    """The first text that a page as a whole comes from: a document id, or the name of an outlet outside the collection.

    A page that takes nothing whole is its own root.
    """
    whole = {link.doc: link for link in reversed(links) if link.kind in WHOLE}
    seen = {doc}
    while (link := whole.get(doc)) is not None:
        if link.of_doc is None:
            return link.of_outlet or doc
        if link.of_doc in seen:
            return min(seen)
        doc = link.of_doc
        seen.add(doc)
    return doc
