"""The log of rulings: only ever added to, undone by a ruling, alive after rebuilds and new pages."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from ceasewire.export import export
from ceasewire.fusion.rulings import Anchor, Entry, in_force
from ceasewire.model import Ruling
from ceasewire.record import RecordError, open_record
from ceasewire.record.kept import kept_in
from ceasewire.record.rulings import append, rulings, standing
from rulings.press import meeting, quarrel, record, talks

WHO = {"by": "Ada", "at": "2031-06-01"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    record(tmp_path / "r.db", *quarrel())
    return tmp_path / "r.db"


def entry(key: str, undoes: str | None = None) -> Entry:
    return Entry(Ruling(key, "facts/f", "undo" if undoes else "reject", None, "Ada", "", "", undoes), ANCHOR)


ANCHOR = Anchor("facts", "f", [], [])


@pytest.mark.parametrize(
    ("log", "left"),
    [
        ([], []),
        ([entry("1"), entry("2")], ["1", "2"]),
        ([entry("1"), entry("2", "1")], []),
        ([entry("1"), entry("2", "1"), entry("3", "2")], ["1"]),
        ([entry("1"), entry("2", "1"), entry("3", "2"), entry("4", "3")], []),
    ],
)
def test_what_is_in_force(log: list[Entry], left: list[str]) -> None:
    assert [e.ruling.id for e in in_force(log)] == left


def test_a_ruling_keeps_who_when_and_why(path: Path) -> None:
    made = append(path, f"facts/{talks(open_record(path)).id[:5]}", "accept", why="two of us read it", **WHO)
    assert rulings(path) == [made]
    assert (made.by, made.at, made.why, made.undoes) == ("Ada", "2031-06-01", "two of us read it", None)


def test_the_log_is_in_every_export(path: Path, tmp_path: Path) -> None:
    fact = talks(open_record(path)).id
    append(path, f"facts/{fact}", "accept", why="read", **WHO)
    export(open_record(path), tmp_path / "out")
    export(open_record(path, "2031-05-04"), tmp_path / "early")
    rows = [json.loads((tmp_path / d / "rulings.jsonl").read_text("utf-8")) for d in ("out", "early")]
    assert rows[0]["what"] == f"facts/{fact}"
    assert rows[1]["what"] == f"facts/{talks(open_record(path, '2031-05-04')).id}"
    assert rows[0] | {"what": ""} == rows[1] | {"what": ""}


def test_a_ruling_survives_a_rebuild_and_a_new_page(path: Path) -> None:
    before = talks(open_record(path))
    append(path, f"facts/{before.id}", "reject", why="a rehearsal", **WHO)
    more = meeting("c", "Courier", "Cy Marn", "2031-05-07")
    known = record(path, *quarrel(), more, kept=kept_in(path))
    assert [f.type for f in known.facts] == []
    assert [r.ruling for r in known.rulings] == ["reject"]
    now = known.fact(known.rulings[0].what.removeprefix("facts/"))
    assert now.id != before.id
    assert len(now.support) == 3


def test_a_ruling_is_undone_by_a_ruling(path: Path) -> None:
    fact = talks(open_record(path)).id
    first = append(path, f"facts/{fact}", "reject", why="a rehearsal", **WHO)
    assert open_record(path).facts == []
    undo = append(path, f"rulings/{first.id}", "undo", why="no rehearsal", **WHO)
    assert undo.undoes == first.id
    assert talks(open_record(path)).id == fact
    append(path, f"rulings/{undo.id}", "undo", why="it was one", **WHO)
    assert open_record(path).facts == []
    assert standing(path) == {first.id}
    assert len(rulings(path)) == 3


def test_nothing_is_taken_out_of_the_log(path: Path) -> None:
    append(path, f"facts/{talks(open_record(path)).id}", "accept", why="read", **WHO)
    connection = sqlite3.connect(path)
    for deed in ("DELETE FROM log", "UPDATE log SET body = '{}'"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
            connection.execute(deed)
    connection.close()


@pytest.mark.parametrize(
    ("what", "ruling", "value", "told"),
    [
        ("facts/ffff", "reject", None, "begins with"),
        ("planets/1", "reject", None, "is none of"),
        ("facts/{fact}", "burn", None, "is no ruling"),
        ("facts/{fact}", "correct", None, "FIELD=VALUE"),
        ("facts/{fact}", "correct", "status=contested", "FIELD=VALUE"),
        ("facts/{fact}", "correct", "realis=perhaps", "realis is one of"),
        ("facts/{fact}", "merge", None, "needs the id"),
        ("facts/{fact}", "merge", "{fact}", "joined to itself"),
        ("facts/{fact}", "split", None, "needs the ids of mentions"),
        ("camps/nobody", "merge", "x", "no camp and no origin"),
        ("links/1", "merge", None, "begins with"),
    ],
)
def test_what_makes_no_sense_is_refused(what: str, ruling: str, value: str | None, told: str, path: Path) -> None:
    fact = talks(open_record(path)).id
    with pytest.raises(RecordError, match=told):
        append(path, what.format(fact=fact), ruling, value=value and value.format(fact=fact), why="test", **WHO)
    assert rulings(path) == []


@pytest.mark.parametrize("missing", ["by", "why"])
def test_nobody_rules_without_name_and_reason(missing: str, path: Path) -> None:
    told = {"by": "Ada", "at": "2031-06-01", "why": "read"} | {missing: " "}
    with pytest.raises(RecordError, match="who made it and why"):
        append(path, f"facts/{talks(open_record(path)).id}", "accept", **told)
