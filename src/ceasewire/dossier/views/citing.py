"""How to cite what a record holds."""

from __future__ import annotations

from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.words import outlet
from ceasewire.model import Document, Fact


def cited(what: str, shelf: Shelf) -> str:
    """A citation of something of a record: what it is, and what the record was made of."""
    head = shelf.header
    day = f", as of {head.as_of}" if head.as_of else ""
    return (
        f"{what}, in a record of {head.inputs.count:,} pages (sha256 {head.inputs.sha256[:16]}{day}), "
        f"machine-read and unreviewed, built with {head.built_with}."
    )


def fact_cited(fact: Fact, shelf: Shelf) -> str:
    """A citation of a fact."""
    return cited(f"Fact {fact.id}, “{fact.summary}”", shelf)


def page_cited(page: Document, shelf: Shelf) -> str:
    """A citation of a page, by its bytes."""
    title = " ".join((page.title or page.path).split())
    where = f", {page.url}" if page.url else ""
    day = page.published or "day not known"
    return cited(f"“{title}”, {outlet(page)}, {day}{where} (page {page.id}, sha256 {page.sha256[:16]})", shelf)
