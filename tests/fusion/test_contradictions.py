"""What two sources cannot both be right about, and how far a denial reaches."""

from __future__ import annotations

import pytest

from ceasewire.fusion.reach import reach_of
from ceasewire.model import Contradiction, ContradictionKind, Stance
from fusion.builder import Page, only, story


def truce(page: Page, who: str, roles: dict[str, list[str]]) -> None:
    """A truce of two parties that somebody tells of."""
    page.actor("Lorasia")
    page.actor("Marl Front", "armed_group")
    said = page.says(who, f"{who} tells of the truce that both sides signed")
    parties = {"party": ["Lorasia", "Marl Front"], **roles}
    page.event("ceasefire", "truce", parties, said, "ongoing", ("2031-05-03", "2031-05-20"), "agreed")


def kinds(*pages: Page) -> list[ContradictionKind]:
    return sorted(c.kind for c in story(*pages).contradictions)


def told(first: dict[str, list[str]], second: dict[str, list[str]], other: str = "Bo Lenk") -> list[ContradictionKind]:
    page, paper = Page("a", "Herald"), Page("b", "Gazette")
    page.actor("Doro Union", "armed_group")
    paper.actor("Doro Union", "armed_group")
    truce(page, "Ana Perle", first)
    truce(paper, other, second)
    return kinds(page, paper)


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ({"duration": ["three days"]}, {"duration": ["two weeks"]}, ["terms"]),
        ({"duration": ["seven days"]}, {"duration": ["one week"]}, []),
        ({"duration": ["48 hours"]}, {"duration": ["two days"]}, []),
        ({"duration": ["three days"]}, {"duration": ["at least two days"]}, []),
        ({"scope": ["Doro Union"]}, {"excluded": ["Doro Union"]}, ["scope"]),
        ({"excluded": ["Doro Union"]}, {"excluded": ["Doro Union"]}, []),
    ],
)
def test_terms_and_scope(
    first: dict[str, list[str]], second: dict[str, list[str]], wanted: list[ContradictionKind]
) -> None:
    assert told(first, second) == wanted


def test_one_source_that_gives_two_lengths_has_changed_its_mind() -> None:
    assert told({"duration": ["three days"]}, {"duration": ["two weeks"]}, "Ana Perle") == []


def quarrel(words: str, stance: Stance, who: str = "Bo Lenk") -> list[Contradiction]:
    page = Page("a", "Herald")
    page.says("Ana Perle", "the talks will fail", "predicts")
    page.says(who, words, stance)
    return story(page).contradictions


@pytest.mark.parametrize(
    ("words", "stance", "found"),
    [
        ("Perle is mistaken about the talks", "denies", 1),
        ("he has his doubts about Perle’s reading", "doubts", 1),
        ("the talks will go on whatever Perle thinks", "asserts", 0),
        ("the reading is mistaken", "denies", 0),
    ],
)
def test_one_expert_against_another_by_name(words: str, stance: Stance, found: int) -> None:
    rows = quarrel(words, stance)
    assert [(c.kind, [s.span.text for s in c.a], [s.span.text for s in c.b]) for c in rows] == [
        ("flat", ["the talks will fail"], [words])
    ] * found


def test_nobody_quarrels_with_himself() -> None:
    assert not quarrel("Perle is mistaken about the talks", "denies", "Ana Perle")


@pytest.mark.parametrize(
    ("words", "reach"),
    [
        ("there was no attack", "whole"),
        ("we have no part in it", "agent"),
        ("the fire was not ours", "agent"),
        ("we did not mean to hit the depot", "intent"),
        ("the toll was much lower", "figure"),
        ("the count is exaggerated", "figure"),
        ("it was on another day", "date"),
        ("the meeting was held elsewhere", "place"),
        ("there were no talks in Pell or elsewhere", "whole"),
        ("we had not agreed to hand over the town", "terms"),
    ],
)
def test_reach(words: str, reach: str) -> None:
    assert reach_of(Page("a", "Herald").says("Ana Perle", words, "denies")) == reach


@pytest.mark.parametrize(
    ("words", "status", "support", "dispute"),
    [
        ("nobody shelled the mill", "contested", 1, 1),
        ("the toll is exaggerated", "one_origin", 1, 1),
        ("we did not mean to shell the mill", "several_origins", 2, 0),
    ],
)
def test_a_denial_counts_against_what_it_excludes(words: str, status: str, support: int, dispute: int) -> None:
    page = Page("a", "Herald")
    page.actor("Marl Front", "armed_group")
    roles = {"attacker": ["Marl Front"], "target": ["the mill"]}
    page.event("attack", "shelled", roles, page.says("Ana Perle", "the Marl Front shelled the mill"))
    page.event("attack", "shelled", roles, page.says("Bo Lenk", words, "denies"), "denied")
    fact = only(story(page), "attack")
    assert (fact.status, len(fact.support), len(fact.dispute)) == (status, support, dispute)


def test_a_contradiction_names_its_fact_by_its_id() -> None:
    page, paper = Page("a", "Herald"), Page("b", "Gazette")
    truce(page, "Ana Perle", {"duration": ["three days"]})
    truce(paper, "Bo Lenk", {"duration": ["two weeks"]})
    found = story(page, paper)
    assert {clash.about for clash in found.contradictions} == {only(found, "ceasefire").id}
