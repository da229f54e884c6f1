"""The stretches of a page that a verb's content covers: to its last clause, without the day of the saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.reading.parse import begin
from ceasewire.reading.saying.claims import over
from ceasewire.reading.saying.contents import Content
from ceasewire.reading.saying.ends import LONGEST, right_end, trimmed
from ceasewire.reading.tokens import Range, sentence, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

SHORTEST = 3  # words of a clause before its cue
FINITE = ("VBD", "VBZ", "VBP", "MD")


def ranges_of(verb: Token, content: Content, who: Token | None = None) -> list[Range]:
    """The offsets of a content, one stretch for each of its intervals; none where nothing is left of them."""
    out = []
    for number, interval in enumerate(content.intervals):
        cut = _past_date(verb, _and_that(verb, _to_semicolon(verb, _with_main(verb, content.root, interval))))
        cut = _to_comma(verb, cut, who)
        part = trimmed(verb.doc, cut, first=number == 0 and interval[0] < verb.i)
        if part:
            out.append(part)
    return out


def clause_before(verb: Token, who: Token) -> Range | None:
    """What stands before a comma and `X said` where the parser did not see it as a clause."""
    doc, start = verb.doc, sentence(verb)[0]
    if who.doc is not doc or sentence(who)[0] != start or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    left = min(verb.i, who.left_edge.i)
    after = doc[verb.i + 1] if who.i < verb.i and verb.i + 1 < len(doc) else None
    if left - 1 <= start or doc[left - 1].text != ",":
        return None
    if after is not None and not after.is_punct and not _spliced(verb, start, left):
        return None
    return trimmed(doc, (start, left - 2), True) if left - 2 - start >= 2 else None


def words_before(verb: Token, who: Token) -> Range | None:
    """The clause that a sentence begins with, before the comma of `the agency quoted him as saying`."""
    start, comma = sentence(verb)[0], min(verb.i, int(who.left_edge.i)) - 1
    if comma - start < SHORTEST or verb.doc[comma].text != ",":
        return None
    return trimmed(verb.doc, (start, comma - 1), True) if any(t.tag_ in FINITE for t in verb.doc[start:comma]) else None


def with_antecedent(verb: Token, content: Content, ranges: list[Range]) -> list[Range]:
    """`the miners, who officers said were killed`: the miners belong to what is said."""
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl") and c.tag_ not in ("WP", "WDT") for c in content.root.children):
        return ranges
    head = verb.head
    start, text = begin(head.doc[0]) - head.doc[0].idx, text_of(head.doc)
    kept = [spot for spot in ranges if text[spot[0] - start : spot[1] - start].lower() not in ("who", "whom", "which")]
    return [over(head.doc[head.left_edge.i], head), *kept]


def finite(root: Token) -> bool:
    """Whether a clause has a finite verb."""
    return root.tag_ in FINITE or any(c.tag_ in FINITE for c in root.children if c.dep_ in ("aux", "auxpass", "cop"))


def _spliced(verb: Token, start: int, left: int) -> bool:
    """`The shells came from the north, a captain has told the Star`: two clauses and no word that joins them."""
    before = verb.head
    joined = verb.dep_ in ("conj", "ccomp") and before.i < left and before.pos_ in ("VERB", "AUX")
    return (
        joined and sentence(before)[0] == start and not any(c.dep_ == "cc" and c.i > before.i for c in before.children)
    )


def _past_date(verb: Token, interval: tuple[int, int]) -> tuple[int, int]:
    """`said on Friday he had left`: the day is that of the saying."""
    low, high = interval
    doc, at = verb.doc, interval[0]
    if low != verb.i + 1:
        return interval
    at += doc[at].lower_ == "on"
    start = at
    while at < high and doc[at].ent_type_ == "DATE" and doc[at].pos_ in ("PROPN", "NOUN"):
        at += 1
    subject_next = doc[at].pos_ in ("PRON", "DET", "PROPN", "ADJ", "NOUN") and doc[at].text != ","
    return (at, high) if at > start and subject_next else interval


def _to_comma(verb: Token, interval: tuple[int, int], who: Token | None) -> tuple[int, int]:
    """What stands before the comma of a cue is the clause's: the day of `The gate fell at dawn Monday, he said`."""
    low, high = interval
    if who is None or high >= verb.i or low != sentence(verb)[0] or who.doc is not verb.doc:
        return interval
    comma = min(verb.i, int(who.left_edge.i)) - 1
    return (low, comma - 1) if high + 1 < comma and verb.doc[comma].text == "," else interval


def _with_main(verb: Token, root: Token, interval: tuple[int, int]) -> tuple[int, int]:
    """An absolute clause with the main clause behind it: `said that, the pass having closed, they turned back`."""
    low, high = interval
    doc = verb.doc
    absolute = any(c.dep_ == "aux" and c.lower_ in ("having", "being") for c in root.children)
    if not absolute or root.i < verb.i or high + 1 >= len(doc) or doc[high + 1].text != ",":
        return interval
    main = next((t for t in verb.ancestors if t.i > high and t.pos_ in ("VERB", "AUX") and finite(t)), None)
    return (low, right_end(main, verb)) if main is not None else interval


def _and_that(verb: Token, interval: tuple[int, int]) -> tuple[int, int]:
    """A second clause with its own `that` belongs to the same words: `admitted it failed, but that it would try`."""
    low, high = interval
    doc = verb.doc
    at = high + 1
    while at < len(doc) and doc[at].text == ",":
        at += 1
    if low < verb.i or at + 2 >= len(doc) or doc[at].dep_ != "cc" or doc[at + 1].lower_ != "that":
        return interval
    that = doc[at + 1]
    return (low, right_end(that.head, verb)) if that.dep_ == "mark" and that.head.i > that.i else interval


def _to_semicolon(verb: Token, interval: tuple[int, int]) -> tuple[int, int]:
    """Behind a semicolon the reporter goes on himself, unless in a quotation."""
    low, high = interval
    if low < verb.i:
        return interval
    texts = [t.text for t in verb.doc[verb.i : min(high, verb.i + LONGEST) + 1]]
    at = texts.index(";") if ";" in texts else -1
    quoted = any(mark in texts[:at] for mark in ("“", '"', "‘"))
    return (low, verb.i + at - 1) if at > 0 and not quoted else interval
