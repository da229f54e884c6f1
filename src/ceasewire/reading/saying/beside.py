"""Quotations beside a verb of speaking: right before it, right behind it, or announced by it with a colon."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ceasewire.reading.parse import Paragraph, begin, end
from ceasewire.reading.saying.claims import Claim, over
from ceasewire.reading.saying.cues import verb_rows
from ceasewire.reading.saying.cuewords import cue_range, negated
from ceasewire.reading.saying.quotes import Quote
from ceasewire.reading.saying.speakers import is_human, source_range, speaker, subject
from ceasewire.reading.tokens import sentence, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

BLANK = " ,\u00a0\t—–-"
NEAREST = 3  # quotations before and behind a verb that may be its own
AFTER = 60  # characters behind a quotation within which its verb stands
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
        close = quote.first[1] + 1
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
    return not text[close:left].strip(BLANK) and not _ended(text[start:close], verb)


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


def intro(paragraph: Paragraph, before: int) -> Claim | None:
    """The last verb of speaking of a paragraph's words before `before`, as the cue of a quotation that follows.

    Examples: `Here is what it reports:`, `The minister answered as follows`.
    """
    start = paragraph.start
    for token in reversed([t for t in paragraph.doc if t.idx + start < before]):
        if token.pos_ == "VERB" and any("quote" in row.takes for row in verb_rows(token)):
            who = speaker(token)
            if who is not None:
                return Claim(
                    paragraph, cue_range(token), token, who, source_range(who, token), [], "asserts", 0.9, "quote"
                )
        if token.is_punct and token.text == ".":
            return None
    return None


def unlisted(paragraph: Paragraph, close: int) -> Claim | None:
    """Behind a quotation a verb that is in no table, with somebody who does it: `“He is gone,” sobbed the widow`."""
    tokens = [t for t in paragraph.doc if close <= t.idx + paragraph.start < close + AFTER and not t.is_space]
    verb = next((t for t in tokens if t.tag_ in ("VBD", "VBZ") and t.pos_ == "VERB"), None)
    who = subject(verb) if verb is not None else None
    if verb is None or who is None or who.i < tokens[0].i or not (is_human(who) or who.pos_ in ("PROPN", "PRON")):
        return None
    between = [t for t in tokens if t.i < min(verb.i, who.left_edge.i)]
    if between or negated(verb):
        return None
    return Claim(paragraph, cue_range(verb), verb, who, source_range(who, verb), [], "asserts", 0.6, "quote")


def label(paragraph: Paragraph, before: int) -> Claim | None:
    """A few words and a colon before a quotation: `The banner: “No deal.”`, `The widow sobbed: “He is gone.”`"""
    tokens = [t for t in paragraph.doc if t.idx + paragraph.start < before and not t.is_space]
    colon = tokens[-1] if tokens else None
    if colon is None or colon.text != ":" or not 1 < len(tokens) <= 6:
        return None
    verb = next((t for t in tokens if t.tag_ in ("VBD", "VBZ") and t.pos_ == "VERB"), None)
    who = speaker(verb) if verb is not None else None
    if verb is not None and who is not None:
        return Claim(paragraph, cue_range(verb), verb, who, source_range(who, verb), [], "asserts", 0.8, "quote")
    head = next((t for t in reversed(tokens[:-1]) if t.pos_ in ("NOUN", "PROPN")), None)
    if head is None:
        return None
    return Claim(
        paragraph, over(tokens[0], colon), head, head, over(tokens[0], tokens[-2]), [], "asserts", 0.6, "label"
    )
