"""Pages read together give the readings that each gives by itself, and shared text is parsed once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from ceasewire.intake import take_in
from ceasewire.model import Document, Line
from ceasewire.reading import read
from ceasewire.reading.together import Together, sheaves
from ceasewire.reading.twins import carried, shape
from ceasewire.story import pages

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Counting:
    """A parser that counts the paragraphs it is given."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.vocab = nlp.vocab
        self.parsed = 0

    def pipe(self, texts: Iterable[str], *, batch_size: int) -> Iterator[Doc]:
        asked = list(texts)
        self.parsed += len(asked)
        return self.nlp.pipe(asked, batch_size=batch_size)


@pytest.fixture(scope="module")
def story() -> list[Document]:
    with pages() as folder:
        return [page for page in take_in([folder]) if isinstance(page, Document) and page.read is True]


def under(document: Document, masthead: str) -> Document:
    """The page under another masthead."""
    shift = len(masthead) + 2
    lines = [Line(line.start + shift, line.end + shift, line.role) for line in document.lines]
    lines = [Line(0, len(masthead), "furniture"), *lines]
    return replace(document, id=f"{document.id}-{masthead}", text=f"{masthead}\n\n{document.text}", lines=lines)


def headed(document: Document, title: str) -> Document:
    """The page with another headline."""
    line = next(line for line in document.lines if line.role == "title")
    shift = len(title) - (line.end - line.start)
    text = document.text[: line.start] + title + document.text[line.end :]
    lines = [
        Line(row.start + shift * (row.start > line.start), row.end + shift * (row.end >= line.end), row.role)
        for row in document.lines
    ]
    return replace(document, id=f"{document.id}-{title}", text=text, lines=lines)


def test_a_copy_under_another_masthead_is_carried_over_whole(story: list[Document], nlp: Language) -> None:
    for page in story:
        parser = Counting(nlp)
        together = Together(read, parser)
        copy = under(page, "The Grey Lantern")
        first = together.read(page)
        once = parser.parsed
        assert together.read(copy) == read(copy, nlp)
        assert first == read(page, nlp)
        assert parser.parsed == once


def test_under_another_headline_only_the_headline_is_parsed(story: list[Document], nlp: Language) -> None:
    for page in [page for page in story if any(line.role == "title" for line in page.lines)]:
        parser = Counting(nlp)
        together = Together(read, parser)
        together.read(page)
        once = parser.parsed
        copy = headed(page, "Ministers of Quorland wait for the ferry")
        assert together.read(copy) == read(copy, nlp)
        assert parser.parsed <= once + 1


def test_pages_read_together_are_read_as_by_themselves(story: list[Document], nlp: Language) -> None:
    together = Together(read, nlp)
    assert [together.read(page) for page in story] == [read(page, nlp) for page in story]


def test_the_same_paragraph_twice_on_a_page_stands_in_two_places(story: list[Document], nlp: Language) -> None:
    page = story[0]
    line = max((line for line in page.lines if line.role == "body"), key=lambda line: line.end - line.start)
    start = len(page.text) + 2
    text = f"{page.text}\n\n{page.text[line.start : line.end]}"
    twice = replace(page, text=text, lines=[*page.lines, Line(start, len(text), "body")])
    assert Together(read, nlp).read(twice) == read(twice, nlp)


def test_the_outlet_that_speaks_is_part_of_a_page_s_shape(story: list[Document]) -> None:
    page = story[0]
    assert shape(page) == shape(under(page, "The Grey Lantern"))
    assert shape(page) != shape(replace(page, origin="The Grey Lantern"))
    assert shape(page) != shape(replace(page, byline="Orla Venn"))


def test_a_span_outside_the_blocks_is_not_carried(story: list[Document], nlp: Language) -> None:
    page = story[0]
    reading = replace(read(page, nlp), sentences=[(len(page.text) - 1, len(page.text))])
    assert carried(reading, page, under(page, "The Grey Lantern")) is None


def test_sheaves_hold_every_page_once_and_families_together(story: list[Document]) -> None:
    every = [*story, *(under(page, "The Grey Lantern") for page in story)]
    bundles = list(sheaves(every, 12_000))
    assert sorted(page.id for bundle in bundles for page in bundle) == sorted(page.id for page in every)
    assert len(bundles) > 2
    for page in story:
        assert sum(any(page.id == other.id.partition("-The")[0] for other in bundle) for bundle in bundles) == 1
