"""Refusals to speak and words of not knowing: `declined to comment`, `has no information on the deaths`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ceasewire.model import Stance
from ceasewire.reading.parse import Paragraph, end
from ceasewire.reading.saying.claims import Claim, over
from ceasewire.reading.saying.cues import lemma, verb_rows, words
from ceasewire.reading.saying.cuewords import cue_range, negated
from ceasewire.reading.saying.ends import asks, right_end, trimmed
from ceasewire.reading.saying.sourcewords import source_range
from ceasewire.reading.saying.speakers import is_passive, nobody, speaker, subject
from ceasewire.reading.tokens import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

FIRST = ("i", "we", "you")
ABLE = ("could", "can", "ca", "able", "unable")
BE = ("was", "were", "is", "are")
UNSURE = ("may", "might", "should", "must")
ABOUT = ("on", "about", "to", "whether", "of")


@dataclass(frozen=True)
class Silence:
    """A refusal: the verb that refuses, the last word of the cue, whose children tell the topic, and the stance."""

    first: Token
    last: Token
    stance: Stance


def refusal(paragraph: Paragraph, verb: Token) -> Claim | None:
    """`declined to comment on the report`, `did not say who`, `could not confirm the deaths`."""
    found = _silence(verb)
    who = speaker(found.first) if found is not None else None
    if found is None or who is None or who.lower_ in FIRST:
        return None
    low = _start(found.first)
    cue = (low, end(found.last))
    topic = _topic(found.last)
    if _own_name(found.last):
        return None
    content = topic or (low, _request_end(found.last))
    source = source_range(who, found.first)
    return Claim(paragraph, cue, found.first, who, source, [content], found.stance, 0.9, "refusal")


def _own_name(last: Token) -> bool:
    """`would not give her name`: somebody unnamed, no refusal to speak."""
    name = next((c for c in (last, *last.children) if c.lower_ in ("name", "names", "surname")), None)
    return name is not None and any(c.dep_ == "poss" and c.lower_ in ("his", "her", "their") for c in name.children)


def _start(first: Token) -> int:
    neither = next((c for c in first.children if c.lower_ == "neither" and c.i == first.i - 1), None)
    low = cue_range(first)[0]
    if neither is None:
        return low
    helpers = [c for c in first.children if c.dep_ == "aux" and c.i == neither.i - 1]
    return over(helpers[0] if helpers else neither, first)[0]


def _silence(verb: Token) -> Silence | None:
    if any(c.lower_ in UNSURE for c in verb.children if c.dep_ == "aux"):
        return None
    return (
        _unreached(verb)
        or _declined(verb)
        or _neither(verb)
        or _not_said(verb)
        or _not_known(verb)
        or _without_position(verb)
    )


# ---- unwilling -------------------------------------------------------------------------------------------------------


def _declined(verb: Token) -> Silence | None:
    """`declined to comment`, `refused to confirm or deny the loss`."""
    if lemma(verb) not in words("silence", "refusing"):
        return None
    for child in verb.children:
        nameless = is_passive(child) and lemma(child) != "draw"  # `declined to be named`
        if child.dep_ in ("xcomp", "ccomp") and lemma(child) in words("silence", "speaking") and not nameless:
            return Silence(verb, _second(child) or child, _stance(verb, child))
    return None


def _unreached(verb: Token) -> Silence | None:
    """`could not be reached for comment on the raid`"""
    if verb.lower_ != "reached" or not is_passive(verb) or not negated(verb):
        return None
    noun = _for_comment(verb)
    return Silence(verb, noun, "no_comment") if noun is not None else None


def _for_comment(word: Token) -> Token | None:
    """The `comment` of `reached for comment`, `available for comment`."""
    asked = (c for prep in word.children if prep.lower_ == "for" for c in prep.children)
    return next((c for c in asked if c.lower_ in words("silence", "comment")), None)


def unavailable(paragraph: Paragraph, word: Token) -> Claim | None:
    """`The ministry was not immediately available for comment`, `was unavailable for comment`."""
    be, noun = word.head, _for_comment(word) or _for_comment(word.head)
    absent = word.lower_.startswith("un") or negated(be) or negated(word)
    who = subject(be)
    if noun is None or not absent or who is None or who.lower_ in FIRST:
        return None
    cue = (over(be, be)[0], end(noun))
    content = _topic(noun) or cue
    return Claim(paragraph, cue, be, who, source_range(who, be), [content], "no_comment", 0.9, "refusal")


def _second(speech: Token) -> Token | None:
    """Of `confirm or deny` the second verb."""
    return next((c for c in speech.children if c.dep_ == "conj" and lemma(c) in ("deny", "confirm", "rule")), None)


def _neither(verb: Token) -> Silence | None:
    """`neither confirmed nor denied that envoys had met`"""
    second = _second(verb)
    if lemma(verb) not in ("confirm", "deny") or second is None:
        return None
    neither = any(c.lower_ == "neither" for c in verb.children) or negated(verb)
    return Silence(verb, second, "no_comment") if neither else None


def _not_said(verb: Token) -> Silence | None:
    """`did not say who`, `would not be drawn`, `gave no details`, `Nobody would say`."""
    base = lemma(verb)
    if base == "draw" and is_passive(verb) and negated(verb):
        return Silence(verb, verb, "no_comment")
    given = _given(verb, base)
    if given is not None and any(c.lower_ == "no" for c in given.children):
        return Silence(verb, given, "no_comment")
    silent = base in words("silence", "negated") or given is not None
    silent = silent and negated(verb) and not is_passive(verb) and not _mere_report(verb)
    mute = nobody(verb) is not None and base in words("silence", "speaking")
    return Silence(verb, verb, _stance(verb, verb)) if silent or mute else None


def _mere_report(verb: Token) -> bool:
    """`did not say that the war was over`: nothing is refused."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    return lemma(verb) == "say" and clause is not None and not asks(clause) and not _can(verb)


