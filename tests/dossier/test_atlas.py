"""The map: outlines cut to a part of the world, places in their place, labels that hide nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ceasewire.dossier.draw.atlas import Atlas, Mark, Spot, atlas, core
from ceasewire.dossier.draw.land import Box, _all, cut, outlines


def spot(key: str, lat: float, lon: float, number: int = 1, precision: int = 1, kind: str = "Force") -> Spot:
    return Spot(key, key.title(), lat, lon, precision, ((kind, number),))


def drawn(spots: list[Spot], near: Spot | None = None, wide: float = 0.0) -> Atlas:
    found = atlas(spots, near, wide)
    assert found
    return found


def test_a_ring_is_cut_to_its_box() -> None:
    ring = [(-5.0, -5.0), (5.0, -5.0), (5.0, 5.0), (-5.0, 5.0)]
    assert sorted(set(cut(ring, Box(0.0, 0.0, 10.0, 10.0)))) == [(0.0, 0.0), (0.0, 5.0), (5.0, 0.0), (5.0, 5.0)]
    assert cut(ring, Box(6.0, 6.0, 9.0, 9.0)) == []


def test_there_is_land_in_the_sahara_and_none_in_the_middle_of_the_pacific() -> None:
    assert any(kind == "land" for kind, _ in outlines(Box(5.0, 20.0, 6.0, 21.0)))
    assert list(outlines(Box(-130.0, -35.0, -125.0, -30.0))) == []


def test_nothing_is_drawn_of_no_place() -> None:
    assert atlas([]) is None


@pytest.mark.parametrize(("lat", "lon"), [(89.0, 0.0), (-89.0, 179.9), (0.0, -180.0), (52.0, 179.0)])
def test_places_at_the_edge_of_the_world_are_drawn(lat: float, lon: float) -> None:
    found = drawn([spot("edge", min(lat, 84.0), lon)])
    assert [m.spot.key for m in found.marks] + [s.key for s in found.beyond] == ["edge"]


def test_north_is_up_and_east_is_right() -> None:
    marks = {m.spot.key: m for m in drawn([spot("north", 14.0, 30.0), spot("south", 10.0, 34.0)]).marks}
    assert marks["north"].y < marks["south"].y and marks["north"].x < marks["south"].x


def test_a_far_place_is_left_beyond_the_edge_and_told() -> None:
    near = [spot("one", 12.0, 30.0, 5), spot("two", 12.5, 30.4, 4)]
    far = spot("far", 47.0, 8.0)
    assert core([*near, far]) == near
    assert [s.key for s in drawn([*near, far]).beyond] == ["far"]
    assert drawn([*near, far], wide=-1.0).beyond == []


def test_marks_upon_one_another_are_one() -> None:
    (mark,) = drawn([spot("one", 12.0, 30.0, 5), spot("two", 12.001, 30.001, 2, kind="Talks")]).marks
    assert (mark.spot.key, mark.others, mark.spot.weight) == ("one", ("Two",), 7)


def room(mark: Mark) -> tuple[float, float, float, float]:
    """Where a label to the right or the left stands, about."""
    wide = len(mark.spot.name) * 6.0
    start = mark.x + mark.size + 4 if mark.label == "right" else mark.x - mark.size - 4 - wide
    return start, mark.y - 7, start + wide, mark.y + 7


def test_labels_hide_no_label() -> None:
    spots = [spot(f"place number {n}", 12.0 + n * 0.05, 30.0 + (n % 3) * 0.1) for n in range(20)]
    rooms = [room(m) for m in drawn(spots).marks if m.label in ("left", "right")]
    assert len(rooms) > 3
    for number, (a, b, c, d) in enumerate(rooms):
        assert all(c < e or g < a or d < f or h < b for e, f, g, h in rooms[number + 1 :])


def test_the_reach_of_a_place_grows_with_doubt_and_shrinks_with_distance() -> None:
    exact, district = spot("one", 12.0, 30.0), spot("two", 13.0, 33.0, precision=3)
    found = {m.spot.key: m.reach for m in drawn([exact, district]).marks}
    assert found["one"] == 0 and found["two"] > 20
    (close,) = (m for m in drawn([exact, district], district, 300).marks if m.spot.key == "two")
    assert close.reach > found["two"]


def test_the_bar_is_a_round_length_and_fits() -> None:
    found = drawn([spot("one", 12.0, 30.0)])
    assert found.bar <= found.wide / 5 and found.bar_label == "100 km"


def test_the_same_places_give_the_same_map() -> None:
    spots = [spot(f"p{n}", 10 + n % 5, 30 + n % 7, n % 4 + 1) for n in range(30)]
    assert atlas(spots) == atlas(spots)


def test_no_outline_leaps_over_the_world() -> None:
    for outline in _all():
        assert all(abs(one[0] - other[0]) < 30 for one, other in pairwise(outline.points))


@pytest.mark.parametrize(
    ("lon", "lat", "land"),
    [(-40.0, 71.2, True), (-50.0, 45.0, False), (179.0, 68.0, True), (-178.0, 67.5, True), (-160.0, 71.3, False)],
)
def test_what_is_land_by_the_date_line(lon: float, lat: float, land: bool) -> None:
    box = Box(lon - 0.1, lat - 0.1, lon + 0.1, lat + 0.1)
    assert any(kind == "land" for kind, _ in outlines(box)) is land
