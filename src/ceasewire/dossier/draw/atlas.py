"""A plain map: land and borders, a grid of degrees, and places with what is told of them. Nothing is fetched for it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ceasewire.dossier.draw.land import Box, Point, outlines
from ceasewire.fusion.cities import City, all_cities

WIDE, HIGH = 1000, 600  # of the picture
LEAST = 500.0  # kilometres from west to east, at least
MARGIN = 1.25  # of the room that the places need
DEGREE = 111.2  # kilometres of a degree of latitude
GRIDS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0)  # degrees between lines
APART = 15.0  # closer marks are one
TOWNS, SEEN = 14, 120  # cities drawn to find one's way, and the largest that are looked at for it
NAMED = 4  # cities in the picture that a state needs for its name to stand there
LETTER, ROW = 6.6, 15.0  # of a label
# How far around its coordinates a thing may have happened, in kilometres, by the precision of UCDP.
REACH = {1: 0, 2: 25, 3: 60, 4: 150, 5: 250, 6: 400, 7: 800}


@dataclass(frozen=True)
class Spot:
    """A place on the map: what is told of it by kind, and how exact its coordinates are (UCDP, 1 to 7)."""

    key: str
    name: str
    lat: float
    lon: float
    precision: int
    kinds: tuple[tuple[str, int], ...]

    @property
    def weight(self) -> int:
        """How many things are told of it."""
        return sum(number for _, number in self.kinds)


@dataclass(frozen=True)
class Mark:
    """A spot in its place: x and y in the picture, the reach of its coordinates, and where its label begins.

    `label` is `right`, `left`, `above`, `below`, or empty where there is no room for one; `others` lie beneath it.
    """

    spot: Spot
    x: float
    y: float
    reach: float
    label: str = ""
    others: tuple[str, ...] = ()

    @property
    def size(self) -> float:
        """The radius of the mark: its area grows with what is told."""
        return round(4.5 + 2.2 * math.sqrt(min(self.spot.weight, 60)), 1)


@dataclass(frozen=True)
class Line:
    """A line of the grid, with its label."""

    at: float
    upright: bool
    label: str


@dataclass(frozen=True)
class Sign:
    """A name on the map to find one's way by: a city beside its dot, or a state."""

    name: str
    x: float
    y: float
    state: bool = False


@dataclass(frozen=True)
class Atlas:
    """A map: land (lakes are holes in it) and borders as paths, lines of the grid, marks, signs, and a scale bar.

    `beyond` are the spots that lie outside the picture.
    """

    land: str
    borders: list[str]
    grid: list[Line]
    marks: list[Mark]
    signs: list[Sign]
    beyond: list[Spot]
    bar: float
    bar_label: str
    wide: int = WIDE
    high: int = HIGH


@dataclass(frozen=True)
class Frame:
    """What part of the world the picture holds, and how degrees become places in it."""

    box: Box

    def at(self, lon: float, lat: float) -> Point:
        """The place of coordinates in the picture."""
        x = (lon - self.box.west) / (self.box.east - self.box.west) * WIDE
        return round(x, 1), round((self.box.north - lat) / (self.box.north - self.box.south) * HIGH, 1)

    @property
    def pixel(self) -> float:
        """Kilometres to a unit of the picture."""
        return (self.box.north - self.box.south) * DEGREE / HIGH


def atlas(spots: Sequence[Spot], near: Spot | None = None, wide: float = 0.0) -> Atlas | None:
    """The map of the spots, or of so many kilometres around one; None where there is nothing to show.

    Without `near` a few places that lie far from the rest are left beyond its edge, unless `wide` is below zero.
    """
    if not spots:
        return None
    frame = _around(near, wide) if near else _frame(spots if wide < 0 else core(spots))
    paths = [(kind, _path(points, frame, kind)) for kind, points in outlines(_grown(frame.box))]
    inside = [spot for spot in spots if frame.box.holds(spot.lon, spot.lat)]
    marks = _labelled(_joined([_mark(spot, frame) for spot in inside]))
    bar, label = _bar(frame)
    return Atlas(
        "".join(path for kind, path in paths if kind == "land"),
        [path for kind, path in paths if kind == "border"],
        _grid(frame),
        marks,
        _signs(frame, marks),
        [spot for spot in spots if spot not in inside],
        bar,
        label,
    )


