"""The record on disk."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

import made
from ceasewire.model import Document
from ceasewire.record import RecordError, open_record
from ceasewire.record import store as store_module
from ceasewire.record.header import header
from ceasewire.record.scrub import scrub
from ceasewire.record.store import is_record, write


def test_what_was_written_is_read(tmp_path: Path) -> None:
    record = made.record(tmp_path / "r.db")
    assert record.documents == made.documents()
    assert record.facts == made.story().facts
    assert record.links == made.links()
    assert record.name("brenn") == "Ada Brenn"
    assert record.days.end == "2031-05-08"


def test_an_index_table_and_json_serve_plain_sql(tmp_path: Path) -> None:
    made.record(tmp_path / "r.db")
    with sqlite3.connect(tmp_path / "r.db") as connection:
        rows = connection.execute("SELECT json_extract(body, '$.status') FROM facts").fetchall()
    connection.close()
    assert rows == [("contested",)]


def test_a_build_that_dies_leaves_the_old_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.db"
    made.record(path)
    before = path.read_bytes()

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(store_module, "_table", die)
    with pytest.raises(KeyboardInterrupt):
        made.record(path)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["r.db"]


def test_a_file_that_is_no_record_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine")
    with pytest.raises(RecordError, match=r"notes\.txt: exists and is not a record"):
        made.record(path)
    assert path.read_text() == "mine"


@pytest.mark.parametrize("content", [b"", b"text", b"SQLite format 3\x00" + b"\x00" * 200])
def test_opening_something_else_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(content)
    with pytest.raises(RecordError, match=r"x\.db: is not a record"):
        open_record(path)


def test_a_cut_record_is_told_by_name(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    made.record(path)
    path.write_bytes(path.read_bytes()[:4096])
    with pytest.raises(RecordError, match=r"r\.db"):
        open_record(path).rows("facts")


def test_a_row_of_another_version_is_told_by_name(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    made.record(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE facts SET body = '{}'")
    connection.close()
    with pytest.raises(RecordError, match="build it anew"):
        open_record(path).rows("facts")


def test_an_empty_file_may_become_a_record(tmp_path: Path) -> None:
    (tmp_path / "r.db").touch()
    made.record(tmp_path / "r.db")
    assert is_record(tmp_path / "r.db")


def test_a_record_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="does not exist"):
        made.record(tmp_path / "none" / "r.db")


def test_lone_surrogates_are_mended_one_for_one(tmp_path: Path) -> None:
    page = made.document("odd\udcff.txt", "Title \ud800 here\nBody", "2031-05-06")
    mended = scrub(page)
    assert isinstance(mended, Document)
    assert mended.text == "Title \ufffd here\nBody"
    assert mended.path == "odd\ufffd.txt"
    assert mended.lines == page.lines
    write(tmp_path / "r.db", header([mended], [], "x"), {"documents": [mended]}, {})
    assert open_record(tmp_path / "r.db").documents == [mended]


@pytest.mark.parametrize(("prefix", "message"), [("zzz", "no fact"), ("", "no fact")])
def test_a_fact_that_is_not_there(tmp_path: Path, prefix: str, message: str) -> None:
    with pytest.raises(RecordError, match=message):
        made.record(tmp_path / "r.db").fact(prefix)


def test_a_fact_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    assert made.record(tmp_path / "r.db").fact("F01").id == "f0123456789abcde"
