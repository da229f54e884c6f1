"""Who fills which role of an event: each party once, in its commonest words, without slips."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from itertools import groupby

from ceasewire.fusion.event import RARE, Event
from ceasewire.fusion.filled import frames
from ceasewire.fusion.names import plain
from ceasewire.fusion.society import Society
from ceasewire.model import Arg

Votes = dict[tuple[str, str], Counter[Arg]]


def portrait(event: Event, told: Collection[str | None], society: Society) -> list[Arg]:
    """The filled roles of an event in the order of its frame, the commonest filler first.

    `told` are the mentions that stand for or against it; others fill no role. The army and the ministry of one state
    are that state; who is a party in most mentions is no mediator in the same event; what a tenth of the mentions does
    not name is left to the passages.
    """
    votes = _votes(event, told, society)
    total = {key: rows.total() for key, rows in votes.items()}
    filled = Counter[str]()
    for (role, _), count in total.items():
        filled[role] += count
    common = [key for key in votes if total[key] >= RARE * len(event.mentions) or 2 * total[key] > filled[key[0]]]
    kept = [key for key in common if not _second(key, event, total)]
    order = {role: n for n, role in enumerate(r for roles in frames()[event.type].values() for r in roles)}
    ranked = sorted(kept, key=lambda key: (order.get(key[0], 99), key[0], -total[key], key[1]))
    return [_commonest(votes[key]) for key in ranked]


def _votes(event: Event, told: Collection[str | None], society: Society) -> Votes:
    votes: Votes = defaultdict(Counter)
    for mention in (m for m in event.mentions if m.id in told):
        for arg in mention.args:
            votes[arg.role, _who(arg, society)][arg] += 1
    return votes


def _who(arg: Arg, society: Society) -> str:
    """What makes two fillers one: the body behind them, else the actor, else the words."""
    actor = society.material.actors.get(arg.actor or "")
    if actor is None:
        return plain(arg.text)
    return society.body(arg.actor) or actor.id if actor.kind in ("state", "government") else actor.id


def _second(key: tuple[str, str], event: Event, total: dict[tuple[str, str], int]) -> bool:
    """Whether somebody fills another role of equals more often (`party` rather than `mediator`)."""
    equals = frames()[event.type].get("both", [])
    if key[0] not in equals:
        return False
    mine = (total[key], -equals.index(key[0]))
    return any((total.get((role, key[1]), 0), -equals.index(role)) > mine for role in equals)


def _commonest(rows: Counter[Arg]) -> Arg:
    """The filler that most mentions have; of two as common, the shorter words."""
    by_actor = sorted(rows, key=lambda a: a.actor or "")
    sums = {actor: sum(rows[a] for a in group) for actor, group in groupby(by_actor, key=lambda a: a.actor or "")}
    return min(rows, key=lambda a: (-sums[a.actor or ""], -rows[a], len(a.text), a.text, str(a.span)))
