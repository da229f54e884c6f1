"""The view of one truce: its ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceasewire.record import Record
from ceasewire.show.paint import Line, blank, line
from ceasewire.show.words import SHORT, basis, count, cut, days, listed
from ceasewire.truce import Ledger, ledger
from ceasewire.truce.incidents import Claim, Incident
from ceasewire.truce.ledger import Side
from ceasewire.truce.phases import Phase

ROWS = ("parties", "signatories", "mediators", "guarantors", "places", "factions", "oversight")


@dataclass(frozen=True)
class Truce:
    """The truces that a name means, as one ledger; `day` asks for the state on a day."""

    called: str
    day: str | None = None
    name: str = "truce"

    def data(self, record: Record) -> object:
        """The ledger."""
        return ledger(record, self.called, self.day)

    def lines(self, record: Record) -> Iterator[Line]:
        """The ledger, from its parties to its incidents."""
        book = ledger(record, self.called, self.day)
        yield line((" · ".join(dict.fromkeys(book.names)), "bold"), f" ({basis(record)})")
        on = f" on {self.day}" if self.day else ", as last told"
        yield line(("state: ", "dim"), f"{book.state or 'not known'}{on}", indent=2)
        yield line(("in force: ", "dim"), days(book.window) or "not known", indent=2)
        yield from _parts(book)
        yield from _phases(book.phases)
        yield from _incidents(book.incidents, book.claims)


def _parts(book: Ledger) -> Iterator[Line]:
    for row in ROWS:
        if sides := getattr(book, row):
            yield line((f"{row}: ", "dim"), listed((_side(side) for side in sides), 12), indent=2)
    for out in book.excluded:
        why = f": “{cut(out.why[0], 160)}”" if out.why else ""
        yield line(("excluded: ", "dim"), out.name, why, indent=2)
    for name, rows in (("duration", book.duration), ("terms", [f"“{cut(term, 160)}”" for term in book.terms])):
        if rows:
            yield line((f"{name}: ", "dim"), "; ".join(rows), indent=2)


def _side(side: Side) -> str:
    return side.name + (f" ({side.number:,.0f})" if side.number else "")


def _phases(rows: Sequence[Phase]) -> Iterator[Line]:
    if rows:
        yield blank()
        yield line(("Phases", "bold underline"))
    for row in rows:
        when = days(row.when) or (f"told {row.told}" if row.told else "no day")
        on = f"{count(row.origins, 'source')} for, {row.disputed:,} against"
        yield line((f"{row.phase} ", "cyan"), f"{when}; {row.realis}; {on} ", (row.fact[:SHORT], "dim"), indent=2)


def _incidents(rows: Sequence[Incident], totals: Sequence[Claim]) -> Iterator[Line]:
    alleged = [row for row in rows if row.kind == "violation"]
    possible = [row for row in rows if row.kind == "possible"]
    for title, found in (("Alleged violations", alleged), ("Attacks that nobody calls a violation", possible)):
        if found:
            yield blank()
            yield line((f"{title} ({len(found):,})", "bold underline"))
        for row in found:
            yield from _incident(row)
    if totals:
        yield blank()
        yield line(("Totals that a side claims, in no count above", "bold underline"))
    for claim in totals:
        yield line(f"“{claim.words}”, {listed(claim.by)} of {listed(claim.against) or 'nobody named'}", indent=2)


def _incident(row: Incident) -> Iterator[Line]:
    who = f"{listed(row.accused) or 'nobody named'} against {listed(row.victims) or 'nobody named'}"
    where = f" in {listed(row.places)}" if row.places else ""
    when = days(row.when) or (f"reported {row.reported}" if row.reported else "no day")
    means = f"; {listed(row.means)}" if row.means else ""
    yield line((row.fact[:SHORT], "dim"), f"  {who}{where}, {when}{means}", indent=2)
    by = f" by {listed(row.rejected_by)}" if row.rejected_by else ""
    yield line((", ".join(row.borne_out), "yellow"), by, f"; told by {listed(row.accusers) or 'nobody'}", indent=4)
