"""Events of one moment: those that stand in one clause share their day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ceasewire.codebook import table
from ceasewire.model import Dated, Mention
from ceasewire.reading.events.lemmas import lemma
from ceasewire.reading.events.syntax import children, climb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasewire.reading.events.hit import Hit

Pair = tuple[str, str]
# How many words above an event may stand what it shares its day with.
_FAR = 6
_BESIDE = frozenset(["at", "during", "in", "by", "with", "amid"])
# `at the opening of the talks`: of these the day is that of what they are of.
OPENINGS = frozenset(["opening", "start", "beginning", "launch", "outset", "resumption"])
_EDGES = OPENINGS | {"sideline", "sidelines", "violation", "breach", "defiance"}
_MARKS = frozenset(["as", "while", "when"])
# What holds for longer than a moment has days of its own.
_STATES = frozenset(["designation", "deployment", "monitoring", "transition"])


def pairs(hits: list[Hit], names: dict[int, str]) -> list[Pair]:
    """The events of a paragraph that share their day, by the ids of their mentions; `names` are those by place.

    `The army declared a truce at the opening of talks`: one day. `The raid led to talks`: two.
    """
    return [
        (names[hit.token.i], names[other])
        for hit in hits
        for other in [_partner(hit.token, names)]
        if other is not None
    ]


def _partner(token: Token, names: dict[int, str]) -> int | None:
    """The place of the event above a word whose day it shares."""
    for steps, word in enumerate(climb(token)):
        head = word.head
        if steps == _FAR or head.i == word.i or not _together(word):
            return None
        if head.i in names:
            return head.i
        if head.pos_ == "VERB":
            return _carried(head, token, names)
    return None


def _carried(verb: Token, token: Token, names: dict[int, str]) -> int | None:
    """The event that a verb carries: `declared a truce at the opening of talks`, `a truce that they declared there`."""
    near = [child.i for child in children(verb, "dobj", "nsubjpass") if child.i in names and child.i != token.i]
    above = [verb.head.i] if verb.dep_ in ("relcl", "acl") and verb.head.i in names else []
    return next(iter(near + above), None)


def _together(word: Token) -> bool:
    """Whether what stands above a word is of its moment."""
    label, head = word.dep_, word.head
    if label == "prep":
        return word.lower_ in _BESIDE or (word.lower_ == "of" and lemma(head) in _EDGES)
    if label == "advcl":
        marks = [child.lower_ for child in word.children if child.dep_ in ("mark", "advmod") and child.i < word.i]
        return not any(child.dep_ == "aux" and child.tag_ == "TO" for child in word.children) and all(
            m in _MARKS for m in marks
        )
    held_back = label == "dobj" and lemma(head) in table("realis")["dated"]["stopping"]
    return label in ("pobj", "dobj", "conj", "pcomp") and not held_back


def share(found: list[Pair], mentions: list[Mention], rows: list[Dated]) -> list[Dated]:
    """Rows with those that events of one moment lend each other."""
    by_id = {mention.id: mention for mention in mentions}
    dated = {row.mention: row for row in rows}
    for one, other in found + found[::-1]:
        for taker, giver in ((one, other), (other, one)):
            row = dated.get(giver)
            if (
                row is not None
                and taker not in dated
                and row.how in ("at", "start")
                and row.time
                and _momentary(by_id[taker])
                and _momentary(by_id[giver])
            ):
                dated[taker] = replace(row, mention=taker)
    return [dated[mention.id] for mention in mentions if mention.id in dated]


def _momentary(mention: Mention) -> bool:
    return mention.realis == "occurred" and mention.type is not None and mention.type not in _STATES
