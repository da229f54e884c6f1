"""Roles that a mention leaves open and its page fills one way: whom the sanctions are on, where the talks are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from ceasewire.codebook import table
from ceasewire.model import Arg, Mention
from ceasewire.reading.cast import Cast

Known = Mapping[tuple[str, str], list[Arg]]
# Kinds of actors that are one throughout a page; a crowd or a ship is not.
_LASTING = frozenset(["state", "government", "armed_group", "opposition_body", "organisation"])
# A page is about a type of event that it names at least so often as its commonest, as a share.
_TOPIC = 0.5
# It fills a role one way where so many of the mentions that fill it agree, as a share.
_AGREED = 0.6
_PLACES = ("place", "venue")
_TRUE = ("occurred", "ongoing")


def fill_usual(mentions: Sequence[Mention], cast: Cast) -> list[Mention]:
    """Mentions whose open roles have the filler that the page knows best for them.

    `The embargo on Veldania was renewed. Traders fear the sanctions.` are both on Veldania (`always` in the table);
    on a page about talks in Osten `the talks` are in Osten (`mostly`).
    """
    done = _filled(mentions, "always", _needed(mentions, cast))
    return _filled(done, "mostly", _agreed(done))


def _filled(mentions: Sequence[Mention], row: str, known: Known) -> list[Mention]:
    return [replace(m, args=m.args + lent) if (lent := _lent(m, row, known)) else m for m in mentions]


def _lent(mention: Mention, row: str, known: Known) -> list[Arg]:
    """What the page fills the open roles of a mention with, unless it has another part in the event already."""
    if mention.type is None or (row == "mostly" and mention.realis not in _TRUE):
        return []
    have, held = {arg.role for arg in mention.args}, {arg.actor for arg in mention.args}
    open_ = [role for role in table("events")["types"][mention.type].get(row, ()) if role not in have]
    return [arg for role in open_ for arg in known.get((mention.type, role), ()) if arg.actor not in held]


# ---- what an event cannot be without -----------------------------------------------------------------
def _needed(mentions: Sequence[Mention], cast: Cast) -> Known:
    """The filler of each role of `always`, by type and role."""
    return {
        (kind, role): [replace(arg, role=role) for arg in _commonest(_votes(kind, role, mentions), cast)]
        for kind, row in table("events")["types"].items()
        for role in row.get("always", ())
    }


def _votes(kind: str, role: str, mentions: Sequence[Mention]) -> Iterator[list[Arg]]:
    """What fills a role on the page, then what fills the roles that tell as much."""
    for name in (f"{kind}.{role}", *table("events")["types"][kind].get("instead", {}).get(role, ())):
        one, _, other = name.partition(".")
        yield [arg for mention in mentions if mention.type == one for arg in mention.args if arg.role == other]


def _commonest(votes: Iterable[list[Arg]], cast: Cast) -> list[Arg]:
    """The commonest lasting actor, where no other is as common; of those that tell as much only for want of it."""
    for args in votes:
        fit = [arg for arg in args if arg.actor and cast.actor(arg.actor).kind in _LASTING]
        best = Counter(arg.actor for arg in fit).most_common(2)
        if best and (len(best) == 1 or best[0][1] > best[1][1]):
            return [next(arg for arg in fit if arg.actor == best[0][0])]
    return []


# ---- what a page agrees on ---------------------------------------------------------------------------
def _agreed(mentions: Sequence[Mention]) -> Known:
    """What most mentions of a type that the page is about fill a role of `mostly` with, by type and role."""
    counts = Counter(mention.type for mention in mentions if mention.type)
    topics = [kind for kind, number in counts.items() if kind and number >= _TOPIC * max(counts.values())]
    types = table("events")["types"]
    return {
        (kind, role): _shared([m for m in mentions if m.type == kind], role)
        for kind in topics
        for role in types[kind].get("mostly", ())
    }


def _shared(mentions: Sequence[Mention], role: str) -> list[Arg]:
    """Those who fill a role in most of the mentions that fill it by name."""
    rows = [{arg.actor: arg for arg in m.args if arg.role == role and arg.actor} for m in mentions]
    rows = [row for row in rows if row]
    counts = Counter(actor for row in rows for actor in row)
    most = counts.most_common(1 if role in _PLACES else None)
    return [next(row[actor] for row in rows if actor in row) for actor, n in most if n >= _AGREED * len(rows)]
