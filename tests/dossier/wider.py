"""The record made by hand, with more on it: places that are known, parties, a broker, terms and refusals."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

import made
from ceasewire.model import Actor, Arg, Fact, Interval, Place, Story
from ceasewire.record.header import header
from ceasewire.record.rows import rows_of
from ceasewire.record.store import write

PARTIES = [Arg("party", None, "veldania", "Veldania"), Arg("party", None, "front", "Marrow Front")]


def fact(number: int, type_: str, args: list[Arg], day: str, **changes: object) -> Fact:
    """A fact of one source on a day."""
    first = made.story().facts[0]
    plain = replace(
        first, id=f"{number:x}" * 16, type=type_, summary=f"{type_} number {number}", args=args, dispute=[],
        interval=Interval(day, day), status="one_origin", origins_against=[], by_camp={"Veldania": [1, 0]}, figures=[],
        place=None, track="t1", history=[], first_reported="2031-05-06", last_reported="2031-05-06",
    )  # fmt: skip
    return replace(plain, **changes)


def story(attacks: int = 0) -> Story:
    """Talks in May and June, a deal to come, terms asked for and refused, an attack at a place that is known.

    `attacks` adds so many more.
    """
    found = made.story()
    words = made.at(made.documents()[0], "talks", "that talks")
    more = [
        fact(1, "talks", [*PARTIES, Arg("mediator", None, "estmere", "Estmere")], "2031-06-02"),
        fact(2, "agreement", PARTIES, "2031-06-20", realis="planned"),
        fact(3, "boycott", [Arg("party", None, "column", "Dawn Column")], "2031-06-03"),
        fact(4, "attack", [Arg("place", None, "ostrel", "Ostrel")], "2031-05-14", place="ostrel"),
        fact(5, "proposal", [Arg("proposer", None, "veldania", "Veldania"), Arg("terms", words, None, "a truce")],
             "2031-05-10", terms=[words]),
        fact(6, "rejection", [Arg("party", None, "front", "Marrow Front"), Arg("terms", words, None, "a truce")],
             "2031-05-12", terms=[words]),
        fact(7, "agreement", [*PARTIES, Arg("terms", words, None, "a truce of two weeks")], "2031-06-18",
             terms=[words]),
    ]  # fmt: skip
    args = [Arg("place", None, "ostrel", "Ostrel")]
    more += [fact(100 + n, "attack", args, f"2031-05-{n % 28 + 1:02}", id=f"{n:016}") for n in range(attacks)]
    actors = [Actor("estmere", "Estmere", "state", []), Actor("column", "Dawn Column", "armed_group", [])]
    first = replace(found.facts[0], args=[*PARTIES, found.facts[0].args[1]])
    places = [Place("ostrel", "Ostrel", 12.0, 30.0, 1, "Veldania")]
    track = replace(found.tracks[0], facts=[first.id, *(f.id for f in more)])
    return replace(found, tracks=[track], actors=[*found.actors, *actors], facts=[first, *more], places=places)


def record(path: Path, attacks: int = 0) -> Path:
    """The record of all this, in a file."""
    rows = rows_of(made.documents(), [], made.links(), story(attacks))
    write(path, header(made.documents(), [], "ceasewire of the tests"), rows, {})
    return path
