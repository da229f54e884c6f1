"""The phases of a truce, its window and its state on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from ceasewire.model import Fact, Interval
from ceasewire.record import Record
from ceasewire.truce.sides import day_of, mention_of

BEGINS = ("declared", "in_force")
REAL = ("occurred", "ongoing")
ENDS = ("expired", "collapsed")
ORDER = ("offered", "declared", "in_force", "extended", "suspended", "expired", "collapsed")


class Phase(Struct, frozen=True):
    """One phase as a page tells it: `when` has hours where the page gives them, `told` is the page's own day."""

    phase: str
    when: Interval | None
    told: str | None
    realis: str
    fact: str
    origins: int
    disputed: int


def phases(facts: Iterable[Fact], record: Record) -> list[Phase]:
    """Each phase of each fact once a stretch of time, in the order of days; what is not dated stands by its report."""
    found: dict[tuple[str, str, str | None, str | None], Phase] = {}
    for fact in facts:
        for passage in fact.support:
            mention = mention_of(passage, record)
            if mention is None or mention.phase is None:
                continue
            when = mention.time.interval if mention.time else None
            told = record.document[mention.doc].published
            key = (fact.id, mention.phase, when.start if when else None, when.end if when else None)
            known = found.get(key)
            if known is None or (told or "9999") < (known.told or "9999"):
                counts = len(fact.origins_for), len(fact.origins_against)
                found[key] = Phase(mention.phase, when, told, mention.realis, fact.id, *counts)
    return sorted(found.values(), key=_order)


def _order(phase: Phase) -> tuple[str, int, str]:
    return since(phase) or "9999", ORDER.index(phase.phase) if phase.phase in ORDER else 99, phase.fact


def since(phase: Phase) -> str | None:
    """The day from which a phase holds: its own first day, else the day it was told."""
    start = phase.when.start if phase.when else None
    day = start or phase.told
    return day[:10] if day else None


def window(rows: Sequence[Phase], facts: Iterable[Fact]) -> Interval:
    """From the first day in force to the last day; open where the pages do not say, or tell only of an offer."""
    real = [row for row in rows if row.realis in REAL and row.phase != "offered"]
    begun = [day for row in real if row.phase in BEGINS and (day := since(row))]
    begun = begun or [day for row in real if (day := since(row))]
    begun = begun or ([] if rows else [day for fact in facts if (day := day_of(fact))])
    ended = [row.when.end[:10] for row in rows if row.phase in ENDS and row.when and row.when.end]
    start = min(begun, default=None)
    end = max(ended, default=None)
    return Interval(start, end if end and (not start or end >= start) else None)


def state(rows: Sequence[Phase], day: str | None = None) -> str | None:
    """The phase that held on a day, None before the first; of the last day told where no day is asked for.

    A truce that is only wished for is `offered`; what is only wished for changes nothing of one that stands.
    """
    held = [row for row in rows if day is None or (since(row) or "9999") <= day]
    real = [row for row in held if row.realis in REAL]
    return real[-1].phase if real else ("offered" if held else None)
