"""Marks over a text. Marks may overlap; the text is cut where any of them begins or ends, so that markup never does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

MOST = 24  # marks over one place that are kept


@dataclass(frozen=True)
class Mark:
    """Something said about the characters from start to end. `key` is the id of a statement, fact, link or day."""

    start: int
    end: int
    kind: str
    key: str = ""


@dataclass(frozen=True)
class Piece:
    """A run of text under the same marks. `anchors` are the stretches that begin here."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    anchors: tuple[str, ...] = ()

    @property
    def kinds(self) -> str:
        """The kinds of its marks, each once."""
        return " ".join(dict.fromkeys(mark.kind for mark in self.marks))

    def keys(self, *kinds: str) -> str:
        """The ids of its marks of these kinds, each once."""
        return " ".join(dict.fromkeys(mark.key for mark in self.marks if mark.kind in kinds and mark.key))


def pieces(start: int, end: int, marks: Sequence[Mark], named: bool = True) -> list[Piece]:
    """The stretch from start to end in pieces. With `named`, each mark's stretch has an anchor on its first piece."""
    inside = sorted(
        {Mark(max(m.start, start), min(m.end, end), m.kind, m.key) for m in marks if m.start < end and m.end > start},
        key=lambda m: (m.start, -m.end, m.kind, m.key),
    )
    whole = _anchors(marks, start, end) if named else {}
    edges = sorted({start, end, *(m.start for m in inside), *(m.end for m in inside)})
    found: list[Piece] = []
    open_: list[Mark] = []
    waiting = 0
    for left, right in pairwise(edges):
        open_ = [mark for mark in open_ if mark.end > left]
        while waiting < len(inside) and inside[waiting].start <= left:
            open_ = [*open_, inside[waiting]][-MOST:]
            waiting += 1
        found.append(Piece(left, right, tuple(open_), whole.get(left, ())))
    return found


def _anchors(marks: Iterable[Mark], start: int, end: int) -> dict[int, tuple[str, ...]]:
    found: dict[int, dict[str, None]] = {}
    for mark in marks:
        if start <= mark.start < end:
            found.setdefault(mark.start, {})[f"c{mark.start}-{mark.end}"] = None
    return {at: tuple(names) for at, names in found.items()}
