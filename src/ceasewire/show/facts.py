"""The view of facts: one paragraph each, contested ones first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ceasewire.model import Fact
from ceasewire.record import Record
from ceasewire.show.marks import labelled
from ceasewire.show.paint import Line, blank, line
from ceasewire.show.words import SHORT, STATUS, basis, camps, count, cut, days, possible, sentence

COLOUR = {"contested": "bold red", "denied": "magenta", "several_origins": "green", "one_origin": "cyan"}


@dataclass(frozen=True)
class Facts:
    """The facts of one type, of one status, in which a name (or a part of one) fills a role. None asks for all."""

    type: str | None = None
    status: str | None = None
    actor: str | None = None
    name: str = "facts"

    def data(self, record: Record) -> object:
        """The facts as in the export, each with its plain sentence and the origins that tell it to their own harm."""
        told = record.against_interest
        return [
            {"sentence": sentence(fact), "fact": fact, "against_interest": told.get(fact.id, [])}
            for fact in self.chosen(record)
        ]

    def lines(self, record: Record) -> Iterator[Line]:
        """Every chosen fact."""
        chosen = self.chosen(record)
        yield line((count(len(chosen), "fact"), "bold"), f" ({basis(record)})")
        for fact in chosen:
            yield blank()
            yield from fact_lines(fact)
            yield from _admitted(fact, record)
            yield from labelled(f"facts/{fact.id}", record)

    def chosen(self, record: Record) -> list[Fact]:
        """The facts that pass the filters, in the record's order."""
        return [
            fact
            for fact in record.facts
            if self.type in (None, fact.type)
            and self.status in (None, fact.status)
            and (self.actor is None or takes_part(self.actor, fact, record))
        ]


def _admitted(fact: Fact, record: Record) -> Iterator[Line]:
    """Who tells it though it harms himself."""
    names = [record.origin[key].name for key in record.against_interest.get(fact.id, ())]
    if names:
        yield line(("told against their own interest by", "yellow"), f" {', '.join(names)}", indent=2)


def takes_part(name: str, fact: Fact, record: Record) -> bool:
    """Whether an actor with this name, or a name that holds it, fills a role of the fact. Case does not matter."""
    wanted = name.casefold()
    names = [arg.text for arg in fact.args]
    for arg in fact.args:
        actor = record.actor.get(arg.actor or "")
        if actor:
            names += [actor.name, *(alias.name for alias in actor.aliases)]
    return any(wanted in known.casefold() for known in names)


def headline(fact: Fact, indent: int = 0, most: int = 400) -> Line:
    """What a fact is about, and when, behind the beginning of its id."""
    when = days(fact.interval)
    what = cut(fact.summary, most)
    return line((fact.id[:SHORT], "dim"), "  ", (what, "bold"), f", {when}" if when else "", indent=indent)


def fact_lines(fact: Fact, indent: int = 0) -> Iterator[Line]:
    """A fact in at most four lines: what, on how many sources, from which camps, in what range."""
    yield headline(fact, indent)
    yield line((STATUS[fact.status], COLOUR[fact.status]), f". {sentence(fact)}.", indent=indent + 2)
    for more in (camps(fact), possible(fact)):
        if more:
            yield line((more, "dim"), indent=indent + 2)
