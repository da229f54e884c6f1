"""Outlines of land and borders, cut to a part of the world: data of Natural Earth, reduced by scripts/make_land."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

STEPS = 20  # of a degree, in the file

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A part of the world in degrees: west and east of Greenwich, south and north of the equator."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a place lies in it."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def meets(self, other: Box) -> bool:
        """Whether two parts have something in common."""
        return not (
            self.east < other.west or other.east < self.west or self.north < other.south or other.north < self.south
        )


@dataclass(frozen=True)
class Outline:
    """A coast that closes on itself (`land`) or a line between two states (`border`), and the box it fills."""

    kind: str
    points: Sequence[Point]
    box: Box


def outlines(box: Box) -> Iterator[tuple[str, list[Point]]]:
    """The outlines in a part of the world, cut to it: the kind, and points of longitude and latitude."""
    for outline in _all():
        if outline.box.meets(box):
            found = cut(outline.points, box) if outline.kind == "land" else list(outline.points)
            if len(found) > 1:
                yield outline.kind, found


def cut(ring: Sequence[Point], box: Box) -> list[Point]:
    """A ring cut to a box, side by side."""
    found = list(ring)
    sides: tuple[tuple[int, float, Callable[[float, float], bool]], ...] = (
        (0, box.west, float.__ge__),
        (0, box.east, float.__le__),
        (1, box.south, float.__ge__),
        (1, box.north, float.__le__),
    )
    for axis, at, inside in sides:
        found = list(_beyond(found, axis, float(at), inside))
    return found


def _beyond(ring: Sequence[Point], axis: int, at: float, inside: Callable[[float, float], bool]) -> Iterator[Point]:
    """The ring on one side of a line: longitude (0) or latitude (1) at a degree."""
    before = ring[-1] if ring else (0.0, 0.0)
    for point in ring:
        if inside(point[axis], at) != inside(before[axis], at):
            share = (at - before[axis]) / (point[axis] - before[axis])
            yield before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])
        if inside(point[axis], at):
            yield point
        before = point


@cache
def _all() -> list[Outline]:
    rows = files(__package__).joinpath("land.txt").read_text("utf-8").splitlines()
    return [_outline(*row.split(" ", 1)) for row in rows if not row.startswith("#")]


def _outline(kind: str, steps: str) -> Outline:
    points = list(_walked(steps.split(" ")))
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return Outline(kind, points, Box(min(lons), min(lats), max(lons), max(lats)))


def _walked(steps: Iterable[str]) -> Iterator[Point]:
    x = y = 0
    for step in steps:
        east, north = step.split(",")
        x, y = x + int(east), y + int(north)
        yield x / STEPS, y / STEPS
