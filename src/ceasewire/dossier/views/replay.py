"""The replay: on which days pages came out, each a step to the record as of that day."""

from __future__ import annotations

from dataclasses import dataclass

from ceasewire.dossier.shelf import Shelf

MOST = 60  # steps


@dataclass(frozen=True)
class Step:
    """Pages that came out up to a day and after the step before; `tall` is 1 to 100."""

    day: str
    pages: int
    tall: int
    chosen: bool


@dataclass(frozen=True)
class Replay:
    """The steps, and those before and after the one that is looked at."""

    steps: list[Step]
    before: str | None
    after: str | None
    day: str | None


def replay(whole: Shelf, day: str | None) -> Replay:
    """The steps of a record; several days make one step where there are many."""
    found = whole.known(
        "SELECT substr(published, 1, 10), count(*) FROM page WHERE published IS NOT NULL GROUP BY 1 ORDER BY 1"
    )
    days = [(str(when), int(str(pages))) for when, pages in found]
    size = -(-len(days) // MOST) or 1
    parts = [days[at : at + size] for at in range(0, len(days), size)]
    rows = [(part[-1][0], sum(pages for _, pages in part)) for part in parts]
    top = max((pages for _, pages in rows), default=1)
    here = next((number for number in reversed(range(len(rows))) if day and rows[number][0] <= day), None)
    steps = [Step(when, pages, max(8, pages * 100 // top), number == here) for number, (when, pages) in enumerate(rows)]
    return Replay(steps, *_beside(rows, here, day), day)


def _beside(rows: list[tuple[str, int]], here: int | None, day: str | None) -> tuple[str | None, str | None]:
    if day is None:
        return (rows[-2][0] if len(rows) > 1 else None), None
    at = -1 if here is None else here
    return (rows[at - 1][0] if at > 0 else None), (rows[at + 1][0] if at + 1 < len(rows) else None)
