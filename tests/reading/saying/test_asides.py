"""Cues that cut a clause in two, or that follow a whole one, on invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasewire.model import Statement

Say = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Voters, Orlo suggested, don’t have to worry.", "Orlo", ["Voters", "don’t have to worry"]),
        ("The truce, said the envoy, was dead.", "the envoy", ["The truce", "was dead"]),
        (
            "The contrast, said Dow and others, would be clear since he left.",
            "Dow and others",
            ["The contrast", "would be clear since he left"],
        ),
        (
            "The army, the ministry said in a statement, had not been informed.",
            "the ministry",
            ["The army", "had not been informed"],
        ),
        ("The minister, Jan Dow, said the road was shut.", "The minister, Jan Dow", ["the road was shut"]),
        ("Orlo, who is ill, said he was tired, would not stay.", "Orlo, who is ill", ["he was tired"]),
        (
            "The mood became calmer after noon, but some shots were reported overnight, he said.",
            "he",
            ["The mood became calmer after noon, but some shots were reported overnight"],
        ),
        (
            "The militia in eastern Veldania hold more than 200 Orvanian soldiers in captivity, the head of the "
            "information centre of the Orvanian Security Council, Andrei Orlo, said on Saturday.",
            "the head of the information centre of the Orvanian Security Council, Andrei Orlo",
            ["The militia in eastern Veldania hold more than 200 Orvanian soldiers in captivity"],
        ),
        (
            "The army is not weighing any new offer despite a plea, Dow said, but he added that the raids would stop.",
            "Dow",
            ["The army is not weighing any new offer despite a plea"],
        ),
        (
            "The plan made a climate of fear, he said, rather than continuing a broad talk.",
            "he",
            ["The plan made a climate of fear", "rather than continuing a broad talk"],
        ),
        ("The rebels, a group of farmers, said the road was shut.", "The rebels", ["the road was shut"]),
        (
            "The militia will free the soldiers on Saturday, the Bela news agency quoted Jan Dow as saying.",
            "Jan Dow",
            ["The militia will free the soldiers on Saturday"],
        ),
        (
            "“They have no honour,” a soldier was quoted as saying by the Bela Times.",
            "a soldier",
            ["They have no honour,"],
        ),
    ],
)
def test_aside(say: Say, text: str, source: str, content: list[str]) -> None:
    one = next(s for s in say(text) if s.cue.text.split()[0] in ("said", "suggested", "saying"))
    assert one.source.span is not None
    assert source in one.source.span.text or one.source.span.text in source
    assert [piece.text for piece in one.content] == content


@pytest.mark.parametrize(
    ("text", "sources", "stances"),
    [
        (
            "The Bela guild said its posts were hit by rockets but did not give details.",
            ["The Bela guild", "The Bela guild"],
            ["asserts", "no_comment"],
        ),
        (
            "Both sides insisted they were keeping the truce and blamed their foes for the raid.",
            ["Both sides", "Both sides"],
            ["asserts", "accuses"],
        ),
        ("The rebels said they were leaving and took their arms.", ["The rebels"], ["asserts"]),
    ],
)
def test_back_to_the_speaker(say: Say, text: str, sources: list[str], stances: list[str]) -> None:
    found = say(text)
    assert [s.source.span.text for s in found if s.source.span] == sources
    assert [s.stance for s in found] == stances
