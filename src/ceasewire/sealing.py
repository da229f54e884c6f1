"""A record that may go as far as a label allows, and no further: as if what is labelled higher had never been there.

Pages labelled higher are taken out and the rest is put together anew, so that no count, name or day rests on them.
Facts labelled higher stay out of it, and so do notes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ceasewire.fusion.rulings import Entry
from ceasewire.model import Document, Fact, Failure
from ceasewire.record.beside import Assessment, Label, Withheld
from ceasewire.record.header import header
from ceasewire.record.kept import Kept, kept_in
from ceasewire.record.kept import rows_of as tables_of
from ceasewire.record.notes import Rows, noted
from ceasewire.record.record import Record
from ceasewire.record.rows import rows_of
from ceasewire.record.store import fetch, fetch_readings, write
from ceasewire.record.tlp import ALL, within
from ceasewire.removing import without
from ceasewire.stages import make_again


@contextmanager
def sealed(path: Path, ceiling: str | None) -> Iterator[Path]:
    """The file of a record as far as it may go, for as long as it is needed: `path` itself where all of it may.

    Raises RecordError.
    """
    with TemporaryDirectory(prefix="ceasewire-") as folder:
        copy = Path(folder) / path.name
        yield copy if seal(path, ceiling or ALL, copy) else path


def seal(path: Path, ceiling: str, copy: Path) -> bool:
    """Write what may go as far as the ceiling into another file; False where all of it may, and nothing is written.

    Raises RecordError.
    """
    record = Record.at(path)
    over = [label for label in record.labels if label.stands and not within(label.tlp, ceiling)]
    if not over:
        return False
    pages = {page.id for page in record.documents if f"documents/{page.id}" in {label.what for label in over}}
    kept = _kept(kept_in(path), record, over, pages)
    documents = fetch(path, "documents", Document)
    rest = [page for page in documents if page.id not in pages]
    built = make_again(rest, fetch(path, "failures", Failure), fetch_readings(path), kept)
    rows = rows_of(built.documents, built.failures, built.links, built.story)
    notes = _notes(kept.notes, rows, record, ceiling)
    left = _withheld(record, ceiling, over, pages, notes)
    head = header(built.documents, built.failures, record.header.built_with)
    tables = {**tables_of(replace(built.kept, notes=notes)), **noted(notes, rows), "withheld": [left]}
    write(copy, head, rows, built.readings, tables)
    return True


def _kept(kept: Kept, record: Record, over: Collection[Label], pages: set[str]) -> Kept:
    """What fusion is told for what is left: rulings without their marks on pages that are out, facts to leave out."""
    gone = {page.sha256 for page in record.documents if page.id in pages}
    others = {page.sha256 for page in record.documents if page.id not in pages}
    labels = {label.id for label in over if label.what.startswith("facts/")}
    hidden = [entry.anchor for entry in kept.notes if entry.ruling.id in labels]
    return replace(kept, log=without(kept.log, gone - others), hidden=hidden)


def _notes(notes: Sequence[Entry], rows: Rows, record: Record, ceiling: str) -> list[Entry]:
    """The notes that stand on what is left and may go as far; of older ones nothing goes out."""
    going = {row.id for row in record.labels if row.stands and within(row.tlp, ceiling)}
    going |= {row.id for row in record.assessments if row.stands and within(row.tlp, ceiling)}
    now = noted([entry for entry in notes if entry.ruling.id in going], rows)
    there = {f"{name}/{getattr(row, 'id', '')}" for name in ("documents", "facts") for row in rows[name]}
    words = {row.id for row in now["assessments"] if isinstance(row, Assessment) and f"facts/{row.fact}" in there}
    there |= {f"assessments/{key}" for key in words}
    words |= {row.id for row in now["labels"] if isinstance(row, Label) and row.what in there}
    return [entry for entry in notes if entry.ruling.id in words]


def _withheld(
    record: Record, ceiling: str, over: Collection[Label], pages: set[str], notes: Sequence[Entry]
) -> Withheld:
    """How much is left out. Facts: those labelled so, and those that rest on such pages alone."""
    named = {label.what for label in over}
    facts = [fact for fact in record.facts if f"facts/{fact.id}" in named or _docs(fact, record) <= pages]
    kept = {entry.ruling.id for entry in notes}
    words = [row for row in record.assessments if row.stands and row.id not in kept]
    return Withheld(ceiling, len(pages), len(facts), len(words))


def _docs(fact: Fact, record: Record) -> set[str]:
    passages = (*fact.support, *fact.dispute)
    held = [record.mention.get(p.mention or "") or record.statement.get(p.statement or "") for p in passages]
    return {row.doc for row in held if row}
