"""Exports keep the contract."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import made
from ceasewire.export import FORMATS, export
from contract import FILES, Row, problems


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    record = made.record(tmp_path / "r.db")
    export(record, tmp_path / "out")
    return tmp_path / "out"


def test_an_export_keeps_the_contract(exported: Path) -> None:
    assert problems(exported) == []


def test_every_file_is_there_even_when_empty(exported: Path) -> None:
    assert (exported / "clauses.jsonl").read_bytes() == b""
    assert len(list(exported.iterdir())) == len(FILES) + 1


def test_the_header_counts_pages(exported: Path) -> None:
    head = json.loads((exported / "record.json").read_text("utf-8"))
    assert head["pages"] == {"read": 3, "not_read": 0, "failed": 1, "by_language": {"en": 3}}
    assert head["as_of"] is None


def test_letters_are_written_as_themselves(exported: Path) -> None:
    assert "“There were" in (exported / "statements.jsonl").read_text("utf-8") + (
        exported / "documents.jsonl"
    ).read_text("utf-8")


def test_a_second_export_replaces_the_first(exported: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in exported.iterdir()}
    (exported / "facts.jsonl").write_text("old")
    export(made.record(tmp_path / "again.db"), exported)
    assert {path.name: path.read_bytes() for path in exported.iterdir()} == before


def test_an_export_holds_one_file_at_a_time(tmp_path: Path) -> None:
    record = made.record(tmp_path / "r.db")
    export(record, tmp_path / "one")
    first = record.rows("facts")
    export(record, tmp_path / "two")
    assert record.rows("facts") == first
    assert record.rows("facts") is not first
    names = sorted(file.name for file in (tmp_path / "one").iterdir())
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in names)


def test_every_format_is_called_by_its_name() -> None:
    assert all(form.name == name for name, form in FORMATS.items())


BREAKS: dict[str, tuple[str, Callable[[Row], object]]] = {
    "a field too few": ("facts", lambda row: row.pop("terms")),
    "a field too many": ("facts", lambda row: row.update(extra=1)),
    "a wrong word": ("mentions", lambda row: row.update(realis="perhaps")),
    "a span that is off": ("mentions", lambda row: row["trigger"].update(start=row["trigger"]["start"] - 1)),
    "a span of other words": ("statements", lambda row: row["cue"].update(text="x" * len(row["cue"]["text"]))),
    "an actor that is not there": ("statements", lambda row: row["source"].update(actor="nobody")),
    "an interval that runs backwards": ("facts", lambda row: row["interval"].update(start="2032-01-01")),
    "a day that is none": ("facts", lambda row: row.update(first_reported="2031-02-30")),
    "a line that is missing": ("documents", lambda row: row["lines"].pop()),
}


@pytest.mark.parametrize("what", BREAKS)
def test_the_validator_sees(what: str, exported: Path) -> None:
    name, spoil = BREAKS[what]
    path = exported / f"{name}.jsonl"
    rows = [json.loads(row) for row in path.read_text("utf-8").splitlines()]
    spoil(rows[0])
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert problems(exported)
