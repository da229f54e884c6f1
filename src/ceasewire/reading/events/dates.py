"""The time expressions of a page by the words they date: what each hangs on, and the verb of its clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import deque
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ceasewire.codebook import table
from ceasewire.model import Time
from ceasewire.reading.events.entries import lexicon
from ceasewire.reading.events.lemmas import forms
from ceasewire.reading.events.syntax import climb
from ceasewire.reading.parse import Paragraph, end
from ceasewire.reading.tokens import begins, text_of, tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

Row = tuple[Time, "Token"]
# How many times of a sentence are looked at for one event.
_MOST = 6
# What a time before a noun or behind its apostrophe dates is that noun alone.
_BEFORE = frozenset(["compound", "amod", "nmod", "poss", "nummod", "appos"])
# How many characters on a dateline may end.
_HEAD = 48
_POINTING = frozenset(["the", "this", "last", "that"])
# The words between a time and the verb of its clause.
_BETWEEN = frozenset(["dobj", "pobj", "prep", "conj", "npadvmod", "advmod", "attr", "agent", "oprd", "dative", "prt"])


def _place_of(row: Row) -> int:
    return row[1].i


class Dates:
    """The times of a page by the words they hang on. The parser hangs many on the last noun before them."""

    def __init__(self, times: list[Time], paragraphs: list[Paragraph]) -> None:
        self._rows: dict[int, list[Row]] = {}
        self._near: dict[tuple[int, int], list[Row]] = {}
        self._words: dict[tuple[int, int], Time] = {}
        self._clause: dict[tuple[int, int], list[Row]] = {}
        rest = deque(sorted(times, key=lambda time: time.span.start))
        for paragraph in paragraphs:
            stop = paragraph.start + len(text_of(paragraph.doc))
            while rest and rest[0].span.start < stop:
                self._place(rest.popleft(), paragraph)

    def on(self, token: Token, number: int) -> list[Row]:
        """The times that hang on a word of a paragraph, with the word that joins each to it."""
        return self._near.get((number, token.i), [])

    def of_clause(self, verb: Token, number: int) -> list[Row]:
        """The times that hang on nouns of a verb's clause: `blacklisted the firms and their ships in November`."""
        return self._clause.get((number, verb.i), [])

    def at(self, token: Token, number: int) -> Time | None:
        """The time that a word is part of."""
        return self._words.get((number, token.i))

    def rows(self) -> Iterator[Row]:
        """Every time of the page with the word that joins it to what it hangs on."""
        return (row for rows in self._near.values() for row in rows)

    def within(self, number: int, first: int, stop: int) -> list[Row]:
        """The first times whose joining word stands in a stretch of a paragraph, given by places of words."""
        rows = self._rows.get(number, [])
        low = bisect_left(rows, first, key=_place_of)
        return [row for row in rows[low : low + _MOST] if row[1].i < stop]

    def _place(self, time: Time, paragraph: Paragraph) -> None:
        starts, low, high = begins(paragraph.doc), time.span.start - paragraph.start, time.span.end - paragraph.start
        first, last = bisect_right(starts, low) - 1, bisect_left(starts, high)
        said = [token for token in tokens(paragraph.doc)[max(first, 0) : last] if end(token) > time.span.start]
        if not said:
            return
        if _dateline(text_of(paragraph.doc), high):
            return
        self._words |= {(paragraph.number, token.i): time for token in said}
        top = next((t for t in said if t.head not in said or t.head.i == t.i), said[0])
        under = _under(top, said[-1])
        insort(self._rows.setdefault(paragraph.number, []), (time, top), key=_place_of)
        self._near.setdefault((paragraph.number, under.i), []).append((time, top))
        verb = _verb_over(top)
        if verb is not None and verb.i != under.i:
            self._clause.setdefault((paragraph.number, verb.i), []).append((time, top))


def _dateline(text: str, stop: int) -> bool:
    """`KELMAR, May 4 (Reuters) - Shells hit a mill`: the day of the report. The day ends at `stop`."""
    return stop < _HEAD and text[stop : stop + 3].lstrip().startswith(("(", "—", "–", "--"))


def _under(top: Token, last: Token) -> Token:
    """The word that a time hangs on; of `nine breaches of the truce since Monday` the breaches."""
    word = top.head
    after = last.nbor(1) if last.i + 1 < len(last.doc) else last
    if top.left_edge.lower_ in _POINTING and after.pos_ == "NOUN" and after.lower_ in lexicon("noun"):
        return after  # `stressed the weekend talks were a start`, where the parser takes the weekend for an adverb
    if top.dep_ in _BEFORE or word.dep_ != "pobj" or word.head.lower_ != "of":
        return word
    above = word.head.head
    both = above.pos_ == "NOUN" and above.lower_ in lexicon("noun") and word.lower_ in _lasting()
    return above if both else word


@cache
def _lasting() -> frozenset[str]:
    """Nouns for what lasts: what happens to it has a day of its own."""
    words = [*table("realis")["truce"]["nouns"], *table("realis")["defaults"]["lasting"]]
    return frozenset(form for word in words for form in forms("noun", word))


def _verb_over(top: Token) -> Token | None:
    """The verb whose clause a time closes though it hangs on a noun; None where the noun has days of its own."""
    if top.i < top.head.i or (top.dep_ in _BEFORE and top.head.pos_ != "PROPN"):
        return None
    for word in _above(top):
        if word.pos_ in ("VERB", "AUX"):
            return word if word.i < top.i else None
        if word.dep_ not in _BETWEEN or _happens(word):
            return None
    return None


def _above(top: Token) -> Iterator[Token]:
    words = climb(top)
    next(words)
    return words


def _happens(noun: Token) -> bool:
    """`the vote in May`: a noun that names something with a day of its own."""
    word = noun.lower_
    return word in lexicon("noun") or noun.lemma_.lower() in table("realis")["dated"]["nouns"] or word.endswith("tion")
