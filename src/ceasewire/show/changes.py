"""The view of what changed since a day, and of who is silent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ceasewire.model import Ruling
from ceasewire.record import Record
from ceasewire.record.changes import Change, Changes, changes
from ceasewire.record.silence import Silence, silence
from ceasewire.show.facts import headline
from ceasewire.show.paint import Line, blank, line
from ceasewire.show.view import seen
from ceasewire.show.words import SHORT, basis, count, cut, listed, page

TITLES = {
    "claimed": "Newly claimed",
    "supported": "Newly supported",
    "denied": "Newly denied",
    "withdrawn": "Withdrawn, or told not to come",
    "corrected": "Corrected by a later version",
}


@dataclass(frozen=True)
class Since:
    """What the record at `path` knows that the pages published by `since` (an ISO day) did not tell."""

    path: Path
    since: str
    redact: bool = False
    name: str = "changes"

    def data(self, record: Record) -> object:
        """The changes by kind, the rulings since, and the silences."""
        found = self._changes(record)
        return {"since": self.since, "changes": found, "rulings": self._ruled(record), "silence": silence(record)}

    def lines(self, record: Record) -> Iterator[Line]:
        """One section a kind of change, then the rulings, then who is silent."""
        found = self._changes(record)
        yield line((f"Since {self.since}", "bold"), f" ({basis(record)})")
        for name, title in TITLES.items():
            yield from _section(title, getattr(found, name))
        yield from _rulings(self._ruled(record))
        yield from _silence(silence(record), record)

    def _changes(self, record: Record) -> Changes:
        """Pages without a day are on neither side: nobody knows when they came."""
        last = record.header.as_of or record.days.end or self.since
        return changes(*(seen(self.path, day, redact=self.redact) for day in (self.since, last[:10])))

    def _ruled(self, record: Record) -> list[Ruling]:
        return [ruling for ruling in record.rulings if ruling.at[:10] > self.since]


def _section(title: str, rows: Sequence[Change]) -> Iterator[Line]:
    yield blank()
    yield line((f"{title} ({len(rows):,})", "bold underline"))
    for row in rows:
        yield headline(row.fact, indent=2, most=160)
        if row.origins:
            yield line(("by ", "dim"), listed(row.origins), indent=4)
        if row.before or row.after:
            yield line((f"{row.before or 'nothing'} → {row.after or 'nothing'}", "dim"), indent=4)


def _rulings(rows: Sequence[Ruling]) -> Iterator[Line]:
    if rows:
        yield blank()
        yield line((f"Rulings ({len(rows):,})", "bold underline"))
    for ruling in rows:
        yield line((ruling.id[:SHORT], "dim"), f"  {ruling.what} {ruling.ruling}, {ruling.by}: {ruling.why}", indent=2)


def _silence(found: Silence, record: Record) -> Iterator[Line]:
    yield blank()
    yield line(("Silence", "bold underline"))
    for asked in found.unanswered:
        where = page(record.document[asked.doc])
        yield line((asked.who, "cyan"), f" did not answer: “{cut(asked.words, 120)}” ", (where, "dim"), indent=2)
    for party in found.unheard:
        told = f" is accused in {count(len(party.facts), 'fact')} and says nothing on any page"
        yield line((party.name, "cyan"), told, indent=2)
    if not (found.unanswered or found.unheard):
        yield line("nobody", indent=2)
