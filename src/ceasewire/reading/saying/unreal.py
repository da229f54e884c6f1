"""Cues of words that were not said: `might say`, `if they deny it`, `asked the monitors to confirm it`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.reading.saying.cues import lemma, verb_rows, words
from ceasewire.reading.saying.cuewords import negated
from ceasewire.reading.saying.speakers import nobody, speaks

if TYPE_CHECKING:
    from spacy.tokens import Token

MODAL = ("could", "might", "may", "should", "must", "shall")
MARKS = ("if", "unless", "lest", "for")
NO_MORE = ("stop", "cease", "avoid", "quit", "halt", "finish")
AHEAD = ("want", "refuse", "decline", "fail", "plan", "need", "have", "try", "hope", "sorry", "sad", "expect")


def unreal(verb: Token) -> bool:
    """Whether a cue did not happen, or is no cue of its own.

    Examples: `might say`, `if they deny it`, `time for the guild to admit it`, `Nobody said`, `citing two envoys`.
    """
    if any((c.dep_ == "aux" and c.lower_ in MODAL) or (c.dep_ == "mark" and c.lower_ in MARKS) for c in verb.children):
        return True
    return _cites(verb) or _denied_with(verb) or nobody(verb) is not None or _to_come(verb)


def _cites(verb: Token) -> bool:
    """`citing two envoys`: who these are is told by the cue above."""
    citing = lemma(verb) in ("cite", "quote") and verb.tag_ == "VBG"
    return citing and any(c.dep_ == "dobj" and speaks(c) for c in verb.children)


def _denied_with(verb: Token) -> bool:
    """The second verb of `neither confirmed nor denied it`, `has not denied or confirmed it`."""
    if verb.dep_ != "conj" or lemma(verb) not in ("deny", "confirm"):
        return False
    return negated(verb.head) or any(c.lower_ == "neither" for c in verb.head.children)


def _to_come(verb: Token) -> bool:
    """An infinitive that is only wanted, tried or asked for: `wants to say`, `an effort to deny`."""
    if not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return verb.tag_ == "VBG" and verb.dep_ == "xcomp" and lemma(verb.head) in NO_MORE
    if verb.dep_ == "acl" and verb.head.lower_ in words("unreal", "nouns"):
        return True
    asked = verb.dep_ in ("xcomp", "ccomp") and any(row.stance == "demands" for row in verb_rows(verb.head))
    return asked or lemma(verb.head) in AHEAD
