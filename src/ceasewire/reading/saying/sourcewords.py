"""The words that name a source: its noun phrase, without the plea not to be named and without the cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.reading.saying.claims import over
from ceasewire.reading.saying.cues import verb_rows, words
from ceasewire.reading.tokens import Range

if TYPE_CHECKING:
    from spacy.tokens import Token

LONG_ASIDE = 10  # tokens of a relative clause behind a comma that still tell who the source is
CLAUSES = ("relcl", "acl", "advcl", "ccomp", "prep")
NEAR = 60  # tokens behind a name that are looked at


def source_range(head: Token, cue: Token) -> Range:
    """The source's words: the noun phrase with its apposition and relative clauses, without a plea for anonymity."""
    low, high = head.left_edge.i, head.right_edge.i
    for child in head.doc[head.i + 1 : min(head.right_edge.i, head.i + NEAR) + 1]:
        if child.i > head.i and (
            (child.dep_ in CLAUSES and _out(child, cue))
            or _mismatched(head, child)
            or (child.head == head and _dated(child))
        ):
            high = min(high, _begun(child, cue) - 1)
    if low <= cue.i <= high:
        low, high = (low, cue.i - 1) if head.i < cue.i else (cue.i + 1, high)
    doc = head.doc
    while low < head.i and (doc[low].is_punct or doc[low].dep_ in ("cc", "advmod", "mark", "prep")):
        low += 1
    while high > head.i and ((doc[high].is_punct and doc[high].text not in ")]") or doc[high].pos_ in ("AUX", "CCONJ")):
        high -= 1
    return over(doc[low], doc[_joined(high, cue)])


def _joined(high: int, cue: Token) -> int:
    """To the end of a name with hyphens that the parser cut up: `al-Dow`."""
    doc = cue.doc
    while high + 2 < len(doc) and doc[high + 1].text == "-" and not doc[high].whitespace_ + doc[high + 1].whitespace_:
        high += 2
    return high


def _begun(child: Token, cue: Token) -> int:
    """Where what is no part of the source begins: of `a nurse at the fort, who said ...` only the clause of the cue."""
    clause = cue
    while clause != child and clause.dep_ not in ("relcl", "acl") and clause.head != clause:
        clause = clause.head
    inner = child.dep_ == "prep" and child.i < clause.left_edge.i and child.is_ancestor(clause)
    return int(clause.left_edge.i if inner else child.left_edge.i)


def _mismatched(head: Token, child: Token) -> bool:
    """An apposition to the sentence, not to the source: `according to diplomats, a sign of`."""
    return (
        child.dep_ == "appos"
        and head.tag_ == "NNS"
        and child.tag_ == "NN"
        and child.doc[child.left_edge.i].lower_ in ("a", "an")
    )


def _dated(prep: Token) -> bool:
    """`on Sunday`, behind a source: the day of the saying."""
    return prep.lower_ == "on" and any(c.ent_type_ == "DATE" and c.right_edge == prep.right_edge for c in prep.children)


def _out(child: Token, cue: Token) -> bool:
    """Clauses behind a source that are not part of who it is."""
    text = child.doc[child.left_edge.i : child.right_edge.i + 1].text.lower()
    if any(phrase in text for phrase in words("unnamed", "clauses")):
        return True
    if child.i <= cue.i <= child.right_edge.i:
        return True
    if child.dep_ == "relcl" and child.doc[child.left_edge.i - 1].is_punct:
        dashed = child.doc[child.left_edge.i - 1].text in ("-", "–", "—")
        return dashed or child.right_edge.i - child.left_edge.i > LONG_ASIDE or any(verb_rows(t) for t in (child,))
    return child.tag_ == "VBG" and child.doc[child.left_edge.i - 1].text == "," and child.i > cue.i
