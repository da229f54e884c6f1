"""Camps set by the user's table and by rulings, and the counts by camp that follow from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from ceasewire.fusion.names import plain
from ceasewire.fusion.rulings.entries import Anchor, Entry, of_noun, pieces
from ceasewire.model import Fact, Origin, Track


def camped(origins: Sequence[Origin], entries: Sequence[Entry], table: Mapping[str, str]) -> list[Origin]:
    """The origins in the camps that the table, then the rulings, put them in."""
    found = [replace(o, camp=table.get(plain(o.name)) or table.get(plain(o.camp)) or o.camp) for o in origins]
    for entry in of_noun(entries, "camps", "correct", "merge", "reject", "split"):
        found = [_ruled(origin, entry) for origin in found]
    return found


def _ruled(origin: Origin, entry: Entry) -> Origin:
    ruling, value = entry.ruling.ruling, entry.ruling.value or ""
    if ruling == "split":
        apart = is_camp(entry.anchor, origin) and origin.id in pieces(value)
        return replace(origin, camp=origin.name) if apart else origin
    if not (is_origin(entry.anchor, origin) or is_camp(entry.anchor, origin)):
        return origin
    return replace(origin, camp="unknown" if ruling == "reject" else value)


def is_origin(anchor: Anchor, origin: Origin) -> bool:
    """Whether a ruling is about this origin: by its id, or by the name of one that is named."""
    if anchor.id == origin.id:
        return True
    return origin.kind != "unnamed" and anchor.names == [origin.name, origin.kind]


def is_camp(anchor: Anchor, origin: Origin) -> bool:
    """Whether a ruling is about the whole camp that this origin stands in."""
    return len(anchor.names) == 1 and plain(anchor.names[0]) == plain(origin.camp)


def recounted(fact: Fact, camp: Mapping[str, str]) -> Fact:
    """The fact with its counts by camp."""
    rows: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for column, ids in enumerate((fact.origins_for, fact.origins_against)):
        for key in ids:
            rows[camp[key]][column] += 1
    return replace(fact, by_camp=dict(sorted(rows.items())))


def renamed(track: Track, entries: Sequence[Entry], table: Mapping[str, str]) -> Track:
    """The track with its camps under the names that the table and the rulings give them."""
    names = {plain(name): camp for name, camp in table.items()}
    for entry in of_noun(entries, "camps", "merge", "correct"):
        if len(entry.anchor.names) == 1 and entry.ruling.value:
            names[plain(entry.anchor.names[0])] = entry.ruling.value
    camps: dict[str, set[str]] = defaultdict(set)
    for name, ids in track.camps.items():
        camps[names.get(plain(name), name)].update(ids)
    return replace(track, camps={name: sorted(ids) for name, ids in sorted(camps.items())})
