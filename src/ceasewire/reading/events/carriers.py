"""Verbs that carry a noun: who does the carrying fills a role of the noun (`Veldania hosted the talks`)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.events import syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

_INTO = frozenset(["in", "into", "to", "at", "of", "for", "on", "from"])
_SHARED = frozenset(["in", "at", "with", "between", "to", "from", "on", "against", "among", "across", "into"])


def carrier(noun: Token) -> Iterator[tuple[str, Token]]:
    """What the verb that carries a noun lends to it: its doer as `subject`, `mediator` or `host`, its prepositions."""
    verb = carrying_verb(noun)
    if verb is None:
        return
    slot = _slots().get(verb.lemma_)
    if slot:
        yield from ((slot, token) for token in syntax.subjects(verb))
    if slot or verb.dep_ != "acl":
        yield from ((name, token) for name, token in syntax.prepositions(verb) if name in _SHARED and token.i != noun.i)


def carrying_verb(noun: Token) -> Token | None:
    """The verb that a noun is the object or subject of, or that it follows after `in`: `took part in talks`."""
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_ in _slots():
            return child
    head, label = noun.head, noun.dep_
    if label == "conj" and head.pos_ in ("NOUN", "PROPN"):
        return carrying_verb(head)
    if label in ("dobj", "nsubjpass", "nsubj", "attr", "oprd"):
        return head if head.pos_ in ("VERB", "AUX") else None
    if label == "pobj" and head.lower_ in _INTO:
        return _above(head)
    return None


def _above(preposition: Token) -> Token | None:
    """`took part in talks`, `the first round of talks was held`."""
    above = preposition.head
    if above.pos_ in ("VERB", "AUX"):
        return above
    if above.lemma_ in ("part", "round", "series", "session", "number", "set", "wave", "string"):
        return carrying_verb(above)
    return None


@cache
def _slots() -> dict[str, str]:
    """From a carrying verb to the slot its doer stands in."""
    rows = table("events")["support"]
    named = {verb: slot for slot in ("mediator", "host") for verb in rows[slot]}
    plain = {verb: "subject" for verb in rows["subject"] if verb not in rows["speech"]}
    return {**named, **plain}
