"""Whom `the rebels` of a page mean: a group that it names, or a crowd of their own."""

from __future__ import annotations

import pytest
from spacy.language import Language

from casting import name

TWO = "The Red Front militia and the Blue Front militia met in Chad. The Red Front left. "


@pytest.mark.parametrize(
    ("page", "text", "expected"),
    [
        ("The rebel Red Front met the envoy. The rebels left.", "rebels", "Red Front"),
        ("The Red Front militia met the envoy. The Red Front left. The rebels left.", "rebels", "Red Front"),
        (TWO + "One rebel leader stayed.", "rebel", "rebels"),
        (TWO + "Chadian rebels stayed.", "rebels", "Chadian rebels"),
        ("The Red Front militia met in Teel. The Red Front left. Kelmar rebels stayed.", "rebels", "Kelmar rebels"),
        ("The Teel Front militia met in Teel. The Teel Front left. Teel rebels stayed.", "rebels", "Teel Front"),
        ("The Azov Battalion met the envoy. The Azov Battalion left. The rebels left.", "rebels", "rebels"),
        ("Rebels in Teel met the envoy. They left.", "They", "rebels"),
    ],
)
def test_rebels(nlp: Language, page: str, text: str, expected: str) -> None:
    assert name(nlp, page, text) == expected


@pytest.mark.parametrize(
    ("page", "text", "expected"),
    [
        ("Fighters crossed the border with Chad.", "Chad", "Chad"),
        ("Chad Hok met the envoy. Later Chad left.", "Chad", "Chad Hok"),
        ("The UN-African Union force left.", "Union", "African Union"),
        ("The Torba news agency reported it.", "agency", "Torba"),
        ("Teel villagers fled. Kelmar girls were freed.", "Kelmar", "Kelmar"),
        ("Jarel Torin spoke. Later Jarel left.", "Jarel", "Jarel Torin"),
    ],
)
def test_names_that_could_be_others(nlp: Language, page: str, text: str, expected: str) -> None:
    nth = page.count(text) - 1
    assert name(nlp, page, text, nth) == expected
