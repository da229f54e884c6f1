"""Stances read from content, on invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasewire.model import Statement

Say = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The harbour guild said it has no knowledge of a raid.", "no_knowledge"),
        ("The army said it knew nothing about it.", "no_knowledge"),
        ("“We have no comment,” the minister said.", "no_comment"),
        ("“There is no evidence of a raid,” the minister said.", "doubts"),
        ("“The story is totally false,” the minister said.", "denies"),
        ("“We never sold arms to Orvania,” the minister said.", "denies"),
        ("“We will never sell arms,” the minister said.", "promises"),
        ("The minister insisted there was no raid.", "denies"),
        ("The envoy said Orvania should leave the valley.", "demands"),
        ("The rebels insisted that any truce be extended to all groups.", "demands"),
        ("“They have to free us,” the minister said.", "demands"),
        ("Analysts said the truce may fail.", "predicts"),
        ("Analysts said the truce was unlikely to hold.", "predicts"),
        ("The army said it was committed to the truce.", "promises"),
        ("“We will not leave,” the minister said.", "promises"),
        ("The army vowed the rebels had left.", "asserts"),
        ("The army said the families were home.", "asserts"),
        ("The envoy said he was ready to sign.", "promises"),
        ("The envoy said he was not ready to sign.", "asserts"),
        ("The guild said it no longer plans to sell the fort.", "asserts"),
        ("The guild suspected the captain of theft.", "asserts"),
        ("The rebels threatened a new offensive.", "promises"),
        ("“I urge all sides to leave Kelm,” the envoy said.", "demands"),
        ("“We reject the charge,” the envoy said.", "denies"),
        ("The talks could last two days, the envoy said.", "predicts"),
        ("The envoy said the army could be behind it.", "asserts"),
        ("The envoy said he could see smoke.", "asserts"),
        ("The envoy expressed scepticism the king was interested in peace.", "doubts"),
        ("The envoy expressed doubts about the plan.", "doubts"),
    ],
)
def test_stance(say: Say, text: str, stance: str) -> None:
    assert say(text)[0].stance == stance


def test_one_cue_two_stances(say: Say) -> None:
    statements = say("The envoy said the sailors are safe and their cargo will be announced on Monday.")
    assert [(s.content[0].text, s.stance) for s in statements] == [
        ("the sailors are safe", "asserts"),
        ("their cargo will be announced on Monday", "promises"),
    ]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“Caught red-handed again,” the minister said.", "accuses"),
        ("“I would like to see the map,” the envoy said.", "asserts"),
        ("She drove home her point that the report was based on speculation.", "denies"),
    ],
)
def test_stance_of_turns_of_phrase(say: Say, text: str, stance: str) -> None:
    assert say(text)[0].stance == stance


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("“If the rebels want flour, let them go home and bake,” the general said.", ["demands"]),
        ("“We asked for bread first,” she said. “The army must open the bridge.”", ["asserts", "demands"]),
        ("“We asked for bread first,” she said. “Nobody gave us any.”", ["asserts"]),
    ],
)
def test_a_demand_within_a_quotation_stands_by_itself(say: Say, text: str, stances: list[str]) -> None:
    assert [one.stance for one in say(text)] == stances


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("She insisted that the army leave the valley.", "demands"),
        ("“Open the gates,” she said.", "demands"),
        ("Summit aims to seal pact, invite observers, Orvania says", "asserts"),
    ],
)
def test_orders_are_given_in_direct_speech(say: Say, text: str, stance: str) -> None:
    assert say(text, title=not text.endswith("."))[0].stance == stance


@pytest.mark.parametrize(
    ("title", "stances"),
    [
        ("Veldania Promises to Stop Raids", ["promises"]),
        ("Rebels Threaten New Offensive", ["promises"]),
        ("Shelling Near Kelm Threatens Veldania Cease-Fire", []),
        ("King Declares Truce at Kelm Talks", []),
        ("Kelm rebels say army raids despite truce", ["asserts"]),
    ],
)
def test_headlines(say: Say, title: str, stances: list[str]) -> None:
    assert [s.stance for s in say(title + "\nA body line.", title=True)] == stances


def test_a_body_that_denies_in_its_spokesmans_words_denies(say: Say) -> None:
    found = say("“Orvania denies firing any rocket this evening,” said Orvanian spokesman Jon Marek.")
    whole = max(found, key=lambda s: sum(len(c.text) for c in s.content))
    assert whole.stance == "denies"
