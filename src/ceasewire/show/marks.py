"""The marks that rulings, labels and assessments leave on other views."""

from __future__ import annotations

from collections.abc import Iterator

from ceasewire.model import Ruling
from ceasewire.record import Record
from ceasewire.show.paint import Line, line

DONE = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "merge": "merged", "split": "split"}


def marked(key: str, record: Record) -> Iterator[Line]:
    """What people have ruled about one thing, one line a ruling that stands."""
    for ruling in record.standing:
        if ruling.what.rpartition("/")[2] == key:
            told = f"{DONE.get(ruling.ruling, ruling.ruling)}{value(ruling)} by {ruling.by}, {ruling.at}: {ruling.why}"
            yield line((told, "yellow"))


def labelled(what: str, record: Record) -> Iterator[Line]:
    """The label of `facts/ID`, where it has one."""
    if what in record.tlp:
        yield line((f"TLP:{record.tlp[what]}", "bold"), indent=2)


def assessed(key: str, record: Record) -> Iterator[Line]:
    """What analysts make of a fact, in their own words."""
    for row in record.assessments:
        if row.stands and row.fact == key:
            limit = f"TLP:{row.tlp}, " if row.tlp else ""
            yield line((f"{limit}assessment by {row.by}, {row.at}: ", "yellow"), row.words or "", indent=2)


def value(ruling: Ruling) -> str:
    """The value of a ruling behind a space, nothing where it has none."""
    return f" {ruling.value}" if ruling.value else ""
