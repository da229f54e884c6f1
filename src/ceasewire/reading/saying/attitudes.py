"""Faint statements, which the record leaves out: attitudes without a word of saying (`The envoy defended the deal`)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.parse import Paragraph, end
from ceasewire.reading.saying.claims import Claim, over
from ceasewire.reading.saying.contents import ORDER, options
from ceasewire.reading.saying.cues import forms_of, lemma
from ceasewire.reading.saying.cuewords import cue_range
from ceasewire.reading.saying.ends import right_end, trimmed
from ceasewire.reading.saying.sourcewords import source_range
from ceasewire.reading.saying.speakers import is_passive, may_speak, speaker, subject
from ceasewire.reading.saying.stretches import ranges_of
from ceasewire.reading.tokens import Range, tokens_among

if TYPE_CHECKING:
    from spacy.tokens import Token

SURE = 0.3
FIRST = ("i", "we", "you", "me", "us")


def attitudes(paragraph: Paragraph, spoken: set[int]) -> Iterator[Claim]:
    """The attitudes of a paragraph whose words begin none of the cues `spoken`, given by where these begin."""
    for token in tokens_among(paragraph.doc, _forms()):
        if paragraph.start + token.idx in spoken:
            continue
        claim = _held(paragraph, token) if token.pos_ == "VERB" else _felt(paragraph, token)
        if claim is not None and claim.cue[0] not in spoken:
            yield claim


@cache
def _verbs() -> dict[str, frozenset[str]]:
    """What each verb takes as its content."""
    out: dict[str, frozenset[str]] = {}
    for row in table("attitudes")["verb"]:
        for word in row["words"]:
            out[word] = out.get(word, frozenset()) | frozenset(row["takes"])
    return out


@cache
def _forms() -> frozenset[str]:
    return forms_of(_verbs()) | frozenset(table("attitudes")["adjective"]["words"])


def _held(paragraph: Paragraph, verb: Token) -> Claim | None:
    """`The envoy defended the deal`, `The rebels refused to leave`, `The guild sees the raid as a crime`."""
    takes, who = _verbs().get(lemma(verb), frozenset()), speaker(verb)
    if not takes or who is None or who.lower_ in FIRST or is_passive(verb) or not may_speak(who) or _to_come(verb):
        return None
    found = options(verb)
    kind = next((k for k in (*ORDER, *found) if k in found and k in takes), None)
    ranges = ranges_of(verb, found[kind], who) if kind is not None else []
    if not ranges:
        return None
    return _claim(paragraph, verb, who, _cue(verb, ranges[0]), ranges)


def _to_come(verb: Token) -> bool:
    """`to defend the deal`, `could reject it`: nothing that somebody does yet."""
    return any(c.dep_ == "aux" and (c.lower_ == "to" or c.tag_ == "MD") for c in verb.children)


def _cue(verb: Token, content: Range) -> Range:
    """The cue with its particle and preposition: `referred to`, `laid out`."""
    low, high = cue_range(verb)
    for token in verb.doc[verb.i + 1 : verb.i + 3]:
        if token.pos_ not in ("ADP", "SCONJ") or end(token) > content[0] or token.head not in (verb, verb.head):
            break
        high = max(high, end(token))
    return low, high


def _felt(paragraph: Paragraph, word: Token) -> Claim | None:
    """`The envoy is eager to sign`, `The guild was critical of the raid`."""
    be = word.head
    who = subject(be) if word.dep_ == "acomp" else None
    if who is None or who.lower_ in FIRST or not may_speak(who):
        return None
    takes = table("attitudes")["adjective"]["takes"]
    for child in word.children:
        if child.i > word.i and child.dep_ in ("prep", "xcomp", "ccomp") and _opens(child, takes):
            root = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), child)
            part = trimmed(word.doc, (root.left_edge.i, right_end(root, word)), False)
            cue = over(be, child if child.dep_ == "prep" else word)
            return _claim(paragraph, be, who, cue, [part]) if part is not None else None
    return None


def _opens(child: Token, takes: list[str]) -> bool:
    return child.dep_ != "prep" or child.lower_ in takes


def _claim(paragraph: Paragraph, head: Token, who: Token, cue: Range, content: list[Range]) -> Claim:
    return Claim(paragraph, cue, head, who, source_range(who, head), content, "asserts", SURE, "attitude")
