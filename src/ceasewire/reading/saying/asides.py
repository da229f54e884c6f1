"""A clause that its cue cuts in two between subject and verb: `The truce, said the envoy, was dead`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ceasewire.reading.saying.cues import verb_rows
from ceasewire.reading.saying.ends import Interval, right_end
from ceasewire.reading.tokens import sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE = ("VBD", "VBZ", "VBP", "MD")
HELPING = ("aux", "auxpass")
NAMING = ("NOUN", "PROPN", "PRON")
LONGEST = 12  # words of a cue with its source between the two commas


@dataclass(frozen=True)
class Aside:
    """Who speaks between the commas, what stands before and behind them, and the verb that goes on."""

    who: Token
    verb: Token
    before: Interval
    after: Interval


def aside(verb: Token) -> Aside | None:
    """The aside that a cue stands in, where the parser gave it the subject of the clause around it.

    Examples: `Voters, Jan Dow suggested, do not care`, `The truce, said the envoy, was dead`.
    """
    first = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if first is None or first.i > verb.i or not any("quote" in row.takes for row in verb_rows(verb)):
        return None
    doc, begun = verb.doc, sentence(verb)[0]
    left = next((n for n in range(verb.i - 1, first.i, -1) if doc[n].text == ","), None)
    right = next((n for n in range(verb.i + 1, min(verb.i + LONGEST, len(doc) - 1)) if doc[n].text == ","), None)
    if left is None or right is None or right - left > LONGEST or not _resumes(doc[right + 1]):
        return None
    if any(t.tag_ in FINITE for t in doc[begun:left]) or _verbs(doc[left + 1 : right]) != [verb]:
        return None
    who, on = _named(verb, left, right), _main(doc[right + 1], verb)
    return Aside(who, on, (begun, left - 1), (right + 1, right_end(on, None))) if who is not None else None


def _verbs(tokens: Iterable[Token]) -> list[Token]:
    return [t for t in tokens if t.tag_ in FINITE and t.dep_ not in HELPING]


def _resumes(token: Token) -> bool:
    """Whether a clause goes on with its verb: `was dead`, `do not care`."""
    after = token.doc[token.i + 1] if token.pos_ == "ADV" and token.i + 1 < len(token.doc) else token
    return after.tag_ in FINITE


def _named(verb: Token, left: int, right: int) -> Token | None:
    """The name between the commas, beside the cue on one side alone."""
    doc = verb.doc
    before = [t for t in doc[left + 1 : verb.i] if t.pos_ in NAMING]
    after = [t for t in doc[verb.i + 1 : right] if t.pos_ in NAMING]
    if before:
        return next((t for t in reversed(before) if t.dep_ in ("nsubj", "nsubjpass")), before[-1])
    inner = [t for t in after if t.head.i <= verb.i or t.head.i > right]
    return next(iter(inner), None)


def _main(token: Token, cue: Token) -> Token:
    """The verb of the clause that goes on behind the second comma."""
    helps = token.dep_ in HELPING or token.pos_ == "ADV"
    return token.head if helps and token.head.i > token.i and token.head != cue else token
