"""Who talks with whom: the contacts that facts tell of, as rows of pairs, brokers and those left out, by month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from ceasewire.dossier.draw.scale import day_of
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views.persons import PEOPLE, named
from ceasewire.model import Actor

# Roles in facts of these types make a contact: who sat with whom, who stood between them, who was kept or stayed away.
MET = {"talks": ("party",), "agreement": ("party", "signatory"), "ceasefire": ("party", "declarer"),
       "invitation": ("inviter", "invitee")}  # fmt: skip
BROKERS = ("mediator", "host", "guarantor", "observer")
OUT = {"talks": ("excluded",), "agreement": ("excluded",), "ceasefire": ("excluded",), "boycott": ("party",)}
AHEAD = frozenset({"planned", "proposed", "hypothetical"})
TYPES = tuple(dict.fromkeys((*MET, *OUT)))
MOST = 12  # parties of one fact that are paired
COLUMNS = 24  # stretches of time side by side


@dataclass(frozen=True)
class Contact:
    """One fact as a contact. `how` is `told`, `ahead` (planned, proposed, possible, invited) or `denied`.

    `day` is an ISO day or empty; parties, brokers and those left out are ids of actors.
    """

    fact: str
    how: str
    contested: bool
    day: str
    parties: tuple[str, ...]
    brokers: tuple[str, ...]
    out: tuple[str, ...]


@dataclass
class Cell:
    """The contacts of one row in one stretch of time."""

    facts: dict[str, list[str]] = field(default_factory=lambda: {"told": [], "ahead": [], "denied": []})
    contested: bool = False

    @property
    def keys(self) -> list[str]:
        """The ids of the facts, told ones first."""
        return [key for keys in self.facts.values() for key in keys]

    @property
    def words(self) -> str:
        """`2 told, 1 ahead, contested`."""
        parts = [f"{len(keys)} {how}" for how, keys in self.facts.items() if keys]
        return ", ".join([*parts, *(["contested"] if self.contested else [])])


@dataclass(frozen=True)
class Row:
    """Two actors, or one, with the contacts in each column; `name` is how an address calls it."""

    name: str
    actors: tuple[str, ...]
    cells: list[Cell]

    @property
    def total(self) -> int:
        """How many contacts."""
        return sum(len(cell.keys) for cell in self.cells)

    @property
    def keys(self) -> list[str]:
        """The ids of the facts, by time."""
        return list(dict.fromkeys(key for cell in self.cells for key in cell.keys))


@dataclass(frozen=True)
class Columns:
    """Stretches of time: months, or quarters or years where there are many; `size` is how much of a day names one."""

    names: list[str]
    size: int

    def of(self, day: str) -> int:
        """The column of a day; the last for a day that is not known."""
        name = stretch(day, self.size)
        return self.names.index(name) if name in self.names else len(self.names) - 1


UNKNOWN = "day not known"


@dataclass(frozen=True)
class Tables:
    """All contacts, the stretches of time that hold them, and their rows."""

    found: list[Contact]
    times: Columns
    pairs: list[Row]
    brokers: list[Row]
    left_out: list[Row]


def tables(shelf: Shelf) -> Tables:
    """The contacts of a record as rows. To be asked through `Shelf.once`."""
    found = contacts(shelf)
    times = columns(found)
    return Tables(found, times, pairs(found, times), brokers(found, times), left_out(found, times))


def contacts(shelf: Shelf) -> list[Contact]:
    """Every contact of the record, in the record's order of facts."""
    marks = ", ".join("?" * len(TYPES))
    question = (
        "SELECT f.id, f.type, f.status, f.realis, coalesce(f.begins, f.ends, f.first, ''), p.role, p.actor"
        f" FROM fact f JOIN part p ON p.fact = f.id WHERE f.type IN ({marks}) ORDER BY f.position, p.role, p.actor"
    )
    rows = [tuple(map(str, row)) for row in shelf.ask(question, *TYPES)]
    body = bodies(shelf, {row[6] for row in rows})
    facts: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        if row[6] in body:
            facts[row[:5]].append((row[5], body[row[6]]))
    return [contact for head, fillers in facts.items() if (contact := _contact(head, fillers))]


def bodies(shelf: Shelf, actors: Iterable[str]) -> dict[str, str]:
    """Whom each actor stands for: a person for the body he belongs to. Those without a name are left out."""
    known = {actor.id: actor for actor in shelf.many(Actor, sorted(actors))}
    above = {a.id: a for a in shelf.many(Actor, sorted({a.affiliation for a in known.values() if a.affiliation}))}
    found: dict[str, str] = {}
    for key, actor in known.items():
        head = above.get(actor.affiliation or "") if actor.kind in PEOPLE else None
        body = head or actor
        if named(body.name, body.kind) and body.kind != "place":
            found[key] = body.id
    return found


def _contact(head: tuple[str, ...], fillers: Sequence[tuple[str, str]]) -> Contact | None:
    key, type_, status, realis, day = head
    parties, brokers, out = (
        tuple(dict.fromkeys(actor for role, actor in fillers if role in roles))
        for roles in (MET.get(type_, ()), BROKERS, OUT.get(type_, ()))
    )
    if len(parties) < 2 and not brokers and not out:
        return None
    ahead = realis in AHEAD or type_ == "invitation"
    how = "denied" if "denied" in (status, realis) else "ahead" if ahead else "told"
    return Contact(key, how, status == "contested", day[:10], parties[:MOST], brokers[:MOST], out[:MOST])


def columns(found: Sequence[Contact]) -> Columns:
    """The stretches of time that hold the contacts, without a gap where they are few."""
    days = sorted(contact.day for contact in found if day_of(contact.day))
    size = 7 if len({day[:7] for day in days}) <= COLUMNS else 4
    names = sorted({stretch(day, size) for day in days})[-COLUMNS:]
    return Columns([*names, *([UNKNOWN] if len(days) < len(found) or not names else [])], size)


def stretch(day: str, size: int) -> str:
    """`2031-05`, or `2031`."""
    return day[:size] if day else UNKNOWN


def pairs(found: Sequence[Contact], times: Columns) -> list[Row]:
    """Everybody with everybody whom a fact puts at one table, those most told of first."""
    return _rows("pair", [(pair, c) for c in found for pair in combinations(sorted(c.parties), 2)], times)


def brokers(found: Sequence[Contact], times: Columns) -> list[Row]:
    """Those who stand between the parties."""
    return _rows("broker", [((actor,), contact) for contact in found for actor in contact.brokers], times)


def left_out(found: Sequence[Contact], times: Columns) -> list[Row]:
    """Those who are kept out, or stay away."""
    return _rows("out", [((actor,), contact) for contact in found for actor in contact.out], times)


def _rows(kind: str, found: Iterable[tuple[tuple[str, ...], Contact]], times: Columns) -> list[Row]:
    cells: dict[tuple[str, ...], list[Cell]] = {}
    for actors, contact in found:
        row = cells.setdefault(actors, [Cell() for _ in times.names])
        cell = row[times.of(contact.day)]
        cell.facts[contact.how].append(contact.fact)
        cell.contested |= contact.contested
    rows = [Row("-".join((kind, *actors)), actors, row) for actors, row in cells.items()]
    return sorted(rows, key=lambda row: (-row.total, row.actors))


def circle(rows: Sequence[Row], most: int) -> list[str]:
    """The actors with the most contacts, the busiest first."""
    weight: Counter[str] = Counter()
    for row in rows:
        for actor in row.actors:
            weight[actor] += row.total
    return [actor for actor, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0]))][:most]
