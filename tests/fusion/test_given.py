"""What a source takes for granted."""

from __future__ import annotations

import pytest

from ceasewire.model import Story
from fusion.builder import Page, names, only, story


def told(first: str, words: str) -> Story:
    page = Page("a", "Herald")
    page.actor("Lorasia")
    page.actor("Marl Front", "armed_group")
    page.event("talks", first, {"party": ["Lorasia", "Marl Front"]}, page.says("Jon Marek", "they met"))
    page.says("Ana Perle", words)
    return story(page)


@pytest.mark.parametrize(
    ("first", "words", "sources"),
    [
        ("talked at a villa by the lake", "Nobody in that villa trusts him", {"Jon Marek", "Ana Perle"}),
        ("met in a small hotel", "I would not trade places with those in that hotel", {"Jon Marek", "Ana Perle"}),
        ("talked at a villa by the lake", "A villa by the lake is dear", {"Jon Marek"}),
        ("talked in the capital", "Nobody in that villa trusts him", {"Jon Marek"}),
    ],
)
def test_who_points_back_to_the_room_speaks_of_the_talks(first: str, words: str, sources: set[str]) -> None:
    made = told(first, words)
    assert names(made, only(made, "talks").origins_for) == sources
