"""Interviews printed as turns, and a columnist's own verdicts, on invented pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasewire.model import Statement
from ceasewire.reading.cast import Cast
from ceasewire.reading.parse import Parsed
from ceasewire.reading.statements import find_statements

Say = Callable[..., list[Statement]]
Page = Callable[..., Parsed]


@pytest.mark.parametrize(
    ("text", "source", "content", "stance"),
    [
        (
            "HERALD: Will you resign?\nORLO: I will stay. They need me.",
            "ORLO",
            "I will stay. They need me.",
            "promises",
        ),
        ("Q: Did your men burn the mill?\nA: No. We were far away.", "A", "No. We were far away.", "denies"),
        (
            "Herald: What do you ask?\nMarta Orlo: We want our sons back.",
            "Marta Orlo",
            "We want our sons back.",
            "demands",
        ),
    ],
)
def test_answer(say: Say, text: str, source: str, content: str, stance: str) -> None:
    (statement,) = say(text)
    assert statement.source.span is not None
    assert (statement.source.span.text, statement.content[0].text) == (source, content)
    assert (statement.stance, statement.mode) == (stance, "direct")


def test_an_answer_runs_on_to_the_next_turn(say: Say) -> None:
    text = "Q: Who fired?\nA: The guild fired.\nThey fired twice.\nQ: And then?\nA: Nothing."
    assert [len(s.content) for s in say(text)] == [2, 1]


def test_who_is_asked_stands_above_the_turns(say: Say) -> None:
    statement = say("Marta Orlo runs the ferry at Kelm.\nQ: Is it safe?\nA: The river is high.")[0]
    assert statement.chain[-1] == "Marta Orlo"


def test_a_list_with_colons_is_no_interview(say: Say) -> None:
    assert say("Place: Kelm\nTime: dawn") == []


def column(page: Page, text: str) -> list[Statement]:
    parsed = page(text)
    parsed.document.genre = "column"
    return find_statements(parsed, Cast.of(parsed))


@pytest.mark.parametrize(
    ("text", "content", "stance"),
    [
        ("I met him once. This is plainly untrue.", "This is plainly untrue", "denies"),
        ("I met him once. The Bela Star misreads the treaty.", "The Bela Star misreads the treaty", "asserts"),
    ],
)
def test_verdict(page: Page, text: str, content: str, stance: str) -> None:
    (statement,) = column(page, text)
    assert (statement.content[0].text, statement.stance) == (content, stance)
    assert statement.chain[-1] == "The Bela Herald columnist"


@pytest.mark.parametrize(
    "text", ["This is untrue.", "I met him once. “This is untrue.”", "I met him. This is not untrue."]
)
def test_no_verdict(page: Page, text: str) -> None:
    assert all(s.stance != "denies" for s in column(page, text))


def test_a_report_has_no_verdicts(say: Say) -> None:
    assert say("I met him once. This is plainly untrue.") == []
