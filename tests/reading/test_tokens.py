"""What a paragraph's words are asked once."""

from __future__ import annotations

import pytest
from spacy.language import Language

from ceasewire.reading.tokens import begins, lemmas, lows, parts, sentence, text_of, texts, tokens, tokens_in

TEXT = "Veldan rebels left Kelmar. They said so."


def test_the_columns_of_a_paragraph_are_those_of_its_tokens(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert text_of(doc) == TEXT
    assert texts(doc) == [token.text for token in doc]
    assert lows(doc)[:2] == ["veldan", "rebels"]
    assert lemmas(doc)[1:3] == ["rebel", "leave"]
    assert parts(doc)[4] == "PUNCT"
    assert [TEXT[at] for at in begins(doc)[:4]] == ["V", "r", "l", "K"]


def test_they_are_made_once_for_all_copies_and_tokens_for_each(nlp: Language) -> None:
    first = nlp(TEXT)
    copy = first.copy()
    copy.user_data = {"shared": first.user_data}
    assert lows(copy) is lows(first)
    assert tokens(copy)[0].doc is copy
    assert tokens(copy) is tokens(copy)


@pytest.mark.parametrize(("at", "found"), [(0, (0, 5)), (4, (0, 5)), (5, (5, 9)), (8, (5, 9))])
def test_a_sentence_is_found_by_its_tokens(nlp: Language, at: int, found: tuple[int, int]) -> None:
    assert sentence(nlp(TEXT)[at]) == found


def test_a_stretch_holds_the_tokens_that_begin_in_it(nlp: Language) -> None:
    assert [token.text for token in tokens_in(nlp(TEXT), 7, 20)] == ["rebels", "left", "Kelmar"]
