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
_GROUND = frozenset(["area", "region", "town", "village", "city", "district", "place"])
_TRUE = ("occurred", "ongoing")


def fill_usual(mentions: Sequence[Mention], cast: Cast) -> list[Mention]:
    """Mentions whose open roles have the filler that the page knows best for them.

    `The embargo on Veldania was renewed. Traders fear the sanctions.` are both on Veldania (`always` in the table);
    on a page about talks in Osten `the talks` are in Osten (`mostly`).
    """
    done = _filled(mentions, "always", _needed(mentions, cast))
    apart = _apart(done)
    full = _filled(done, "mostly", _agreed([m for m in done if m.id not in apart]))
    return [one if one.id in apart else other for one, other in zip(done, full, strict=True)]


def _filled(mentions: Sequence[Mention], row: str, known: Known) -> list[Mention]:
    return [replace(m, args=_told(m.args, lent)) if (lent := _lent(m, row, known)) else m for m in mentions]


def _told(args: list[Arg], lent: list[Arg]) -> list[Arg]:
    """All of them, without ground that has its name now."""
    roles = {arg.role for arg in lent}
    return [arg for arg in args if not (arg.role in roles and _nameless(arg))] + lent


def _nameless(arg: Arg) -> bool:
    """`an area along the border`: ground without a name."""
    return arg.role in _PLACES and arg.actor is None and arg.text.rpartition(" ")[2] in _GROUND


def _lent(mention: Mention, row: str, known: Known) -> list[Arg]:
    """What the page fills the open roles of a mention with, unless it has another part in the event already."""
    if mention.type is None or (row == "mostly" and mention.realis not in _TRUE):
        return []
    have = {arg.role for arg in mention.args if not _nameless(arg)}
    held = {arg.actor for arg in mention.args}
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


def _apart(mentions: Sequence[Mention]) -> set[str]:
    """Talks of others than those of whom the page mostly tells: the minister met the freed miners elsewhere."""
    talks = [mention for mention in mentions if mention.type == "talks"]
    rows = {m.id: {arg.actor or arg.text for arg in m.args if arg.role == "party"} for m in talks}
    counts = Counter(party for row in rows.values() for party in row)
    main = {party for party, number in counts.items() if number > 1}
    return {ident for ident, row in rows.items() if main and len(row) > 1 and not row & main}


# ---- what a page agrees on ---------------------------------------------------------------------------
def _agreed(mentions: Sequence[Mention]) -> Known:
    """What most mentions of a type that the page is about fill a role of `mostly` with, by type and role."""
    counts = Counter(mention.type for mention in mentions if mention.type)
    types = table("events")["types"]
    most = max(counts.values(), default=0)
    topics = [kind for kind, n in counts.items() if n >= _TOPIC * most or types[kind].get("one")]
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
    taking = Counter(arg.actor for m in mentions for arg in m.args if arg.role == "party" and role == "mediator")
    counts = Counter({actor: number for actor, number in counts.items() if number > taking[actor]})
    most = counts.most_common(1 if role in _PLACES else None)
    return [next(row[actor] for row in rows if actor in row) for actor, n in most if n >= _AGREED * len(rows)]
