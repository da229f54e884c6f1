"""Names and numbers as fusion compares them."""

from __future__ import annotations

import pytest

from ceasewire.fusion.names import alike, number_in, plain, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Marl Front", "Marl Front"),
        ("El-Haram", "al-Haram"),
        ("Mohammed Sel", "Muhammad Sel"),
        ("Pérle’s", "Perle"),
    ],
)
def test_spellings_of_one_name_are_plain_alike(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("21 of the sailors", 21), ("Twenty-one sailors", 21), ("four trucks", 4), ("1,200 people", 1200),
        ("2.5 million barrels", 2_500_000), ("the sailors", None), ("someone", None), ("$5.2 billion", 5.2e9),
    ],
)  # fmt: skip
def test_the_first_number_of_a_phrase(text: str, value: float | None) -> None:
    assert number_in(text) == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Lorasian army", "Lorasia’s army", True),
        ("21 schoolgirls", "the girls", True),
        ("the French government", "France", True),
        ("the sailors", "the nurses", False),
        ("Lorasian ships", "Vellandian ships", False),
        ("Marl Front", "Doro Union", False),
    ],
)
def test_phrases_that_share_half_their_words_are_alike(one: str, other: str, same: bool) -> None:
    assert alike(words(one), words(other)) is same
