"""Seconds that fusion takes for so many statements, and how they grow.

    python benchmarks/fusion.py [STATEMENTS ...]      unless told, 6000 and 24000 statements

The readings are made up: one year of a war of 30 states, 60 armed groups and 300 towns, three statements a page, each
with an event of its own. So the days get fuller with the size, which is harder than a longer war.
"""

from __future__ import annotations

import argparse
import math
import time
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from ceasewire.fusion import fuse
from ceasewire.model import (
    Actor,
    ActorKind,
    Alias,
    Arg,
    Document,
    Interval,
    Mention,
    Reading,
    Realis,
    Source,
    Span,
    Stance,
    Statement,
    When,
    ident,
)
from corpus import apart, peak, print_table

A_PAGE = 3
STANCES: tuple[Stance, ...] = ("asserts", "asserts", "denies", "accuses")
KINDS = ("talks", "attack", "release", "ceasefire", "withdrawal")


def main() -> None:
    """Measure the sizes asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("statements", nargs="*", type=int, default=[6000, 24000])
    asked = parser.parse_args().statements
    found = {count: apart(measured, count) for count in asked}
    rows = [[f"{n:,}", f"{row[0]:.1f}", f"{row[1]:,.0f}", f"{row[2]:,.0f}"] for n, row in found.items()]
    print_table(["statements", "seconds of one core", "facts", "peak of memory, MB"], rows)
    small, large = min(found), max(found)
    if large > small:
        print(
            f"Grows with statements to the {math.log(found[large][0] / found[small][0]) / math.log(large / small):.2f}"
        )


def measured(count: int) -> tuple[float, int, float]:
    """Seconds of one core, facts, and the peak of memory in megabytes."""
    pages = [page(number, Random(number)) for number in range(count // A_PAGE)]
    documents, readings = [made.document for made in pages], {made.document.id: made.reading() for made in pages}
    begun = time.process_time()
    story = fuse(documents, [], readings)
    return time.process_time() - begun, len(story.facts), peak()


@dataclass
class Page:
    """A page and what it says, written sentence by sentence."""

    document: Document
    actors: dict[str, Actor] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)

    def write(self, words: str) -> Span:
        """Add a sentence."""
        start = len(self.document.text)
        self.document.text += words + "\n"
        self.sentences.append((start, start + len(words)))
        return Span(start, start + len(words), words)

    def actor(self, name: str, kind: ActorKind) -> str:
        """An actor by name."""
        if name not in self.actors:
            key = ident(self.document.id, name)
            self.actors[name] = Actor(key, name, kind, [Alias(name, self.document.id, self.write(name))])
        return self.actors[name].id

    def reading(self) -> Reading:
        """What the page says."""
        return Reading([], {}, list(self.actors.values()), [], self.statements, self.mentions, [], self.sentences)


def page(number: int, chance: Random) -> Page:
    """A page of one day of the year, by one of forty outlets."""
    day = (date(2031, 1, 1) + timedelta(days=number % 365)).isoformat()
    key, outlet = ident("benchmark", number), f"Outlet {number % 40}"
    made = Page(
        Document(
            key, f"p{number}", None, None, key, "", "en", True, outlet, outlet, "report", None, None, None, None, day,
            day, day, [], [],
        )
    )  # fmt: skip
    states = [f"State{chance.randrange(30)}" for _ in range(2)]
    for _ in range(A_PAGE):
        tell(made, chance, states, f"Front{chance.randrange(60)}", f"Town{chance.randrange(300)}")
    return made


def tell(page: Page, chance: Random, states: list[str], front: str, town: str) -> None:
    """One statement of somebody about one event."""
    doc, day = page.document.id, page.document.published or ""
    who = f"Person{chance.randrange(2000)} Name{chance.randrange(50)}"
    ids = {name: page.actor(name, "state") for name in states} | {front: page.actor(front, "armed_group")}
    stance, kind, number = chance.choice(STANCES), chance.choice(KINDS), len(page.statements)
    speaker, said, content = page.actor(who, "person"), page.write("said"), page.write(f"the {kind} in {town} {number}")
    page.statements.append(
        Statement(
            ident(doc, "s", number), doc, Source(said, speaker), False, 1, None, None, None, said, [content],
            "indirect", stance, [page.document.path, who], None, None, None, 1.0,
        )
    )  # fmt: skip
    args = [Arg(role, None, ids.get(name), name) for role, name in roles(kind, states, front, town, chance)]
    realis: Realis = "denied" if stance == "denies" else "occurred"
    page.mentions.append(
        Mention(
            ident(doc, "m", number), doc, kind, content, args, None, When(Interval(day, day), None), realis,
            page.statements[-1].id, None, None, None, 1.0,
        )
    )  # fmt: skip


def roles(kind: str, states: list[str], front: str, town: str, chance: Random) -> list[tuple[str, str]]:
    """Who and what an event is about."""
    return {
        "talks": [("party", states[0]), ("party", front), ("venue", town)],
        "attack": [("attacker", front), ("target", states[1]), ("place", town)],
        "release": [("holder", front), ("released", f"{chance.randrange(3, 90)} prisoners")],
        "ceasefire": [("party", states[0]), ("party", front)],
        "withdrawal": [("party", front), ("from", town)],
    }[kind]


if __name__ == "__main__":
    main()
