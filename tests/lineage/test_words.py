"""Words of a page, cut and numbered."""

from __future__ import annotations

import importlib
from collections.abc import Callable

import pytest

from ceasewire.lineage.index import candidates, index, sketch
from ceasewire.lineage.words import WORD, numbers, texts_of, words_of
from ceasewire.model import Document

indexing = importlib.import_module("ceasewire.lineage.index")

Page = Callable[..., Document]


def test_a_word_has_one_number_whatever_its_case_and_wherever_it_stands() -> None:
    one, other, turned = numbers(["Sarel", "sAREL", "Leras"])
    assert one == other != turned
    assert numbers(["Port", "Sarel"])[1] == one


@pytest.mark.parametrize("text", ["", "Don’t stop_now, É-3 x", "漢字 ab漢c", "a\U0001f600b İİ", "Ends in a word"])
def test_words_are_cut_as_the_pattern_says(page: Page, text: str) -> None:
    paragraphs = [text, "and on", text] if text else ["x"]
    found = page(paragraphs)
    cut = words_of(found)
    wanted = [
        match.span()
        for line in found.lines
        if line.role == "body"
        for match in WORD.finditer(found.text, line.start, line.end)
    ]
    assert list(zip(cut.starts.tolist(), cut.ends.tolist(), strict=True)) == wanted


def test_runs_in_an_index_made_in_parts_are_the_same(
    page: Page, report: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = texts_of([page(report), page(report[:3]), page(["..."]), page(report[2:])])
    whole = candidates(texts, index(texts), sketch(texts))
    monkeypatch.setattr(indexing, "PART", 40)
    assert all(
        (one == other).all() for one, other in zip(whole, candidates(texts, index(texts), sketch(texts)), strict=True)
    )


def test_beginnings_of_sentences_and_paragraphs(page: Page) -> None:
    text = words_of(page(["He left. She stayed! Why", "not"]))
    assert (text.opens, text.breaks) == (b"\1\0\1\0\1\1", b"\1\0\0\0\0\1")
