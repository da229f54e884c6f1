"""The roles of an event: who fills them, found along the syntax tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from ceasewire.model import Arg
from ceasewire.reading.events.company import OWNERS, is_actor, is_kind, is_place
from ceasewire.reading.events.fillers import Stage, is_actor_role, may_fill
from ceasewire.reading.events.phrases import clipped, inner, listed, phrase, plainly
from ceasewire.reading.events.slots import slots
from ceasewire.reading.events.spread import spread
from ceasewire.reading.events.swaps import is_swap, swapped
from ceasewire.reading.events.syntax import children, prepositions

if TYPE_CHECKING:
    from spacy.tokens import Token

_MANNERS = {
    "secret": frozenset(["secret", "clandestine", "covert"]),
    "format": frozenset(["direct", "indirect", "face-to-face", "proximity"]),
}
_DEEP = 4
_PLACES = frozenset(["place", "venue", "from"])
_INSIDE = frozenset(["in", "of", "at"])
# Roles whose nameless lists stay one: `coal and other goods`.
_THINGS = frozenset(["goods", "released", "seized", "people", "number", "means", "terms"])


def find_args(stage: Stage) -> list[Arg]:
    """The filled roles of one mention, in the order of the text, each filler once a role.

    `Talks between Veldania and the rebels in Osten` fills party twice and venue once.
    """
    filled: dict[tuple[str, int], Arg] = {}
    for role, token in _fillers(stage):
        if (role, token.i) not in filled and token.i != stage.hit.token.i:
            arg = _arg(role, token, stage)
            if arg:
                filled[role, token.i] = arg
    args = [*filled.values(), *_swap(stage), *_called(stage)]
    return sorted(_once(args), key=lambda arg: (arg.span.start if arg.span else 0, arg.role))


def _swap(stage: Stage) -> Iterator[Arg]:
    """The terms of a swap, in all their words."""
    ends = swapped(stage.hit) if is_swap(stage.hit) else None
    if ends:
        span = stage.parsed.tokens(*ends)
        yield Arg("terms", span, None, span.text)


def _called(stage: Stage) -> Iterator[Arg]:
    """Who makes a call by `must` or `should`, and what for: `The mayor said the army must leave Osten`."""
    if stage.statement is None or stage.hit.entry.type != "proposal" or not stage.hit.entry.needs.get("made"):
        return
    who = stage.statement.source
    if who.span is not None:
        name = stage.cast.actor(who.actor).name if who.actor else who.span.text
        yield Arg("proposer", who.span, who.actor, name)
    verb = stage.hit.token
    after = [token for token in verb.subtree if token.i > verb.i]
    words = list(takewhile(lambda token: not token.is_punct, after))
    if words:
        span = stage.parsed.tokens(verb, words[-1])
        yield Arg("terms", span, None, span.text)


def _once(args: Iterable[Arg]) -> list[Arg]:
    seen: dict[tuple[str, str], Arg] = {}
    for arg in args:
        seen.setdefault((arg.role, arg.actor or arg.text.lower()), arg)
    return list(seen.values())


def _fillers(stage: Stage) -> Iterator[tuple[str, Token]]:
    """Every filler of every slot, whose role is the first of the slot's roles that the word may fill."""
    for slot, token in slots(stage.hit):
        role = _role(stage, slot, token)
        if role and not (role in _THINGS and inner(token)):
            yield from ((role, each) for each in _each(role, token, stage))
    for name, words in _MANNERS.items():
        if name in stage.hit.entry.roles:
            manners = children(stage.hit.token, "amod", "compound", "nmod")
            yield from ((name, child) for child in manners if child.lower_ in words or _closed(child, name))


def _closed(word: Token, role: str) -> bool:
    """`closed-door talks`: secret ones."""
    return role == "secret" and word.lower_ in ("door", "session") and word.i > 1 and word.nbor(-2).lower_ == "closed"


def _each(role: str, token: Token, stage: Stage) -> list[Token]:
    """Those whom one phrase stands for, one by one: `the ministers of A and B`, `the towns of A and B`."""
    if is_actor_role(role):
        return spread(token, stage)
    named = [inner for name, inner in prepositions(token) if name == "of" and inner.pos_ == "PROPN"]
    return named if len(named) > 1 and role in _PLACES and token.tag_ == "NNS" else [token]


def _role(stage: Stage, slot: str, token: Token) -> str | None:
    entry = stage.hit.entry
    if slot in ("for", "object", "modifier", "of", "part") and is_swap(stage.hit):
        return None
    if entry.type == "proposal" and slot == "object" and is_actor(token) and stage.hit.view.clause is not None:
        slot = "asked"
    if slot == "excluded" and slot not in entry.roles:
        slot = "subject"
    if slot == "object" and "object_active" in entry.frame and stage.hit.view.subjects:
        slot = "object_active"
    if slot == "subject" and entry.type == "agreement" and (is_kind(token, "truce") or is_kind(token, "deal")):
        slot = "object"
    if slot in ("subject", "poss", "none") and "mediator" in entry.roles and is_kind(token, "go_between"):
        slot = "mediator"
    named = [slot] if slot in entry.roles else entry.frame.get(slot, [])
    return next((role for role in named if role in entry.roles and may_fill(token, role, slot, stage)), None)


def _arg(role: str, token: Token, stage: Stage) -> Arg | None:
    """The filled role: the phrase as printed and the actor it means; None for a pronoun that means nobody known."""
    where = role in _PLACES or (role == "target" and is_kind(token, "settlements"))
    inside = frozenset(["of"]) if role == "target" else _INSIDE
    token = _named_place(token, inside) if where else _owner(token, role, stage)
    actor = stage.side(token) if role == "party" and token.tag_ == "PRP$" else stage.who(token)
    span = phrase(token, stage.parsed)
    if token.pos_ == "PRON" and token.tag_ != "DT":
        return Arg(role, span, actor, stage.cast.actor(actor).name) if actor else None
    if role == "terms":
        span = clipped(token, stage.parsed)
        return Arg(role, span, actor, plainly(token, span, stage.parsed))
    if role in _THINGS and actor is None:
        span = listed(token, stage.parsed)
    return Arg(role, span, actor, span.text)


def _named_place(token: Token, inside: frozenset[str], depth: int = 0) -> Token:
    """`a school in the town of Osten`, `an Osten hotel`: the named place; `swathes of territory` name none."""
    if depth < _DEEP and token.pos_ == "NOUN" and is_place(token):
        named = [child for child in children(token, "appos", "compound") if child.ent_type_ in ("GPE", "LOC")]
        if named:
            return named[-1]
        for name, inner in prepositions(token):
            found = _named_place(inner, inside, depth + 1) if name in inside else token
            if found.pos_ == "PROPN":
                return found
        owners = [child for child in children(token, "poss") if child.ent_type_ in ("GPE", "LOC")]
        return owners[-1] if owners and is_kind(token, "areas") else token
    return token


def _owner(token: Token, role: str, stage: Stage) -> Token:
    """`the regime's efforts`, `a Council resolution`: who acts, where the head is no actor."""
    if role == "target" or not is_actor_role(role) or is_actor(token) or stage.who(token):
        return token
    before = [child for child in reversed(children(token, *OWNERS)) if child.i < token.i]
    makers = [maker for name, maker in prepositions(token) if name == "by"]
    return next((one for one in before + makers if is_actor(one)), token)
