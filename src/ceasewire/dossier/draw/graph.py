"""A small graph in layers, from left to right: who had it from whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDE, HIGH, GAP_X, GAP_Y, EDGE = 212, 40, 64, 12, 4  # pixels


@dataclass(frozen=True)
class Node:
    """Something that words passed through. `kind` names its look, `href` may be None."""

    key: str
    label: str
    note: str
    kind: str
    href: str | None = None


@dataclass(frozen=True)
class Edge:
    """From whom, to whom, and how."""

    start: str
    end: str
    kind: str
    label: str = ""


@dataclass(frozen=True)
class Box:
    """A node in its place."""

    node: Node
    x: int
    y: int


@dataclass(frozen=True)
class Curve:
    """An edge as the path of an SVG picture."""

    edge: Edge
    path: str
    x: int
    y: int


@dataclass(frozen=True)
class Graph:
    """Boxes and curves in a picture of this size, in pixels."""

    boxes: list[Box]
    curves: list[Curve]
    width: int
    height: int


def graph(nodes: Sequence[Node], edges: Iterable[Edge]) -> Graph:
    """The nodes in layers: each stands right of all it had words from. Loops are cut where they close."""
    known = {node.key: node for node in nodes}
    kept = _acyclic([edge for edge in dict.fromkeys(edges) if edge.start in known and edge.end in known])
    layers = _ordered(_layers(list(known), kept), kept)
    boxes = [_box(known[key], x, y, layers) for x, layer in enumerate(layers) for y, key in enumerate(layer)]
    place = {box.node.key: box for box in boxes}
    tall = max((len(layer) for layer in layers), default=0)
    width = len(layers) * (WIDE + GAP_X) - GAP_X + 2 * EDGE if layers else 0
    return Graph(boxes, [_curve(e, place) for e in kept], width, tall * (HIGH + GAP_Y) - GAP_Y + 2 * EDGE)


def _acyclic(edges: list[Edge]) -> list[Edge]:
    """The edges without those that would close a loop."""
    after: dict[str, set[str]] = defaultdict(set)
    kept = []
    for edge in edges:
        if edge.start != edge.end and not _reaches(edge.end, edge.start, after):
            after[edge.start].add(edge.end)
            kept.append(edge)
    return kept


def _reaches(start: str, goal: str, after: dict[str, set[str]]) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        fresh = after.get(here, set()) - seen
        seen |= fresh
        waiting += fresh
    return False


def _layers(keys: list[str], edges: list[Edge]) -> list[list[str]]:
    before: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        before[edge.end].append(edge.start)
    depth: dict[str, int] = {}
    for _ in keys:
        fresh = {k: 1 + max((depth.get(b, 0) for b in before[k]), default=-1) for k in keys}
        if fresh == depth:
            break
        depth = fresh
    found: list[list[str]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for key in keys:
        found[depth[key]].append(key)
    return found


def _ordered(layers: list[list[str]], edges: list[Edge]) -> list[list[str]]:
    """Each layer in the order of what stands left of it, so that few lines cross."""
    before: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        before[edge.end].append(edge.start)
    place: dict[str, float] = {}
    for layer in layers:
        old = {key: number for number, key in enumerate(layer)}
        layer.sort(key=lambda key: (_middle([place[b] for b in before[key] if b in place], old[key]), old[key]))
        place |= {key: (number + 0.5) / len(layer) for number, key in enumerate(layer)}
    return layers


def _middle(places: list[float], otherwise: int) -> float:
    return sum(places) / len(places) if places else 1.0 + otherwise


def _box(node: Node, x: int, y: int, layers: list[list[str]]) -> Box:
    tall = max(len(layer) for layer in layers)
    free = (tall - len(layers[x])) * (HIGH + GAP_Y) // 2
    return Box(node, EDGE + x * (WIDE + GAP_X), EDGE + free + y * (HIGH + GAP_Y))


def _curve(edge: Edge, place: dict[str, Box]) -> Curve:
    start, end = place[edge.start], place[edge.end]
    x1, y1, x2, y2 = start.x + WIDE, start.y + HIGH // 2, end.x, end.y + HIGH // 2
    bend = (x2 - x1) // 2
    return Curve(edge, f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2 - 5} {y2}", (x1 + x2) // 2, (y1 + y2) // 2)
