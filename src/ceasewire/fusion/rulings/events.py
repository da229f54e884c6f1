"""Events joined and taken apart by rulings, before their origins are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ceasewire.fusion.event import Event, of_mentions
from ceasewire.fusion.material import Material
from ceasewire.fusion.rulings.entries import Entry, of_noun
from ceasewire.fusion.rulings.finding import Finder


def reshaped(found: list[Event], material: Material, entries: Sequence[Entry], finder: Finder) -> list[Event]:
    """The events with facts and mentions merged and split as ruled."""
    for entry in [*of_noun(entries, "facts", "merge", "split"), *of_noun(entries, "mentions", "merge", "split")]:
        mine, other = finder.mentions(entry.anchor), finder.mentions(entry.other)
        if entry.ruling.ruling == "merge":
            found = _merged(found, mine, other, material)
        else:
            found = _split(found, other or mine, material)
    return found


def closest(found: Sequence[Event], mentions: set[str]) -> Event | None:
    """The event that most of the mentions are of; None where no event has half of those that any event has."""
    votes = Counter({n: sum(m.id in mentions for m in event.mentions) for n, event in enumerate(found)})
    best = max(votes, key=lambda n: (votes[n], -n), default=None)
    if best is None or not votes[best] or votes[best] * 2 < sum(votes.values()):
        return None
    return found[best]


def _merged(found: list[Event], mine: set[str], other: set[str], material: Material) -> list[Event]:
    one, into = closest(found, mine), closest(found, other)
    if one is None or into is None or one is into:
        return found
    whole = of_mentions(into, [*into.mentions, *one.mentions], material)
    return [whole if event is into else event for event in found if event is not one]


def _split(found: list[Event], apart: set[str], material: Material) -> list[Event]:
    """The mentions taken out of their event make one of their own."""
    whole = closest(found, apart)
    out = [m for m in whole.mentions if m.id in apart] if whole else []
    if whole is None or len(out) == len(whole.mentions):
        return found
    rest = of_mentions(whole, [m for m in whole.mentions if m.id not in apart], material)
    return [*(rest if event is whole else event for event in found), of_mentions(whole, out, material, len(found))]
