"""Every page of the record, and every page that could not be taken in."""

from __future__ import annotations

from ceasewire.dossier.links import Links
from ceasewire.dossier.paper import Sheet
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views import Asked, number
from ceasewire.dossier.views.basis import basis
from ceasewire.model import Failure

LEAF = 100
COLUMNS = ("id", "path", "outlet", "origin", "published", "title", "genre", "language", "read", "statements")


def pages(shelf: Shelf, asked: Asked, links: Links) -> Sheet:
    """The pages in the order of their days."""
    total = shelf.number("SELECT count(*) FROM page")
    leaves = -(-total // LEAF) or 1
    leaf = number(asked, "leaf", 1, leaves)
    question = f"SELECT {', '.join(COLUMNS)} FROM page ORDER BY coalesce(published, '9999'), position LIMIT ? OFFSET ?"
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in shelf.ask(question, LEAF, (leaf - 1) * LEAF)]
    values: dict[str, object] = {
        "basis": basis(shelf),
        "rows": rows,
        "failures": shelf.all(Failure)[:200],
        "total": total,
        "leaf": leaf,
        "leaves": leaves,
    }
    return Sheet("pages.html", "Pages", values)
