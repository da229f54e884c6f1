"""Quotations beside a verb of speaking: right before it, right behind it, or announced by it with a colon."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ceasewire.reading.parse import begin, end
from ceasewire.reading.saying.cues import verb_rows
from ceasewire.reading.saying.quotes import Quote
from ceasewire.reading.tokens import sentence, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

BLANK = " ,\u00a0\t—–-"
NEAREST = 3  # quotations before and behind a verb that may be its own
SHORTEST = 10  # tokens of a sentence that tells no more than who spoke
LEAST_WORDS = 3  # a shorter quotation before a verb is a term in its own sentence
QUOTE_GAP = 200  # characters that may stand between a verb and the quotation it introduces


def adjacent(verb: Token, who: Token, quotes: list[Quote]) -> list[Quote]:
    """The quotations right before and right behind a verb with its source."""
    doc = verb.doc
    left = begin(doc[min(verb.i, who.left_edge.i if who.doc is doc and sentence(who) == sentence(verb) else verb.i)])
    text = text_of(doc)
    offset = int(doc.user_data["start"])
    near = []
    at = bisect_left([quote.start for quote in quotes], begin(verb))
    for quote in quotes[max(0, at - NEAREST) : at + NEAREST]:
        close = quote.close
        if not offset <= quote.start < offset + len(text) or quote.start <= begin(verb) < close:
            continue
        if quote.start >= end(verb):
            gap = text[end(verb) - offset : quote.start - offset][: QUOTE_GAP + 1]
            if _leads(gap) and not any(verb_rows(t) for t in doc[verb.i + 1 : verb.i + 60] if end(t) <= quote.start):
                near.append(quote)
        elif left - QUOTE_GAP < close <= left and _before(
            text, quote.start - offset, close - offset, left - offset, verb
        ):
            near.append(quote)
    return near


def _before(text: str, start: int, close: int, left: int, verb: Token) -> bool:
    return not text[close:left].strip(BLANK) and (not _ended(text[start:close], verb) or _alone(verb))


def _alone(verb: Token) -> bool:
    """A sentence that only tells who spoke: `“Nobody left.” He pointed out.`, `“Nobody left.” Said the minister.`"""
    low, high = sentence(verb)
    doc = verb.doc
    if high - low > SHORTEST or not any({"clause", "quote"} <= row.takes for row in verb_rows(verb)):
        return False
    first = next((t for t in doc[low:high] if not t.is_punct and not t.is_space), verb)
    behind = [c.dep_ for c in verb.children if c.i > verb.i]
    if first == verb:
        return not {"ccomp", "xcomp", "advcl"} & set(behind)
    return not {"ccomp", "xcomp", "advcl", "dobj", "prep"} & set(behind)


def _ended(text: str, verb: Token) -> bool:
    """Whether a quotation before a verb is over and not that verb's: it ends in a full stop, or is but a term."""
    inner = text.strip("“”\"'‘’«» ")
    term = len(inner.split()) < LEAST_WORDS and inner[-1:] not in (",", "?", "!")
    return inner.endswith(".") or term or verb.tag_ == "VBG"


def _leads(gap: str) -> bool:
    """Whether the words between a verb and a quotation lead into it: nothing, or words up to a colon or `that`."""
    if len(gap) > QUOTE_GAP or any(mark in gap for mark in ".!?;\n”“"):
        return False
    stripped = gap.rstrip()
    return not stripped or stripped[-1] in ":," or stripped.endswith(" that") or stripped == " that"
