"""The roles of an event: who fills them, found along the syntax tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.model import Arg
from ceasewire.reading.cast import Cast
from ceasewire.reading.events import syntax
from ceasewire.reading.events.carriers import carrier
from ceasewire.reading.events.company import NAMES, WHEN, is_actor, is_number, is_place
from ceasewire.reading.events.phrases import phrase
from ceasewire.reading.events.triggers import Hit
from ceasewire.reading.parse import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

Filler = tuple[str, "Token"]
_PRONOUNS = frozenset({"PRON"})
_VENUES = frozenset({"venue", "place", "from"})


def find_args(hit: Hit, parsed: Parsed, cast: Cast) -> list[Arg]:
    """The filled roles of one mention, in the order of the text, each filler once a role.

    `Talks between Veldania and the rebels in Osten` fills party twice and venue once.
    """
    filled: dict[tuple[str, int], Arg] = {}
    for role, token in _fillers(hit, cast):
        if (role, token.i) not in filled and token.i != hit.token.i and role in hit.entry.roles:
            arg = _arg(role, token, parsed, cast)
            if arg:
                filled[role, token.i] = arg
    return sorted(_once(filled.values()), key=lambda arg: (arg.span.start if arg.span else 0, arg.role))


def _once(args: Iterable[Arg]) -> list[Arg]:
    seen: dict[tuple[str, str], Arg] = {}
    for arg in args:
        seen.setdefault((arg.role, arg.actor or arg.text.lower()), arg)
    return list(seen.values())


def _fillers(hit: Hit, cast: Cast) -> Iterator[Filler]:
    """Every filler of every slot, whose role is the first of the slot's roles that the word may fill."""
    for slot, token in _slots(hit):
        role = _role(hit, slot, token, cast)
        if role:
            yield role, token
    for name in ("secret", "format"):
        if name in hit.entry.roles:
            yield from ((name, child) for child in syntax.children(hit.token, "amod") if child.lower_ in _MANNERS[name])


_MANNERS = {
    "secret": {"secret", "clandestine", "covert"},
    "format": {"direct", "indirect", "face-to-face", "proximity"},
}


def _role(hit: Hit, slot: str, token: Token, cast: Cast) -> str | None:
    if slot == "excluded" and slot not in hit.entry.roles:
        slot = "subject"
    if slot in hit.entry.roles:
        return slot if _may_fill(token, slot, slot, cast) else None
    for role in hit.entry.frame.get(slot, []):
        if role != "none" and _may_fill(token, role, slot, cast):
            return role
    return None


def _slots(hit: Hit) -> Iterator[Filler]:
    """The slots of a trigger and what stands in them: `subject`, `object`, `dative`, `clause`, prepositions, ..."""
    if hit.view.verbal:
        yield from _verb_slots(hit)
    else:
        yield from _noun_slots(hit)
        yield from carrier(hit.token)
    yield from hit.view.prepositions
    if hit.view.clause is not None and "clause" in hit.entry.frame:
        yield "clause", hit.view.clause


def _verb_slots(hit: Hit) -> Iterator[Filler]:
    verb = hit.token
    for token in hit.view.subjects:
        yield "subject", token
    for token in syntax.objects(verb):
        yield "object", token
        for name, far in syntax.prepositions(token):
            if name in ("in", "at", "near", "to", "from", "with") and token.dep_ != "pobj":
                yield name, far
    for token in syntax.datives(verb):
        yield "dative", token
    if verb.dep_ in ("xcomp", "conj") or (verb.dep_ == "acl" and verb.head.pos_ == "NOUN"):
        yield from ((name, token) for name, token in syntax.prepositions(verb.head) if name in ("in", "at"))


def _noun_slots(hit: Hit) -> Iterator[Filler]:
    noun = hit.token
    names = {name for name, _ in hit.view.prepositions}
    for child in noun.children:
        if child.dep_ == "poss":
            slot = "subject" if names & {"of", "on", "against", "from"} and hit.entry.frame.get("object") else "poss"
            owners = syntax.whose(child) if child.lower_ == "whose" else syntax.conjuncts(child)
            yield from ((slot if slot in hit.entry.frame else "poss", token) for token in owners)
        elif child.dep_ in ("compound", "nmod", "amod", "nummod", "npadvmod") and _is_modifier(child):
            yield from (("modifier", token) for token in syntax.conjuncts(child))


def _is_modifier(token: Token) -> bool:
    if token.i and (token.nbor(-1).text in ("-", "–") or token.doc[token.i + 1].text in ("-", "–")):
        return token.ent_type_ in NAMES
    return token.pos_ in ("PROPN", "NOUN") or token.ent_type_ == "NORP"


@cache
def _kind_of(role: str) -> str:
    return next((kind for kind, names in table("events")["roles"].items() if role in names), "text")


def _may_fill(token: Token, role: str, slot: str, cast: Cast) -> bool:
    """Whether a word may fill a role: places where, people who, numbers how many."""
    if token.ent_type_ in WHEN or token.lower_ in ("it", "this", "that", "which", "there", "what", "-"):
        return slot in ("subject", "object") and cast.refer(token) is not None
    if slot == "clause" or _kind_of(role) == "text":
        return token.pos_ not in ("ADP", "PUNCT", "PART") and (slot != "modifier" or token.ent_type_ != "NORP")
    if role in _VENUES:
        return _is_venue(token, slot, cast)
    if role == "number":
        return slot in ("subject", "object") or is_number(token)
    return _is_agent(token, slot, cast)


def _is_venue(token: Token, slot: str, cast: Cast) -> bool:
    if slot != "modifier":
        return is_place(token)
    actor = cast.refer(token)
    return token.ent_type_ in ("GPE", "LOC", "FAC") and (actor is None or cast.actor(actor).kind == "place")


def _is_agent(token: Token, slot: str, cast: Cast) -> bool:
    if is_actor(token) or cast.refer(token) is not None:
        return True
    return (
        slot in ("subject", "by", "object")
        and token.pos_ in ("NOUN", "PROPN")
        and slot != "by"
        and token.dep_ != "conj"
    )


def _arg(role: str, token: Token, parsed: Parsed, cast: Cast) -> Arg | None:
    """The filled role: the phrase as printed and the actor it means; None for a pronoun that means nobody known."""
    actor = cast.refer(token)
    span = phrase(token, parsed)
    if token.pos_ == "PRON" and token.tag_ != "DT":
        if actor is None:
            return None
        return Arg(role, span, actor, cast.actor(actor).name)
    return Arg(role, span, actor, span.text)
