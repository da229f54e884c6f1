"""A page of invented words, read for its statements."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from ceasewire.model import Document, Line, Role, Statement
from ceasewire.reading.cast import Cast
from ceasewire.reading.parse import Parsed, parse
from ceasewire.reading.statements import find_statements

Say = Callable[..., list[Statement]]


def document(text: str, origin: str | None, title: bool) -> Document:
    """A page of one line a paragraph; its first line is the title where asked."""
    lines: list[Line] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            role: Role = "title" if title and not lines else "body"
            lines.append(Line(at, at + len(line), role))
        at += len(line) + 1
    return Document(
        "d", "p.txt", None, None, "x", text, "en", True, origin, origin, "report", None, None, None, None, None, None,
        None, [], lines,
    )  # fmt: skip


@pytest.fixture(scope="session")
def page(nlp: Language) -> Callable[..., Parsed]:
    """A parsed page."""

    def make(text: str, origin: str | None = "The Bela Herald", title: bool = False) -> Parsed:
        return parse(document(text, origin, title), nlp)

    return make


@pytest.fixture(scope="session")
def say(page: Callable[..., Parsed]) -> Say:
    """The statements of a page."""

    def read(text: str, origin: str | None = "The Bela Herald", title: bool = False) -> list[Statement]:
        parsed = page(text, origin, title)
        return find_statements(parsed, Cast.of(parsed))

    return read
