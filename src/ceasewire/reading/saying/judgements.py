"""What a columnist says himself of the words of others: `This is nonsense`, `The paper misreads the treaty`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceasewire.model import Stance
from ceasewire.reading.parse import Paragraph
from ceasewire.reading.saying.claims import Claim, touches
from ceasewire.reading.saying.cues import lemma, words
from ceasewire.reading.saying.cuewords import negated
from ceasewire.reading.saying.ends import trimmed
from ceasewire.reading.saying.quotes import Quote

if TYPE_CHECKING:
    from spacy.tokens import Token

POINTING = ("this", "that", "it", "which", "all")
PRESENT = ("VBZ", "VBP")


def judgements(paragraphs: list[Paragraph], near: dict[int, list[Quote]]) -> Iterator[Claim]:
    """The judgements of a page whose author says `I`, outside quotations; none where he never does."""
    author = next((t for p in paragraphs for t in p.doc if t.lower_ in ("i", "my") and not _quoted(t, p, near)), None)
    if author is None:
        return
    for paragraph in paragraphs:
        for token in paragraph.doc:
            stance = _judges(token) if paragraph.role == "body" else None
            if stance is not None and not _quoted(token, paragraph, near):
                yield from _claim(paragraph, token, author, stance)


def _judges(token: Token) -> Stance | None:
    """`This is certainly untrue` denies; `The Star misreads the map` asserts."""
    if token.tag_ in PRESENT and lemma(token) in words("judgement", "verbs") and token.dep_ == "ROOT":
        return None if negated(token) else "asserts"
    be = token.head
    wrong = token.lower_ in words("judgement", "wrong") and token.dep_ in ("acomp", "attr")
    if not wrong or str(be.lemma_) != "be" or be.tag_ not in PRESENT or be.dep_ != "ROOT" or negated(be):
        return None
    return "denies" if any(c.dep_ == "nsubj" and c.lower_ in POINTING for c in be.children) else None


def _claim(paragraph: Paragraph, word: Token, author: Token, stance: Stance) -> Iterator[Claim]:
    root = word if word.dep_ == "ROOT" else word.head
    held = trimmed(paragraph.doc, (root.left_edge.i, root.right_edge.i), True)
    if held is not None:
        cue = trimmed(paragraph.doc, (word.i, word.i), True) or held
        yield Claim(paragraph, cue, word, author, cue, [held], stance, 0.6, "judgement", direct=True)


def _quoted(token: Token, paragraph: Paragraph, near: dict[int, list[Quote]]) -> bool:
    spot = (paragraph.start + token.idx, paragraph.start + token.idx + len(token.text))
    return any(touches(spot, piece) for quote in near.get(paragraph.number, []) for piece in quote.pieces)
