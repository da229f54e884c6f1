"""What reading makes of one page, before its day of writing is known."""

from __future__ import annotations

from msgspec import Struct

from ceasewire.model.actors import Actor, Relation
from ceasewire.model.said import Mention, Statement, Time


class Clock(Struct, frozen=True):
    """How a time expression turns into days once the day of writing is known.

    `rule` names a function of the time resolver, `args` are its numbers and names. `tense` is the direction of the
    governing verb (`past`, `present`, `future`, or empty). `anchor` is a day that replaces the day of writing, for
    words quoted from an older text.
    """

    rule: str
    args: list[int | str]
    tense: str = ""
    anchor: str | None = None


class Dated(Struct, frozen=True):
    """Which time expression dates a mention. `how`: `at` (the stretch itself), `ongoing` (from its start to the day of
    writing), `start` or `end` (that day alone), `term` (from its start to the end of the time `until`, or as long as
    `length` says: a number and a unit)."""

    mention: str
    time: str | None
    how: str = "at"
    until: str | None = None
    length: tuple[int, str] | None = None


class Reading(Struct):
    """What one document says, before its day of writing is known.

    Ids count within the document (`s1`, `m4`, `a2`, `t3`). Time intervals are None here: `reading.adopt` fills them
    from `clocks`.
    """

    times: list[Time]
    clocks: dict[str, Clock]
    actors: list[Actor]
    relations: list[Relation]
    statements: list[Statement]
    mentions: list[Mention]
    dated: list[Dated]
    sentences: list[tuple[int, int]]
