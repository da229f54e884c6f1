"""The view of rulings: the whole log, undone ones too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ceasewire.record import Record
from ceasewire.record.kept import kept_in
from ceasewire.show.marks import value
from ceasewire.show.paint import Line, line
from ceasewire.show.words import SHORT, count


@dataclass(frozen=True)
class Rulings:
    """Every ruling in the order it was given, and the pages taken out of the record at `path`."""

    path: Path
    name: str = "rulings"

    def data(self, record: Record) -> object:
        """The rulings as in the export, and whether each stands; the tombstones, labels and assessments."""
        standing = {ruling.id for ruling in record.standing}
        log = [{"stands": ruling.id in standing, "ruling": ruling} for ruling in record.rulings]
        removed = kept_in(self.path).tombstones
        return {"log": log, "removed": removed, "labels": record.labels, "assessments": record.assessments}

    def lines(self, record: Record) -> Iterator[Line]:
        """One paragraph a ruling."""
        standing = {ruling.id for ruling in record.standing}
        number = sum(not ruling.undoes for ruling in record.rulings)
        yield line((count(number, "ruling"), "bold"), f", {len(standing):,} of them standing")
        for ruling in record.rulings:
            gone = "" if ruling.id in standing or ruling.undoes else " (undone)"
            yield line((ruling.id[:SHORT], "dim"), f"  {ruling.what} ", (ruling.ruling, "bold"), value(ruling), gone)
            yield line((f"by {ruling.by}, {ruling.at}: {ruling.why}", "dim"), indent=2)
        for stone in kept_in(self.path).tombstones:
            yield line(("a page was removed, ", "bold"), f"{stone.day}: {stone.reason}")
        yield from _notes(record)


def _notes(record: Record) -> Iterator[Line]:
    for label in record.labels:
        gone = "" if label.stands else " (replaced)"
        yield line((label.id[:SHORT], "dim"), f"  {label.what} ", (f"TLP:{label.tlp}", "bold"), gone)
        yield line((f"by {label.by}, {label.at}: {label.why}", "dim"), indent=2)
    for row in record.assessments:
        told = row.words or f"takes back {row.undoes}"
        gone = "" if row.stands or not row.words else " (undone)"
        yield line((row.id[:SHORT], "dim"), f"  facts/{row.fact} ", ("assessment", "bold"), f": {told}{gone}")
        yield line((f"by {row.by}, {row.at}", "dim"), indent=2)
