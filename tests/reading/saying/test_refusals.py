"""Refusals to speak, on invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasewire.model import Statement

Say = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("text", "content", "stance"),
    [
        ("The ministry declined to comment on the raid.", "the raid", "no_comment"),
        ("The ministry declined to comment.", "declined to comment", "no_comment"),
        ("The army did not respond to our questions.", "did not respond to our questions", "no_comment"),
        ("The army did not say who was hit.", "who was hit", "no_comment"),
        ("The army did not release the names of the dead.", "the names of the dead", "no_comment"),
        ("The minister refused to confirm the report.", "the report", "no_comment"),
        ("None of the delegates would say who paid for the talks.", "who paid for the talks", "no_comment"),
        ("The council could not confirm the deaths.", "the deaths", "no_knowledge"),
        ("Nobody at the embassy would say whether the envoy had left.", "whether the envoy had left", "no_comment"),
        ("The ministry neither confirmed nor denied that boats had sunk.", "boats had sunk", "no_comment"),
        ("The guild refused to confirm or deny the loss.", "the loss", "no_comment"),
        ("The clerk would not be drawn on who had fired first.", "who had fired first", "no_comment"),
        ("The palace had no comment on the storm.", "the storm", "no_comment"),
        ("The envoy gave no date.", "gave no date", "no_comment"),
        ("The agency has no information on the fate of the crew.", "the fate of the crew", "no_knowledge"),
        ("The patrol was not in a position to say who laid the mines.", "who laid the mines", "no_knowledge"),
        ("The patrol could not establish who had laid the mines.", "who had laid the mines", "no_knowledge"),
        ("Jan Dow did not know whether the king had agreed.", "whether the king had agreed", "no_knowledge"),
        ("The Star was unable to confirm the report.", "the report", "no_knowledge"),
        ("Officials could not immediately be reached for comment about the raid.", "the raid", "no_comment"),
        ("The guild was not available for comment on the raid.", "the raid", "no_comment"),
        ("The guild has not denied or confirmed the raid.", "the raid", "no_comment"),
        ("The envoy made no remarks about the raid.", "the raid", "no_comment"),
        ("The guild was unavailable for comment.", "was unavailable for comment", "no_comment"),
    ],
)
def test_refusal(say: Say, text: str, content: str, stance: str) -> None:
    statement = say(text)[0]
    assert (statement.content[0].text, statement.stance) == (content, stance)


def test_reason_for_silence_is_a_statement_of_its_own(say: Say) -> None:
    statements = say("Two of the envoys refused to comment, saying the ferry was still at sea.")
    assert [s.stance for s in statements] == ["no_comment", "asserts"]
    assert statements[1].content[0].text == "the ferry was still at sea"


@pytest.mark.parametrize(
    "text",
    [
        "Many refugees may never return.",
        "The minister did not say that the war was over.",
        "There has been no confirmation from the ministry that the ferry sank.",
        "The claims could not be independently verified.",
        "Neither government has admitted the swap.",
    ],
)
def test_no_statement(say: Say, text: str) -> None:
    assert say(text) == []


def test_a_refusal_that_is_told_is_one_statement(say: Say) -> None:
    (statement,) = say("The mission said it was not in a position to say who laid the mines.")
    assert (statement.cue.text, statement.stance) == ("said", "no_knowledge")


def test_who_would_not_give_a_name_still_speaks(say: Say) -> None:
    (statement,) = say("A sergeant at the gate, who would not give his name, said he had orders to wait.")
    assert statement.content[0].text == "he had orders to wait"


def test_who_will_not_be_named_refuses_nothing(say: Say) -> None:
    assert [s.stance for s in say("“It was bad,” a clerk, who declined to be named, told the Star.")] == ["asserts"]


def test_cited_by_a_paper(say: Say) -> None:
    one = say("The Kelm Herald, citing a security source, reported that the army had left.", "The Bela Star")[0]
    assert one.chain[1:-1] == ["Kelm Herald"]
