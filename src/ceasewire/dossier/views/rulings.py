"""The log of rulings, and the queue of facts that wait for one."""

from __future__ import annotations

from dataclasses import dataclass

from ceasewire.dossier.links import Links
from ceasewire.dossier.paper import Sheet
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views import Asked, number
from ceasewire.dossier.views.basis import basis
from ceasewire.model import Fact, Ruling

LEAF = 20
# What matters: contested, several sources of one camp, read without certainty, much told of.
WEIGHT = """SELECT f.id, f.status, f.pro, f.camps, f.sure, count(r.fact) FROM fact f JOIN rests r ON r.fact = f.id
  GROUP BY f.id ORDER BY 4.0 * (f.status = 'contested') + 2.0 * (f.pro > 1 AND f.camps = 1) + 2.0 * (1 - f.sure)
  + min(count(r.fact), 12) / 4.0 DESC, f.position"""


@dataclass(frozen=True)
class Waiting:
    """A fact that nobody has ruled on, and why it should be looked at first."""

    fact: Fact
    reasons: list[str]


def standing(shelf: Shelf) -> list[Ruling]:
    """The rulings that no later one has undone."""
    return shelf.record_of([], rulings=shelf.all(Ruling)).standing


def done_to(shelf: Shelf, noun: str, key: str) -> list[Ruling]:
    """The rulings on one thing that stand; of a ruling, those that undo it."""
    return [r for r in standing(shelf) if r.what == f"{noun}/{key}"] + [r for r in shelf.all(Ruling) if r.undoes == key]


def rulings(shelf: Shelf, asked: Asked, links: Links) -> Sheet:
    """Every ruling, the latest first, undone ones too."""
    log = shelf.all(Ruling)
    values: dict[str, object] = {
        "basis": basis(shelf),
        "log": log[::-1],
        "standing": {ruling.id for ruling in standing(shelf)},
        "there": {str(key) for (key,) in shelf.known("SELECT id FROM fact")} if log else set(),
    }
    return Sheet("rulings.html", "Rulings", values)


def review(shelf: Shelf, asked: Asked, links: Links) -> Sheet:
    """The queue: facts without a ruling, those that matter most first."""
    done = {ruling.what.rpartition("/")[2] for ruling in standing(shelf)}
    rows = [row for row in shelf.known(WEIGHT) if row[0] not in done]
    leaves = -(-len(rows) // LEAF) or 1
    leaf = number(asked, "leaf", 1, leaves)
    shown = {str(row[0]): _reasons(row) for row in rows[(leaf - 1) * LEAF : leaf * LEAF]}
    values: dict[str, object] = {
        "basis": basis(shelf),
        "waiting": [Waiting(fact, shown[fact.id]) for fact in shelf.many(Fact, list(shown))],
        "total": len(rows),
        "done": len(done),
        "last": next(iter(standing(shelf)[::-1]), None),
        "leaf": leaf,
        "leaves": leaves,
    }
    return Sheet("review.html", "Review", values)


def _reasons(row: tuple[object, ...]) -> list[str]:
    _, status, pro, camps, sure, passages = row
    found = ["contested"] if status == "contested" else []
    if int(str(pro)) > 1 and camps == 1:
        found.append("several sources, one camp")
    if float(str(sure)) < 0.6:
        found.append("weakly read")
    return [*found, f"{passages} passages" if passages != 1 else "1 passage"]
