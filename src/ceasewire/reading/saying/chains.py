"""Through whom a statement reached the page: the statements it stands in, the outlet it was told to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from ceasewire.reading.cast import Cast
from ceasewire.reading.parse import Paragraph, end
from ceasewire.reading.saying.claims import Claim, within
from ceasewire.reading.saying.cues import words
from ceasewire.reading.tokens import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR = 50  # claims before and behind that may hold a claim


def holders(claims: list[Claim], paragraphs: list[Paragraph]) -> list[int | None]:
    """For each claim the index of the one whose content holds its cue; the closest where several do."""
    starts = [paragraph.start for paragraph in paragraphs]
    here: dict[int, list[int]] = {}
    for number, claim in enumerate(claims):
        for place in sorted({bisect_right(starts, low) for low, _ in claim.content}):
            here.setdefault(place, []).append(number)
    return [
        _closest(number, claims, here.get(bisect_right(starts, claim.cue[0]), []))
        for number, claim in enumerate(claims)
    ]


def _closest(number: int, claims: list[Claim], around: list[int]) -> int | None:
    middle = bisect_left(around, number)
    near = around[max(0, middle - NEAR) : middle + NEAR]
    found = [other for other in near if other != number and _holds(claims[other], claims[number])]
    return min(found, key=lambda other: (_size(claims[other]), other), default=None)


def _size(claim: Claim) -> int:
    return sum(high - low for low, high in claim.content)


def _holds(holder: Claim, claim: Claim) -> bool:
    if not any(within(claim.cue, piece) for piece in holder.content):
        return False
    return not any(within(holder.cue, piece) for piece in claim.content) or _size(claim) < _size(holder)


def relays(claim: Claim, cast: Cast, origin: str | None) -> list[str]:
    """The outlet between page and source: `told Reuters`; none where it is the page's own."""
    if claim.relay is None:
        return []
    actor = cast.refer(claim.relay)
    if actor is None and claim.quoted_by and _outlet(claim.relay):
        actor = cast.introduce(claim.relay, "outlet")
    passing = ("outlet", "organisation") if claim.quoted_by else ("outlet",)
    if actor is None or cast.actor(actor).kind not in passing:
        return []
    name = cast.actor(actor).name
    return [] if origin and _plain(name) == _plain(origin) else [name]


def _outlet(noun: Token) -> bool:
    """Whether who quotes somebody is an outlet that nothing else names: `the state news agency`, `Al Bela daily`."""
    return noun.pos_ == "PROPN" or noun.lower_ in words("relay", "cited")


def with_addressee(claim: Claim) -> Range:
    """The cue with the outlet it was told to: `told Reuters`."""
    outlet = claim.relay
    if outlet is None or outlet.dep_ not in ("dobj", "dative") or outlet.head != claim.head:
        return claim.cue
    return claim.cue[0], end(outlet.doc[outlet.right_edge.i])


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ").strip()


def chain_of(name: str, between: list[str], outer: list[str]) -> list[str]:
    """Canonical names, outermost first: the page's origin and the statements around, the relay, the source."""
    out: list[str] = []
    for link in [*outer, *between, name]:
        if not out or _plain(out[-1]) != _plain(link):
            out.append(link)
    return out
