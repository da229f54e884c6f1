"""Statements without a verb of their own, of nouns and of headlines, on invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasewire.model import Statement

Say = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("text", "source", "content", "stance"),
    [
        (
            "The army, according to two diplomats, has left the valley.",
            "two diplomats",
            ["The army", "has left the valley"],
            "asserts",
        ),
        ("The army left the valley, according to the police.", "the police", ["The army left the valley"], "asserts"),
        ("According to the police, the army left.", "the police", ["the army left"], "asserts"),
        ("As per the police, the army left.", "the police", ["the army left"], "asserts"),
        ("The rebels reportedly left the valley.", "reportedly", ["The rebels", "left the valley"], "asserts"),
        ("A picture, reportedly taken in May, hangs there.", "reportedly", ["taken in May"], "asserts"),
        ("The rebels are believed to have left.", "are believed", ["The rebels", "to have left"], "asserts"),
        ("It is feared that many drowned.", "It is feared", ["many drowned"], "predicts"),
        ("It is not known who sank the ferry.", "It is not known", ["who sank the ferry"], "no_knowledge"),
        ("It was unclear whether they drowned.", "It was unclear", ["whether they drowned"], "no_knowledge"),
        ("The council was concerned that arms were sold.", "The council", ["arms were sold"], "asserts"),
        ("The Orvanian demand for a corridor was refused.", "Orvanian", ["a corridor"], "demands"),
        ("In her view, the blockade has failed.", "her", ["the blockade has failed"], "asserts"),
        (
            "The claim of two witnesses that its crew had met the rebels made news.",
            "two witnesses",
            ["its crew had met the rebels"],
            "asserts",
        ),
        ("The Orvanian demand is that all must leave.", "Orvanian", ["all must leave"], "demands"),
        ("Orvania kept its pledge to end the war.", "Orvania", ["to end the war"], "promises"),
        (
            "The two armies have traded accusations of breaking the truce.",
            "The two armies",
            ["breaking the truce"],
            "accuses",
        ),
        ("The two armies traded blame over the raid.", "The two armies", ["the raid"], "accuses"),
        (
            "The rebels said the camp was hit while the army said the camp was empty.",
            "The rebels",
            ["the camp was hit"],
            "asserts",
        ),
        (
            "Ana Perle said she mourned the dead but insisted that the guild keep the truce.",
            "Ana Perle",
            ["she mourned the dead"],
            "asserts",
        ),
        (
            "She said she left the house and took the train.",
            "She",
            ["she left the house and took the train"],
            "asserts",
        ),
        ("She said the talks failed while he was away.", "She", ["the talks failed while he was away"], "asserts"),
    ],
)
def test_phrase(say: Say, text: str, source: str, content: list[str], stance: str) -> None:
    statement = say(text)[0]
    assert statement.source.span is not None
    assert statement.source.span.text == source
    assert ([c.text for c in statement.content], statement.stance) == (content, stance)


@pytest.mark.parametrize(
    ("title", "content"),
    [
        ("Veldania Says Four Captives Have Been Freed", "Four Captives Have Been Freed"),
        ("Four Captives Have Been Freed, Veldania Says", "Four Captives Have Been Freed"),
        ("Veldania: no deal with the rebels", "no deal with the rebels"),
        ("Army shelled the market: report", "Army shelled the market"),
        ("Veldania denies it shelled the market", "it shelled the market"),
    ],
)
def test_headline(say: Say, title: str, content: str) -> None:
    assert [s.content[0].text for s in say(title, title=True)] == [content]


def test_a_title_printed_twice_is_read_once(say: Say) -> None:
    assert len(say("Veldania says the truce holds", title=True)) == 1


def test_post(say: Say) -> None:
    statement = say("We have arrived in Bela. — Jan Dow (@jandow) May 3, 2031")[0]
    assert statement.source.span is not None
    assert statement.source.span.text == "Jan Dow (@jandow)"
    assert (statement.content[0].text, statement.mode) == ("We have arrived in Bela.", "direct")


def test_talks_that_are_said_to_have_been_held(say: Say) -> None:
    one = say("We know of the talks that the two sides are said to have held there a week ago.")[0]
    assert [piece.text for piece in one.content] == ["the talks", "to have held there a week ago"]


def test_hearsay_of_the_writer(say: Say) -> None:
    one = say("I have been told that peace is breaking out on the lake.")[0]
    assert (one.cue.text, one.anonymous, one.content[0].text) == (
        "have been told",
        True,
        "peace is breaking out on the lake",
    )


def test_a_clause_that_carries_on_behind_its_source(say: Say) -> None:
    one = say("Talks were held in Kelm, according to two envoys, in the first contact since May.")[0]
    assert [piece.text for piece in one.content] == ["Talks were held in Kelm", "in the first contact since May"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor said nobody was hurt, according to the Star.", "The mayor said nobody was hurt"),
        ("The fort was shut, reportedly because of a fire in the kitchen.", "because of a fire in the kitchen"),
    ],
)
def test_what_a_phrase_covers(say: Say, text: str, content: str) -> None:
    assert content in [one.content[0].text for one in say(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("A deal, which is believed to be near, was signed.", ["A deal", "to be near"]),
        ("The road is thought likely to flood.", ["The road", "likely to flood"]),
        ("It is feared that many drowned.", ["many drowned"]),
    ],
)
def test_of_what_something_is_believed(say: Say, text: str, content: list[str]) -> None:
    assert [piece.text for piece in say(text)[0].content] == content


@pytest.mark.parametrize(
    "text",
    [
        "It is precisely because the Orvanian demand is for the rebels to leave Kelm that the talks have stalled.",
        "The Orvanian demand is for the rebels to leave Kelm.",
    ],
)
def test_a_demand_within_a_reason(say: Say, text: str) -> None:
    assert [piece.text for piece in say(text)[0].content] == ["the rebels to leave Kelm"]
