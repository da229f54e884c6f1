"""Search over facts, statements and pages."""

from __future__ import annotations

from dataclasses import dataclass

from ceasewire.dossier.links import Links
from ceasewire.dossier.paper import Sheet
from ceasewire.dossier.query import question
from ceasewire.dossier.search import Hit
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views import Asked, number
from ceasewire.dossier.views.basis import basis
from ceasewire.dossier.words import outlet
from ceasewire.model import Document, Fact, Statement

LEAF = 20
NOUNS = {"facts": "Facts", "statements": "Statements", "documents": "Pages"}


@dataclass(frozen=True)
class Shelfmark:
    """What was found of one noun."""

    noun: str
    name: str
    total: int
    hits: list[Hit]


def search(shelf: Shelf, asked: Asked, links: Links) -> Sheet:
    """What the record holds of the words typed. With `in` one noun alone, leaf by leaf."""
    typed = asked.get("q", "").strip()[:300]
    wanted = asked.get("in", "")
    nouns = [wanted] if wanted in NOUNS else list(NOUNS)
    leaf = number(asked, "leaf", 1, 500) if len(nouns) == 1 else 1
    most = LEAF if len(nouns) == 1 else LEAF // 2
    found = (
        [Shelfmark(n, NOUNS[n], *shelf.search.find(typed, n, most, (leaf - 1) * LEAF)) for n in nouns] if typed else []
    )
    hits = [hit for mark in found for hit in mark.hits]
    statements = {s.id: s for s in shelf.many(Statement, [h.id for h in hits if h.noun == "statements"])}
    docs = [h.id for h in hits if h.noun == "documents"] + [s.doc for s in statements.values()]
    values: dict[str, object] = {
        "basis": basis(shelf),
        "typed": typed,
        "empty": bool(typed) and question(typed) is None,
        "found": found,
        "facts": {f.id: f for f in shelf.many(Fact, [h.id for h in hits if h.noun == "facts"])},
        "statements": statements,
        "documents": {d.id: d for d in shelf.many(Document, docs)},
        "one": len(nouns) == 1,
        "wanted": wanted if wanted in NOUNS else "",
        "leaf": leaf,
        "leaves": max(1, -(-max((m.total for m in found), default=0) // LEAF)) if len(nouns) == 1 else 1,
        "outlet": outlet,
    }
    return Sheet("search.html", f"Search: {typed}" if typed else "Search", values)
