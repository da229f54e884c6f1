"""From characters of a copy to characters of its source."""

from __future__ import annotations

import pytest

from ceasewire.lineage.mapping import Map
from ceasewire.model import Link, Span

SOURCE = "He said: “The road is open, [Ilka] Maren told us, and the convoys left at dawn.”"
COPY = "Own words first. The road is “open”, Ilka Maren informed us, and the convoys left at dawn."


def link() -> Link:
    here, there = Span(17, len(COPY), COPY[17:]), Span(9, len(SOURCE), SOURCE[9:])
    return Link("l", "copy", None, [here], "republication", "source", None, [there], None, [], 1.0)


@pytest.mark.parametrize(
    ("word", "found"), [("road", "road"), ("Maren", "Maren"), ("dawn", "dawn"), ("informed", " told ")]
)
def test_words_and_changes_find_their_place(word: str, found: str) -> None:
    start = COPY.index(word)
    place = Map(link()).find(start, start + len(word))
    assert place is not None and SOURCE[place[0] : place[1]] == found


def test_what_stands_outside_the_runs_maps_to_nothing() -> None:
    assert Map(link()).find(0, 10) is None
