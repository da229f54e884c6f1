"""Whom an actor of a record belongs to."""

from __future__ import annotations

from ceasewire.codebook.world import state_of
from ceasewire.fusion.names import plain
from ceasewire.record.record import Record

DEEP = 6  # affiliations that are followed upwards


def above(actor: str | None, record: Record) -> set[str]:
    """The plain names of an actor and of all that it belongs to."""
    found: set[str] = set()
    for _ in range(DEEP):
        who = record.actor.get(actor or "")
        if who is None:
            break
        found |= {plain(who.name), plain(state_of(who.name) or who.name)}
        actor = who.affiliation
    return found
