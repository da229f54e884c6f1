"""One cue with two stances: `said they are tired and would be sent home` is what is and what will be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ceasewire.reading.parse import end
from ceasewire.reading.saying.claims import Claim
from ceasewire.reading.saying.ends import trimmed
from ceasewire.reading.saying.stances import main_verbs, stance_of_clause
from ceasewire.reading.tokens import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

AHEAD = ("promises", "predicts")
SUBJECTS = ("nsubj", "nsubjpass", "expl")


def split(claim: Claim) -> list[Claim]:
    """The claim itself, or two where its clauses differ in stance and each has a subject of its own."""
    if claim.direct or claim.stance != "asserts" or claim.kind != "clause" or len(claim.content) != 1:
        return [claim]
    verbs = main_verbs(claim)
    for second in verbs[1:]:
        joint = _joint(verbs[0], second)
        one, two = stance_of_clause(verbs[0], claim), stance_of_clause(second, claim)
        if joint is not None and one != two and (one in AHEAD or two in AHEAD):
            return _halves(claim, joint, second)
    return [claim]


def _joint(first: Token, second: Token) -> Token | None:
    """The `and` or `but` between two clauses with subjects of their own."""
    if second.head != first or not all(any(c.dep_ in SUBJECTS for c in verb.children) for verb in (first, second)):
        return None
    return next((c for c in reversed(list(first.children)) if c.dep_ == "cc" and first.i < c.i < second.i), None)


def _halves(claim: Claim, joint: Token, second: Token) -> list[Claim]:
    low, high = claim.content[0]
    doc = claim.paragraph.doc
    before: Range = (low, _before(joint))
    rest = [t.i for t in doc[joint.i + 1 :] if end(t) <= high]
    after = trimmed(doc, (joint.i + 1, rest[-1]), True) if rest else None
    if after is None or before[1] <= low:
        return [claim]
    return [replace(claim, content=[before]), replace(claim, content=[(after[0], max(after[1], high))])]


def _before(joint: Token) -> int:
    """The end of the words before a conjunction, its comma left out."""
    last = joint.doc[joint.i - 1]
    while last.i > 0 and last.is_punct and last.text in ",;":
        last = last.nbor(-1)
    return end(last)
