"""The sheet of who talks with whom, and its rows for a table."""

from __future__ import annotations

from collections.abc import Iterator

from ceasewire.dossier.links import Links
from ceasewire.dossier.paper import Sheet
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views import Asked, number
from ceasewire.dossier.views.basis import basis
from ceasewire.dossier.views.contacts import Row, circle, tables
from ceasewire.dossier.views.persons import has_page
from ceasewire.model import Fact

PAIRS, OTHERS, CIRCLE = 24, 12, 14  # rows on one leaf, brokers and those left out, actors of the matrix
LISTED = 8  # facts under one row


def talks(shelf: Shelf, asked: Asked, links: Links) -> Sheet:
    """Who talks with whom over time, brokers and those left out apart."""
    known = shelf.once(tables)
    every, between, out = known.pairs, known.brokers, known.left_out
    leaf = number(asked, "leaf", 1, -(-len(every) // PAIRS) or 1)
    some = every[(leaf - 1) * PAIRS : leaf * PAIRS]
    shown = [*some, *between[:OTHERS], *out[:OTHERS]]
    facts = shelf.many(Fact, [key for row in shown for key in row.keys[:LISTED]])
    actors = circle(every, CIRCLE)
    values: dict[str, object] = {
        "basis": basis(shelf),
        "times": known.times.names,
        "groups": [("Parties", "two at one table", some), ("Brokers", "mediators, hosts, guarantors, observers",
                   between[:OTHERS]), ("Left out", "kept out, or stayed away", out[:OTHERS])],
        "facts": {fact.id: fact for fact in facts},
        "circle": actors,
        "table": {row.actors: row for row in every if set(row.actors) <= set(actors)},
        "shown": {row.name for row in some},
        "people": has_page(shelf, [actor for row in shown for actor in row.actors]),
        "pairs": len(every),
        "total": len(known.found),
        "leaf": leaf,
        "leaves": -(-len(every) // PAIRS) or 1,
        "LISTED": LISTED,
    }  # fmt: skip
    return Sheet("talks.html", "Who talks with whom", values)


def contact_rows(shelf: Shelf, asked: Asked) -> Iterator[dict[str, object]]:
    """Each contact of each pair, broker and actor left out, as a row of a table."""
    known = shelf.once(tables)
    days = {contact.fact: contact.day for contact in known.found}
    for part, rows in (("pair", known.pairs), ("broker", known.brokers), ("out", known.left_out)):
        for row in rows:
            yield from _told(part, row, shelf, days)


def _told(part: str, row: Row, shelf: Shelf, days: dict[str, str]) -> Iterator[dict[str, object]]:
    names = [shelf.name(actor) for actor in row.actors]
    for cell in row.cells:
        for how, keys in cell.facts.items():
            for key in keys:
                yield {
                    "part": part, "actor": names[0], "with": names[1] if len(names) > 1 else "", "how": how,
                    "day": days[key], "fact": key,
                }  # fmt: skip
