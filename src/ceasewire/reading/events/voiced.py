"""Calls, promises and refusals made in a statement by a helping verb alone: `said the army must leave`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ceasewire.reading.events.company import View, Words, is_actor
from ceasewire.reading.events.entries import Entry, frame_of
from ceasewire.reading.events.governors import negated
from ceasewire.reading.events.hit import Hit
from ceasewire.reading.events.lemmas import lemma
from ceasewire.reading.events.syntax import children
from ceasewire.reading.events.vouchers import Vouchers
from ceasewire.reading.tokens import tokens_among

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CALLING = frozenset(["must", "should"])
_HAVING = frozenset(["have", "need"])
_VOWING = frozenset(["will", "would"])
_OWN = frozenset(["it", "they", "he", "she", "we", "i"])
_SPEAKER = frozenset(["i", "we"])
# Verbs of states, which nobody is called on to do or vows to do.
_STATES = frozenset(
    [
        "be",
        "have",
        "seem",
        "remain",
        "become",
        "know",
        "see",
        "think",
        "mean",
        "note",
        "remember",
        "happen",
        "like",
        "love",
        "want",
        "need",
        "prefer",
        "result",
        "vote",
    ]
)


def voiced(doc: Doc, taken: set[int], vouchers: Vouchers, words: Words) -> list[Hit]:
    """The verbs of one paragraph that a speaker calls for, vows or refuses; `taken` are the words that are triggers.

    `The council said that the army must open the dam` is a call, `The army said it would not open the dam` a refusal.
    """
    found = []
    for modal in tokens_among(doc, _CALLING | _VOWING | _HAVING):
        verb = _called_for(modal) if modal.lower_ in _HAVING else modal.head if modal.dep_ == "aux" else None
        if verb is None or verb.pos_ != "VERB" or verb.i in taken or lemma(verb) in _STATES:
            continue
        statement = vouchers.of(verb)
        entry = _meant(verb, modal) if statement and vouchers.is_main(verb, statement) else None
        if entry is not None:
            found.append(Hit(verb, entry, View(verb, words)))
    return found


def _called_for(have: Token) -> Token | None:
    """`pay` of `they have to pay more`."""
    return next((c for c in children(have, "xcomp") if any(word.tag_ == "TO" for word in c.children)), None)


def _meant(verb: Token, modal: Token) -> Entry | None:
    who = next(iter(children(modal if modal.lower_ in _HAVING else verb, "nsubj", "nsubjpass")), None)
    if who is None or any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in verb.children):
        return None
    if modal.lower_ in _CALLING | _HAVING:
        return _entry("call") if who.lower_ not in _SPEAKER and (is_actor(who) or who.lower_ == "they") else None
    if who.dep_ != "nsubj" or any(child.lower_ in ("have", "be") for child in children(verb, "aux")):
        return None
    told = verb.dep_ == "ccomp" and verb.head.pos_ == "VERB"
    own = (who.lower_ in _SPEAKER and modal.lower_ == "will") or (who.lower_ in _OWN and told)
    return _entry("refusal" if negated(verb) else "vow") if own else None


@cache
def _entry(what: str) -> Entry:
    """How a call, a vow or a refusal is coded: a call is a proposal, the others have no type of their own."""
    _, roles = frame_of("proposal")
    kind, plover, cameo = {
        "call": ("proposal", "REQUEST", "100"),
        "vow": (None, "AGREE", "030"),
        "refusal": (None, "REJECT", "120"),
    }[what]
    frame = {"subject": ["addressee"]} if kind else {}
    return Entry(
        kind, "verb", "", {"made": True}, frame, roles if kind else frozenset(), plover, None, cameo, False, 0.7
    )
