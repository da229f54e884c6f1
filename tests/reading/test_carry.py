"""Statements and mentions of copies point at those of their source."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from ceasewire.model import Link, Mention, Reading, Source, Span, Statement
from ceasewire.reading.carry import mark_copies

SOURCE = "Port Sarel. Ilka Maren said the road was shelled at dawn, and denied a truce."
COPY = "Ilka Maren said that the road was shelled at dawn, and denied a truce. We heard shelling too."


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words), words)


def statement(key: str, text: str, cue: str, stance: Any) -> Statement:
    said = span(text, cue)
    return Statement(
        key,
        key[0],
        Source(None, None),
        False,
        1,
        None,
        None,
        None,
        said,
        [said],
        "indirect",
        stance,
        [],
        None,
        None,
        None,
        1.0,
    )


def mention(key: str, text: str, trigger: str, kind: str) -> Mention:
    return Mention(key, key[0], kind, span(text, trigger), [], None, None, "occurred", None, None, None, None, 1.0)


def reading(statements: list[Statement], mentions: list[Mention]) -> Reading:
    return Reading([], {}, [], [], statements, mentions, [], [])


def readings() -> dict[str, Reading]:
    source = reading(
        [statement("a-said", SOURCE, "said", "asserts"), statement("a-denied", SOURCE, "denied", "denies")],
        [mention("a-shelled", SOURCE, "shelled", "attack"), mention("a-truce", SOURCE, "truce", "ceasefire")],
    )
    copy = reading(
        [statement("b-said", COPY, "said", "asserts"), statement("b-denied", COPY, "denied", "denies")],
        [
            mention("b-shelled", COPY, "shelled", "attack"),
            mention("b-truce", COPY, "truce", "talks"),
            mention("b-shelling", COPY, "shelling", "attack"),
        ],
    )
    return {"a": source, "b": copy}


def link() -> Link:
    here, there = span(COPY, COPY[: COPY.index(" We")]), span(SOURCE, SOURCE[SOURCE.index("Ilka") :])
    return Link("l", "b", None, [here], "republication", "a", None, [there], None, [], 1.0)


def test_what_stands_in_a_copied_run_points_at_its_source() -> None:
    marked = mark_copies(readings(), [link()])["b"]
    assert [s.copy_of for s in marked.statements] == ["a-said", "a-denied"]
    assert [m.copy_of for m in marked.mentions] == ["a-shelled", None, None]


def test_the_source_and_the_input_stay_as_they_were() -> None:
    given = readings()
    marked = mark_copies(given, [link()])
    assert marked["a"] == given["a"]
    assert all(s.copy_of is None for s in given["b"].statements)


def test_links_to_texts_that_are_not_read_are_passed_over() -> None:
    absent = replace(link(), of_doc=None)
    assert mark_copies(readings(), [absent, replace(link(), of_doc="z")]) == readings()
