"""Printed sheets to paragraphs: lines cut at a width are joined again, words parted at a line's end too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from ceasewire.intake.marks import bullet, plain

_HEADING = re.compile(
    r"^(?:article|chapter|section|annex|part)\s+[\divxlc]+\b|^\(?[\divx]{1,4}[.)]\s|^\([a-z]\)\s", re.I
)
_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad\u2010]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_END = re.compile(r"[.!?:;][\"”’)\]]*$")
_FULL = 0.75
_EDGE = 2


@dataclass(frozen=True)
class Sheaf:
    """Paragraphs, one a line, and the numbers of those that stand in the margin of sheet after sheet."""

    lines: list[str]
    margins: list[int]


@dataclass
class _Row:
    """One printed line; `margin` where it is the head or the foot of its sheet, `apart` after a gap."""

    text: str
    margin: bool
    apart: bool


def joined(sheets: Sequence[str]) -> Sheaf:
    """The paragraphs of the sheets; one that runs over a sheet's end is whole, what stood between comes after it."""
    rows = _rows([[" ".join(line.split()) for line in sheet.splitlines()] for sheet in sheets])
    width = _width([row.text for row in rows])
    known = Counter(word.lower() for row in rows for word in _WORD.findall(row.text))
    lines: list[str] = []
    margins: list[int] = []
    last: _Row | None = None
    at = 0
    for row in rows:
        if row.margin:
            margins.append(len(lines))
            lines.append(row.text)
        elif last is not None and _goes_on(last, row, width):
            lines[at] = _glued(lines[at], row.text, known)
            last = row
        else:
            at, last = len(lines), row
            lines.append(row.text)
    return Sheaf(lines, margins)


def _rows(sheets: Sequence[Sequence[str]]) -> list[_Row]:
    """The printed lines of all sheets; a first or last line that comes back on other sheets is margin."""
    edges = Counter(mark for sheet in sheets for mark in {plain(line) for _, line in _edges(sheet)})
    least = max(2, len(sheets) // 3)
    rows: list[_Row] = []
    for sheet in sheets:
        margin = {at for at, line in _edges(sheet) if edges[plain(line)] >= least or plain(line) in ("", "#", "page #")}
        apart = False
        for at, line in enumerate(sheet):
            if line:
                rows.append(_Row(line, at in margin, apart))
            apart = not line and bool(rows)
    return rows


def _edges(sheet: Sequence[str]) -> list[tuple[int, str]]:
    """The first and the last lines of a sheet."""
    filled = [(at, line) for at, line in enumerate(sheet) if line]
    return filled[:_EDGE] + filled[max(_EDGE, len(filled) - _EDGE) :]


def _width(lines: Sequence[str]) -> float:
    """How long a full line is, in characters."""
    lengths = [len(line) for line in lines]
    return quantiles(lengths, n=4)[2] if len(lengths) > 1 else 0.0


def _goes_on(last: _Row, row: _Row, width: float) -> bool:
    """Whether a printed line goes on with the one before: no gap or new item between, and that one full or unended."""
    if row.apart or bullet(row.text) or _HEADING.match(row.text):
        return False
    full = len(last.text) >= _FULL * width
    if _END.search(last.text):
        return full and len(last.text) >= 0.9 * width
    return full or row.text[0].islower()


def _glued(line: str, more: str, known: Counter[str]) -> str:
    """Two parts of a paragraph; a hyphen at the break goes unless the page writes the word with one."""
    if not _HYPHEN.search(line) or not more[:1].islower():
        return f"{line} {more}"
    head, tail = _WORD.findall(line[:-1])[-1:], _WORD.findall(more)[:1]
    with_hyphen, without = (sep.join([*head, *tail]).lower() for sep in ("-", ""))
    return f"{line}{more}" if known[with_hyphen] > known[without] else f"{line[:-1]}{more}"
