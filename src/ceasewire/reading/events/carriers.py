"""Verbs that carry a noun: who does the carrying fills a role of the noun (`Veldania hosted the talks`)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.events import syntax
from ceasewire.reading.events.company import WHEN, is_actor, is_number
from ceasewire.reading.events.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_INTO = frozenset(["in", "into", "to", "at", "on", "from", "out", "of"])
_ENTERING = frozenset(
    [
        "be",
        "take",
        "participate",
        "engage",
        "enter",
        "join",
        "sit",
        "go",
        "involve",
        "remain",
        "agree",
        "embroil",
        "lock",
        "return",
    ]
)
# Who does these at talks is at them: `in the talks the rebels refused a truce`.
_DEALING = frozenset(
    ["represent", "refuse", "reject", "demand", "offer", "accept", "propose", "insist", "press", "exchange", "discuss"]
)
# Who does these for talks takes part in them: `the envoys gathered in Osten for talks`.
_GATHERING = frozenset(["meet", "gather", "convene", "arrive", "travel", "fly", "come", "return", "assemble", "sit"])
_OUT = frozenset(["exclude", "bar", "shut", "ban", "omit", "sideline", "freeze", "leave", "block"])
_SHARED = frozenset(
    [
        "in",
        "at",
        "with",
        "between",
        "to",
        "from",
        "on",
        "against",
        "among",
        "across",
        "into",
        "alongside",
        "near",
        "around",
        "outside",
        "inside",
    ]
)
_HELD = frozenset(["in", "at", "with", "between", "among"])
_UNTIL = frozenset(["for", "by", "until", "within"])
LOTS = frozenset(["part", "round", "series", "session", "number", "set", "wave", "string", "list", "spate", "flurry"])


def carrier(noun: Token, joint: bool = True) -> Iterator[tuple[str, Token]]:
    """What the verbs that carry a noun lend to it: their doer as `subject`, `mediator` or `host`, their prepositions.

    `The truce, brokered by Orsa, excludes the militia` is carried by both verbs, and so is `Orsa signed an accord
    mediated by Karvia`; not `joint`: who only obeys a rule that another made does not make it.
    """
    for clause in syntax.children(noun, "relcl", "acl"):
        if _does_itself(clause):
            yield from (pair for pair in syntax.prepositions(clause) if pair[0] in _HELD)
    verb, above = carrying_verb(noun), _governing(noun)
    if verb is not None:
        yield from _lent(noun, verb)
    if (
        above is not None
        and above is not verb
        and (lemma(above) in _OUT | _GATHERING or (joint and lemma(above) in _slots()))
    ):
        yield from _lent(noun, above)


def _lent(noun: Token, verb: Token) -> Iterator[tuple[str, Token]]:
    """What one verb lends: who does it, or who is kept out, and what belongs to both verb and noun."""
    word = lemma(verb)
    slot = "excluded" if _kept_out(verb) else _slots().get(word)
    if word == "negotiate" and not any(name == "between" for name, _ in syntax.prepositions(noun)):
        slot = "subject"
    if noun.dep_ == "pobj" and word in _DEALING | _GATHERING:
        slot = "subject"
    if word in _OUT and (word != "leave" or any(child.lower_ == "out" for child in verb.children)):
        yield from (("excluded", token) for token in syntax.objects(verb) if token.i != noun.i)
    elif slot and not (word == "be" and noun.dep_ == "attr" and not is_actor(noun)):
        slot = "part" if word == "be" and _is_part(noun) else slot
        yield from ((slot, token) for token in _doers(verb))
    if slot or verb.dep_ != "acl":
        yield from (
            (name, token)
            for name, token in syntax.prepositions(verb)
            if token.i != noun.i and _shared(verb, name, token)
        )


def _shared(verb: Token, name: str, token: Token) -> bool:
    """Whether what follows the verb belongs to the noun: `held talks with`, not `blamed the raid on`."""
    if name == "on" and lemma(verb) in table("events")["blame"]["on"]:
        return False
    if name in ("to", "from", "into") and lemma(verb) in _GATHERING:
        return False
    return name in _SHARED or (name in _UNTIL and token.ent_type_ in WHEN)


def carrying_verb(noun: Token) -> Token | None:
    """The verb that a noun is the object or subject of, or that it follows after `in`: `took part in talks`."""
    for child in noun.children:
        aside = child.dep_ not in ("acl", "relcl") or child.tag_ == "VB" or _does_itself(child)
        if not aside and lemma(child) in _slots():
            return child
    return _governing(noun)


def carries(verb: Token) -> bool:
    """Whether who does a verb does the noun that is its object: `made a demand`, not `repeated its demand`."""
    return lemma(verb) in _slots()


def _governing(noun: Token) -> Token | None:
    """The verb above a noun that carries it."""
    noun = next((word for word in syntax.climb(noun) if word.dep_ != "conj"), noun)
    head, label = noun.head, noun.dep_
    if label in ("dobj", "nsubjpass", "nsubj", "attr", "oprd"):
        return head if head.pos_ in ("VERB", "AUX") else None
    if label == "pobj" and head.lower_ == "for":
        return head.head if head.head.pos_ == "VERB" and lemma(head.head) in _GATHERING else None
    return _above(head) if label == "pobj" and head.lower_ in _INTO else None


def _doers(verb: Token) -> list[Token]:
    """Who does the carrying; whoever is `involved in` or `locked in` an event takes part in it."""
    return syntax.objects(verb) if lemma(verb) in _ENTERING and syntax.passive(verb) else syntax.subjects(verb)


def _is_part(noun: Token) -> bool:
    """`the release was part of the deal`: the subject is a piece of the event and not its doer."""
    return noun.dep_ == "pobj" and noun.head.head.lemma_ in LOTS


def _does_itself(verb: Token) -> bool:
    """`a truce that began on Monday`: of an active clause that the noun is the subject of nobody else is the doer."""
    return any(child.dep_ == "nsubj" and child.lower_ in ("that", "which") for child in verb.children)


def _above(preposition: Token) -> Token | None:
    """`took part in talks`, `the first round of talks was held`, `shut out of the talks`."""
    above = preposition.head
    if above.dep_ in ("prep", "advmod", "prt") and above.lower_ in ("out", "away", "back"):
        above = above.head
    if above.pos_ in ("VERB", "AUX"):
        return above if lemma(above) in _ENTERING | _OUT | _DEALING else None
    return carrying_verb(above) if above.lemma_ in LOTS or is_number(above) else None


def _kept_out(verb: Token) -> bool:
    """`the militia was not invited to sit at the parley`."""
    head = verb.head
    allowed = verb.dep_ in ("xcomp", "ccomp") and lemma(head) in ("allow", "permit", "let", "invite")
    return allowed and any(child.dep_ == "neg" for child in head.children)


@cache
def _slots() -> dict[str, str]:
    """From a carrying verb to the slot its doer stands in."""
    rows = table("events")["support"]
    plain = {verb: "subject" for verb in rows["subject"] if verb not in rows["speech"]}
    return {**plain, **{verb: slot for slot in ("mediator", "host") for verb in rows[slot]}}
