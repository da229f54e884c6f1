"""Nouns that stand for an event which the page has named: `the incident`, `denied the reports`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.reading.events.company import View, Words
from ceasewire.reading.events.entries import Entry, frame_of
from ceasewire.reading.events.hit import Hit
from ceasewire.reading.events.lemmas import lemma
from ceasewire.reading.tokens import tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# How often a page must have named an event of a type before a bare noun can stand for it.
_NAMED = 2
_POINTING = frozenset(["the", "this", "these", "that", "those", "such", "any"])


def stand_ins(doc: Doc, before: Counter[str], words: Words) -> list[Hit]:
    """The nouns of one paragraph that stand for the event the page is about; `before` counts the types named so far."""
    kind = _subject_of(before)
    if kind is None:
        return []
    entry = _entry(kind)
    rows = table("events")["stand_in"]
    known = {*rows["claims"], *rows["nouns"]}
    return [Hit(token, entry, View(token, words)) for token in tokens_of(doc, known) if _stands(token)]


def _subject_of(before: Counter[str]) -> str | None:
    """The type that the page has named most, of those that happen; None where it has none to speak of."""
    rows = table("events")["stand_in"]
    best = max(rows["types"], key=lambda kind: before[kind])
    return str(best) if before[best] >= _NAMED else None


def _stands(token: Token) -> bool:
    rows = table("events")["stand_in"]
    if token.pos_ != "NOUN" or token.dep_ in ("compound", "poss"):
        return False
    word = token.lemma_.lower()
    if word in rows["claims"]:
        told = any(child.dep_ == "acl" for child in token.children)
        return not told and token.dep_ in ("dobj", "nsubjpass") and lemma(token.head) in rows["denying"]
    if word not in rows["nouns"] or any(
        child.dep_ == "prep" and child.lower_ in ("in", "of", "on") for child in token.children
    ):
        return False
    return any(child.dep_ == "det" and child.lower_ in _POINTING for child in token.children)


def _entry(kind: str) -> Entry:
    frame, roles = frame_of(kind)
    row = table("events")["types"][kind]
    return Entry(
        kind, "noun", "", {}, frame, roles, row["plover"] or None, row.get("mode"), row["cameo"] or None, False, 0.4
    )
