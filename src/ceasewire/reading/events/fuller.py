"""Bare mentions completed from the event's fuller mention on the same page."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from ceasewire.codebook import table
from ceasewire.model import Arg, Mention
from ceasewire.reading.cast import Cast
from ceasewire.reading.events.chains import Chain, count, points, wishes
from ceasewire.reading.events.entries import lexicon
from ceasewire.reading.events.fillers import is_actor_role
from ceasewire.reading.events.sides import DEALS, behind, name_sides

# Roles that are filled together: who talks with whom.
_PLACES = frozenset(["place", "venue"])
# Those who were taken or freed are best known by how many they are.
_CAPTIVES = frozenset(["released", "seized", "people"])
# What is denied in a report beside who did it.
_THERE = frozenset(["goods", "place"])
_LISTED = frozenset(["party", "signatory"])


def complete(found: list[Chain], mentions: list[Mention], text: str, cast: Cast) -> list[Mention]:
    """Mentions with the roles that a fuller mention of the same event gives."""
    args = {m.id: _args(m, chain, text) for chain in found for m in chain.mentions + chain.guests}
    args = {m.id: _lent(m, chain) for chain in wishes(mentions, found) for m in chain.mentions} | args
    done = [replace(m, args=args[m.id]) if m.id in args else m for m in mentions]
    return name_sides(_pointed(done, text), behind(cast), set(cast.sides()))


def _pointed(mentions: list[Mention], text: str) -> list[Mention]:
    """`The truce` that is yet to come has the parties of the last truce whose parties are named."""
    last: dict[tuple[str, str], list[Arg]] = {}
    done = []
    for mention in mentions:
        roles = [(mention.type or "", role) for role in _core(mention.type) if role in _LISTED]
        open_ = [key for key in roles if not any(arg.role == key[1] for arg in mention.args)]
        lent = [arg for key in open_ for arg in last.get(key, [])] if points(mention, text) else []
        done.append(replace(mention, args=mention.args + lent) if lent else mention)
        named = {key: [arg for arg in mention.args if arg.role == key[1]] for key in roles}
        last |= {key: args for key, args in named.items() if len(args) > 1}
    return done


def _args(mention: Mention, chain: Chain, text: str) -> list[Arg]:
    """What the event cannot do without, from its other mentions; what is yet to come takes it only where it points.

    `The army and the rebels met in Osten. The talks failed.` had the same parties; where and how is not said again.
    """
    if not mention.args and _stands_for(mention, text):
        fullest = max(chain.mentions, key=lambda other: len(other.args))
        told = mention.trigger.text.lower().rstrip("s") in table("events")["stand_in"]["claims"]
        return [arg for arg in fullest.args if is_actor_role(arg.role) or (told and arg.role in _THERE)]
    if mention.realis not in ("occurred", "ongoing") and not points(mention, text):
        return mention.args
    return _lent(mention, chain)


def _lent(mention: Mention, chain: Chain) -> list[Arg]:
    """The roles of a mention with those of its chain that it cannot do without."""
    needed = _core(mention.type) + ([] if _is_noun(mention) else _core(mention.type, "core_act"))
    lent = [arg for role in needed for arg in _missing(mention, role, chain)]
    held = {arg.actor for arg in mention.args if arg.actor and is_actor_role(arg.role)}
    lent = [arg for arg in lent if arg.actor not in held]
    return list(dict.fromkeys([_placed(arg, chain) for arg in mention.args] + lent))


def _placed(arg: Arg, chain: Chain) -> Arg:
    """A place without a name (`a hotel on the lake`) gives way to the one that the event has elsewhere by name."""
    if arg.role not in _PLACES or arg.actor:
        return arg
    return next((known for known in chain.args.get(arg.role, []) if known.actor), arg)


def _stands_for(mention: Mention, text: str) -> bool:
    """`The incident`, `denied the report`: a word for the whole event, whatever it was."""
    rows, word = table("events")["stand_in"], mention.trigger.text.lower().rstrip("s")
    return word in rows["claims"] or (word in rows["nouns"] and points(mention, text))


def _alike(one: Mention, other: Mention) -> bool:
    """Whether two mentions of a rule are both the rule (`the sanctions`) or both an act under it (`blacklisted`)."""
    return one.type != "designation" or _is_noun(one) == _is_noun(other)


def _is_noun(mention: Mention) -> bool:
    return mention.trigger.text.lower() in lexicon("noun")


def _core(kind: str | None, row: str = "core") -> list[str]:
    return list(table("events")["types"][kind].get(row, [])) if kind else []


def _missing(mention: Mention, role: str, chain: Chain) -> list[Arg]:
    """What fills a role elsewhere in the chain, where the mention leaves it open: the commonest.

    Of those who talk with each other all are lent, also where the mention names one of them.
    """
    own = {arg.actor for arg in mention.args if arg.role == role}
    if role in _LISTED and mention.type in DEALS:
        fullest = max((m.args for m in chain.mentions), key=lambda args: sum(arg.role == role for arg in args))
        listed = [arg for arg in fullest if arg.role == role]
        fits = (len(listed) > 1 and not own) or (
            len(own) == 1 and None not in own and own < {arg.actor for arg in listed}
        )
        return [arg for arg in listed if arg.actor not in own or not own] if fits else []
    known = [arg for other in chain.mentions if _alike(mention, other) for arg in other.args if arg.role == role]
    known = [arg for arg in known if arg.actor] if role in _PLACES else known
    if own or not known:
        return []
    if role in _CAPTIVES:
        known = [arg for arg in known if count(arg.text)][:1] or known
    counts = Counter(arg.actor or arg.text.lower() for arg in known)
    return [max(known, key=lambda arg: counts[arg.actor or arg.text.lower()])]