def _given(verb: Token, base: str) -> Token | None:
    """What is not given: `did not release the names`, `gave no date`."""
    if base not in words("silence", "negated_giving"):
        return None
    return next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ in words("silence", "given")), None)


# ---- unknowing -------------------------------------------------------------------------------------------------------


def _stance(first: Token, speech: Token) -> Stance:
    asked = lemma(speech) in ("confirm", "verify", "say")
    return "no_knowledge" if asked and (_can(first) or first.lower_ in BE) else "no_comment"


def _can(verb: Token) -> bool:
    return any(c.lower_ in ABLE for c in verb.children if c.dep_ == "aux")


def _not_known(verb: Token) -> Silence | None:
    """`did not know whether`, `could not establish who`, `has no information on`, `was unable to confirm`."""
    base = lemma(verb)
    if is_passive(verb):
        return None
    if base == "know" and negated(verb) and _questioned(verb):
        return Silence(verb, verb, "no_knowledge")
    if base in words("silence", "finding") and negated(verb) and _can(verb):
        return Silence(verb, verb, "no_knowledge")
    thing = _lacking(verb, base)
    if thing is not None:
        return Silence(verb, thing, "no_comment" if str(thing.lemma_) == "comment" else "no_knowledge")
    if verb.head.lower_ == "unable" and base in (*words("silence", "finding"), "confirm", "verify", "say"):
        return Silence(verb.head.head if verb.head.head.pos_ == "AUX" else verb.head, verb, "no_knowledge")
    return None


def _questioned(verb: Token) -> bool:
    return any(
        c.i > verb.i and ((c.dep_ in ("ccomp", "xcomp", "advcl") and asks(c)) or c.lower_ in ("about", "of"))
        for c in verb.children
    )


def _lacking(verb: Token, base: str) -> Token | None:
    """`has no information on the crew`, `had no comment`."""
    if base != "have":
        return None
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    known = thing is not None and thing.lower_ in words("silence", "lacking")
    no = thing is not None and any(c.lower_ == "no" for c in thing.children)
    return thing if known and (no or negated(verb)) else None


def _without_position(verb: Token) -> Silence | None:
    """`was not in a position to say who fired`"""
    noun = verb.head
    if noun.lower_ != "position" or noun.head.lower_ != "in" or lemma(verb) not in words("silence", "speaking"):
        return None
    be = noun.head.head
    return Silence(be, verb, "no_knowledge") if be.pos_ in ("AUX", "VERB") and negated(be) else None


# ---- the topic -------------------------------------------------------------------------------------------------------


def _topic(speech: Token) -> Range | None:
    """What is not spoken of, without its preposition."""
    for child in speech.children:
        if child.i < speech.i or (child.tag_ == "VBG" and verb_rows(child)):
            continue
        if child.dep_ in ("dobj", "ccomp", "xcomp", "acl"):
            if child.lower_ in words("silence", "requests"):
                return None
            return trimmed(speech.doc, (child.left_edge.i, right_end(child, speech)), False)
        if child.dep_ == "prep" and child.lower_ in ABOUT:
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None and inner.lower_ not in words("silence", "requests"):
                return trimmed(speech.doc, (inner.left_edge.i, _topic_end(inner)), False)
    return None


def _topic_end(noun: Token) -> int:
    """Before a `but` that the parser took for part of the topic."""
    but = next((c.i for c in noun.children if c.dep_ == "cc" and c.lower_ == "but"), None)
    return but - 1 if but is not None else right_end(noun, None)


def _request_end(last: Token) -> int:
    """The end of the request that is left unanswered; of the cue where none is named."""
    for child in last.children:
        inner = next((c for c in child.children if c.dep_ == "pobj"), None) if child.lower_ == "to" else child
        if inner is not None and inner.i > last.i and inner.lower_ in words("silence", "requests"):
            return end(inner.doc[_topic_end(inner)])
    return end(last)
