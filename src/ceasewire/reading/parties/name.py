"""A name as it stands in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from ceasewire.codebook import world
from ceasewire.reading.parties import lands
from ceasewire.reading.tokens import lows, stretch, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Sort = Literal["person", "organisation", "place", "people", "thing", "outlet"]


@dataclass(frozen=True)
class Name:
    """A name in a sentence, article and possessive off."""

    doc: Doc
    start: int
    end: int
    sort: Sort

    @cached_property
    def text(self) -> str:
        """The words as they stand, single-spaced."""
        return " ".join(stretch(self.doc, self.start, self.end).split())

    @cached_property
    def first(self) -> Token:
        """The first token."""
        return tokens(self.doc)[self.start]

    @cached_property
    def last(self) -> Token:
        """The last token."""
        return tokens(self.doc)[self.end - 1]

    @cached_property
    def head(self) -> Token:
        """The syntactic head."""
        return self.first if self.end == self.start + 1 else self.doc[self.start : self.end].root

    @cached_property
    def before(self) -> str:
        """The word before it in small letters, or empty."""
        at, words = self.start - 1, lows(self.doc)
        while at > 0 and (words[at].isspace() or words[at] in ("[", "]")):
            at -= 1
        return words[at] if at >= 0 else ""

    @cached_property
    def known(self) -> bool:
        """Whether a table knows it."""
        return bool(
            self.sort == "outlet"
            or lands.word_of(self.text, self.doc)
            or world.body_of(self.text)
            or world.people_of(self.text)
            or world.short_of(self.text)
        )