def core(spots: Sequence[Spot]) -> list[Spot]:
    """The spots without the far ones, where most of what is told lies close together."""
    whole = sum(spot.weight for spot in spots)
    lat, lon = (_middle([(getattr(spot, name), spot.weight) for spot in spots]) for name in ("lat", "lon"))
    near = sorted(spots, key=lambda s: (_far(s, lat, lon), s.key))
    held = 0
    for number, spot in enumerate(near, 1):
        held += spot.weight
        if held >= 0.7 * whole and number < len(near):
            here, following = _far(spot, lat, lon), _far(near[number], lat, lon)
            if following > 2.5 * max(here, 2.0):
                return near[:number]
    return near


def _middle(rows: list[tuple[float, int]]) -> float:
    half, held = sum(weight for _, weight in rows) / 2, 0
    for value, weight in sorted(rows):
        held += weight
        if held >= half:
            return value
    return 0.0


def _far(spot: Spot, lat: float, lon: float) -> float:
    """Degrees between a spot and a point, about."""
    return math.hypot(spot.lat - lat, (spot.lon - lon) * math.cos(math.radians(lat)))


def _frame(spots: Sequence[Spot]) -> Frame:
    lats, lons = [spot.lat for spot in spots], [spot.lon for spot in spots]
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    narrow = _narrow(lat)
    tall = max((max(lats) - min(lats)) * DEGREE, (max(lons) - min(lons)) * DEGREE * narrow * HIGH / WIDE)
    return _framed(lat, lon, max(LEAST, tall * WIDE / HIGH * MARGIN))


def _around(spot: Spot, wide: float) -> Frame:
    return _framed(spot.lat, spot.lon, max(60.0, wide))


def _framed(lat: float, lon: float, wide: float) -> Frame:
    """So many kilometres from west to east around a point, within the world."""
    tall = min(150.0, wide * HIGH / WIDE / DEGREE)
    lat = min(85.0 - tall / 2, max(-65.0 + tall / 2, lat))
    across = min(360.0, tall * WIDE / HIGH / _narrow(lat))
    lon = min(180.0 - across / 2, max(-180.0 + across / 2, lon))
    return Frame(Box(lon - across / 2, lat - tall / 2, lon + across / 2, lat + tall / 2))


def _narrow(lat: float) -> float:
    """How much shorter a degree of longitude is at a latitude."""
    return max(0.25, math.cos(math.radians(lat)))


def _grown(box: Box) -> Box:
    more = (box.east - box.west) / 50
    return Box(box.west - more, box.south - more, box.east + more, box.north + more)


def _path(points: Iterable[Point], frame: Frame, kind: str) -> str:
    """The points as a path of whole units, each once."""
    placed = list(dict.fromkeys((round(x), round(y)) for x, y in (frame.at(*p) for p in points)))
    return "M" + "L".join(f"{x} {y}" for x, y in placed) + ("Z" if kind == "land" else "")


def _mark(spot: Spot, frame: Frame) -> Mark:
    x, y = frame.at(spot.lon, spot.lat)
    return Mark(spot, x, y, round(REACH.get(spot.precision, 0) / frame.pixel, 1))


def _joined(marks: list[Mark]) -> list[Mark]:
    """The marks, the heaviest first, with those that would lie upon one another made one."""
    found: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (-m.spot.weight, m.spot.name, m.spot.key)):
        at = next((n for n, m in enumerate(found) if math.hypot(m.x - mark.x, m.y - mark.y) < APART), None)
        if at is None:
            found.append(mark)
        else:
            found[at] = _upon(found[at], mark)
    return found


def _upon(mark: Mark, other: Mark) -> Mark:
    counts = dict(mark.spot.kinds)
    for kind, number in other.spot.kinds:
        counts[kind] = counts.get(kind, 0) + number
    return replace(mark, spot=replace(mark.spot, kinds=tuple(counts.items())), others=(*mark.others, other.spot.name))


def _labelled(marks: list[Mark]) -> list[Mark]:
    """The marks with the side of their labels: where they hide neither a mark nor another label."""
    taken = [(m.x - m.size, m.y - m.size, m.x + m.size, m.y + m.size) for m in marks]
    found = []
    for mark in marks:
        for side, room in _rooms(mark):
            own = (mark.x - mark.size, mark.y - mark.size, mark.x + mark.size, mark.y + mark.size)
            if _free(room, [t for t in taken if t != own]):
                taken.append(room)
                found.append(replace(mark, label=side))
                break
        else:
            found.append(mark)
    return found


