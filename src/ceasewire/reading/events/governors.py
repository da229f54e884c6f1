"""The table of realis, turned round: from a word to what it makes of the event it governs."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.events.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token


# How many words that depend on a verb are looked at.
_NEAR = 40


@cache
def made_by(section: str) -> dict[str, str]:
    """A section of the table (`verbs`, `nouns`, `objects`, `modals`, ...) by its words."""
    return {word: realis for realis, words in table("realis")[section].items() for word in words}


def under_noun(noun: Token) -> str | None:
    """What a noun makes of the event it governs: `a plan to`, `the possibility of`."""
    return made_by("nouns").get(noun.lemma_.lower())


def under_verb(verb: Token) -> str | None:
    """What a verb makes of the event in its clause: `agreed to`, `fears that`."""
    return made_by("verbs").get(lemma(verb))


def negated(token: Token) -> bool:
    """`did not attack`, `never signed`."""
    return any(child.dep_ == "neg" or child.lower_ == "never" for child in token.children if child.i < token.i + 3)


def conditional(verb: Token) -> bool:
    """`if they attack`, `whether it is a truce`."""
    return any(
        c.dep_ in ("mark", "advmod") and c.lower_ in ("if", "unless", "whether") for c in islice(verb.lefts, _NEAR)
    )


def asked(verb: Token) -> bool:
    """Whether a verb stands in a question: `Did the navy sink the barge?`"""
    if verb.dep_ != "ROOT" or verb.sent.text.rstrip(" ”\"'’")[-1:] != "?":
        return False
    return verb.sent[0].pos_ == "AUX" or verb.sent[0].tag_ in ("WP", "WRB", "WDT")
