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
        ("The Star was unable to confirm the report.", "the report", "no_knowledge"),
    ],
)
def test_refusal(say: Say, text: str, content: str, stance: str) -> None:
    statement = say(text)[0]
    assert (statement.content[0].text, statement.stance) == (content, stance)


def test_reason_for_silence_is_a_statement_of_its_own(say: Say) -> None:
    statements = say("Two of the envoys refused to comment, saying the ferry was still at sea.")
    assert [s.stance for s in statements] == ["no_comment", "asserts"]
    assert statements[1].content[0].text == "the ferry was still at sea"


def test_a_refusal_to_return_is_none(say: Say) -> None:
    assert say("Many refugees may never return.") == []
