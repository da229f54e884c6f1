"""Mentions of invented sentences, for tests of the reading of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ceasewire.model import Document, Line, Mention
from ceasewire.reading.cast import Cast
from ceasewire.reading.mentions import find_mentions
from ceasewire.reading.parse import Parsed, parse

if TYPE_CHECKING:
    from spacy.language import Language


def page(text: str, nlp: Language, title: bool = False, outlet: str | None = None) -> Parsed:
    """A page of one line a paragraph."""
    lines: list[Line] = []
    at = 0
    for line in text.split("\n"):
        if line:
            lines.append(Line(at, at + len(line), "title" if title and not lines else "body"))
        at += len(line) + 1
    document = Document(
        "d",
        "d.txt",
        None,
        None,
        "",
        text,
        "en",
        True,
        outlet,
        None,
        "report",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        [],
        lines,
    )
    return parse(document, nlp)


def mentions(text: str, nlp: Language, title: bool = False) -> list[Mention]:
    """The mentions of a text without statements and times."""
    parsed = page(text, nlp, title)
    return find_mentions(parsed, Cast.of(parsed), [], [])[0]


def one(text: str, word: str, nlp: Language, title: bool = False) -> Mention:
    """The one mention whose trigger is a word."""
    found = [m for m in mentions(text, nlp, title) if m.trigger.text == word]
    assert len(found) == 1, [(m.type, m.trigger.text) for m in mentions(text, nlp, title)]
    return found[0]
