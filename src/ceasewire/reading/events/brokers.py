"""Who brokered a deal and between whom, said beside it: `a truce brokered by Orsa`, `Orsan-brokered talks`."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.events import syntax
from ceasewire.reading.events.lemmas import forms
from ceasewire.reading.tokens import lows, sentence, tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

HYPHENS = frozenset(["-", "–"])
# How far behind a deal its parties may stand, in words.
_ASTRAY = 12
_AMID = frozenset(["amid", "after", "during", "following", "before"])
_BETWEEN = frozenset(["between"])
_OWN = frozenset(["relcl", "advcl"])
_LOOSE = frozenset(["acl", "advcl", "conj"])


def brokers(noun: Token) -> Iterator[Token]:
    """Who brokered what a noun names, whatever word the parser hangs it on; lists split."""
    yield from _after(noun)
    yield from _before(noun)


def parted(noun: Token) -> list[Token]:
    """`a truce struck two days earlier between the army and the rebels`: whatever verb the parser hangs it on."""
    for token in _following(noun, _ASTRAY, _BETWEEN):
        if token.dep_ == "prep":
            verb = token.head
            far = verb.pos_ == "VERB" and (verb.i == noun.i + 1 or (verb.i > noun.i and verb.dep_ not in _OWN))
            return [end for child in syntax.children(token, "pobj") for end in syntax.conjuncts(child)] if far else []
    return []


def beside(noun: Token) -> list[Token]:
    """`freed nine sailors amid talks with Veldania`: who did it talks with Veldania."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in _AMID:
        return []
    verb = noun.head.head
    with_ = any(name == "with" for name, _ in syntax.prepositions(noun))
    return syntax.subjects(verb) if with_ and verb.pos_ == "VERB" else []


def _after(noun: Token) -> Iterator[Token]:
    """`talks between the army and the rebels, brokered by Orsa`: whatever word the parser hangs it on."""
    for token in _following(noun, syntax.LONGEST, brokered()):
        if token.dep_ in _LOOSE and token.tag_ == "VBN":
            yield from (doer for name, doer in syntax.prepositions(token) if name == "by")


def _following(noun: Token, far: int, words: Container[str]) -> list[Token]:
    """The words among some, in the same sentence, at most so far behind a noun."""
    first, stop = noun.i + 1, min(sentence(noun)[1], noun.i + far)
    return [tokens(noun.doc)[first + at] for at, low in enumerate(lows(noun.doc)[first:stop]) if low in words]


def _before(noun: Token) -> Iterator[Token]:
    """`an Orsan-brokered truce`: who brokered it, before the noun."""
    for word in syntax.children(noun, "amod", "compound"):
        if word.i > 1 and word.lower_ in brokered() and word.nbor(-1).text in HYPHENS:
            yield word.nbor(-2)
            yield from _before_that(word.nbor(-2))


def _before_that(second: Token) -> Iterator[Token]:
    """`the Orsan Union-United Veld-brokered talks`: the first of two."""
    first = next((t for t in second.doc[max(0, second.i - 4) : second.i] if t.text in HYPHENS), None)
    if first is not None and first.i > 0 and first.nbor(-1).pos_ == "PROPN":
        yield first.nbor(-1)


@cache
def brokered() -> frozenset[str]:
    """`brokered`, `mediated`, `sponsored`."""
    words = table("events")["support"]["mediator"]
    return frozenset(form for word in words for form in forms("verb", word) if form.endswith("ed"))
