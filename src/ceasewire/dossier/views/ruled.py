"""What the forms of a fact and of an actor offer: fields to correct, things to join with, parts to take out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from ceasewire.codebook import table
from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views.rulings import standing
from ceasewire.model import Actor, ActorKind, Fact, Mention, Origin, Realis, Ruling
from ceasewire.record import Record

NEAR = 15  # facts or actors offered to join with
PARTS = 30  # passages or names offered to take out
LIKE = """SELECT f.id FROM fact f LEFT JOIN part p ON p.fact = f.id AND p.actor IN
  (SELECT actor FROM part WHERE fact = ?) WHERE f.type = ? AND f.id <> ?
  GROUP BY f.id ORDER BY count(p.actor) DESC, f.position LIMIT ?"""
NAMES = """SELECT a.id, a.name FROM actor a WHERE a.kind = ? AND a.id <> ? AND
  a.id IN (SELECT actor FROM said UNION SELECT actor FROM part) ORDER BY a.name LIMIT 200"""


@dataclass(frozen=True)
class FactForms:
    """What the forms of a fact offer."""

    realis: list[str]
    types: list[str]
    like: list[Fact]
    parts: list[Mention]
    origins: list[Origin]


@dataclass(frozen=True)
class ActorForms:
    """What the forms of an actor offer: kinds, others of its kind as (id, name), its names; and what was ruled."""

    kinds: list[str]
    others: list[tuple[str, str]]
    names: list[str]
    rulings: list[Ruling]


def fact_forms(shelf: Shelf, fact: Fact, part: Record) -> FactForms:
    """The forms of a fact; `part` is what it rests on."""
    passages = [part.mention[p.mention] for p in (*fact.support, *fact.dispute) if p.mention in part.mention]
    firsts = {(m.doc, m.trigger.start): m for m in reversed(passages) if not m.copy_of}
    like = shelf.many(Fact, shelf.keys(LIKE, fact.id, fact.type, fact.id, NEAR))
    origins = [part.origin[key] for key in (*fact.origins_for, *fact.origins_against) if key in part.origin]
    parts = list(firsts.values())[::-1][:PARTS] if len(firsts) > 1 else []
    return FactForms(list(get_args(Realis)), sorted(table("events")["types"]), like, parts, origins)


def actor_forms(shelf: Shelf, actor: Actor) -> ActorForms:
    """The forms of an actor."""
    names: Sequence[str] = list(dict.fromkeys(alias.name for alias in actor.aliases))
    found = [(str(key), str(name)) for key, name in shelf.known(NAMES, actor.kind, actor.id)]
    ruled = [ruling for ruling in standing(shelf) if ruling.what == f"actors/{actor.id}"]
    return ActorForms(list(get_args(ActorKind)), found, list(names)[:PARTS] if len(names) > 1 else [], ruled)
