"""What is given for what: the terms of a swap, as the words that tell it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.events import syntax
from ceasewire.reading.events.company import is_kind
from ceasewire.reading.events.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ceasewire.reading.events.hit import Hit

Ends = tuple["Token", "Token"]


def is_swap(hit: Hit) -> bool:
    """Whether a trigger names a swap: `a prisoner swap`, `were exchanged for`, `a ransom`."""
    return hit.entry.type == "agreement" and lemma(hit.token) in table("events")["swapping"]["words"]


def swapped(hit: Hit) -> Ends | None:
    """The first and the last word of the terms of a swap; None where they are not told.

    `Nine sailors were exchanged for two spies`, `freed nine sailors in exchange for two spies`, `a prisoner swap`.
    """
    word = hit.token
    given = [token for name, token in hit.view.prepositions if name == "for" and token.i > word.i]
    if not given:
        return _named(word)
    above = _above(word)
    parts = [*syntax.children(above, "nsubjpass"), *syntax.children(above, "dobj"), *syntax.children(above, "nsubj")]
    first = next((part for part in parts if part.i < word.i), None)
    return (first.left_edge if first is not None else word, given[-1].right_edge)


def exchanged(word: Token) -> Iterator[Token]:
    """What is given in return: `freed nine sailors in exchange for two spies` gives `two spies`."""
    for name, noun in syntax.prepositions(word):
        if name == "in" and noun.lower_ in ("exchange", "return"):
            yield from (given for far, given in syntax.prepositions(noun) if far == "for")


def _above(word: Token) -> Token:
    """The verb that tells what is given: the swap's own, or that of `released in exchange for`."""
    if word.dep_ == "pobj" and word.head.lower_ == "in":
        return word.head.head
    return word


def _named(noun: Token) -> Ends | None:
    """`a prisoner swap of nine sailors`, `a ransom`: the words of the noun itself."""
    kinds = [child for child in syntax.children(noun, "compound", "nmod") if is_kind(child, "swap")]
    asked = [child for child in syntax.children(noun, "det") if child.lower_ in ("a", "an")]
    if not kinds and not (asked and noun.lemma_ == "ransom"):
        return None
    first = min([noun, *noun.children], key=lambda child: child.i)
    of = [child for child in syntax.children(noun, "prep") if child.lower_ in ("of", "with")]
    return first, of[-1].right_edge if of else noun
