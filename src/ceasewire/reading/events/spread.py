"""Those whom one phrase stands for: `the presidents of A, B and C`, `four ships - A, B, C and D`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.reading.events.company import is_kind
from ceasewire.reading.events.fillers import Stage
from ceasewire.reading.events.syntax import LONGEST, children, prepositions
from ceasewire.reading.parties.lexicon import OFFICES
from ceasewire.reading.parties.phrases import plural

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF = frozenset(["of", "from"])
_BODIES = frozenset(
    [
        "official",
        "diplomat",
        "army",
        "government",
        "military",
        "parliament",
        "navy",
        "force",
        "ministry",
        "negotiator",
        "delegate",
    ]
)
_DEEP = 3


def spread(token: Token, stage: Stage) -> list[Token]:
    """The actors that a plural stands for one by one, or the word itself.

    `The foreign ministers of Veldania, Osten and Karvia met` is three parties; `nine states, including Osten` is two.
    """
    if not plural(token):
        return [token]
    named = _named(token)
    if len(named) > 1:
        return named
    named = _represented(token)
    if len(named) > 1 and all(stage.who(one) or is_kind(one, "war_side") for one in named):
        return named
    return [token] + [one for name, one in prepositions(token) if name == "including" and one.pos_ == "PROPN"]


def _represented(token: Token, depth: int = 0) -> list[Token]:
    """The states behind `the chiefs of the navies of Veldania and Osten`."""
    noun = token.lemma_.lower()
    speaks = noun in OFFICES or noun in _BODIES or is_kind(token, "war_side")
    if depth == _DEEP or not speaks:
        return []
    inner = [one for name, one in prepositions(token) if name in _OF]
    return _represented(inner[0], depth + 1) or inner if inner and plural(inner[0]) else inner


def _named(token: Token) -> list[Token]:
    """The list of names after a numbered plural: `two ships, the Aster and the Boreal`."""
    if not children(token, "nummod"):
        return []
    found: list[Token] = []
    rest = children(token, "appos")
    while rest and len(found) < LONGEST:
        one = rest.pop(0)
        found += [one] if one.pos_ == "PROPN" else []
        rest += [child for child in children(one, "appos", "conj") if child.i > one.i]
    return found
