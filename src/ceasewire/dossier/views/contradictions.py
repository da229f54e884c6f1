"""Contradictions: both sides in their own words."""

from __future__ import annotations

from ceasewire.dossier.links import Links
from ceasewire.dossier.paper import Sheet
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views import Asked, number
from ceasewire.dossier.views.basis import basis
from ceasewire.dossier.words import outlet
from ceasewire.model import Contradiction, Document, Fact, Origin, Side
from ceasewire.show.words import CLASH

LEAF = 30


def contradictions(shelf: Shelf, asked: Asked, links: Links) -> Sheet:
    """Every contradiction, in the order of the facts they are about."""
    total = shelf.number("SELECT count(*) FROM clash")
    leaves = -(-total // LEAF) or 1
    leaf = number(asked, "leaf", 1, leaves)
    keys = shelf.keys("SELECT id FROM clash ORDER BY rowid LIMIT ? OFFSET ?", LEAF, (leaf - 1) * LEAF)
    found = shelf.many(Contradiction, keys)
    sides = [side for clash in found for side in (*clash.a, *clash.b)]
    values: dict[str, object] = {
        "basis": basis(shelf),
        "found": found,
        "facts": _facts(shelf, keys),
        **around(shelf, sides),
        "total": total,
        "leaf": leaf,
        "leaves": leaves,
        "CLASH": CLASH,
        "outlet": outlet,
    }
    return Sheet("contradictions.html", "Contradictions", values)


def _facts(shelf: Shelf, keys: list[str]) -> dict[str, Fact]:
    """The fact that each contradiction is about, by the id of the contradiction."""
    about = {key: str(shelf.ask("SELECT about FROM clash WHERE id = ?", key)[0][0]) for key in keys}
    known = {fact.id: fact for fact in shelf.many(Fact, about.values())}
    return {key: known[fact] for key, fact in about.items() if fact in known}


def around(shelf: Shelf, sides: list[Side]) -> dict[str, object]:
    """The origins and pages of sides, by id."""
    return {
        "origins": {o.id: o for o in shelf.many(Origin, [side.origin for side in sides if side.origin])},
        "documents": {d.id: d for d in shelf.many(Document, [side.doc for side in sides])},
    }
