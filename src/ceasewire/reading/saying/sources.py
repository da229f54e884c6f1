"""Who stands behind a claim: the actor, whether unnamed, how many, why unnamed, how they know, for whom they speak."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ceasewire.model import ActorKind, SourceBasis, Span
from ceasewire.reading.cast import Cast
from ceasewire.reading.parse import Parsed, begin, end
from ceasewire.reading.saying.claims import Claim
from ceasewire.reading.saying.cues import listed, words
from ceasewire.reading.tokens import Range, lows, sentence, tokens_in

if TYPE_CHECKING:
    from spacy.tokens import Token

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "both": 2, "a": 1, "an": 1, "another": 1, "single": 1, "first": 1, "second": 1,
    "third": 1, "dozen": 12,
}  # fmt: skip
PLEA = 40  # tokens of a clause within which a source asks not to be named
PRONOUNS = ("he", "she", "it", "they", "him", "her", "them", "his", "their", "its", "who")
PLEAS = frozenset(
    (
        "anonymity",
        "anonymously",
        "named",
        "identified",
        "withhold",
        "unauthorised",
        "unauthorized",
        "authorised",
        "authorized",
    )
)
AUTHOR = ("i", "we", "my", "our", "me", "us")
SPEAKING_FOR = ("spokesman", "spokeswoman", "spokesperson", "spokespeople", "spokesmen")
BODIES: tuple[ActorKind, ...] = (
    "state",
    "government",
    "armed_group",
    "opposition_body",
    "monitor",
    "organisation",
    "outlet",
)


@dataclass(frozen=True)
class Voice:
    """Who speaks in one claim. `count` is None where the text does not say how many; `words` name him there."""

    actor: str | None
    name: str
    anonymous: bool
    count: int | None
    reason: Span | None
    basis: SourceBasis | None
    affiliation: str | None
    words: str = ""


def voice(parsed: Parsed, cast: Cast, claim: Claim, known: dict[str, Voice], last: Voice | None) -> Voice:
    """The voice behind a claim; a pronoun takes over what is `known` of its actor, or the `last` voice."""
    head = claim.speaker
    if head is None:
        return Voice(None, "unspecified", True, None, None, None, None)
    if head.lower_ in AUTHOR and not claim.quoted and claim.kind != "turn":
        return _author(parsed, cast, head)
    if _asks_not_to_be_named(claim, head):
        return _masked(parsed, cast, claim, head)
    head = _name_behind(claim, head)
    actor = cast.refer(head)
    return _known(cast, head, actor, known, last) or _new(parsed, cast, claim, head, known)


def _known(cast: Cast, head: Token, actor: str | None, known: dict[str, Voice], last: Voice | None) -> Voice | None:
    """The voice that a pronoun takes over, or that `the official` has who was named before."""
    if actor is None and last is not None:
        meant = head.lower_ in PRONOUNS or (_plain_role(head) and _person(cast, last))
        return last if meant else None
    return known.get(actor) if actor is not None and head.lower_ in PRONOUNS else None


def _new(parsed: Parsed, cast: Cast, claim: Claim, head: Token, known: dict[str, Voice]) -> Voice:
    """The voice that the words of a source tell of."""
    actor = cast.refer(head)
    unnamed = _unnamed(cast, head, actor)
    if actor is None and head.lower_ not in (*PRONOUNS, *AUTHOR):
        actor = cast.introduce(head, _kind(head, unnamed))
    name = cast.actor(actor).name if actor else (parsed.span(*claim.source).text if claim.source else head.text)
    reason = _reason(parsed, head, claim.cue[0]) if unnamed else None
    basis = _basis(parsed, claim)
    words_ = parsed.span(*claim.source).text if claim.source else ""
    found = Voice(actor, name, unnamed, _count(head, unnamed), reason, basis, _affiliation(cast, head, actor), words_)
    return _again(found, head, known)


def _asks_not_to_be_named(claim: Claim, head: Token) -> bool:
    """`The minister told the Star on condition of anonymity`: whoever else the minister may be on the page."""
    low, high = sentence(head)
    if head.pos_ != "NOUN" or PLEAS.isdisjoint(lows(head.doc)[low:high]):
        return False
    hung = [c for c in claim.head.children if c.dep_ in ("prep", "advcl")] if claim.head.doc is head.doc else []
    texts = (" ".join(t.lower_ for t in c.subtree) for c in hung)
    return _pleads(head) or any(phrase in text for text in texts for phrase in words("unnamed", "clauses"))


def _masked(parsed: Parsed, cast: Cast, claim: Claim, head: Token) -> Voice:
    """Somebody who asked not to be named: never joined to a name, even where the page has one for his office."""
    actor = cast.refer(head)
    if actor is None or (cast.actor(actor).kind == "person" and _proper(cast.actor(actor).name)):
        actor = cast.introduce(head, _kind(head, True)) if actor is None else None
    words_ = parsed.span(*claim.source).text if claim.source else head.text
    name = cast.actor(actor).name if actor else words_
    reason, basis = _reason(parsed, head, claim.cue[0]), _basis(parsed, claim)
    return Voice(actor, name, True, _count(head, True), reason, basis, _affiliation(cast, head, actor), words_)


def _name_behind(claim: Claim, head: Token) -> Token:
    """Of `the head of the relief centre, Jan Dow` the name, which the parser may hang on the centre."""
    if head.pos_ != "NOUN" or head.tag_ != "NN" or claim.source is None or claim.paragraph.doc is not head.doc:
        return head
    start = claim.paragraph.start
    words_ = tokens_in(head.doc, claim.source[0] - start, claim.source[1] - start)
    comma = max((n for n, t in enumerate(words_) if t.text == ","), default=-1)
    named = words_[comma + 1 :] if comma > 0 else []
    whole = bool(named) and all(t.ent_type_ == "PERSON" or t.pos_ == "PROPN" for t in named)
    return named[-1] if whole and named[-1].ent_type_ == "PERSON" else head


def _plain_role(head: Token) -> bool:
    """`The official said`: a role and nothing else, of somebody known already."""
    told = head.lower_ in words("unnamed", "people") or head.lower_ in SPEAKING_FOR
    return told and head.tag_ == "NN" and [c.lower_ for c in head.children] == ["the"]


def _person(cast: Cast, heard: Voice) -> bool:
    return heard.actor is not None and not heard.anonymous and cast.actor(heard.actor).kind == "person"


def _again(found: Voice, head: Token, known: dict[str, Voice]) -> Voice:
    """`the two officials`, `the captain` named before as `two officials`, `a captain`: as unnamed, as many."""
    before = known.get(found.actor or "")
    if before is None or not before.anonymous or not _definite(head):
        return found
    return replace(found, anonymous=True, count=before.count, reason=found.reason or before.reason)


def _definite(head: Token) -> bool:
    return head.pos_ == "NOUN" and any(c.lower_ in ("the", "both", "these", "this") for c in head.children)


def _author(parsed: Parsed, cast: Cast, head: Token) -> Voice:
    """The columnist who says `I`, the paper that says `we`."""
    document = parsed.document
    outlet = document.origin or document.outlet
    if head.lower_ in ("we", "our", "us") or not outlet:
        name = outlet or document.byline or "the author"
    else:
        name = document.byline or f"{outlet} columnist"
    kind: ActorKind = "outlet" if name == outlet else "person"
    actor = cast.refer(head) or cast.introduce(head, kind)
    if cast.actor(actor).name.lower() in AUTHOR:
        cast.actor(actor).name = name
    return Voice(actor, name, False, 1, None, None, _affiliation(cast, head, actor))


def _kind(head: Token, unnamed: bool) -> ActorKind:
    if unnamed:
        return "person" if head.tag_ == "NN" else "group"
    return "person" if head.ent_type_ == "PERSON" or head.lower_ in SPEAKING_FOR else "organisation"


def _unnamed(cast: Cast, head: Token, actor: str | None) -> bool:
    """Whether nobody is named: `two diplomats`, `many residents`; not `the ministry`, not `officer Jan Dow`."""
    if _named(head) or (actor is not None and cast.actor(actor).kind == "person" and _proper(cast.actor(actor).name)):
        return False
    if _office(head) or head.lower_ in SPEAKING_FOR:
        return _pleads(head) or not (_office(head) or _name_within(head))
    if head.tag_ == "CD" and any(c.lower_ == "of" for c in head.children):
        return True  # `Two of the envoys`
    base = str(head.lemma_).lower()
    known = words("unnamed", "people") | words("unnamed", "roles")
    several = head.tag_ == "NNS" and base in words("unowned", "nouns")
    return several or _pleads(head) or not known.isdisjoint((base, head.lower_))


def _named(head: Token) -> bool:
    """Whether a name is the head or stands right beside it: `the envoy, Jan Dow`, `officer Jan Dow`."""
    last = head.doc[head.right_edge.i]
    titled = head.pos_ == "PROPN" and last.ent_type_ == "PERSON"  # `UN Envoy to Veldania Jan Dow`
    if titled or (head.pos_ == "PROPN" and head.ent_type_ and head.tag_ != "NNPS"):
        return True
    if any(c.dep_ == "appos" and (c.pos_ == "PROPN" or c.ent_type_ == "PERSON") for c in head.children):
        return True
    return any(c.ent_type_ == "PERSON" and c.dep_ in ("compound", "nmod") for c in head.children)


def _name_within(head: Token) -> bool:
    """`a spokesman for the king, Jan Dow`: the parser takes Dow for the king."""
    return any(t.dep_ == "appos" and t.ent_type_ == "PERSON" for t in head.subtree)


def _pleads(head: Token) -> bool:
    """`a cook, who asked not to be named`"""
    clause = next((c for c in head.children if c.dep_ in ("relcl", "acl")), None)
    if clause is None:
        return False
    text = clause.doc[clause.left_edge.i : min(clause.right_edge.i, clause.left_edge.i + PLEA) + 1].text.lower()
    return any(phrase in text for phrase in words("unnamed", "clauses"))


def _office(head: Token) -> bool:
    """`the minister`, `its envoy`: somebody known by the office."""
    definite = any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ == "the") for c in head.children)
    office = head.lower_ in words("unnamed", "offices") or head.lower_ in words("unnamed", "roles")
    office = office or head.lower_ in SPEAKING_FOR
    return definite and head.tag_ != "NNS" and office


def _proper(name: str) -> bool:
    parts = name.split()
    return (
        len(parts) > 0
        and all(part[:1].isupper() for part in parts if len(part) > 3)
        and parts[0].lower() not in NUMBERS
    )


def _count(head: Token, unnamed: bool) -> int | None:
    """How many speak: the number in words or figures, one for a singular, None for a bare plural."""
    if head.lower_ in ("they", "them", "their", "none", "nobody"):
        return None
    if not unnamed:
        return 1 + sum(c.dep_ == "conj" for c in head.children)
    if head.tag_ == "CD":
        return NUMBERS.get(head.lower_) or (int(head.text) if head.text.isdecimal() and len(head.text) < 5 else None)
    for child in head.children:
        if child.i < head.i and child.dep_ in ("nummod", "det", "amod", "predet"):
            number = NUMBERS.get(child.lower_) or (
                int(child.text) if child.text.isdecimal() and len(child.text) < 5 else None
            )
            if number is not None:
                return number
    return 1 if head.tag_ in ("NN", "NNP") or head.lower_ in ("one", "someone", "somebody") else None


def _reason(parsed: Parsed, head: Token, cue: int) -> Span | None:
    """Why somebody is not named: `... because he was not allowed to speak to the press`."""
    sent = head.doc[slice(*sentence(head))]
    text = sent.text
    lowered = text.lower()
    plea = min((at for at in (lowered.find(p) for p in words("unnamed", "clauses")) if at >= 0), default=-1)
    if plea < 0:
        return None
    spots = [(lowered.find(" " + word + " ", plea), word) for word in listed("unnamed", "because")]
    at = min((spot for spot, _ in spots if spot >= 0), default=_barred(lowered))
    if at < 0:
        return None
    start = begin(sent[0])
    low = start + at + 1
    high = _clause_end(text, at + 1) + start
    high = len(parsed.document.text[:cue].rstrip()) if low < cue < high else high
    return parsed.span(low, high)


def _barred(text: str) -> int:
    """The space before a plea that is its own reason, `who is not authorised to speak`; -1 where there is none."""
    spot = min((at for at in (text.find(p) for p in listed("unnamed", "barred")) if at >= 0), default=-1)
    return text.rfind(" ", 0, spot) if spot > 0 else -1


def _clause_end(text: str, at: int) -> int:
    stops = [n for n in (text.find(mark, at) for mark in (",", ".", ";", "”", '"')) if n >= 0]
    return min(stops, default=len(text))


def _basis(parsed: Parsed, claim: Claim) -> SourceBasis | None:
    """How the source knows, by the words of the source and up to the cue."""
    if claim.source is None or claim.speaker is None:
        return None
    low, high = claim.source
    high = max(high, end(claim.speaker.doc[claim.speaker.right_edge.i]))
    text = " " + parsed.document.text[low:high].lower() + " "
    names: tuple[SourceBasis, ...] = ("took_part", "witnessed", "briefed", "document", "hearsay")
    for name in names:
        if any(f" {phrase} " in text.replace(",", " ") for phrase in listed("basis", name)):
            return name
    return None


def _affiliation(cast: Cast, head: Token, actor: str | None) -> str | None:
    if actor is None:
        return None
    known = cast.actor(actor)
    return known.affiliation or (actor if known.kind in BODIES else None)


def reach(claim: Claim) -> Range:
    """The stretch that a claim's own words cover, source, cue and content."""
    spots = [claim.cue, *claim.content] + ([claim.source] if claim.source else [])
    return min(s[0] for s in spots), max(s[1] for s in spots)
