"""Which mentions are one event."""

from __future__ import annotations

import pytest

from ceasewire.model import Arg, Mention, Realis, Span
from ceasewire.reading.events.chains import chains, count


def mention(name: str, realis: Realis, *args: tuple[str, str], at: int = 0) -> Mention:
    """A release."""
    filled = [Arg(role, None, None, text) for role, text in args]
    return Mention(name, "", "release", Span(at, at + 1, "x"), filled, None, None, realis, None, None, None, None, 1.0)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Forty-two of the nurses", "42"),
        ("42 nurses", "42"),
        ("dozens of them", "dozens"),
        ("the nurses", None),
        ("1,200 men", "1200"),
    ],
)
def test_counts_are_compared_as_numbers(text: str, number: str | None) -> None:
    assert count(text) == number


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        ("nine nurses", "9 nurses", 1),
        ("nine nurses", "four nurses", 2),
        ("nine nurses", "the nurses", 1),
        ("nine nurses", "a cook", 2),
        ("Orsic sailors", "Veldanian sailors", 2),
    ],
)
def test_released_people_tell_events_apart(one: str, other: str, events: int) -> None:
    found = chains(
        [mention("m1", "occurred", ("released", one)), mention("m2", "occurred", ("released", other), at=9)], " " * 20
    )
    assert len(found) == events


def test_what_is_only_planned_is_a_guest() -> None:
    both = [
        mention("m1", "occurred", ("released", "nine nurses")),
        mention("m2", "planned", ("released", "nine nurses"), at=9),
    ]
    (chain,) = chains(both, " " * 20)
    assert ([m.id for m in chain.mentions], [m.id for m in chain.guests]) == (["m1"], ["m2"])