Room = tuple[float, float, float, float]


def _rooms(mark: Mark) -> list[tuple[str, Room]]:
    wide, r = len(mark.spot.name[:28]) * LETTER, mark.size + 4
    x, y, half = mark.x, mark.y, ROW / 2
    return [
        ("right", (x + r, y - half, x + r + wide, y + half)),
        ("left", (x - r - wide, y - half, x - r, y + half)),
        ("above", (x - wide / 2, y - r - ROW, x + wide / 2, y - r)),
        ("below", (x - wide / 2, y + r, x + wide / 2, y + r + ROW)),
    ]


def _free(room: Room, taken: list[Room]) -> bool:
    left, top, right, bottom = room
    if left < 0 or top < 0 or right > WIDE or bottom > HIGH:
        return False
    return all(right < a or c < left or bottom < b or d < top for a, b, c, d in taken)


def _signs(frame: Frame, marks: Sequence[Mark]) -> list[Sign]:
    """The names of states and of large cities, where they hide nothing."""
    taken: list[Room] = [
        (0.0, 0.0, 42.0, HIGH),
        (0.0, HIGH - 22.0, WIDE, HIGH),
        (WIDE - 220.0, HIGH - 50.0, WIDE, HIGH),
    ]
    taken += [room for mark in marks for room in _rooms_taken(mark)]
    inside = [city for city in all_cities() if frame.box.holds(city.lon, city.lat)]
    found: list[Sign] = []
    for sign in [*_states(inside, frame), *_towns(inside, frame)]:
        wide = len(sign.name) * LETTER * (1.2 if sign.state else 0.9)
        left = sign.x - wide / 2 if sign.state else sign.x - 3
        room = (left, sign.y - ROW / 2, left + wide + 8, sign.y + ROW / 2)
        if _free(room, taken) and sum(not s.state for s in found) < TOWNS:
            taken.append(room)
            found.append(sign)
    return found


def _states(cities: Iterable[City], frame: Frame) -> list[Sign]:
    """The names of states, each amid those of its cities that the picture holds."""
    homes: dict[str, list[Point]] = defaultdict(list)
    for city in cities:
        homes[city.state].append(frame.at(city.lon, city.lat))
    return [
        Sign(state, round(sum(x for x, _ in ps) / len(ps), 1), round(sum(y for _, y in ps) / len(ps), 1), True)
        for state, ps in sorted(homes.items())
        if len(ps) >= NAMED
    ]


def _towns(cities: Sequence[City], frame: Frame) -> list[Sign]:
    return [Sign(city.name, *frame.at(city.lon, city.lat)) for city in cities[:SEEN]]


def _rooms_taken(mark: Mark) -> list[Room]:
    own = (mark.x - mark.size, mark.y - mark.size, mark.x + mark.size, mark.y + mark.size)
    return [own, *(room for side, room in _rooms(mark) if side == mark.label)]


def _grid(frame: Frame) -> list[Line]:
    """The lines of the grid: five to ten from west to east."""
    box = frame.box
    step = next((s for s in GRIDS if (box.east - box.west) / s <= 10), GRIDS[-1])
    upright = [Line(frame.at(lon, 0)[0], True, _degrees(lon, "E", "W")) for lon in _every(box.west, box.east, step)]
    level = [Line(frame.at(0, lat)[1], False, _degrees(lat, "N", "S")) for lat in _every(box.south, box.north, step)]
    return upright + level


def _every(low: float, high: float, step: float) -> list[float]:
    return [number * step for number in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _degrees(value: float, plus: str, minus: str) -> str:
    return f"{abs(value):g}°{plus if value > 0 else minus if value < 0 else ''}"


def _bar(frame: Frame) -> tuple[float, str]:
    """A scale bar of a round number of kilometres, at most a fifth of the width."""
    most = frame.pixel * WIDE / 5
    size = 10 ** math.floor(math.log10(most))
    length = max(n * size for n in (1, 2, 5) if n * size <= most)
    return round(length / frame.pixel, 1), f"{length:,.0f} km"
