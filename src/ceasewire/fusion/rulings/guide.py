"""Everything that people told about a story, at the places where fusion asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeVar

from msgspec.structs import replace

from ceasewire.fusion.event import Event
from ceasewire.fusion.material import Material
from ceasewire.fusion.rulings import camps, marks
from ceasewire.fusion.rulings.actors import by_rulings, by_table
from ceasewire.fusion.rulings.entries import Anchor, Entry, in_force
from ceasewire.fusion.rulings.events import reshaped
from ceasewire.fusion.rulings.finding import Finder
from ceasewire.fusion.rulings.passages import Rejected, passages
from ceasewire.fusion.rulings.table import ActorRow, placed
from ceasewire.fusion.rulings.table import camps as camps_of
from ceasewire.model import Fact, Mention, Origin, Statement, Story

Row = TypeVar("Row", Statement, Mention)
Place = tuple[str, int, str]


@dataclass(frozen=True)
class Guide:
    """The log of rulings, the user's table of actors, and the facts that stay out of what is handed on."""

    entries: Sequence[Entry] = ()
    rows: Sequence[ActorRow] = ()
    hidden: Sequence[Anchor] = ()
    force: Sequence[Entry] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "force", in_force(self.entries))

    def begin(self, material: Material, of: dict[str, str]) -> tuple[Guided, dict[str, str]]:
        """Actors joined and passages rejected, before anything is counted."""
        finder = Finder(material.heads, material.statements, material.mentions)
        material, of = by_table(material, of, self.rows)
        material, of = by_rulings(material, of, self.force, finder)
        kept, out = passages(material, self.force, finder)
        return Guided(self, kept, out, finder), of


@dataclass(frozen=True)
class Guided:
    """One fusion under a guide."""

    guide: Guide
    material: Material
    out: Rejected
    finder: Finder

    def events(self, found: list[Event]) -> list[Event]:
        """The events as rulings join and part them."""
        return reshaped(found, self.material, self.guide.force, self.finder)

    def corrected(self, known: list[tuple[Event, Fact]]) -> list[tuple[Event, Fact]]:
        """The facts with fields corrected as ruled."""
        facts = marks.corrected([fact for _, fact in known], self.guide.force, self.finder)
        return [(event, fact) for (event, _), fact in zip(known, facts, strict=True)]

    def kept(self, known: list[tuple[Event, Fact]]) -> list[tuple[Event, Fact]]:
        """The facts that no ruling rejects and nobody withholds."""
        facts = [fact for _, fact in known]
        gone = marks.rejected(facts, self.guide.force, self.finder) | self._hidden(facts)
        return [row for row in known if row[1].id not in gone]

    def end(self, story: Story, known: list[tuple[Event, Fact]]) -> Story:
        """The story with camps, with what was rejected back in its place, and with the log."""
        table, force = camps_of(self.guide.rows), self.guide.force
        origins = camps.camped(story.origins, force, table)
        camp = {origin.id: origin.camp for origin in origins}
        kept = {fact.id for fact in story.facts} | self._hidden([fact for _, fact in known])
        facts = [*story.facts, *(fact for _, fact in known if fact.id not in kept)]
        return replace(
            story,
            origins=origins,
            places=placed(story.places, self.guide.rows),
            facts=[camps.recounted(fact, camp) for fact in facts],
            tracks=[camps.renamed(track, force, table) for track in story.tracks],
            statements=_with(story.statements, self.out.statements, lambda s: (s.doc, s.cue.start, s.id)),
            mentions=_with(story.mentions, self.out.mentions, lambda m: (m.doc, m.trigger.start, m.id)),
            rulings=marks.log(self._told(), self._now(facts, origins)),
        )

    def _hidden(self, facts: Sequence[Fact]) -> set[str]:
        return marks.touched(facts, self.guide.hidden, self.finder) if self.guide.hidden else set()

    def _told(self) -> list[Entry]:
        """The log but for what is about a withheld fact."""
        points = {point for anchor in self.guide.hidden for point in anchor.points}
        return [e for e in self.guide.entries if not points or points.isdisjoint(e.anchor.points)]

    def _now(self, facts: Sequence[Fact], origins: Sequence[Origin]) -> dict[str, str]:
        """The id that the subject of each ruling has today."""
        if not self.guide.entries:
            return {}
        shelf = marks.Shelf(facts, self.finder)
        found = {e.ruling.id: self._id(e.anchor, shelf, origins) for e in self.guide.entries}
        return {key: told for key, told in found.items() if told}

    def _id(self, anchor: Anchor, shelf: marks.Shelf, origins: Sequence[Origin]) -> str | None:
        match anchor.noun:
            case "facts":
                return shelf.id(anchor)
            case "actors":
                return self.finder.actor(anchor, self.material.actors)
            case "camps":
                return next((o.id for o in origins if camps.is_origin(anchor, o)), None)
            case "statements" | "mentions":
                found = self.finder.statements(anchor) if anchor.noun == "statements" else self.finder.mentions(anchor)
                return anchor.id if anchor.id in found else min(found, default=None)
        return None


def _with(rows: Sequence[Row], others: Mapping[str, Row], place: Callable[[Row], Place]) -> Sequence[Row]:
    """The rows and the others in one order, the rows themselves where there are none."""
    return sorted(chain(rows, others.values()), key=place) if others else rows
