"""Statements without a verb of their own: `according to`, `reportedly`, `is believed to`, `it is not known if`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ceasewire.model import Stance
from ceasewire.reading.parse import Paragraph, end
from ceasewire.reading.saying.claims import Claim, over
from ceasewire.reading.saying.cues import lemma, lexicon, listed, verb_rows, words
from ceasewire.reading.saying.cuewords import cue_range, negated
from ceasewire.reading.saying.ends import Interval, right_end, trimmed
from ceasewire.reading.saying.refusals import unavailable
from ceasewire.reading.saying.sourcewords import source_range
from ceasewire.reading.saying.speakers import subject
from ceasewire.reading.tokens import Range, lows, sentence, tokens, tokens_among

ABSENT = ("available", "unavailable", "reachable", "unreachable")
RECORDS = ("comments", "remarks", "transcript", "text", "recording", "minutes", "statement", "footage", "video")

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def phrase_claims(paragraph: Paragraph) -> Iterator[Claim]:
    """The statements of a paragraph that hang on a phrase, a hedge or an impersonal verb."""
    hedges = words("hedges", "asserts")
    owned = words("phrases", "owned")
    for token in tokens_among(paragraph.doc, _telling()):
        claim = None
        if token.lower_ in ("according", "per", "of"):
            claim = _attributed(paragraph, token)
        elif token.lower_ in owned:
            claim = _owned(paragraph, token)
        elif token.lower_ in hedges:
            claim = _hedged(paragraph, token)
        elif token.pos_ in ("VERB", "AUX", "ADJ"):
            claim = _impersonal(paragraph, token) or _minded(paragraph, token)
            if token.lower_ in ABSENT:
                claim = unavailable(paragraph, token)
        if claim is not None:
            yield claim


@cache
def _telling() -> frozenset[str]:
    """The words that a phrase, a hedge or an impersonal verb is known by."""
    known = lexicon()
    alike = words("hedges", "asserts") | words("phrases", "owned")
    verbs = {form for form, base in known.forms.items() if base in _impersonal_verbs()}
    mind = words("impersonal", "unclear") | words("impersonal", "not_clear") | known.adjectives.keys()
    ends = {phrase.split()[-1] for phrase in listed("phrases", "attributing")}
    return alike | verbs | mind | ends | {"according", *ABSENT}


@cache
def _impersonal_verbs() -> frozenset[str]:
    return words("impersonal", "asserts") | words("impersonal", "predicts") | {"tell"}


# ---- according to ----------------------------------------------------------------------------------------------------


def _attributed(paragraph: Paragraph, last: Token) -> Claim | None:
    """`The army, according to two officials, has left.`"""
    first, to = _phrase(last)
    if first is None or to is None:
        return None
    who = next((c for t in (to, last) for c in t.children if c.dep_ in ("pobj", "pcomp")), None)
    if who is None or who.i < first.i:
        return None
    content = _rest(paragraph.doc, first, first.i, _phrase_end(who))
    if not content or _on_record(first, who):
        return None
    source = source_range(who, to)
    return Claim(paragraph, over(first, to), first, who, source, content, "asserts", 0.95, "according")


def _owned(paragraph: Paragraph, noun: Token) -> Claim | None:
    """`In her view, the army has failed.`"""
    prep = noun.head
    who = next((c for c in noun.children if c.dep_ == "poss"), None)
    if who is None or prep.lower_ not in ("in", "by") or noun.dep_ != "pobj" or prep.head.pos_ not in ("VERB", "AUX"):
        return None
    if noun.i + 1 >= len(noun.doc) or noun.nbor(1).text != ",":
        return None
    content = _rest(paragraph.doc, prep, prep.i, noun.i)
    if not content:
        return None
    return Claim(paragraph, over(prep, noun), noun, who, source_range(who, noun), content, "asserts", 0.85, "according")


def _phrase(last: Token) -> tuple[Token | None, Token | None]:
    """The first and the last word of an attributing phrase that begins or ends with `last`."""
    doc = last.doc
    if last.lower_ == "according":
        to = doc[last.i + 1] if last.i + 1 < len(doc) else None
        return (last, to) if to is not None and to.lower_ == "to" else (None, None)
    for phrase in listed("phrases", "attributing"):
        parts = phrase.split()
        low = last.i - len(parts) + 1
        if low >= 0 and lows(doc)[low : last.i + 1] == parts:
            return tokens(doc)[low], last
    return None, None


def _on_record(first: Token, who: Token) -> bool:
    """`“Nobody slept,” the envoy recalled, according to his diary`: a record of words that have their own cue."""
    return bool(verb_rows(_governor(first))) and who.lower_ in RECORDS


def _phrase_end(who: Token) -> int:
    """Where the source of `according to` ends: before a participle that tells more of the event."""
    high: int = who.right_edge.i
    for child in who.subtree:
        loose = child.i > who.i and child.dep_ in ("acl", "advcl") and child.tag_ == "VBG"
        if loose and child.doc[child.left_edge.i - 1].text == ",":
            high = min(high, child.left_edge.i - 1)
    return high


def _rest(doc: Doc, first: Token, low: int, high: int) -> list[Range]:
    """The clause around the phrase, without the phrase; an apposition behind it is background."""
    verb = _told_of(first, high) or _governor(first)
    left, right = verb.left_edge.i, right_end(verb, None)
    parts: list[Interval] = []
    if left < low:
        parts.append((left, low - 1))
    if right > high and (verb.i > high or left >= low or _carries_on(verb, high)):
        parts.append((high + 1, right))
    ranges = [trimmed(doc, part, first=part[0] == left) for part in parts]
    return [r for r in ranges if r is not None]


def _told_of(first: Token, high: int) -> Token | None:
    """`The mayor said nobody was hurt, according to the Star`: at the end of a sentence all of it is content."""
    doc, end_ = first.doc, sentence(first)[1]
    if doc[first.i - 1].text != "," or any(not t.is_punct for t in doc[high + 1 : end_]):
        return None
    at = _governor(first)
    while at.dep_ == "ccomp" and at.head.i < at.i and verb_rows(at.head):
        at = at.head
    return at


def _carries_on(verb: Token, high: int) -> bool:
    """`Talks were held, according to two envoys, in the first contact since May`: the clause goes on."""
    doc = verb.doc
    at = high + 1 + (high + 1 < len(doc) and doc[high + 1].text == ",")
    return (
        at < len(doc)
        and doc[at].dep_ == "prep"
        and doc[at].head.i < high
        and doc[at].lower_ in ("in", "at", "after", "on")
    )


def _governor(token: Token) -> Token:
    at = token.head
    for _ in range(6):
        if at.pos_ in ("VERB", "AUX") or at.head == at:
            return at
        at = at.head
    return at


# ---- hedges ----------------------------------------------------------------------------------------------------------


def _hedged(paragraph: Paragraph, hedge: Token) -> Claim | None:
    """`The rebels reportedly left the town`, `a photograph, reportedly taken in May`."""
    verb, doc = hedge.head, hedge.doc
    after = doc[hedge.i + 1] if hedge.i + 1 < len(doc) else hedge
    if verb.i < hedge.i and after.lower_ in ("due", "because", "for", "by", "over", "with", "after"):
        verb = after  # `was shut, reportedly because of a fire`: the fire is hearsay alone
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod"):
        parts = [(hedge.i + 1, verb.right_edge.i)]
    elif verb.pos_ in ("VERB", "AUX"):
        parts = [(verb.left_edge.i, hedge.i - 1), (hedge.i + 1, right_end(verb, None))]
    else:
        parts = [(hedge.i + 1, max(verb.right_edge.i, hedge.head.right_edge.i, hedge.i + 1))]
    content = [r for r in (trimmed(doc, (a, b), True) for a, b in parts if a <= b < len(doc)) if r is not None]
    attributed = any(c.lower_ == "according" for c in verb.children)
    if not content or attributed:
        return None
    cue = over(hedge, hedge)
    return Claim(paragraph, cue, hedge, None, cue, content, "asserts", 0.7, "hedge")


# ---- states of mind --------------------------------------------------------------------------------------------------


def _minded(paragraph: Paragraph, word: Token) -> Claim | None:
    """`The council was concerned that arms were sold`"""
    row = next(iter(lexicon().adjectives.get(word.lower_, ())), None)
    if row is None:
        return None
    held = word if any(c.dep_ in ("aux", "auxpass", "cop") for c in word.children) else word.head
    if negated(held) or not _stated(held):
        return None
    clause = next((c for c in [*word.children, *word.head.children] if c.dep_ == "ccomp" and c.i > word.i), None)
    who = subject(word) or subject(word.head)
    if clause is None or who is None or who.lower_ in ("it", "i", "we"):
        return None
    part = trimmed(word.doc, (clause.left_edge.i, right_end(clause, word)), False)
    if part is None:
        return None
    low = word.head.i if word.head.pos_ == "AUX" and word.head.i < word.i else word.i
    cue = over(word.doc[low], word)
    return Claim(paragraph, cue, word, who, source_range(who, word), [part], row.stance, row.sure, "clause")


def _stated(verb: Token) -> bool:
    """Whether a verb, or the copula on a word of mind, is finite."""
    return any(t.tag_ in ("VBD", "VBZ", "VBP") for t in (verb, *verb.children) if t.pos_ == "AUX" or t == verb)


# ---- impersonal ------------------------------------------------------------------------------------------------------


def _impersonal(paragraph: Paragraph, word: Token) -> Claim | None:
    """`It is feared that many drowned`, `They are thought to be hiding`, `It is unclear who fired`."""
    stance = _impersonal_stance(word)
    if stance is None or any(c.dep_ == "agent" for c in word.children):
        return None
    content = _impersonal_content(word)
    if not content:
        return None
    low, high = cue_range(word)
    cue = (_expletive(word, low), high)
    return Claim(paragraph, cue, word, None, cue, content, stance, 0.8, "impersonal")


def _expletive(word: Token, low: int) -> int:
    """Take `it` and the copula of `it is unclear` into the cue."""
    holder = word if word.tag_ == "VBN" else word.head
    for child in holder.children:
        if child.lower_ == "it" and child.i < word.i and child.dep_ in ("nsubj", "nsubjpass", "expl"):
            return over(child, child)[0]
    return low


def _impersonal_stance(word: Token) -> Stance | None:
    if word.lower_ in words("impersonal", "unclear"):
        return "no_knowledge"
    if word.lower_ in words("impersonal", "not_clear"):
        return "no_knowledge" if negated(word) or negated(word.head) else None
    base = lemma(word)
    if word.tag_ != "VBN" or base not in _impersonal_verbs() or negated(word) or not _passive(word):
        return None
    if base == "tell" and any(c.dep_ == "nsubjpass" and c.lower_ in ("i", "we") for c in word.children):
        return "asserts"
    if base in words("impersonal", "predicts"):
        return "predicts"
    return "asserts" if base in words("impersonal", "asserts") else None


def _passive(word: Token) -> bool:
    """`is thought`, `ships believed to`; not `will be considered`."""
    if any(c.dep_ == "aux" and c.tag_ == "MD" for c in word.children):
        return False
    return word.dep_ in ("acl", "advcl") or any(c.dep_ == "auxpass" for c in word.children)


def _impersonal_content(word: Token) -> list[Range]:
    holder = word if word.pos_ == "VERB" else word.head
    for child in [*word.children, *holder.children]:
        if child.dep_ in ("ccomp", "csubj", "advcl", "xcomp", "oprd") and child.i > word.i:
            part = trimmed(word.doc, (child.left_edge.i, right_end(child, word)), False)
            return _raised(word, child, part) if part else []
    return []


def _raised(word: Token, child: Token, part: Range) -> list[Range]:
    """With a subject raised out of its clause: `[The captives] are thought [to be hiding]`."""
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in child.children) or child.dep_ in ("csubj", "advcl"):
        return [part]
    if word.dep_ == "acl" or (word.dep_ == "advcl" and word.nbor(-1).pos_ in ("NOUN", "PROPN")):
        noun = word.head if word.dep_ == "acl" else word.nbor(-1)
        return [over(word.doc[noun.left_edge.i], noun), part]
    raised = next((c for c in word.children if c.dep_ in ("nsubjpass", "nsubj") and c.lower_ != "it"), None)
    if (
        raised is not None and word.dep_ == "relcl" and raised.tag_ in ("WDT", "WP")
    ):  # `a deal which is said to be dead`
        return [over(word.doc[word.head.left_edge.i], word.head), part]
    if raised is None or raised.lower_ in ("who", "which", "that"):
        return [part]
    low = word.doc[word.left_edge.i]
    if word.dep_ == "relcl" and low.lower_ in ("that", "which", "who", "whom") and low != raised:
        return _relative(word, low, part)
    return [over(word.doc[raised.left_edge.i], word.doc[raised.right_edge.i]), part]


def _relative(word: Token, pronoun: Token, part: Range) -> list[Range]:
    """`the talks that they are said to have held`: the talks, and what is said of them behind the cue."""
    noun = pronoun.nbor(-1) if pronoun.i else word.head
    noun = noun if noun.pos_ in ("NOUN", "PROPN") else word.head
    return [over(word.doc[noun.left_edge.i], noun), (max(part[0], end(word) + 1), part[1])]
