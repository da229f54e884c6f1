"""Refusals to speak: `declined to comment`, `did not say who`, `could not confirm the deaths`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.model import Stance
from ceasewire.reading.parse import Paragraph, end
from ceasewire.reading.saying.claims import Claim, Range
from ceasewire.reading.saying.cues import lemma, verb_rows, words
from ceasewire.reading.saying.cuewords import cue_range, negated
from ceasewire.reading.saying.ends import right_end, trimmed
from ceasewire.reading.saying.speakers import is_passive, source_range, speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

FIRST = ("i", "we", "you")


def refusal(paragraph: Paragraph, verb: Token) -> Claim | None:
    """`declined to comment on the report`, `did not say who`, `could not confirm the deaths`."""
    speech, first = _refused(verb)
    if speech is None or first is None:
        return None
    who = speaker(first)
    if who is None or who.lower_ in FIRST:
        return None
    stance: Stance = "no_knowledge" if _unable(first, speech) else "no_comment"
    topic = _topic(speech)
    low = cue_range(first)[0]
    cue = (low, end(speech))
    content = [topic] if topic else [cue]
    return Claim(paragraph, cue, speech, who, source_range(who, first), content, stance, 0.9, "refusal")


def _refused(verb: Token) -> tuple[Token | None, Token | None]:
    """The verb of speaking that is refused and the verb that refuses it."""
    base = lemma(verb)
    if any(c.lower_ in ("may", "might", "should", "must") for c in verb.children if c.dep_ == "aux"):
        return None, None
    if base in words("silence", "refusing"):
        refused = [
            c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and lemma(c) in words("silence", "speaking")
        ]
        return (refused[0], verb) if refused else (None, None)
    silent = base in words("silence", "negated") or _gives_nothing(verb, base)
    if _nobody(verb) is not None or (silent and negated(verb) and not is_passive(verb)):
        return verb, verb
    if base in ("confirm", "verify") and verb.head.lower_ == "unable":
        return verb, verb.head.head if verb.head.head.pos_ == "AUX" else verb.head
    return None, None


def _gives_nothing(verb: Token, base: str) -> bool:
    """`did not release the names`, `did not return calls`."""
    if base not in words("silence", "negated_giving"):
        return False
    return any(c.dep_ == "dobj" and c.lower_ in words("silence", "given") for c in verb.children)


def _unable(first: Token, speech: Token) -> bool:
    if lemma(speech) not in ("confirm", "verify", "say"):
        return False
    return first.lower_ in ("was", "were", "is", "are") or any(
        c.lower_ in ("could", "can", "ca") for c in first.children
    )


def _topic(speech: Token) -> Range | None:
    """What is not spoken of, without its preposition."""
    for child in speech.children:
        if child.i < speech.i or (child.tag_ == "VBG" and verb_rows(child)):
            continue
        if child.dep_ in ("dobj", "ccomp", "xcomp"):
            if _comment_request(child):
                return None
            return trimmed(speech.doc, (child.left_edge.i, right_end(child, speech)), False)
        if child.dep_ == "prep" and child.lower_ in ("on", "about", "to", "whether"):
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None and not _comment_request(inner):
                return trimmed(speech.doc, (inner.left_edge.i, _topic_end(inner)), False)
    return None


def _topic_end(noun: Token) -> int:
    """Before a `but` that the parser took for part of the topic."""
    but = next((c.i for c in noun.children if c.dep_ == "cc" and c.lower_ == "but"), None)
    return but - 1 if but is not None else right_end(noun, None)


def _comment_request(noun: Token) -> bool:
    return noun.lower_ in words("silence", "requests")


def _nobody(verb: Token) -> Token | None:
    """`None of the delegates would say who paid`: nobody speaks."""
    if lemma(verb) not in words("silence", "speaking"):
        return None
    return next((c for c in verb.children if c.dep_ == "nsubj" and c.lower_ in ("none", "nobody", "neither")), None)
