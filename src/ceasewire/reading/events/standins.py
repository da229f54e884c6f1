"""Nouns that stand for an event which the page has named: `the incident`, `the move`, `denied the reports`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.events.company import View, Words
from ceasewire.reading.events.entries import Entry, frame_of
from ceasewire.reading.events.hit import Hit
from ceasewire.reading.events.lemmas import lemma
from ceasewire.reading.tokens import sentence, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# How often a page must have named an event of a type before a bare noun can stand for it.
_NAMED = 2
# How many events of war and peace make a page one about them.
_OFTEN = 3
_POINTING = frozenset(["the", "this", "these", "that", "those", "such", "any"])
# What follows a noun that says itself what it is about: `the decision to leave`, `the situation in the valley`.
_TELLING = frozenset(["in", "of", "on", "to", "against", "by"])
# The time of a fight, whatever stands above: `after the fighting`; of other prepositions a verb must stand above.
_AMID = frozenset(["after", "during", "since", "amid", "despite", "before"])


class Named:
    """What a page has named so far: how often each type, and the deed that `the move` would stand for."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._deed: str | None = None

    def add(self, hits: Sequence[Hit]) -> None:
        """Take in the mentions of one more paragraph."""
        self.counts.update(hit.entry.type for hit in hits if hit.entry.type)

    def close(self, hits: Sequence[Hit]) -> None:
        """Leave a paragraph behind."""
        self._deed = _last_deed(hits)

    def main(self) -> str | None:
        """The type that the page has named most, of those that happen; None where it has none to speak of."""
        best = max(table("events")["stand_in"]["types"], key=lambda kind: self.counts[kind])
        return str(best) if self.counts[best] >= _NAMED else None

    def deed(self, token: Token, hits: Sequence[Hit]) -> str | None:
        """What somebody has done in the sentence or the paragraph before a word, on a page about war and peace."""
        if sum(self.counts[kind] for kind in table("events")["stand_in"]["about"]) < _OFTEN:
            return None
        return _last_deed([hit for hit in hits if hit.token.i < token.i]) or self._deed


def stand_ins(doc: Doc, named: Named, hits: Sequence[Hit], words: Words) -> list[Hit]:
    """The nouns of one paragraph that stand for an event the page has named; `hits` are its own mentions."""
    found = []
    for token in tokens_of(doc, _known()):
        kind = _kind(token, named, hits) if token.pos_ == "NOUN" and token.dep_ not in ("compound", "poss") else None
        if kind is not None:
            found.append(Hit(token, _entry(kind), View(token, words)))
    return found


@cache
def _known() -> frozenset[str]:
    rows = table("events")["stand_in"]
    return frozenset(word for key in ("claims", "nouns", "deeds", "fights") for word in rows[key])


def _kind(token: Token, named: Named, hits: Sequence[Hit]) -> str | None:
    rows, word = table("events")["stand_in"], token.lemma_.lower()
    if word in rows["claims"]:
        told = any(child.dep_ == "acl" for child in token.children)
        denied = not told and token.dep_ in ("dobj", "nsubjpass") and lemma(token.head) in rows["denying"]
        return named.main() if denied else None
    if word in rows["nouns"]:
        return named.main() if _points(token) else None
    if word in rows["fights"]:
        return "attack" if named.counts["attack"] >= _NAMED and _points(token) and _is_scene(token) else None
    return named.deed(token, hits) if _points(token, owned=True) and not _to_come(token) else None


def _points(token: Token, owned: bool = False) -> bool:
    """`the incident`, `this incident`; `owned`: also `Veldania's move`. Not `the incident in Osten`."""
    labels = [child.dep_ for child in token.children]
    if "acl" in labels or any(child.dep_ == "prep" and child.lower_ in _TELLING for child in token.children):
        return False
    pointing = any(child.dep_ == "det" and child.lower_ in _POINTING for child in token.children)
    return pointing or (owned and "poss" in labels)


def _is_scene(token: Token) -> bool:
    """`the fighting went on`, `killed in the fighting`, `fled the fighting`; not `end the fighting`."""
    if token.dep_ == "pobj":
        return token.head.lower_ in _AMID or token.head.head.pos_ == "VERB"
    return token.dep_ in ("nsubj", "nsubjpass") or (token.dep_ == "dobj" and lemma(token.head) in ("flee", "escape"))


def _to_come(token: Token) -> bool:
    """`the next step`, `any move`: nothing that somebody has done."""
    return any(child.lower_ in ("next", "any", "first", "only", "right", "such") for child in token.children)


def _last_deed(hits: Sequence[Hit]) -> str | None:
    """The first deed of the last sentence that has one."""
    kinds = table("events")["stand_in"]["deed_types"]
    deeds = [hit for hit in hits if hit.entry.type in kinds]
    if not deeds:
        return None
    start = sentence(deeds[-1].token)[0]
    return next(hit.entry.type for hit in deeds if hit.token.i >= start)


@cache
def _entry(kind: str) -> Entry:
    frame, roles = frame_of(kind)
    row = table("events")["types"][kind]
    return Entry(
        kind, "noun", "", {}, frame, roles, row["plover"] or None, row.get("mode"), row["cameo"] or None, False, 0.4
    )
