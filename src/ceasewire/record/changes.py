"""What changed in a record between two days, by what the pages say and not by how it is numbered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from ceasewire.model import Fact, Link, Passage
from ceasewire.record.record import Record

CALLED_OFF = ("planned", "proposed", "ongoing")


class Change(Struct, frozen=True):
    """One fact and what is new about it: the names of new origins, or what was and what is now."""

    fact: Fact
    origins: list[str] = []
    before: str = ""
    after: str = ""


class Changes(Struct, frozen=True):
    """What is new since a day. A fact may stand under several."""

    claimed: list[Change]
    supported: list[Change]
    denied: list[Change]
    withdrawn: list[Change]
    corrected: list[Change]


def changes(before: Record, after: Record) -> Changes:
    """What the later record knows and the earlier one did not, in the later one's order."""
    earlier = _match(before.facts, after.facts)
    found = Changes([], [], [], [], [])
    for fact in after.facts:
        old = earlier.get(fact.id)
        new_for, new_against = _new(fact, old, after)
        if fact.support and (old is None or not old.support):
            found.claimed.append(Change(fact, new_for))
        elif new_for:
            found.supported.append(Change(fact, new_for))
        if new_against:
            found.denied.append(Change(fact, new_against))
        if old is not None:
            found.withdrawn.extend(_withdrawn(fact, old, after))
            found.corrected.extend(_corrected(fact, old, before, after))
    return found


def _match(old: Iterable[Fact], new: Iterable[Fact]) -> Mapping[str, Fact]:
    """For each later fact the earlier one with most of its passages."""
    home: dict[str, list[Fact]] = defaultdict(list)
    for fact in old:
        for key in _keys(fact):
            home[key].append(fact)
    found: dict[str, Fact] = {}
    for fact in new:
        votes: dict[str, int] = defaultdict(int)
        by_id = {f.id: f for key in _keys(fact) for f in home.get(key, ())}
        for key in _keys(fact):
            for other in home.get(key, ()):
                votes[other.id] += 1
        if votes:
            found[fact.id] = by_id[min(votes, key=lambda key: (-votes[key], key))]
    return found


def _keys(fact: Fact) -> set[str]:
    return {_key(p) for p in (*fact.support, *fact.dispute)}


def _key(passage: Passage) -> str:
    return passage.mention or f"s{passage.statement}"


def _new(fact: Fact, old: Fact | None, record: Record) -> tuple[list[str], list[str]]:
    """The names of origins on each side that were not there before."""
    pro = set(fact.origins_for) - set(old.origins_for if old else [])
    con = set(fact.origins_against) - set(old.origins_against if old else [])
    return sorted({record.origin[key].name for key in pro}), sorted({record.origin[key].name for key in con})


def _withdrawn(fact: Fact, old: Fact, record: Record) -> Iterable[Change]:
    """An origin that spoke for it and speaks against it now; what was to come and is told not to."""
    turned = sorted(set(old.origins_for) & set(fact.origins_against) - set(old.origins_against))
    if turned:
        yield Change(fact, [record.origin[key].name for key in turned])
    elif old.realis in CALLED_OFF and fact.realis == "denied":
        yield Change(fact, [], old.realis, fact.realis)


def _corrected(fact: Fact, old: Fact, before: Record, after: Record) -> Iterable[Change]:
    """A later version or a correction of a page that told of it says it otherwise."""
    was, now = _told(old, before), _told(fact, after)
    links = {link.id for link in before.links}
    fresh = [ln for ln in after.links if ln.kind in ("update", "correction") and ln.id not in links and ln.of_doc]
    if was != now and _concerned(fact, fresh, after):
        yield Change(fact, [], was, now)


def _concerned(fact: Fact, links: Iterable[Link], record: Record) -> bool:
    docs = {m.doc for p in (*fact.support, *fact.dispute) if (m := record.mention.get(p.mention or ""))}
    return any(link.doc in docs and link.of_doc in docs for link in links)


def _told(fact: Fact, record: Record) -> str:
    """The particulars of a fact in words: days, place, figures."""
    when = f"{fact.interval.start or ''}/{fact.interval.end or ''}" if fact.interval else ""
    figures = ", ".join(f"{f.what} {f.bound} {f.value:g}" for f in fact.figures if f.value is not None)
    return "; ".join(part for part in (when, record.name(fact.place), figures) if part)
