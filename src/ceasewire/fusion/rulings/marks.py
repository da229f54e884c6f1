"""Facts corrected and marked by rulings, and the log as an export shows it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from ceasewire.fusion.rulings.entries import Anchor, Entry, field_of, of_noun, parted
from ceasewire.fusion.rulings.finding import Finder
from ceasewire.fusion.rulings.passages import interval_of, with_field
from ceasewire.model import Fact, Ruling

FACT_FIELDS = frozenset({"summary", "realis", "place", "interval", "type"})


class Shelf:
    """The facts of a story, to be found by their anchors."""

    def __init__(self, facts: Sequence[Fact], finder: Finder) -> None:
        self.finder = finder
        self.ids = {fact.id for fact in facts}
        self.homes: dict[str, list[str]] = defaultdict(list)
        for fact in facts:
            for passage in (*fact.support, *fact.dispute):
                self.homes[passage.mention or passage.statement or ""].append(fact.id)

    def touched(self, anchor: Anchor) -> set[str]:
        """Every fact that any of the anchored passages stands for or against."""
        keys = self.finder.mentions(anchor) | self.finder.statements(anchor)
        return {home for key in keys for home in self.homes.get(key, ())} | ({anchor.id} & self.ids)

    def id(self, anchor: Anchor | None) -> str | None:
        """The fact of that id, else the one with at least half of the passages that any fact has of it."""
        if anchor is None or anchor.id in self.ids:
            return anchor.id if anchor else None
        keys = self.finder.mentions(anchor) | self.finder.statements(anchor)
        votes = Counter(home for key in sorted(keys) for home in self.homes.get(key, ()))
        best = min(votes, key=lambda home: (-votes[home], home), default=None)
        return best if best and votes[best] * 2 >= sum(votes.values()) else None


def touched(facts: Sequence[Fact], anchors: Iterable[Anchor], finder: Finder) -> set[str]:
    """The ids of all facts with any of the anchored passages."""
    shelf = Shelf(facts, finder)
    return {key for anchor in anchors for key in shelf.touched(anchor)}


def corrected(facts: Sequence[Fact], entries: Sequence[Entry], finder: Finder) -> list[Fact]:
    """The facts with fields corrected. An id stands for passages, so it stays."""
    rows = of_noun(entries, "facts", "correct")
    if not rows:
        return list(facts)
    shelf, found = Shelf(facts, finder), {fact.id: fact for fact in facts}
    for entry in rows:
        key = shelf.id(entry.anchor)
        if key:
            found[key] = _corrected(found[key], *field_of(entry.ruling.value))
    return list(found.values())


def _corrected(fact: Fact, name: str, told: str) -> Fact:
    if name == "interval":
        return replace(fact, interval=interval_of(told))
    return with_field(fact, name, told) if name in FACT_FIELDS else fact


def rejected(facts: Sequence[Fact], entries: Sequence[Entry], finder: Finder) -> set[str]:
    """The ids of facts that a ruling rejects."""
    rows = of_noun(entries, "facts", "reject")
    shelf = Shelf(facts, finder) if rows else None
    return {key for entry in rows if shelf and (key := shelf.id(entry.anchor))}


def log(entries: Sequence[Entry], now: Mapping[str, str]) -> list[Ruling]:
    """Every ruling, undone ones too, in the order they were given; `what` holds the id that its subject has today."""
    return [replace(e.ruling, what=_what(e, now)) for e in entries]


def _what(entry: Entry, now: Mapping[str, str]) -> str:
    return f"{entry.anchor.noun}/{now.get(entry.ruling.id) or parted(entry.ruling.what)[1]}"
