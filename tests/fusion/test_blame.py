"""Blame without a word on what for."""

from __future__ import annotations

import pytest

from fusion.builder import Page, only, story


@pytest.mark.parametrize(
    ("words", "status", "origins"),
    [
        ("Velland", "contested", 1),
        ("Velland, which rings the town with guns", "contested", 1),
        ("Lorasia", "denied", 0),
        ("Velland of hiding the dead", "denied", 0),
    ],
)
def test_blame_is_for_what_is_denied(words: str, status: str, origins: int) -> None:
    page = Page("a", "Herald")
    page.actor("Lorasia")
    army = page.actor("Velland")
    page.says("Marl Front", words, "accuses", kind="armed_group")
    denied = page.says("Ana Perle", "Velland did not shell the mill", "denies", of=army)
    page.event("attack", "shell", {"attacker": ["Velland"], "target": ["the mill"]}, denied, "denied")
    fact = only(story(page), "attack")
    assert (fact.status, len(fact.origins_for)) == (status, origins)


def test_blame_far_from_the_event_is_for_something_else() -> None:
    page = Page("a", "Herald")
    army = page.actor("Velland")
    page.says("Marl Front", "Velland", "accuses", kind="armed_group")
    for number in range(8):
        page.words(f"The harvest of the year {number} was poor")
    denied = page.says("Ana Perle", "Velland did not shell the mill", "denies", of=army)
    page.event("attack", "shell", {"attacker": ["Velland"], "target": ["the mill"]}, denied, "denied")
    assert only(story(page), "attack").status == "denied"
