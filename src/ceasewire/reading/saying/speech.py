"""Contents and quotation marks brought together: whole quotations, those that run on, those without a cue."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from ceasewire.model import Stance
from ceasewire.reading.parse import Paragraph
from ceasewire.reading.saying.claims import Claim, touches, within
from ceasewire.reading.saying.cues import verb_rows
from ceasewire.reading.saying.orphans import ahead, announced, behind, intro, label, unlisted
from ceasewire.reading.saying.quotes import Quote
from ceasewire.reading.saying.stances import main_verbs, stance_of, stance_of_clause
from ceasewire.reading.tokens import Range, sentence, text_of, tokens, tokens_in

BEGUN = 6  # tokens of its own sentence that may stand before a quotation
MARKS = "“”\"'‘’«»„`"
SOFT = MARKS + " ,.;:\t\u00a0—–-"
LEAST_WORDS = 3  # a quotation of fewer words is a term, not a statement


def widen(claim: Claim, quotes: list[Quote]) -> None:
    """Let a content that touches a quotation hold all of it, and note whether it is all quotation.

    Example: of `“We left. Nobody stopped us,” she said` the parse gives only `Nobody stopped us`.
    """
    quotes = _around(claim, quotes)
    own = [q for q in quotes if not _holds(q, claim.cue)]
    outer = next((p for q in quotes if not q.block for p in q.pieces if within(claim.cue, p) and p != claim.cue), None)
    if outer:
        claim.content = [_balanced(r, claim) for r in (_clip(r, outer) for r in claim.content) if r]
        claim.quoted = True
        return
    pieces: list[Range] = []
    for piece in claim.content:
        low, high = piece
        for quote in own:
            if touches((low, high), (quote.start, quote.end)) and quote.paragraph == claim.paragraph.number:
                low, high = min(_begun(claim, quote.start, high), low), max(high, quote.close)
        pieces.append((low, high))
    claim.content = [_balanced(piece, claim) for piece in _merged(pieces)]
    _settle(claim, own)


def _begun(claim: Claim, low: int, high: int) -> int:
    """Where a quotation before its cue begins, with the words that begin its sentence.

    Example: of `It was “signed by the king. It holds,” he said` the words `It was` too.
    """
    start, doc = claim.paragraph.start, claim.paragraph.doc
    at = tokens_in(doc, low - start, low - start + 1)
    first = tokens(doc)[sentence(at[0])[0] : at[0].i] if at and high <= claim.cue[0] else []
    if not 0 < len(first) <= BEGUN or any(verb_rows(t) or t.is_punct for t in first):
        return low
    return start + first[0].idx if first[-1].pos_ in ("AUX", "VERB") else low


def _around(claim: Claim, quotes: list[Quote]) -> list[Quote]:
    """The quotations from the first that may touch the claim to the last."""
    spots = [claim.cue, *claim.content]
    low, high = min(spot[0] for spot in spots), max(spot[1] for spot in spots)
    starts = [quote.start for quote in quotes]
    return [q for q in quotes[: bisect_left(starts, high)] if q.end >= low]


def _balanced(piece: Range, claim: Claim) -> Range:
    """A piece without a single quotation mark left at one edge."""
    start, text = claim.paragraph.start, text_of(claim.paragraph.doc)
    held = text[piece[0] - start : piece[1] - start]
    if held[:1] in '“"' and held[:1] and not any(mark in held[1:] for mark in '”"'):
        return piece[0] + 1, piece[1]
    if held[-1:] in '”"' and held[-1:] and not any(mark in held[:-1] for mark in '“"'):
        return piece[0], piece[1] - 1
    if held[-1:] == "’" and "‘" not in held and held[-2:-1] != "s":
        return piece[0], piece[1] - 1
    return piece


def _holds(quote: Quote, spot: Range) -> bool:
    return any(within(spot, piece) for piece in quote.pieces)


def _clip(piece: Range, outer: Range) -> Range | None:
    low, high = max(piece[0], outer[0]), min(piece[1], outer[1])
    return (low, high) if low < high else None


def _merged(pieces: list[Range]) -> list[Range]:
    out: list[Range] = []
    for piece in sorted(pieces):
        if out and piece[0] <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], piece[1]))
        else:
            out.append(piece)
    return out


def _settle(claim: Claim, quotes: list[Quote]) -> None:
    """A content made of whole quotations stands without its marks and with what they hold in later paragraphs."""
    out: list[Range] = []
    wholly = bool(claim.content)
    for piece in claim.content:
        quote = next((q for q in quotes if touches(piece, (q.start, q.end))), None)
        if quote is not None and _same(claim, piece, quote):
            out.extend(quote.pieces)
        else:
            out.append(piece)
            wholly = False
    claim.direct = wholly
    claim.mixed = not wholly and any(touches(p, (q.start, q.end)) for p in out for q in quotes)
    claim.content = out


def _same(claim: Claim, piece: Range, quote: Quote) -> bool:
    """Whether a piece is a quotation with nothing but marks around it."""
    start = claim.paragraph.start
    text = text_of(claim.paragraph.doc)
    head = text[piece[0] - start : max(piece[0], quote.start) - start]
    tail = text[min(piece[1], quote.first[1]) - start : piece[1] - start]
    return not head.strip(SOFT) and not tail.strip(SOFT)


def adopt_orphans(claims: list[Claim], quotes: list[Quote], paragraphs: list[Paragraph]) -> list[Claim]:
    """Quotations that no cue took: the rest of a broken one, one that a colon announced, one that goes on.

    Example: `“We left,” she said. “Nobody stopped us.”`
    """
    places = {paragraph.number: place for place, paragraph in enumerate(paragraphs)}
    held = {paragraph.number: [] for paragraph in paragraphs}  # type: dict[int, list[Claim]]
    for claim in claims:
        held[claim.paragraph.number].append(claim)
    for quote in quotes:
        place = places[quote.paragraph]
        paragraph = paragraphs[place]
        before = paragraphs[place - 1] if place else None
        later = [claim for p in paragraphs[place + 1 : place + len(quote.pieces)] for claim in held[p.number]]
        around = held[paragraph.number] + (held[before.number] if before else []) + later
        if not _taken(quote, around) and _clausal(quote, paragraph):
            _adopt(quote, paragraph, before, held)
    return [claim for paragraph in paragraphs for claim in held[paragraph.number]]


def _taken(quote: Quote, claims: list[Claim]) -> bool:
    spot = (quote.start, quote.end)
    return any(touches(piece, spot) for claim in claims if not claim.quoted for piece in claim.content)


def _comma_inside(quote: Quote, paragraph: Paragraph) -> bool:
    """Whether a quotation ends as one that its cue follows."""
    low, high = quote.first
    return text_of(paragraph.doc)[low - paragraph.start : high - paragraph.start].rstrip()[-1:] in (",", "?", "!")


def _clausal(quote: Quote, paragraph: Paragraph) -> bool:
    low, high = quote.first
    return len(text_of(paragraph.doc)[low - paragraph.start : high - paragraph.start].split()) >= LEAST_WORDS


def _adopt(quote: Quote, paragraph: Paragraph, before: Paragraph | None, held: dict[int, list[Claim]]) -> None:
    claims = held[paragraph.number]
    if (own := _beside(quote, paragraph)) is not None:
        own.content, own.direct = list(quote.pieces), True
        claims.append(own)
        return
    lead = text_of(paragraph.doc)[: quote.start - paragraph.start]
    same = [c for c in claims if c.paragraph is paragraph and c.cue[1] <= quote.start and not c.quoted]
    if same:
        last = max(same, key=lambda c: (max(c.reach[1], c.cue[1]), c.cue))
        gap = lead[max(last.cue[1], last.reach[1]) - paragraph.start :]
        if _clear(gap) and _sentence_end(lead):
            _join(last, quote, claims)
        return
    if lead.strip(SOFT):
        _announced_here(quote, paragraph, claims)
        return
    if before is not None:
        _from_before(quote, before, held[before.number])


def _beside(quote: Quote, paragraph: Paragraph) -> Claim | None:
    """The claim of a verb right behind a quotation that ends in a comma, else of one right before it."""
    close = quote.close
    after = unlisted(paragraph, close) or behind(paragraph, close) if _comma_inside(quote, paragraph) else None
    return after or ahead(paragraph, quote.start)


def _clear(gap: str) -> bool:
    """Nothing but the end of the speaker's own sentence stands between a statement and a quotation."""
    return gap.count(".") <= 2 and len(gap) < 160


