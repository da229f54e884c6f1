"""Whether a content is one that a row of the table takes: a thought a finite clause, a report a noun of its list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.reading.saying.contents import OPENING_MARKS, Content
from ceasewire.reading.saying.cues import Row, lemma
from ceasewire.reading.saying.ends import asks
from ceasewire.reading.saying.speakers import may_speak
from ceasewire.reading.saying.stretches import finite

if TYPE_CHECKING:
    from spacy.tokens import Token

QUOTED_WORDS = 3  # a shorter quotation is a term
FIRST = ("i", "we", "you", "me", "us")


def fits(row: Row, content: Content, verb: Token) -> bool:
    """Words of mind ask for a finite clause that is no question, objects for a noun of the row."""
    if content.kind != "clause":
        return _fits_phrase(row, content, verb)
    if row.stance == "predicts" and asks(content.root):
        return False
    if row.takes & {"quote", "shown"} or row.stance == "demands":
        return True
    if lemma(verb) == "feel":
        return _minds(verb)
    asked = asks(content.root) and row.stance != "doubts"
    return _thought(verb) and not asked and finite(content.root) and _minds(verb)


def _fits_phrase(row: Row, content: Content, verb: Token) -> bool:
    """The same for contents that are no clause."""
    if content.kind == "as" and row.objects:
        return any(c.dep_ == "dobj" and row.allows(str(c.lemma_).lower()) for c in verb.children)
    if content.kind == "object":
        return _fits_object(row, content, verb)
    if content.kind in ("about", "of") and lemma(verb) in ("speak", "talk"):
        return verb.dep_ != "relcl"  # `None of the envoys who spoke about the raid`: who they are, not what they said
    if content.kind == "to_a":
        return verb.tag_ != "VBG" and not any(c.dep_ == "dobj" for c in verb.children)
    return content.kind != "to" or verb.doc[verb.left_edge.i].tag_ != "WRB"


def _fits_object(row: Row, content: Content, verb: Token) -> bool:
    """An object of the row, or one in quotation marks: no `it`, nobody's `them` of `denied them food`."""
    if row.stance in ("asserts", "doubts") and content.root.pos_ == "PRON":
        return False
    if (row.stance == "asserts" and verb.tag_ == "VB") or any(c.dep_ == "dative" for c in verb.children):
        return False
    own = any(c.dep_ == "nsubj" and c.lower_ in FIRST for c in verb.children) and row.stance != "doubts"
    return not own and (row.allows(str(content.root.lemma_).lower()) or (not row.but_not and _in_quotes(content)))


def _minds(verb: Token) -> bool:
    """Whether the subject of a verb of mind can have one: not `The treaty assumes that the islands are ours`."""
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return who is None or who.pos_ not in ("NOUN", "PRON") or may_speak(who)


def _in_quotes(content: Content) -> bool:
    """An object in somebody's own words: `rejected “a paper signed in haste”`."""
    low, high = content.intervals[0]
    doc = content.root.doc
    return high - low >= QUOTED_WORDS and any(doc[at].text in OPENING_MARKS for at in (low, low - 1))


def _thought(verb: Token) -> bool:
    """Whether a verb of mind is meant as a thought had: not `why he thought`, not `will understand`."""
    to_come = ("will", "would", "to", "'ll", "’ll")
    return not any(c.tag_ == "WRB" or (c.dep_ == "aux" and c.lower_ in to_come) for c in verb.children)
