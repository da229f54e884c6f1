"""Pairing of quotation marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasewire.model import Statement
from ceasewire.reading.saying.quotes import Stretch, by_paragraph, find_quotes

Say = Callable[..., list[Statement]]


def inner(*lines: str) -> list[list[str]]:
    """The pieces of each quotation of a page of these lines."""
    text, stretches, at = "\n".join(lines), [], 0
    for number, line in enumerate(lines):
        stretches.append(Stretch(number, at, line))
        at += len(line) + 1
    return [[text[low:high] for low, high in quote.pieces] for quote in find_quotes(stretches)]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["“We left,” she said."], [["We left,"]]),
        (['"We left," she said. "Now."'], [["We left,"], ["Now."]]),
        (["'We left,' she said."], [["We left,"]]),
        (["The army's men said 'no' to it."], [["no"]]),
        (["The rebels' men don't talk."], []),
        (["“He said ‘no’ to it,” she said."], [["He said ‘no’ to it,"]]),
        (["“We left.’’ She waits."], [["We left."]]),
        (["“We left.“"], [["We left."]]),
        (["''The army's men left,'' she said."], [["The army's men left,"]]),
        (["“We left.", "“We came back,” she said."], [["We left.", "We came back,"]]),
        (["“We left.", "She waits."], [["We left."]]),
        (["He said: 'We left.", "She waits."], [["We left."]]),
    ],
)
def test_quotes(lines: list[str], found: list[list[str]]) -> None:
    assert inner(*lines) == found


def test_block_holds_its_own_quotations() -> None:
    quotes = inner("“Rebels left.", "“We are tired,” said one.”")
    assert quotes == [["Rebels left.", "“We are tired,” said one."], ["We are tired,"]]


def test_by_paragraph_knows_where_a_quotation_runs_on() -> None:
    quotes = find_quotes([Stretch(0, 0, "“We left."), Stretch(1, 10, "“We came back.”")])
    assert sorted(by_paragraph(quotes)) == [0, 1]


def test_a_line_of_marks_is_read_in_one_pass() -> None:
    assert find_quotes([Stretch(0, 0, "“'" * 50_000)]) is not None


def test_a_quotation_with_the_words_that_begin_its_sentence(say: Say) -> None:
    one = say("It was “signed by the king. The talks will go on,” the spokesman, Jan Dow, said.")[0]
    assert one.content[0].text == "It was “signed by the king. The talks will go on,”"
    assert one.mode == "mixed"


def test_a_cue_in_quotation_marks_is_a_cue(say: Say) -> None:
    one = say("The guild “admitted” that the road was shut.")[0]
    assert one.content[0].text == "the road was shut"
