"""Through whom a statement reached the page: the statements it stands in, the outlet it was told to."""

from __future__ import annotations

from ceasewire.model import Statement
from ceasewire.reading.cast import Cast
from ceasewire.reading.saying.claims import Claim, within


def holders(claims: list[Claim]) -> list[int | None]:
    """For each claim the index of the one whose content holds its cue; the closest where several do."""
    out: list[int | None] = []
    for number, claim in enumerate(claims):
        best: tuple[int, int] | None = None
        for other, holder in enumerate(claims):
            size = _size(holder)
            if other != number and _holds(holder, claim) and (best is None or size < best[0]):
                best = (size, other)
        out.append(best[1] if best else None)
    return out


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
    if actor is None or cast.actor(actor).kind != "outlet":
        return []
    name = cast.actor(actor).name
    return [] if origin and _plain(name) == _plain(origin) else [name]


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ").strip()


def chain_of(statement: Statement, name: str, between: list[str], outer: list[str], origin: str | None) -> list[str]:
    """Canonical names, outermost first, from the page's origin to the source."""
    del statement
    links = [*(outer or ([origin] if origin else [])), *between, name]
    out: list[str] = []
    for link in links:
        if not out or _plain(out[-1]) != _plain(link):
            out.append(link)
    return out
