"""One more page beside a record: its links are those that a whole build finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

import made
from ceasewire.intake import take_in
from ceasewire.lineage import trace
from ceasewire.model import Document
from ceasewire.record.header import header
from ceasewire.record.onemore import links_of
from ceasewire.record.shelf import fingerprints
from ceasewire.record.store import write
from ceasewire.story import pages


@pytest.fixture(scope="module")
def story() -> list[Document]:
    with pages() as folder:
        return [page for page in take_in([folder]) if isinstance(page, Document)]


def record(path: Path, documents: list[Document]) -> Path:
    write(path, header(documents, [], "test"), {"documents": documents}, {})
    return path


def test_the_links_of_one_more_page_are_those_of_the_whole(story: list[Document], tmp_path: Path) -> None:
    whole = trace(story)
    taken = 0
    for number, page in enumerate(story):
        path = record(tmp_path / f"{number}.db", [other for other in story if other is not page])
        found = {
            (link.doc, link.of_doc, link.kind) for link in links_of(path, page) if link.doc == page.id and link.spans
        }
        wanted = {
            (link.doc, link.of_doc, link.kind)
            for link in whole
            if link.doc == page.id and link.of_spans and link.of_doc
        }
        assert wanted <= found
        taken += len(wanted)
    assert taken >= 3


def test_a_page_that_stands_in_the_record_is_no_copy_of_itself(story: list[Document], tmp_path: Path) -> None:
    path = record(tmp_path / "r.db", story)
    assert all(link.doc != link.of_doc for page in story for link in links_of(path, page))


def test_fingerprints_do_not_depend_on_the_other_pages(story: list[Document]) -> None:
    page = max(story, key=lambda page: len(page.text))
    assert fingerprints(page) == fingerprints(replace(page, path="elsewhere.txt"))
    assert len(fingerprints(page)) > 20


def test_a_page_of_other_words_has_no_links(tmp_path: Path, story: list[Document]) -> None:
    path = record(tmp_path / "r.db", story)
    assert links_of(path, made.document("own.txt", "Plums\n\nNobody in Quorland has eaten a plum this year.")) == []
