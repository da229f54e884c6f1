"""Statements that a noun makes: `the Orvanian demand for`, `claims of`, `his pledge to`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceasewire.reading.parse import Paragraph
from ceasewire.reading.saying.claims import Claim, over
from ceasewire.reading.saying.cues import Row, lexicon, noun_rows, words
from ceasewire.reading.saying.ends import BACKGROUND, LONGEST, right_end, trimmed
from ceasewire.reading.saying.sourcewords import source_range
from ceasewire.reading.saying.speakers import is_human, may_speak, speaker
from ceasewire.reading.saying.stretches import finite
from ceasewire.reading.tokens import Range, lows, sentence, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token

ADJECTIVAL = ("NORP", "GPE", "ORG", "PERSON")
ALONE = ("report", "account", "rumour", "rumor", "allegation", "suspicion", "speculation")  # also with `of`
FACING = ("face", "draw", "attract", "prompt", "under", "amid", "spark")
OURS = ("our", "your", "we", "you")
VOICING = ("express", "voice")


def noun_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """The statements made by the nouns of a paragraph that have a content of their own."""
    for token in tokens_of(paragraph.doc, lexicon().nouns):
        if token.pos_ == "NOUN" and (rows := noun_rows(token)):
            claim = _claim(paragraph, token, rows)
            if claim is not None:
                yield claim


def _claim(paragraph: Paragraph, noun: Token, rows: tuple[Row, ...]) -> Claim | None:
    if any(c.lower_ == "no" for c in noun.children):
        return None
    for row in rows:
        found = _content(noun, row)
        if found is None:
            continue
        content, last = found
        who = _source(noun, last)
        if who is None or who.lower_ in OURS:
            return None
        if who is noun and row.stance == "accuses":
            cue = over(noun.doc[noun.left_edge.i], last)
            return Claim(paragraph, cue, noun, None, cue, [content], row.stance, row.sure, "noun")
        source = over(noun.doc[noun.left_edge.i], noun) if who is noun else source_range(who, noun)
        return Claim(paragraph, _cue(noun, last), noun, who, source, [content], row.stance, row.sure, "noun")
    return None


def _cue(noun: Token, last: Token) -> Range:
    """The noun with its preposition, and the verb of `expressed doubts about`."""
    verb = noun.head
    voiced = noun.dep_ == "dobj" and str(verb.lemma_).lower() in VOICING and verb.i < noun.i
    return over(verb if voiced else noun, last)


def _content(noun: Token, row: Row) -> tuple[Range, Token] | None:
    """The words behind `that`, `to`, `is that`, or a preposition of the row; and the last word of the cue."""
    traded = _traded(noun)
    for child in sorted([*noun.children, *traded], key=lambda c: c.dep_ == "prep"):
        if child.i < noun.i:
            continue
        if child.dep_ in ("acl", "ccomp", "relcl") and _is_content(child, row.stance != "asserts"):
            return _with(noun, child, noun)
        if child.dep_ == "prep" and child.lower_ in row.takes:
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None and (row.stance != "accuses" or inner.dep_ == "pcomp" or _trades(noun)):
                return _with(noun, inner, child)
    return _predicate(noun)


def _trades(noun: Token) -> bool:
    return noun.dep_ == "dobj" and str(noun.head.lemma_).lower() in words("light", "trading")


def _traded(noun: Token) -> list[Token]:
    """`traded blame over the raid`: the phrase that the parser gives to the verb."""
    return [c for c in noun.head.children if c.dep_ == "prep" and c.i > noun.i] if _trades(noun) else []


def _is_content(clause: Token, deeds: bool) -> bool:
    """`the claim that the army left`, `the pledge to leave`: a clause whose `that` is no pronoun."""
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children):
        return deeds and clause.dep_ == "acl"
    that = next((c for c in clause.children if c.lower_ == "that"), None)
    objects = sum(c.dep_ == "dobj" for c in clause.children)
    if that is None:
        return _bare(clause)
    return that.dep_ == "mark" or (that.dep_ == "dobj" and objects > 1)


def _bare(clause: Token) -> bool:
    """`suspicions the guild is behind it`: a whole clause without `that`; not `the report the guild wrote`."""
    who = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if who is None or who.tag_ in ("WP", "WDT") or who.i > clause.i or not finite(clause):
        return False
    whole = ("dobj", "acomp", "attr", "auxpass", "xcomp", "ccomp")
    return any(c.dep_ in whole for c in clause.children)


def _predicate(noun: Token) -> tuple[Range, Token] | None:
    """`The Orvanian demand is that all fighters leave`, `is for the fighters to leave`."""
    verb = noun.head
    if (
        noun.dep_ not in ("nsubj", "attr")
        or verb.pos_ not in ("AUX", "VERB")
        or str(verb.lemma_) not in ("be", "remain")
    ):
        return None
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ == "ccomp" and any(c.lower_ == "that" for c in child.children):
            return _with(noun, child, verb)
        if child.dep_ in ("prep", "advcl") and child.doc[child.left_edge.i].lower_ == "for":
            part = trimmed(noun.doc, (child.left_edge.i + 1, _before_that(child, verb.right_edge.i)), False)
            return (part, child.doc[child.left_edge.i]) if part else None
    return None


def _before_that(child: Token, high: int) -> int:
    """Where `It is because the demand is for them to leave that the talks failed` goes on with what it explains."""
    low = sentence(child)[0]
    begun = lows(child.doc)[low : child.left_edge.i]
    if begun[:1] != ["it"] or begun[1:2] not in (["is"], ["was"]) or "because" not in begun:
        return high
    return next((n - 1 for n in range(child.i + 1, high) if lows(child.doc)[n] == "that"), high)


def _with(noun: Token, content: Token, last: Token) -> tuple[Range, Token] | None:
    part = trimmed(noun.doc, (content.left_edge.i, _end(content)), False)
    return (part, last) if part else None


def _end(content: Token) -> int:
    """Before the background: `despite`, `amid`, `as part of`."""
    high = right_end(content, None)
    for token in content.doc[content.i + 1 : min(high, content.i + LONGEST) + 1]:
        if token.lower_ in BACKGROUND or (
            token.lower_ == "as" and token.i + 2 < len(token.doc) and token.nbor(2).lower_ == "of"
        ):
            return int(token.i) - 1
    return high


def _source(noun: Token, last: Token) -> Token | None:
    """Whose claim: a possessor, an adjective of nation, `by` or `from` behind it, or the report itself."""
    return _owner(noun) or _maker(noun, last) or _holder(noun) or (noun if _speaks_itself(noun, last) else None)


def _owner(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return _meant(child)
        if child.dep_ in ("amod", "compound", "nmod") and child.ent_type_ in ADJECTIVAL:
            return child
    return None


def _maker(noun: Token, last: Token) -> Token | None:
    """`a denial by the army`, `suspicions in Orvania`, `the claim of the guild that`"""
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ == "of" and last == noun:
            inner = next((c for c in prep.children if c.dep_ == "pobj"), None)
            if inner is not None and (is_human(inner) or str(inner.lemma_) in words("relay", "cited")):
                return inner
        if prep.dep_ == "prep" and prep.lower_ in ("by", "from", "in", "among", "between"):
            inner = next((c for c in prep.children if c.dep_ == "pobj"), None)
            if inner is not None and inner.i < last.i + 40 and (prep.lower_ in ("by", "from") or inner.ent_type_):
                return inner
    return None


def _speaks_itself(noun: Token, last: Token) -> bool:
    """A report or fear that nobody owns; criticism that somebody faced."""
    base, above = str(noun.lemma_).lower(), str(noun.head.lemma_).lower()
    if last.dep_ == "prep":
        return base in ALONE or (above in FACING and base in ("criticism", "accusation", "charge"))
    bare = not any(c.dep_ in ("det", "poss") for c in noun.children)
    return base in ALONE or (bare and base in words("unowned", "nouns"))


def _meant(owner: Token) -> Token:
    """Of `his pledge` the subject of the sentence that it stands in, where that is a name or a person."""
    if owner.lower_ not in ("his", "her", "their", "its"):
        return owner
    for token in reversed(owner.doc[sentence(owner)[0] : owner.i]):
        if (
            token.dep_ in ("nsubj", "nsubjpass")
            and token.pos_ in ("PROPN", "NOUN")
            and (token.ent_type_ or is_human(token))
        ):
            return token
    return owner


def _holder(noun: Token) -> Token | None:
    """Who makes it in a light verb: `the rebels made an offer`; not the shells of `The shells raised fears that`."""
    verb = noun.head
    aside = any(c.lower_ in ("aside", "off", "down") for c in verb.children)
    if noun.dep_ != "dobj" or str(verb.lemma_).lower() not in words("light", "verbs") or aside:
        return None
    who = speaker(verb)
    return who if who is not None and may_speak(who) else None