def _sentence_end(lead: str) -> bool:
    stripped = lead.rstrip().rstrip(MARKS).rstrip()
    return not stripped or stripped[-1] in ".!?:"


def _announced_here(quote: Quote, paragraph: Paragraph, claims: list[Claim]) -> None:
    """`This is what she said: “...”` within one paragraph."""
    lead = text_of(paragraph.doc)[: quote.start - paragraph.start].rstrip()
    if lead.endswith((":", " -", "–", "—")):
        at = quote.start
        led = intro(paragraph, at) if lead.endswith(":") else None
        claim = led or label(paragraph, at) or announced(paragraph, at)
        if claim is not None:
            claim.content, claim.direct = list(quote.pieces), True
            claims.append(claim)


def _from_before(quote: Quote, before: Paragraph, claims: list[Claim]) -> None:
    """The paragraph before ends in words that announce the quotation, or in a quotation of the same speaker."""
    text = text_of(before.doc).rstrip()
    if text.endswith((":", "as follows", "this way", "words", "as follows.")):
        close = before.start + len(text_of(before.doc))
        claim = intro(before, close) or announced(before, close)
        if claim is not None:
            _drop_empty(claim, claims)
            claim.content, claim.direct = list(quote.pieces), True
            claims.append(claim)
        return
    same = [c for c in claims if c.paragraph is before and (c.direct or c.mixed) and not c.quoted]
    if same and _at_end(before, same[-1]):
        _join(max(same, key=lambda c: c.reach[1]), quote, claims)


