"""Syntax trees that are made once: a paragraph that stands on many pages is parsed on the first of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


class Parser(Protocol):
    """What turns paragraphs into syntax trees, in their order: a spaCy pipeline, or one that remembers."""

    @property
    def vocab(self) -> Vocab:
        """What the pipeline knows of words."""

    def pipe(self, texts: Iterable[str], *, batch_size: int) -> Iterator[Doc]:
        """The trees of the texts."""


class Trees:
    """A parser that remembers. Memory grows with the text it has seen: use one for pages that belong together.

    Every page gets trees of its own, since reading marks them with what the page says; what is found in a tree before
    that stands in `user_data["shared"]`.
    """

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self._known: dict[str, Doc] = {}

    @property
    def vocab(self) -> Vocab:
        """What the parser knows of words."""
        return self._parser.vocab

    def pipe(self, texts: Iterable[str], *, batch_size: int) -> Iterator[Doc]:
        """The trees of the texts; only those not yet seen are parsed."""
        asked = list(texts)
        new = [text for text in dict.fromkeys(asked) if text not in self._known]
        self._known.update(zip(new, self._parser.pipe(new, batch_size=batch_size), strict=True))
        for text in asked:
            yield _own(self._known[text])


def _own(known: Doc) -> Doc:
    """A tree like one that is known; what is shared is not copied with it."""
    shared, known.user_data = known.user_data, {}
    tree = known.copy()
    known.user_data = shared
    tree.user_data = {"shared": shared}
    return tree
