"""Statements that a verb makes: saying, denying, demanding, promising, refusing to speak."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceasewire.model import Stance
from ceasewire.reading.saying.claims import Claim, Range, over, touches
from ceasewire.reading.saying.contents import ORDER, Content, options, trimmed
from ceasewire.reading.saying.cues import Row, lemma, lexicon, verb_rows, words
from ceasewire.reading.parse import Paragraph, begin, end
from ceasewire.reading.saying.quotes import Quote
from ceasewire.reading.saying.speakers import agent, is_passive, source_range, speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE = ("VBD", "VBZ", "VBP", "MD")
UNREAL = ("could", "might", "may", "should", "must", "can", "ca", "wo", "shall")
FIRST = ("i", "we", "you")
QUOTE_GAP = 200  # characters that may stand between a verb and the quotation it introduces
NOT_WORDS = ("not", "n't", "n’t", "never")


def verb_claims(paragraph: Paragraph, quotes: list[Quote]) -> Iterator[Claim]:
    """The statements made by the verbs of a paragraph, in the order of the text."""
    forms = lexicon().forms
    for token in paragraph.doc:
        if token.lower_ in forms and token.pos_ in ("VERB", "AUX"):
            claim = _refusal(paragraph, token) or _spoken(paragraph, token, quotes)
            if claim is not None:
                yield claim


def negated(verb: Token) -> bool:
    """Whether `not`, `never` or `no longer` stands on the verb."""
    return any(child.dep_ == "neg" or child.lower_ in NOT_WORDS for child in verb.children)


def cue_range(verb: Token) -> Range:
    """The cue's words: the verb with its helping verbs, adverbs and negation, and its particle.

    Example: `has repeatedly denied`, `pointed out`.
    """
    low = high = verb.i
    doc = verb.doc
    while low > 0 and doc[low - 1].head == verb and doc[low - 1].dep_ in ("aux", "auxpass", "neg", "advmod"):
        low -= 1
    while low < verb.i and doc[low].dep_ == "advmod" and doc[low].lower_ in ("however", "then", "earlier", "meanwhile"):
        low += 1
    while high + 1 < len(doc) and doc[high + 1].head == verb and doc[high + 1].dep_ == "prt":
        high += 1
    return over(doc[low], doc[high])


# ---- refusals --------------------------------------------------------------------------------------------------------


def _refusal(paragraph: Paragraph, verb: Token) -> Claim | None:
    """`declined to comment on the report`, `did not say who`, `could not confirm the deaths`."""
    speech, first = _refused(verb)
    if speech is None or first is None:
        return None
    who = speaker(first)
    if who is None or who.lower_ in FIRST:
        return None
    stance: Stance = "no_knowledge" if _unable(first, speech) else "no_comment"
    topic = _topic(speech)
    low = cue_range(first)[0]
    cue = (low, end(speech))
    content = [topic] if topic else [cue]
    return Claim(paragraph, cue, speech, who, source_range(who, first), content, stance, 0.9, "refusal")


def _refused(verb: Token) -> tuple[Token | None, Token | None]:
    """The verb of speaking that is refused and the verb that refuses it."""
    base = lemma(verb)
    if base in words("silence", "refusing") or verb.lower_ in ("unable",):
        for child in verb.children:
            if child.dep_ in ("xcomp", "ccomp") and lemma(child) in words("silence", "speaking"):
                return child, verb
        return None, None
    if base in words("silence", "negated") and negated(verb) and not is_passive(verb):
        return verb, verb
    if base in ("confirm", "verify") and verb.head.lower_ == "unable":
        return verb, verb.head.head if verb.head.head.pos_ == "AUX" else verb.head
    return None, None


def _unable(first: Token, speech: Token) -> bool:
    if lemma(speech) not in ("confirm", "verify", "say"):
        return False
    return first.lower_ in ("was", "were", "is", "are") or any(c.lower_ in ("could", "can", "ca") for c in first.children)


def _topic(speech: Token) -> Range | None:
    """What is not spoken of, without its preposition."""
    for child in speech.children:
        if child.i < speech.i or child.lower_ in ("to", "immediately"):
            if not (child.lower_ == "to" and child.dep_ == "prep"):
                continue
        if child.dep_ in ("dobj", "ccomp", "xcomp"):
            return trimmed(speech.doc, (child.left_edge.i, child.right_edge.i), False)
        if child.dep_ == "prep" and child.lower_ in ("on", "about", "to", "whether"):
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None and not _comment_request(inner):
                return trimmed(speech.doc, (inner.left_edge.i, inner.right_edge.i), False)
    return None


def _comment_request(noun: Token) -> bool:
    return noun.lower_ in ("request", "requests", "call", "calls", "question", "questions", "inquiry", "inquiries", "message", "messages", "email", "emails")


# ---- speaking --------------------------------------------------------------------------------------------------------


def _spoken(paragraph: Paragraph, verb: Token, quotes: list[Quote]) -> Claim | None:
    rows = verb_rows(verb)
    if not rows or _unreal(verb):
        return None
    passive = is_passive(verb)
    who = agent(verb) if passive else speaker(verb)
    if who is None or (passive and not _passive_row(rows)):
        return None
    if who.lower_ in FIRST and _inside(verb, quotes):
        return None
    picked = _pick(verb, rows, who, quotes)
    if picked is None:
        return None
    row, content, ranges = picked
    stance = _turned(row.stance, verb)
    if stance is None:
        return None
    claim = Claim(paragraph, cue_range(verb), verb, who, source_range(who, verb), ranges, stance, row.sure, content)
    _relay(verb, claim)
    return claim


def _passive_row(rows: tuple[Row, ...]) -> bool:
    return any(row.stance == "accuses" or "clause" in row.takes for row in rows)


def _unreal(verb: Token) -> bool:
    """A cue that did not happen: `might say`, `if they deny it`, `to say` on its own."""
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in UNREAL and child.lower_ not in ("ca", "can", "wo"):
            return True
        if child.dep_ == "mark" and child.lower_ in ("if", "unless", "lest"):
            return True
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    return infinitive and lemma(verb.head) in ("want", "refuse", "decline", "fail", "plan", "need", "have", "try", "hope", "sorry", "sad", "expect")


def _turned(stance: Stance, verb: Token) -> Stance | None:
    """A negated cue: `did not deny` confirms, `does not believe` doubts, other negated cues say nothing."""
    if not negated(verb):
        return stance
    if stance == "denies":
        return "confirms"
    if lemma(verb) in ("believe", "think", "expect", "see", "accept", "recognise", "recognize"):
        return "doubts"
    return None


def _inside(verb: Token, quotes: list[Quote]) -> bool:
    at = begin(verb)
    return any(low <= at < high for quote in quotes for low, high in quote.pieces)


def _pick(verb: Token, rows: tuple[Row, ...], who: Token, quotes: list[Quote]) -> tuple[Row, str, list[Range]] | None:
    found = options(verb)
    for kind in (*ORDER, *(k for k in found if k not in ORDER)):
        content = found.get(kind)
        row = next((r for r in rows if kind in r.takes), None)
        if content is None or row is None or not _fits(row, content, verb):
            continue
        ranges = _ranges(verb, content)
        if ranges:
            return row, kind, ranges + _beside(verb, who, quotes, ranges, row)
    row = next((r for r in rows if "quote" in r.takes), None)
    near = _beside(verb, who, quotes, [], row) if row else []
    if row and near:
        return row, "quote", near
    if row and "clause" in row.takes:
        before = _clause_before(verb, who)
        if before:
            return row, "clause", [before]
    return None


def _beside(verb: Token, who: Token, quotes: list[Quote], ranges: list[Range], row: Row) -> list[Range]:
    """The quotations next to a verb of speaking that its clause does not hold yet."""
    if "quote" not in row.takes:
        return []
    spots = [(quote.start, min(quote.end, quote.first[1] + 1)) for quote in _adjacent(verb, who, quotes)]
    return [spot for spot in spots if not any(touches(spot, held) for held in ranges)]


def _fits(row: Row, content: Content, verb: Token) -> bool:
    """Words of mind ask for a finite clause."""
    if content.kind != "clause" or "quote" in row.takes:
        return True
    root = content.root
    return root.tag_ in FINITE or any(c.tag_ in FINITE for c in root.children if c.dep_ in ("aux", "auxpass", "cop"))


def _ranges(verb: Token, content: Content) -> list[Range]:
    out = []
    for number, interval in enumerate(content.intervals):
        part = trimmed(verb.doc, interval, first=number == 0 and interval[0] < verb.i)
        if part:
            out.append(part)
    return out


def _adjacent(verb: Token, who: Token, quotes: list[Quote]) -> list[Quote]:
    """The quotations right before and right behind a verb with its source."""
    doc = verb.doc
    left = begin(doc[min(verb.i, who.left_edge.i if who.doc is doc and who.sent == verb.sent else verb.i)])
    text = doc.text
    offset = int(doc.user_data["start"])
    near = []
    for quote in quotes:
        close = quote.first[1] + 1
        if quote.start <= begin(verb) < close:
            continue
        if close <= left and not text[close - offset : left - offset].strip(" ,.\u00a0\t—–-"):
            near.append(quote)
        elif quote.start >= end(verb) and _leads(text[end(verb) - offset : quote.start - offset]):
            near.append(quote)
    return near


def _leads(gap: str) -> bool:
    """Whether the words between a verb and a quotation lead into it: nothing, or words ended by a colon, a comma or `that`."""
    if len(gap) > QUOTE_GAP or any(mark in gap for mark in ".!?;\n”“"):
        return False
    stripped = gap.rstrip()
    return not stripped or stripped[-1] in ":," or stripped.endswith(" that") or stripped == " that"


def _clause_before(verb: Token, who: Token) -> Range | None:
    """What stands before a comma and `X said` where the parser did not see it as a clause."""
    doc, sent = verb.doc, verb.sent
    if who.doc is not doc or who.sent != sent or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    left = min(verb.i, who.left_edge.i)
    after = doc[verb.i + 1] if who.i < verb.i and verb.i + 1 < len(doc) else None
    if left - 1 <= sent.start or doc[left - 1].text != "," or (after is not None and not after.is_punct):
        return None
    return trimmed(doc, (sent.start, left - 2), True) if left - 2 - sent.start >= 2 else None


def _relay(verb: Token, claim: Claim) -> None:
    """Whom it was told: `told Reuters`, `in an interview with the Herald`."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ in ("dobj", "dative") and child.pos_ in ("PROPN", "NOUN") and lemma(verb) == "tell":
            claim.relay = child
            return
        if child.i > verb.i and child.dep_ == "prep":
            inner = next((c for c in child.subtree if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
            if inner is not None and child.lower_ in ("to", "in", "with"):
                claim.relay = inner
                return


def intro(paragraph: Paragraph, before: int) -> Claim | None:
    """The last verb of speaking of a paragraph's words before `before`, as the cue of a quotation that follows.

    Examples: `Here is what it reports:`, `The minister answered as follows`.
    """
    start = paragraph.start
    for token in reversed([t for t in paragraph.doc if t.idx + start < before]):
        if token.pos_ == "VERB" and any("quote" in row.takes for row in verb_rows(token)):
            who = speaker(token)
            if who is not None:
                return Claim(paragraph, cue_range(token), token, who, source_range(who, token), [], "asserts", 0.9, "quote")
        if token.is_punct and token.text == ".":
            return None
    return None
