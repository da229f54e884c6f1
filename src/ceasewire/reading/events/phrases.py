"""The words of a phrase: a head with what belongs to it, without relative clauses and asides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.model import Span
from ceasewire.reading.parse import Parsed, end

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEFT = frozenset(
    ["det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "npadvmod", "advmod", "case"]
)
_DEEP = 4
_LONGEST = 12
_ASIDES = frozenset([",", "—", "–", ";", "--"])
_CUTS = frozenset(["as", "so", "despite", "including", "because", "which", "after", "amid", "whose"])
# Verbs whose `of` is their own: `accused the army of a raid`, `stripped the rebels of arms`.
_TAKING_OF = frozenset(["accuse", "suspect", "convict", "acquit", "warn", "strip", "rob", "deprive", "rid", "remind"])
_DAYS = frozenset({"DATE", "TIME"})
_VERBAL = frozenset({"VERB", "AUX"})


def phrase(head: Token, parsed: Parsed) -> Span:
    """The phrase of a head: `three of the sailors who fled` gives `three of the sailors`; of a verb its clause."""
    if head.pos_ in _VERBAL and head.dep_ not in ("amod", "compound", "poss"):
        return _trimmed(head, parsed)
    first, last = head, head
    for child in head.children:
        if (child.i < head.i and child.dep_ in _LEFT and child.pos_ not in _VERBAL | {"PUNCT"}) or (
            child.i < head.i and child.dep_ == "amod"
        ):
            first = min(first, child.left_edge, key=lambda token: token.i)
        elif child.i > head.i and child.dep_ == "prep" and child.lower_ == "of" and _nominal(child):
            last = max(last, _end_of(child), key=lambda token: token.i)
        elif child.i == head.i + 1 and child.dep_ == "nummod" and head.pos_ == "PROPN":
            last = max(last, child, key=lambda token: token.i)
    return parsed.tokens(first, last)


def inner(head: Token) -> bool:
    """Whether a word is a later member of a nameless list: `other goods` in `coal and other goods`."""
    return head.dep_ == "conj" and _nameless(head) and _nameless(head.head)


def listed(head: Token, parsed: Parsed) -> Span:
    """The phrase of a head with the nameless members of the list that it opens: `a farmer and his daughter`."""
    span, last = phrase(head, parsed), head
    for _ in range(_LONGEST):
        following = next((child for child in last.children if child.dep_ == "conj" and inner(child)), None)
        if following is None:
            break
        last = following
    return parsed.span(span.start, phrase(last, parsed).end)


def _nameless(head: Token) -> bool:
    """A common noun that no number of its own sets apart from its list."""
    return head.pos_ in ("NOUN", "ADJ") and not any(child.dep_ == "nummod" for child in head.children)


def clipped(head: Token, parsed: Parsed) -> Span:
    """The words of terms, cut where an aside begins: `to free the crew, including the cook` without the cook."""
    if head.pos_ not in _VERBAL:
        span = listed(head, parsed)
        return parsed.span(span.start, max(span.end, _with_its_prepositions(head, parsed)))
    tokens = [token for token in head.subtree if not (token.dep_ == "mark" and token.lower_ == "that")]
    while len(tokens) > 1 and tokens[0].is_punct:
        tokens.pop(0)
    stop = next(
        (k for k, t in enumerate(tokens) if t.i > head.i and (t.text in _ASIDES or t.lower_ in _CUTS)), len(tokens)
    )
    kept = tokens[: max(stop, 1)]
    while len(kept) > 1 and kept[-1].is_punct:
        kept.pop()
    return parsed.tokens(kept[0], kept[-1])


def _with_its_prepositions(head: Token, parsed: Parsed) -> int:
    """Where the phrases that follow a noun end: `a ransom of a million for the crew`, without day and asides."""
    last = head
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep_ != "prep" or child.i != last.i + 1 or child.right_edge.ent_type_ in _DAYS:
            break
        last = child.right_edge
        if any(token.text in _ASIDES or token.dep_ == "relcl" for token in child.subtree):
            return end(head)
    return end(last)


def plainly(head: Token, span: Span, parsed: Parsed) -> str:
    """The words of a clause without the relative clauses of its nouns: `the truce, which ends today, be extended`."""
    if head.pos_ not in _VERBAL:
        return span.text
    asides = [token for token in head.subtree if token.dep_ == "relcl" and token.i < head.i]
    words = span.text
    for clause in asides:
        inner = parsed.tokens(clause.left_edge, clause.right_edge).text
        words = words.replace(f", {inner},", "").replace(f" {inner}", "")
    return words


def _nominal(preposition: Token) -> bool:
    """Whether a preposition governs a noun: not `the army of shelling` in `accused the army of shelling`."""
    noun = preposition.head
    if noun.dep_ == "dobj" and noun.head.lemma_ in _TAKING_OF:
        return False
    return any(child.dep_ == "pobj" for child in preposition.children)


def _end_of(preposition: Token, depth: int = 0) -> Token:
    """The last word of `of the sailors`, again without relative clauses."""
    last = preposition
    for child in preposition.children:
        if child.dep_ == "pobj":
            last = max(last, child, key=lambda token: token.i)
            for grand in child.children:
                joined = any(other.dep_ == "conj" and other.i < grand.i for other in child.children)
                if grand.dep_ == "prep" and grand.lower_ == "of" and grand.i > child.i and depth < _DEEP and not joined:
                    last = max(last, _end_of(grand, depth + 1), key=lambda token: token.i)
    return last


def _trimmed(verb: Token, parsed: Parsed) -> Span:
    """A clause without its first `that` and its last stop."""
    tokens = [
        token for token in verb.subtree if not (token.dep_ == "mark" and token.i < verb.i and token.lower_ == "that")
    ]
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    while len(tokens) > 1 and tokens[0].is_punct:
        tokens.pop(0)
    return parsed.tokens(tokens[0], tokens[-1])
