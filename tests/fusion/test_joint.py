"""Whom a joint statement counts as."""

from __future__ import annotations

import pytest

from ceasewire.model import Source, Story
from fusion.builder import Page, names, only, story


def told(words: str, unnamed: bool = False) -> Story:
    """A meeting that the source of these words reports."""
    page = Page("a", "Herald")
    lorasia, _ = page.actor("Lorasia"), page.actor("Velland")
    page.actor("Ana Perle", "person", lorasia)
    page.actor("Marl Front", "armed_group")
    page.actor("Hallin", "place")
    said = page.says("Lorasia", "the envoys met", kind="state", of=lorasia, unnamed=unnamed)
    said.source = Source(page.words(words), lorasia)
    page.event("talks", "met", {"party": ["Velland", "Marl Front"]}, said)
    return story(page)


@pytest.mark.parametrize(
    ("words", "origins"),
    [
        ("Lorasia and the Marl Front", {"Lorasia", "Marl Front"}),
        ("Both Lorasia and Velland", {"Lorasia", "Velland"}),
        ("Lorasia, Velland and the Marl Front", {"Lorasia", "Velland", "Marl Front"}),
        ("President Ana Perle and the Marl Front", {"Lorasia", "Marl Front"}),
        ("Lorasia and Ana Perle", {"Lorasia"}),
        ("Lorasia, the land of hills and rivers", {"Lorasia"}),
        ("the foreign ministers of Lorasia and Velland", {"Lorasia"}),
        ("army units in Hallin and Lorasia", {"Lorasia"}),
    ],
)
def test_each_source_of_a_joint_statement_counts(words: str, origins: set[str]) -> None:
    made = told(words)
    assert names(made, only(made, "talks").origins_for) == origins


@pytest.mark.parametrize(("words", "origins"), [("Lorasia and the Marl Front", 2), ("Ana Perle and the Marl Front", 1)])
def test_unnamed_people_are_never_taken_apart_but_named_bodies_are_not_unnamed(words: str, origins: int) -> None:
    made = told(words, unnamed=True)
    assert len(only(made, "talks").origins_for) == origins
