"""Who stands behind a name of a record: the bodies that a truce binds and that accuse each other."""

from __future__ import annotations

from collections.abc import Iterable

from ceasewire.fusion.names import plain
from ceasewire.model import Arg, Fact, Mention, Origin, Passage, Statement
from ceasewire.record import Record
from ceasewire.record.belonging import above


def bodies(args: Iterable[Arg], roles: Iterable[str], record: Record) -> set[str]:
    """The plain names of all that fill some roles, and of what they belong to."""
    wanted = frozenset(roles)
    return {name for a in args if a.role in wanted for name in (above(a.actor, record) or {plain(a.text)})}


def named(arg: Arg, record: Record) -> str:
    """The name of a filler."""
    return record.name(arg.actor) or arg.text


def passages(fact: Fact) -> list[Passage]:
    """Every passage on either side."""
    return [*fact.support, *fact.dispute]


def mention_of(passage: Passage, record: Record) -> Mention | None:
    """The mention of a passage."""
    return record.mention.get(passage.mention or "")


def speaker(passage: Passage, record: Record) -> Statement | None:
    """The statement that a passage stands in."""
    return record.statement.get(passage.statement or "")


def origin_bodies(origin: Origin, record: Record) -> set[str]:
    """The plain names that an origin speaks under: its own and its camp's."""
    return {plain(origin.name), plain(origin.camp)} - {"unknown", "outlet", "analyst", "monitor", "mediator"}


def day_of(fact: Fact) -> str | None:
    """The day of a fact, else the day it was first reported."""
    start = fact.interval.start if fact.interval else None
    end = fact.interval.end if fact.interval else None
    day = start or end or fact.first_reported
    return day[:10] if day else None
