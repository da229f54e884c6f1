"""Denials without a word of denial, and what a side says of its own deeds, on invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasewire.model import Statement
from ceasewire.reading.saying.denials import side_of

Say = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“There was no strike on Kelm,” an army spokesman said.", "denies"),
        ("The prime minister said the government had no plans to close the camp.", "denies"),
        ("The president said no ransom was paid.", "denies"),
        ("“Not one shell crossed the border,” the minister said.", "denies"),
        ("Ostria’s defence ministry said its forces had not entered the buffer zone.", "denies"),
        ("The general said the army had never shelled Kelm.", "denies"),
        ("The governor said there were no casualties.", "asserts"),
        ("The envoy said no decision was taken.", "asserts"),
        ("Ostria said it had not been invited to the summit.", "asserts"),
        ("A farmer said the army had not shelled Kelm.", "asserts"),
        ("Reports of a withdrawal from Kelm are not true, the General Staff stressed.", "denies"),
        ("She dismissed suggestions that her brother had fled as gossip.", "denies"),
        ("The ministry called the story “a heap of lies”.", "denies"),
        ("“No,” the envoy said. “Not now.”", "denies"),
        ("“I cannot comment on the raid,” the envoy said.", "no_comment"),
        ("Aid groups warn that many could starve by spring.", "predicts"),
        ("Guilds said snipers shot at mourners; state radio blamed “armed gangs”.", "accuses"),
        ("Mr Orlo dismissed the ferry as a toy.", "asserts"),
        ("Mr Orlo does not believe the marshal.", "doubts"),
        ("The UN cast doubt on the army’s account.", "doubts"),
        ("Mr Orlo questioned whether the envoy was neutral.", "doubts"),
    ],
)
def test_denial(say: Say, text: str, stance: str) -> None:
    assert say(text)[-1].stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Captain Reth, a spokesman for the navy, said the navy would keep the strait open.", "promises"),
        ("President Halm said the army would hold the bridge.", "promises"),
        ("The militia said it would not attend the talks.", "promises"),
        ("Experts said the navy would struggle to keep the strait open.", "predicts"),
        ("A farmer said the army would shell the mill.", "predicts"),
        ("Maro Keld, leader of the Valley Front, spoke on Monday. “The Front will answer,” he said.", "promises"),
        ("“Open the gates now,” the captain said.", "demands"),
        ("“In May we should be able to free more men,” the minister said.", "predicts"),
        ("Rebel leaders blamed the governor.", "accuses"),
    ],
)
def test_a_side_and_its_own_deeds(say: Say, text: str, stance: str) -> None:
    assert say(text)[-1].stance == stance


def test_a_headline_of_no(say: Say) -> None:
    assert say("Veldania: no talks with the militia", title=True)[0].stance == "denies"


def test_side_of_a_president_holds_his_army() -> None:
    side = side_of("President Halm")
    assert {"presi", "halm", "army", "gover"} <= side
    assert "milit" in side_of("Reth", "a militia captain")
    assert "army" not in side_of("a farmer")
