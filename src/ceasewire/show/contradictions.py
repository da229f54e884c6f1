"""The view of contradictions: both sides in their own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ceasewire.model import Contradiction, Fact, Side
from ceasewire.record import Record
from ceasewire.show.paint import Line, blank, line
from ceasewire.show.words import CLASH, SHORT, basis, count, cut, page


@dataclass(frozen=True)
class Contradictions:
    """Every contradiction, in the order of the facts it is about."""

    name: str = "contradictions"

    def data(self, record: Record) -> object:
        """The contradictions as in the export."""
        return record.contradictions

    def lines(self, record: Record) -> Iterator[Line]:
        """Every contradiction."""
        found = record.contradictions
        facts = {fact.id: fact for fact in record.facts}
        yield line((count(len(found), "contradiction"), "bold"), f" ({basis(record)})")
        for clash in found:
            yield blank()
            yield line((about(clash, facts), "bold"), f": {CLASH[clash.kind]}")
            yield from _clash(clash, record)


def _clash(clash: Contradiction, record: Record) -> Iterator[Line]:
    for name, sides in (("one side", clash.a), ("other side", clash.b)):
        yield line((name, "yellow"), indent=2)
        for side in sides:
            yield from _side(side, record)


def about(clash: Contradiction, facts: Mapping[str, Fact]) -> str:
    """What a contradiction is about: the summary of its fact, else one speaker's words that another names."""
    fact = facts.get(clash.about)
    return f"{fact.id[:SHORT]}  {fact.summary}" if fact else f"{clash.about[:SHORT]}  one speaker against another"


def _side(side: Side, record: Record) -> Iterator[Line]:
    origin = record.origin.get(side.origin or "")
    who = f"{origin.name} ({origin.camp})" if origin else "origin unknown"
    yield line((who, "cyan"), f": “{cut(side.span.text, 300)}”", indent=4)
    document = record.document[side.doc]
    yield line((f"{page(document)}, {side.span.start}-{side.span.end}", "dim"), indent=6)
