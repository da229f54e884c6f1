"""Who admits what harms himself."""

from __future__ import annotations

import pytest

from ceasewire.fusion.interest import against_interest
from ceasewire.fusion.material import Material
from ceasewire.fusion.society import Society
from ceasewire.model import Story
from fusion.builder import Page, names, only, story


def told(page: Page, kind: str) -> set[str]:
    known: Story = story(page)
    mentions = {m.id: m for m in known.mentions}
    society = Society(Material({}, {}, mentions, {a.id: a for a in known.actors}))
    found = against_interest(known.facts, mentions, {s.id: s for s in known.statements}, society)
    return names(known, found.get(only(known, kind).id, []))


@pytest.mark.parametrize(
    ("kind", "roles", "words", "found"),
    [
        ("advance", {"loser": ["Marl Front"], "place": ["Pell"]}, "the Marl Front has left Pell to the army", True),
        ("advance", {"winner": ["Marl Front"], "place": ["Pell"]}, "the Marl Front has taken Pell", False),
        ("attack", {"attacker": ["Marl Front"], "target": ["the mill"]}, "its guns hit the mill by mistake", True),
        ("attack", {"attacker": ["Marl Front"], "target": ["the mill"]}, "its guns hit the mill", False),
        ("violation", {"violator": ["Marl Front"]}, "one of its men fired during the truce", True),
        ("violation", {"violator": ["Lorasia"]}, "the army fired during the truce", False),
    ],
)
def test_who_admits_what_harms_himself(kind: str, roles: dict[str, list[str]], words: str, found: bool) -> None:
    page = Page("a", "Herald")
    page.actor("Lorasia")
    page.actor("Pell", "place")
    front = page.actor("Marl Front", "armed_group")
    page.event(kind, kind, roles, page.says("Bo Lenk", words, of=front))
    assert told(page, kind) == ({"Marl Front"} if found else set())


def test_the_other_side_admits_nothing() -> None:
    page = Page("a", "Herald")
    page.actor("Marl Front", "armed_group")
    army = page.actor("Lorasia")
    page.actor("Pell", "place")
    said = page.says("Ana Perle", "the Marl Front admitted that it lost Pell", of=army)
    page.event("advance", "lost", {"loser": ["Marl Front"], "place": ["Pell"]}, said)
    assert told(page, "advance") == set()


def test_who_confides_does_not_boast() -> None:
    page = Page("a", "Herald")
    front = page.actor("Marl Front", "armed_group")
    said = page.says("a captain of the Front", "our guns hit the mill", of=front, unnamed=True, count=1)
    page.event("attack", "hit", {"attacker": ["Marl Front"], "target": ["the mill"]}, said)
    assert told(page, "attack") == {"a captain of the Front"}
