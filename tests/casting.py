"""A page of invented lines, and whom its words mean."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Token

import sentences
from ceasewire.reading.cast import Cast
from ceasewire.reading.parse import Parsed


def read(nlp: Language, *paragraphs: str) -> tuple[Cast, Parsed]:
    """The cast of a page with these body lines."""
    return page(nlp, *paragraphs)


def page(nlp: Language, *paragraphs: str, outlet: str | None = None) -> tuple[Cast, Parsed]:
    """The same for the page of an outlet."""
    parsed = sentences.page("\n".join(paragraphs), nlp, outlet=outlet)
    return Cast.of(parsed), parsed


def word(parsed: Parsed, text: str, nth: int = 0) -> Token:
    """The nth token of the page with this text."""
    return [token for paragraph in parsed.paragraphs for token in paragraph.doc if token.text == text][nth]


def name(nlp: Language, sentence: str, text: str, nth: int = 0) -> str | None:
    """The canonical name of whom a word of a page means."""
    cast, parsed = read(nlp, *sentence.split("\n"))
    actor = cast.refer(word(parsed, text, nth))
    return cast.actor(actor).name if actor else None


def aliases(nlp: Language, sentence: str, actor: str) -> set[str]:
    """The names that a page gives an actor."""
    cast, _ = read(nlp, *sentence.split("\n"))
    return {alias.name for a in cast.actors() if a.name == actor for alias in a.aliases}
