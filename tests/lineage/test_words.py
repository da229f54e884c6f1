"""Words of a page, cut and numbered."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasewire.lineage.words import WORD, numbers, words_of
from ceasewire.model import Document

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
