"""Statements that a verb makes: saying, denying, demanding, promising, refusing to speak."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceasewire.model import Stance
from ceasewire.reading.parse import Paragraph, begin, end
from ceasewire.reading.saying.beside import adjacent
from ceasewire.reading.saying.claims import Claim, touches
from ceasewire.reading.saying.contents import ORDER, Content, options
from ceasewire.reading.saying.cues import Row, lemma, lexicon, verb_rows, words
from ceasewire.reading.saying.cuewords import cue_range, negated
from ceasewire.reading.saying.ends import right_end, trimmed
from ceasewire.reading.saying.fits import fits
from ceasewire.reading.saying.quotes import Quote
from ceasewire.reading.saying.refusals import refusal
from ceasewire.reading.saying.sourcewords import source_range
from ceasewire.reading.saying.speakers import (
    agent,
    binds,
    is_passive,
    may_speak,
    speaker,
    speaks,
    subject,
)
from ceasewire.reading.saying.stretches import clause_before, ranges_of, with_antecedent, words_before
from ceasewire.reading.saying.unreal import unreal
from ceasewire.reading.tokens import Range, lows, sentence, tokens_among

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR = 60  # tokens around a cue within which a source is cited
LOOSE = ("object", "to", "on", "at", "to_a", "about", "of")  # contents that are no clause
LEAST = 3  # tokens of `it clear that`
SURE = 0.6  # below it a cue with an object asks for a source that can speak
FIRST = ("i", "we", "you", "me", "us")


def verb_claims(paragraph: Paragraph, quotes: list[Quote]) -> Iterator[Claim]:
    """The statements made by the verbs of a paragraph, in the order of the text."""
    told = lexicon().told
    for token in tokens_among(paragraph.doc, told):
        if token.pos_ in ("VERB", "AUX"):
            claim = refusal(paragraph, token) or _spoken(paragraph, token, quotes)
            if claim is not None:
                yield claim


# ---- speaking --------------------------------------------------------------------------------------------------------


def _spoken(paragraph: Paragraph, verb: Token, quotes: list[Quote]) -> Claim | None:
    rows = verb_rows(verb)
    if not rows or unreal(verb) or (verb.dep_ == "amod" and verb.tag_ == "VBN"):
        return None
    if is_passive(verb):
        return _passive(paragraph, verb, rows)
    who = speaker(verb)
    if who is None or (who.lower_ in FIRST and _inside(verb, quotes)):
        return None
    if who.lower_ == "it" and verb.tag_ == "VB" and verb.head.pos_ in ("ADJ", "AUX"):
        return None  # `It is worth noting`, `It is important to remember`
    picked = _pick(verb, rows, who, quotes) or _pick_quoted(verb, rows, who, quotes)
    stance = _turned(picked[0].stance, verb) if picked else None
    if picked is None or stance is None:
        return None
    row, kind, ranges = picked
    cue = _with_preposition(verb, ranges[0]) if kind not in (*ORDER, "quote") else cue_range(verb)
    if kind == "to" and lemma(verb) == "purport":
        cue, ranges = _purported(verb, cue, ranges)
    elif lemma(verb) == "make":
        cue, ranges = _made_clear(verb, cue, ranges)
    claim = Claim(paragraph, cue, verb, who, source_range(who, verb), ranges, stance, row.sure, kind)
    _relay(verb, claim)
    _cited(verb, claim)
    return claim


def _purported(verb: Token, cue: Range, ranges: list[Range]) -> tuple[Range, list[Range]]:
    """`a clip purporting to show the crew`: the cue is all of it, the content the crew."""
    shown = next((c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.i == verb.i + 2), None)
    thing = next((c for c in shown.children if c.dep_ == "dobj"), None) if shown is not None else None
    part = trimmed(verb.doc, (thing.left_edge.i, right_end(thing, verb)), False) if thing is not None else None
    return ((cue[0], end(shown)), [part]) if shown is not None and part is not None else (cue, ranges)


def _made_clear(verb: Token, cue: Range, ranges: list[Range]) -> tuple[Range, list[Range]]:
    """`made it clear that the road was shut`: the cue is `made it clear`."""
    behind = verb.doc[verb.i + 1 : verb.i + 4]
    if len(behind) < LEAST or behind[0].lower_ not in ("it", "this") or behind[1].lower_ not in ("clear", "plain"):
        return cue, ranges
    that = behind[2].i + (behind[2].lower_ == "that")
    rest = begin(verb.doc[that])
    return ((cue[0], end(behind[1])), [(rest, ranges[0][1]), *ranges[1:]]) if rest < ranges[0][1] else (cue, ranges)


def _with_preposition(verb: Token, content: Range) -> Range:
    """The cue up to its preposition where nothing stands between: `called for`."""
    low, high = cue_range(verb)
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    return (low, end(after)) if after.pos_ in ("ADP", "SCONJ") and end(after) <= content[0] else (low, high)


def _passive(paragraph: Paragraph, verb: Token, rows: tuple[Row, ...]) -> Claim | None:
    """`was accused by the army of looting`, `has been criticised for not doing more`."""
    who = agent(verb)
    row = next((r for r in rows if _blames(r) or (who is not None and "clause" in r.takes)), None)
    if row is None or negated(verb):
        return None
    content = _passive_content(verb, row)
    if not content:
        return None
    cue = cue_range(verb)
    who = who or _suspecting(verb)
    source = source_range(who, verb) if who is not None else cue
    return Claim(paragraph, cue, verb, who, source, content, row.stance, row.sure, "passive")


def _blames(row: Row) -> bool:
    return row.stance == "accuses" or "accused" in row.takes


def _suspecting(verb: Token) -> Token | None:
    """Who suspects, by what he does to the suspect: `Police held two men suspected of theft`."""
    taking = verb.head.head
    if lemma(verb) != "suspect" or verb.dep_ != "acl" or str(taking.lemma_).lower() not in words("suspecting", "verbs"):
        return None
    who = agent(taking) if verb.head.dep_ == "nsubjpass" else subject(taking) if verb.head.dep_ == "dobj" else None
    return who if who is not None and may_speak(who) else None


def _passive_content(verb: Token, row: Row) -> list[Range]:
    for child in verb.children:
        if child.i < verb.i:
            continue
        if _blames(row) and child.dep_ == "prep" and child.lower_ in ("of", "for", "over"):
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            part = trimmed(verb.doc, (inner.left_edge.i, right_end(inner, verb)), False) if inner is not None else None
            return [part] if part else []
        if child.dep_ in ("ccomp", "xcomp", "oprd") and not _blames(row):
            part = trimmed(verb.doc, (child.left_edge.i, right_end(child, verb)), False)
            return [part] if part else []
    return []


def _cited(verb: Token, claim: Claim) -> None:
    """`the Herald reported, citing two diplomats`: the diplomats speak, the Herald relays."""
    if lemma(verb) not in ("report", "say", "write"):
        return
    low, high = sentence(verb)
    low, high = max(low, verb.i - NEAR), min(high, verb.i + NEAR)
    for at in [n for n, word in enumerate(lows(verb.doc)[low:high], low) if word in ("citing", "quoting")]:
        token = verb.doc[at]
        if token.head in (verb, verb.head, claim.speaker):
            found = next((c for c in token.children if c.dep_ == "dobj"), None)
            if found is not None and speaks(found):
                claim.relay, claim.speaker, claim.source = claim.speaker, found, source_range(found, token)
                claim.quoted_by = True
                return


def _turned(stance: Stance, verb: Token) -> Stance | None:
    """A negated cue: `did not deny` confirms, `does not believe` doubts, other negated cues say nothing."""
    if not negated(verb):
        return stance if stance != "doubts" or lemma(verb) not in ("believe", "trust") else None
    if stance == "denies":
        return "confirms"
    if stance == "doubts":
        return "doubts" if lemma(verb) in ("believe", "trust") else None
    if lemma(verb) in ("believe", "think", "expect", "see", "accept", "recognise", "recognize"):
        return "doubts"
    return None


def _inside(verb: Token, quotes: list[Quote]) -> bool:
    at = begin(verb)
    return any(low <= at < high for quote in quotes for low, high in quote.pieces)


def _pick(verb: Token, rows: tuple[Row, ...], who: Token, quotes: list[Quote]) -> tuple[Row, str, list[Range]] | None:
    found = options(verb)
    if "clause" in found and found["clause"].root.i < verb.i and _acts(found, rows):
        del found["clause"]
    for kind in (*ORDER, *(k for k in found if k not in ORDER)):
        content = found.get(kind)
        row = next((r for r in rows if content and kind in r.takes and fits(r, content, verb)), None)
        loose = row is not None and (kind in LOOSE or row.sure < SURE)
        if kind == "someone_to" and verb.tag_ == "VBG" and not (may_speak(who) or binds(who)):
            continue  # `an environment aimed at pressing the guild to leave`
        if content is None or row is None or (loose and not _uttered(verb, who, row)):
            continue
        ranges = ranges_of(verb, content, who)
        if ranges:
            if content.root.dep_ == "ccomp" and verb.dep_ == "relcl":
                ranges = with_antecedent(verb, content, ranges)
            return row, kind, ranges + _beside(verb, who, quotes, ranges, row)
    return _pick_before(verb, rows, who, quotes)


def _uttered(verb: Token, who: Token, row: Row) -> bool:
    """Whether a verb with an object tells of words: not `“...” he told`, not `The siege underscores the danger`."""
    if "object" in row.takes and verb.doc[verb.i - 1].text in "”\"’'»":
        return False
    return row.sure >= SURE or may_speak(who)


def _acts(found: dict[str, Content], rows: tuple[Row, ...]) -> bool:
    """Whether a verb has a content of another kind behind it: `Shells hit a queue, army denies firing`."""
    return any(kind in found and kind in row.takes for kind in ("doing", "someone_to") for row in rows)


def _pick_before(
    verb: Token, rows: tuple[Row, ...], who: Token, quotes: list[Quote]
) -> tuple[Row, str, list[Range]] | None:
    """A quotation beside the verb, or the words before it that the parser did not join to it."""
    row = next((r for r in rows if "quote" in r.takes), None)
    if row is None:
        return None
    near = _beside(verb, who, quotes, [], row)
    if near:
        return row, "quote", near
    before = clause_before(verb, who) if "clause" in row.takes else None
    return (row, "clause", [before]) if before else None


def _pick_quoted(
    verb: Token, rows: tuple[Row, ...], who: Token, quotes: list[Quote]
) -> tuple[Row, str, list[Range]] | None:
    """What stands before `the agency quoted him as saying`, `he was quoted as saying`."""
    above = _quoting(verb)
    row = next((r for r in rows if "quote" in r.takes), None)
    by = subject(above) if above is not None else None
    if above is None or row is None or by is None:
        return None
    before = words_before(above, by)
    near = _beside(above, by, quotes, [], row) or ([before] if before else [])
    return (row, "quote", near) if near else None


def _quoting(verb: Token) -> Token | None:
    """The verb that quotes, above `as saying`."""
    above = verb.head.head
    return above if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and lemma(above) in ("quote", "cite") else None


def _beside(verb: Token, who: Token, quotes: list[Quote], ranges: list[Range], row: Row) -> list[Range]:
    """The quotations next to a verb of speaking that its clause does not hold yet."""
    if "quote" not in row.takes:
        return []
    spots = [(quote.start, quote.close) for quote in adjacent(verb, who, quotes)]
    return [spot for spot in spots if not any(touches(spot, held) for held in ranges)]


def _relay(verb: Token, claim: Claim) -> None:
    """Whom it was told, or who quotes it: `told the Herald`, `was quoted by the Herald as saying`."""
    above = _quoting(verb)
    if above is not None:
        claim.relay, claim.quoted_by = agent(above) or agent(verb) if is_passive(above) else subject(above), True
        return
    for child in verb.children:
        if (
            child.i > verb.i
            and child.dep_ in ("dobj", "dative")
            and child.pos_ in ("PROPN", "NOUN")
            and lemma(verb) == "tell"
        ):
            claim.relay = child
            return
        if child.i > verb.i and child.dep_ == "prep":
            inner = next((c for c in child.subtree if c.dep_ == "pobj" and c.pos_ == "PROPN"), None)
            if inner is not None and child.lower_ in ("to", "in", "with"):
                claim.relay = inner
                return
