"""Stances over time."""

from __future__ import annotations

from datetime import date

from ceasewire.dossier.draw.scale import Scale
from ceasewire.dossier.draw.strip import strip


def test_dots_by_stance_and_day() -> None:
    found = strip(
        [("asserts", "2031-05-01", 1, "/a"), ("asserts", "2031-05-09", 9, "/b"), ("denies", "2031-05-20", 1, "/c")]
    )
    assert found
    assert [(stance, [dot.day for dot in dots]) for stance, dots in found.rows] == [
        ("asserts", ["2031-05-01", "2031-05-09"]),
        ("denies", ["2031-05-20"]),
    ]
    (first, second), (last,) = (dots for _, dots in found.rows)
    assert first.at < second.at < last.at and second.size > first.size


def test_one_day_is_no_strip() -> None:
    assert strip([("asserts", "2031-05-01", 3, "/a"), ("denies", "2031-05-01", 1, "/b")]) is None
    assert strip([("asserts", "", 3, "/a"), ("denies", "no day", 1, "/b")]) is None


def test_a_label_with_a_year_has_room() -> None:
    ticks = Scale(date(2031, 9, 9), date(2031, 9, 24)).ticks()
    assert ticks[0].strong and ticks[1].at - ticks[0].at >= 9
    assert all(not tick.strong for tick in ticks[1:])
