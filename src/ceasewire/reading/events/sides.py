"""`The two sides`, `both delegations`: whom the page has named as the parties."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from ceasewire.model import Arg, Mention
from ceasewire.reading.cast import Cast

_SIDES = frozenset(
    ["side", "party", "delegation", "both", "government", "foe", "faction", "enemy", "combatant", "envoy", "negotiator"]
)
_COUNTED = frozenset(["two", "both", "warring", "the", "opposing", "rival"])
DEALS = frozenset(["talks", "agreement", "ceasefire"])
_FILLED = frozenset(["party", "signatory", "holder", "violator", "addressee", "attacker"])


def name_sides(mentions: list[Mention], side: Callable[[Arg], Arg], main: set[str | None]) -> list[Mention]:
    """Mentions whose `two sides` are replaced by the last parties of talks or a deal that were named in full.

    `side` gives the party that somebody stands for: two leaders who sign are no two sides. The `main` parties of the
    page are left to `spell_sides`.
    """
    pair: list[Arg] = []
    done = []
    for mention in mentions:
        named = [arg for arg in mention.args if arg.role == "party" and not _is_sides(arg)]
        if mention.type in DEALS and len(named) > 1:
            sides = [side(arg) for arg in named]
            pair = sides if len({arg.actor or arg.text for arg in sides}) == len(named) else named
            pair = [] if {arg.actor for arg in pair} == main else pair
        done.append(_named(mention, pair) if pair else mention)
    return done


def behind(cast: Cast) -> Callable[[Arg], Arg]:
    """The party for which a person acts, as far as the page says: the president stands for his state."""

    def side(arg: Arg) -> Arg:
        known = cast.actor(arg.actor) if arg.actor else None
        if known is None or known.kind != "person" or known.affiliation is None:
            return arg
        return replace(arg, actor=known.affiliation, text=cast.actor(known.affiliation).name)

    return side


def spell_sides(mentions: list[Mention], sides: list[tuple[str, str]]) -> list[Mention]:
    """Mentions whose `both sides` are the two parties (actor id and name) that the page sets against each other."""
    return [_spelt(mention, sides) for mention in mentions] if len(sides) == 2 else mentions


def _spelt(mention: Mention, sides: list[tuple[str, str]]) -> Mention:
    args: list[Arg] = []
    for arg in mention.args:
        both = arg.role in _FILLED and _is_sides(arg)
        args += [Arg(arg.role, arg.span, ident, name) for ident, name in sides] if both else [arg]
    return replace(mention, args=args)


def _named(mention: Mention, pair: list[Arg]) -> Mention:
    args: list[Arg] = []
    for arg in mention.args:
        if arg.role in _FILLED and _is_sides(arg):
            args += [replace(each, role=arg.role) for each in pair]
        else:
            args.append(arg)
    return replace(mention, args=args)


def _is_sides(arg: Arg) -> bool:
    """`the two sides`, `both governments`, `the parties`, but not `the ruling party`."""
    words = arg.text.lower().split()
    if not words or words[-1].rstrip("s") not in _SIDES | {"partie", "enemie"} or len(words) > 3:
        return False
    plural = words[-1].endswith("s") or words[-1] == "both"
    return plural and all(word in _COUNTED for word in words[:-1]) and (words[-1] != "governments" or "both" in words)
