"""Which event a mention belongs to that names nobody."""

from __future__ import annotations

import pytest

from fusion.builder import Page, only, story

BOTH = {"party": ["Lorasia", "Marl Front"]}


def deal(page: Page) -> Page:
    page.actor("Lorasia")
    page.actor("Marl Front", "armed_group")
    page.event("agreement", "swap of the sailors at Hallin Bridge", BOTH)
    return page


@pytest.mark.parametrize(
    ("words", "day", "pages"),
    [
        ("swap of the sailors at Hallin Bridge", "2031-05-06", 2),
        ("swap of the sailors at Hallin Bridge", "2031-09-06", 1),
        ("pact on fish", "2031-05-06", 1),
    ],
)
def test_a_bare_mention_is_of_the_likest_event_in_the_news(words: str, day: str, pages: int) -> None:
    other = Page("b", "Gazette", day)
    other.event("agreement", words, {}, other.says("Ana Perle", "it was agreed"))
    fact = only(story(deal(Page("a", "Herald")), other), "agreement")
    assert len(fact.support) == pages


def test_a_page_that_spoke_of_an_event_of_its_own_keeps_its_bare_mentions() -> None:
    page, other = deal(Page("a", "Herald")), Page("b", "Gazette")
    for name in ("Velland", "Dunmark"):
        other.actor(name)
    other.event("agreement", "treaty on rivers", {"party": ["Velland", "Dunmark"]})
    other.event("agreement", "swap of the sailors at Hallin Bridge", {})
    supports = {
        frozenset(a.text for a in f.args if a.role == "party"): len(f.support) for f in story(page, other).facts
    }
    assert supports == {frozenset(BOTH["party"]): 1, frozenset({"Velland", "Dunmark"}): 2}


@pytest.mark.parametrize("sides", ["the two sides", "both parties", "Rival factions"])
def test_the_two_sides_are_those_the_page_spoke_of(sides: str) -> None:
    page = deal(Page("a", "Herald"))
    page.event("agreement", "signed at noon", {"party": [sides]})
    assert len(only(story(page), "agreement").support) == 2


def test_sides_that_nobody_names_have_an_event_of_their_own() -> None:
    page = Page("a", "Herald")
    page.actor("Lorasia")
    page.event("talks", "met", {"party": ["the two sides"]}, days=("2031-05-03", "2031-05-03"))
    page.event("agreement", "signed", {"party": ["the two sides", "Lorasia"]})
    assert {f.type for f in story(page).facts} == {"agreement", "talks"}
