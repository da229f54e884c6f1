"""Attitudes, which the record leaves out, on invented sentences."""

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
    ("text", "source", "cue", "content"),
    [
        ("The envoy defended the deal.", "The envoy", "defended", "the deal"),
        ("The rebels refused to leave Kelm.", "The rebels", "refused", "to leave Kelm"),
        ("The rebels voted against the plan.", "The rebels", "voted against", "the plan"),
        ("The envoy is eager to sign the deal.", "The envoy", "is eager", "to sign the deal"),
        ("The minister was critical of the raid.", "The minister", "was critical of", "the raid"),
    ],
)
def test_attitude(page: Page, say: Say, text: str, source: str, cue: str, content: str) -> None:
    parsed = page(text)
    one = find_statements(parsed, Cast.of(parsed), faint=True)[0]
    assert one.source.span is not None
    assert (one.source.span.text, one.cue.text, one.content[0].text) == (source, cue, content)
    assert one.confidence < 0.5
    assert say(text) == []


@pytest.mark.parametrize("text", ["The shells defended the deal.", "We defended the deal.", "The deal was defended."])
def test_no_attitude(page: Page, text: str) -> None:
    parsed = page(text)
    assert find_statements(parsed, Cast.of(parsed), faint=True) == []


def test_a_statement_is_told_once(page: Page) -> None:
    parsed = page("The envoy said the rebels left and described the raid as a crime.")
    cues = [s.cue.text for s in find_statements(parsed, Cast.of(parsed), faint=True)]
    assert cues == ["said", "described"]
