"""Facts corrected and marked by rulings, and the log as an export shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ceasewire.fusion.rulings.entries import Anchor, Entry, field_of, of_noun, parted
from ceasewire.fusion.rulings.finding import Finder
from ceasewire.fusion.rulings.passages import interval_of, with_field
from ceasewire.model import Fact, Ruling

FACT_FIELDS = frozenset({"summary", "realis", "place", "interval", "type"})


def fact_of(anchor: Anchor | None, facts: Sequence[Fact], finder: Finder) -> Fact | None:
    """The fact that an anchor means: the one of that id, else the one with most of its passages."""
    if anchor is None:
        return None
    exact = next((fact for fact in facts if fact.id == anchor.id), None)
    if exact:
        return exact
    mentions, statements = finder.mentions(anchor), finder.statements(anchor)
    votes = {fact.id: _shared(fact, mentions, statements) for fact in facts}
    best = max(facts, key=lambda f: (votes[f.id], f.id), default=None)
    return best if best and votes[best.id] and votes[best.id] * 2 >= sum(votes.values()) else None


def _shared(fact: Fact, mentions: set[str], statements: set[str]) -> int:
    rows = [*fact.support, *fact.dispute]
    return sum(p.mention in mentions or (p.mention is None and p.statement in statements) for p in rows)


def corrected(facts: Sequence[Fact], entries: Sequence[Entry], finder: Finder) -> list[Fact]:
    """The facts with fields corrected. An id stands for passages, so it stays."""
    found = {fact.id: fact for fact in facts}
    for entry in of_noun(entries, "facts", "correct"):
        fact = fact_of(entry.anchor, list(found.values()), finder)
        if fact:
            found[fact.id] = _corrected(fact, *field_of(entry.ruling.value))
    return list(found.values())


def _corrected(fact: Fact, name: str, told: str) -> Fact:
    if name == "interval":
        return replace(fact, interval=interval_of(told))
    return with_field(fact, name, told) if name in FACT_FIELDS else fact


def rejected(facts: Sequence[Fact], entries: Sequence[Entry], finder: Finder) -> set[str]:
    """The ids of facts that a ruling rejects."""
    found = (fact_of(entry.anchor, facts, finder) for entry in of_noun(entries, "facts", "reject"))
    return {fact.id for fact in found if fact}


def log(entries: Sequence[Entry], now: Mapping[str, str]) -> list[Ruling]:
    """Every ruling, undone ones too, in the order they were given; `what` holds the id that its subject has today."""
    return [replace(e.ruling, what=_what(e, now)) for e in entries]


def _what(entry: Entry, now: Mapping[str, str]) -> str:
    return f"{entry.anchor.noun}/{now.get(entry.ruling.id) or parted(entry.ruling.what)[1]}"
