"""The log of notes: labels and assessments, kept with the words on pages by which their subjects are found again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ceasewire.fusion.rulings import Anchor, Entry
from ceasewire.fusion.rulings.finding import Finder
from ceasewire.fusion.rulings.marks import Shelf
from ceasewire.model import Document, Fact, Mention, Statement
from ceasewire.record.beside import Assessment, Label

Rows = Mapping[str, Sequence[Struct]]

LABEL, ASSESS, WITHDRAW = "label", "assess", "withdraw"


class Subjects:
    """The pages and facts of a record, to be found by the anchors of notes."""

    def __init__(self, rows: Rows) -> None:
        self.documents = [row for row in rows["documents"] if isinstance(row, Document)]
        self.facts = [row for row in rows["facts"] if isinstance(row, Fact)]
        statements = {row.id: row for row in rows["statements"] if isinstance(row, Statement)}
        mentions = {row.id: row for row in rows["mentions"] if isinstance(row, Mention)}
        self.finder = Finder({page.id: page for page in self.documents}, statements, mentions)
        self.shelf = Shelf(self.facts, self.finder)

    def pages(self, anchor: Anchor) -> list[str]:
        """The pages of the anchored bytes, and the one of the anchored path: its words may have changed since."""
        bytes_ = {point.sha256 for point in anchor.points}
        return [page.id for page in self.documents if page.sha256 in bytes_ or page.path in anchor.names]

    def labelled(self, anchor: Anchor) -> list[str]:
        """What a label is on today, as `facts/ID`: each part of what it was put on, or that where nothing is there."""
        if anchor.noun == "documents":
            found = self.pages(anchor)
        elif anchor.noun == "facts":
            found = sorted(self.shelf.touched(anchor))
        else:
            found = [anchor.id]
        return [f"{anchor.noun}/{key}" for key in found or [anchor.id]]

    def fact(self, anchor: Anchor) -> str:
        """The fact that an assessment is of today."""
        return self.shelf.id(anchor) or anchor.id


def noted(notes: Sequence[Entry], rows: Rows) -> dict[str, list[Struct]]:
    """The rows of labels and assessments in a record of these rows."""
    if not notes:
        return {"labels": [], "assessments": []}
    subjects = Subjects(rows)
    put = [entry for entry in notes if entry.ruling.ruling == LABEL]
    labels = [label_of(entry, what) for entry in put for what in subjects.labelled(entry.anchor)]
    found = [_assessment(e, subjects.fact(e.anchor)) for e in notes if e.ruling.ruling != LABEL]
    return settled(labels, found)


def settled(labels: Iterable[Label], assessments: Iterable[Assessment]) -> dict[str, list[Struct]]:
    """The rows with which of them stand, and the label that each assessment bears."""
    labels, assessments = list(labels), list(assessments)
    last = {label.what: number for number, label in enumerate(labels)}
    now = {label.what: label.tlp for label in labels}
    undone = {row.undoes for row in assessments if row.undoes}
    return {
        "labels": [replace(label, stands=last[label.what] == number) for number, label in enumerate(labels)],
        "assessments": [
            replace(row, tlp=now.get(f"assessments/{row.id}"), stands=row.words is not None and row.id not in undone)
            for row in assessments
        ],
    }


def label_of(entry: Entry, what: str) -> Label:
    """The row of a label on one thing."""
    note = entry.ruling
    return Label(note.id, what, note.value or "", note.by, note.at, note.why, True)


def _assessment(entry: Entry, fact: str) -> Assessment:
    note = entry.ruling
    return Assessment(note.id, fact, note.value, note.by, note.at, None, note.undoes, True)