def _drop_empty(claim: Claim, claims: list[Claim]) -> None:
    for other in [c for c in claims if c.cue == claim.cue]:
        claims.remove(other)


def _at_end(paragraph: Paragraph, claim: Claim) -> bool:
    last = max(claim.reach[1], claim.cue[1])
    return len(text_of(paragraph.doc)[last - paragraph.start :].split()) <= 12


def _of_its_own(claim: Claim, stance: Stance) -> bool:
    """Whether the rest of a quotation is a statement of its own: a promise, or a demand by its first clause."""
    first = next(iter(main_verbs(claim)), None)
    outright = first is not None and stance_of_clause(first, claim) == "demands"
    return stance == "promises" or (stance == "demands" and outright)


def _join(claim: Claim, quote: Quote, claims: list[Claim]) -> None:
    """One statement with the quotation before it where the stance is the same, else a statement of its own."""
    fresh = replace(claim, content=list(quote.pieces), direct=True)
    if claim.kind == "noun":  # `raised the possibility of a raid. “We are ready.”`
        claims.append(replace(fresh, stance="asserts", kind="quote"))
        return
    own, first = stance_of(fresh), stance_of(claim)
    apart = not claim.direct and claim.paragraph.number != quote.paragraph
    if not apart and (own == first or (claim.direct and not _of_its_own(fresh, own))):
        claim.content.extend(quote.pieces)
        claim.direct = claim.direct and fresh.direct
        if first == "asserts" and own in ("denies", "demands", "accuses"):
            claim.stance = own
        return
    claims.append(fresh)
