"""Rows that wait on disk are those that were put there, in the order they came, and are gone with what held them."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from ceasewire import pile
from ceasewire.model import Failure
from ceasewire.pile import Drawer, Flat, Lookup, Pile, Room, View

ROWS = [Failure(f"p{number}.txt", "is empty" * number) for number in range(8)]


@pytest.mark.parametrize("recent", [0, 2, 100])
def test_a_drawer_is_a_dictionary(recent: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pile, "RECENT", recent)
    drawer: Drawer[Failure] = Drawer(Failure, tmp_path)
    drawer.update((row.path, row) for row in ROWS)
    drawer["p3.txt"] = Failure("p3.txt", "was damaged")
    del drawer["p5.txt"]
    wanted = {row.path: row for row in ROWS} | {"p3.txt": Failure("p3.txt", "was damaged")}
    del wanted["p5.txt"]
    assert list(drawer.items()) == list(wanted.items())
    assert drawer == wanted
    assert "p5.txt" not in drawer
    assert drawer.get("p5.txt") is None


@pytest.mark.parametrize("on_disk", [True, False])
def test_rows_are_kept_in_their_order(on_disk: bool, tmp_path: Path) -> None:
    room = Room(tmp_path if on_disk else None)
    kept = room.kept(Failure, iter(ROWS))
    assert list(kept) == ROWS
    assert (kept[-1], list(kept[2:4]), len(kept)) == (ROWS[-1], ROWS[2:4], len(ROWS))
    drawer = room.drawer(Failure)
    drawer["a"] = ROWS[0]
    assert dict(drawer) == {"a": ROWS[0]}


def test_nothing_is_left_on_disk_or_open(tmp_path: Path) -> None:
    kept = Pile(Failure, tmp_path)
    kept.append(ROWS[0])
    assert not list(tmp_path.iterdir())
    handle = kept._handle
    os.fstat(handle)
    del kept
    gc.collect()
    with pytest.raises(OSError, match="descriptor"):
        os.fstat(handle)


def test_rows_of_pages_follow_one_another() -> None:
    pages = {"a": [1, 2], "b": [], "c": [3], "d": [4, 5, 6]}
    flat = Flat(list(pages), pages.__getitem__)
    assert list(flat) == [1, 2, 3, 4, 5, 6]
    assert [flat[place] for place in range(-6, 6)] == [1, 2, 3, 4, 5, 6] * 2
    assert list(flat[1:4]) == [2, 3, 4]
    with pytest.raises(IndexError):
        flat[6]
    assert list(Flat([], pages.__getitem__)) == []


def test_a_view_looks_at_rows_when_it_is_asked() -> None:
    asked: list[int] = []

    def ten_times(number: int) -> int:
        asked.append(number)
        return number * 10

    view = View([3, 1, 2], ten_times)
    assert (len(view), asked) == (3, [])
    assert list(view[1:]) == [10, 20]
    assert asked == [1, 2]


def test_a_lookup_has_its_own_keys_alone() -> None:
    found = Lookup({"b": 1, "a": 2}, str.upper)
    assert dict(found) == {"b": "B", "a": "A"}
    assert found.get("c") is None
