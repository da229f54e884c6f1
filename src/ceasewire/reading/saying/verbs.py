"""Statements that a verb makes: saying, denying, demanding, promising, refusing to speak."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceasewire.model import Stance
from ceasewire.reading.parse import Paragraph, begin, end
from ceasewire.reading.saying.beside import adjacent
from ceasewire.reading.saying.claims import Claim, touches
from ceasewire.reading.saying.contents import OPENING_MARKS, ORDER, Content, options
from ceasewire.reading.saying.cues import Row, lemma, lexicon, verb_rows, words
from ceasewire.reading.saying.cuewords import cue_range, negated
from ceasewire.reading.saying.ends import asks, right_end, trimmed
from ceasewire.reading.saying.quotes import Quote
from ceasewire.reading.saying.refusals import refusal
from ceasewire.reading.saying.speakers import (
    agent,
    is_passive,
    may_speak,
    nobody,
    source_range,
    speaker,
    speaks,
    subject,
)
from ceasewire.reading.saying.stretches import clause_before, finite, ranges_of, with_antecedent
from ceasewire.reading.tokens import Range, sentence, tokens_among

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR = 60  # tokens around a cue within which a source is cited
LOOSE = ("object", "on", "at", "to_a", "about", "of")  # contents that are no clause
SURE = 0.6  # below it a cue with an object asks for a source that can speak
QUOTED_WORDS = 3  # a shorter quotation is a term
UNREAL = ("could", "might", "may", "should", "must", "can", "ca", "wo", "shall")
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
    if not rows or _unreal(verb) or (verb.dep_ == "amod" and verb.tag_ == "VBN"):
        return None
    if is_passive(verb):
        return _passive(paragraph, verb, rows)
    who = speaker(verb)
    if who is None or (who.lower_ in FIRST and _inside(verb, quotes)):
        return None
    if who.lower_ == "it" and verb.tag_ == "VB" and verb.head.pos_ in ("ADJ", "AUX"):
        return None  # `It is worth noting`, `It is important to remember`
    picked = _pick(verb, rows, who, quotes)
    stance = _turned(picked[0].stance, verb) if picked else None
    if picked is None or stance is None:
        return None
    row, kind, ranges = picked
    cue = _with_preposition(verb, ranges[0]) if kind not in (*ORDER, "quote") else cue_range(verb)
    if kind == "to" and lemma(verb) == "purport":
        cue, ranges = _purported(verb, cue, ranges)
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
    for token in verb.doc[max(low, verb.i - NEAR) : min(high, verb.i + NEAR)]:
        if lemma(token) in ("cite", "quote") and token.tag_ == "VBG" and token.head in (verb, verb.head, claim.speaker):
            found = next((c for c in token.children if c.dep_ == "dobj"), None)
            if found is not None and speaks(found):
                claim.relay, claim.speaker, claim.source = claim.speaker, found, source_range(found, token)
                return


def _unreal(verb: Token) -> bool:
    """A cue that did not happen: `might say`, `if they deny it`, `to say` on its own."""
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in UNREAL and child.lower_ not in ("ca", "can", "wo"):
            return True
        if child.dep_ == "mark" and child.lower_ in ("if", "unless", "lest", "for"):
            return True  # `it is time for the guild to admit it`
    if (
        lemma(verb) in ("cite", "quote")
        and verb.tag_ == "VBG"
        and any(c.dep_ == "dobj" and speaks(c) for c in verb.children)
    ):
        return True
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    refused = verb.dep_ == "conj" and (negated(verb.head) or any(c.lower_ == "neither" for c in verb.head.children))
    if refused and lemma(verb) == "deny":
        return True
    if nobody(verb) is not None or (infinitive and verb.dep_ == "acl" and verb.head.lower_ in words("unreal", "nouns")):
        return True
    return infinitive and lemma(verb.head) in (
        "want",
        "refuse",
        "decline",
        "fail",
        "plan",
        "need",
        "have",
        "try",
        "hope",
        "sorry",
        "sad",
        "expect",
    )


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
        row = next((r for r in rows if content and kind in r.takes and _fits(r, content, verb)), None)
        if content is None or row is None or (kind in LOOSE and not _uttered(verb, who, row)):
            continue
        ranges = ranges_of(verb, content)
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


def _beside(verb: Token, who: Token, quotes: list[Quote], ranges: list[Range], row: Row) -> list[Range]:
    """The quotations next to a verb of speaking that its clause does not hold yet."""
    if "quote" not in row.takes:
        return []
    spots = [(quote.start, quote.close) for quote in adjacent(verb, who, quotes)]
    return [spot for spot in spots if not any(touches(spot, held) for held in ranges)]


def subject_word(verb: Token) -> str:
    """The subject of a verb in small letters; empty where it has none of its own."""
    return next((c.lower_ for c in verb.children if c.dep_ == "nsubj"), "")


def _fits(row: Row, content: Content, verb: Token) -> bool:
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
        if row.stance == "asserts" and (content.root.pos_ == "PRON" or verb.tag_ == "VB"):
            return False
        own = subject_word(verb) in FIRST and row.stance != "doubts"
        return not own and (row.allows(str(content.root.lemma_).lower()) or (not row.but_not and _in_quotes(content)))
    if content.kind in ("about", "of") and lemma(verb) in ("speak", "talk"):
        return verb.dep_ != "relcl"  # `None of the envoys who spoke about the raid`: who they are, not what they said
    if content.kind == "to_a":
        return verb.tag_ != "VBG" and not any(c.dep_ == "dobj" for c in verb.children)
    return content.kind != "to" or verb.doc[verb.left_edge.i].tag_ != "WRB"


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


def _relay(verb: Token, claim: Claim) -> None:
    """Whom it was told, or who quotes it: `told the Herald`, `was quoted by the Herald as saying`."""
    above = verb.head.head
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and lemma(above) in ("quote", "cite"):
        claim.relay, claim.quoted_by = agent(above) if is_passive(above) else subject(above), True
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
