"""Roles that no event of a type is without, filled as the page mostly fills them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from ceasewire.codebook import table
from ceasewire.model import Arg, Mention
from ceasewire.reading.cast import Cast

# Kinds of actors that are one throughout a page; a crowd or a ship is not.
_LASTING = frozenset(["state", "government", "armed_group", "opposition_body", "organisation"])


def fill_usual(mentions: Sequence[Mention], cast: Cast) -> list[Mention]:
    """Mentions whose open roles of `always` have the filler that the page knows best for them.

    `The embargo on Veldania was renewed. Traders fear the sanctions.` are both on Veldania.
    """
    known = {
        (kind, role): _usual(_votes(kind, role, mentions), cast)
        for kind, row in table("events")["types"].items()
        for role in row.get("always", ())
    }
    return [_filled(mention, known) for mention in mentions]


def _filled(mention: Mention, known: dict[tuple[str, str], Arg | None]) -> Mention:
    have = {arg.role for arg in mention.args}
    rows = table("events")["types"][mention.type].get("always", ()) if mention.type else ()
    lent = [replace(arg, role=role) for role in rows if role not in have and (arg := known[mention.type or "", role])]
    return replace(mention, args=mention.args + lent) if lent else mention


def _votes(kind: str, role: str, mentions: Sequence[Mention]) -> Iterator[list[Arg]]:
    """What fills a role on the page, then what fills the roles that tell as much."""
    for name in (f"{kind}.{role}", *table("events")["types"][kind].get("instead", {}).get(role, ())):
        one, _, other = name.partition(".")
        yield [arg for mention in mentions if mention.type == one for arg in mention.args if arg.role == other]


def _usual(votes: Iterable[list[Arg]], cast: Cast) -> Arg | None:
    """The commonest lasting actor, where no other is as common; of those that tell as much only for want of it."""
    for args in votes:
        fit = [arg for arg in args if arg.actor and cast.actor(arg.actor).kind in _LASTING]
        best = Counter(arg.actor for arg in fit).most_common(2)
        if best and (len(best) == 1 or best[0][1] > best[1][1]):
            return next(arg for arg in fit if arg.actor == best[0][0])
    return None
