"""Pages added to a record: the export is that of building all of them together."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Sequence
from pathlib import Path

import pytest

from ceasewire import adding
from ceasewire.adding import TWICE, add
from ceasewire.builder import build
from ceasewire.export import export
from ceasewire.lineage import trace
from ceasewire.model import Document, Link
from ceasewire.record import RecordError, open_record
from ceasewire.record.rulings import append
from ceasewire.removing import remove
from ceasewire.story import pages as story_pages


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache") / "readings.db"


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled story in a folder of its own."""
    folder = tmp_path_factory.mktemp("story") / "pages"
    with story_pages() as pages:
        shutil.copytree(pages, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder


@pytest.fixture(scope="module")
def whole(story: Path, cache: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    room = tmp_path_factory.mktemp("whole")
    build([story], room / "r.db", cache=cache)
    return exported(room / "r.db")


def exported(record: Path) -> dict[str, bytes]:
    folder = record.parent / "out"
    export(open_record(record), folder, "jsonl")
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def parted(story: Path, room: Path, names: Sequence[str]) -> tuple[Path, Path]:
    """The story without the files of these names, and these."""
    first, rest = room / "first" / "pages", room / "rest" / "pages"
    for folder in (first, rest):
        folder.mkdir(parents=True)
    for file in story.iterdir():
        shutil.copy(file, (rest if file.name in names else first) / file.name)
    return first, rest


LATE = (
    ["002_evening-ledger.txt"],
    ["001_lindhaven-courier.html", "005_contrary-eye.txt"],
    ["crawl.jsonl", "014_observer-mission.txt", "008_harbour-standard.txt"],
)


@pytest.mark.parametrize("names", LATE)
def test_adding_is_building_all(
    names: list[str], story: Path, whole: dict[str, bytes], cache: Path, tmp_path: Path
) -> None:
    first, rest = parted(story, tmp_path, names)
    build([first], tmp_path / "r.db", cache=cache)
    assert exported(tmp_path / "r.db") != whole
    built = add(tmp_path / "r.db", [rest], cache=cache)
    assert built.anew == 0
    assert exported(tmp_path / "r.db") == whole


@pytest.mark.parametrize("names", LATE[::2])
def test_adding_by_the_index_is_building_all(
    names: list[str],
    story: Path,
    whole: dict[str, bytes],
    cache: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(adding, "FEW", 0)
    test_adding_is_building_all(names, story, whole, cache, tmp_path)


def test_one_page_after_another(story: Path, whole: dict[str, bytes], cache: Path, tmp_path: Path) -> None:
    first, rest = parted(story, tmp_path, ["003_voice-of-talmeria.html", "004_harbour-standard.txt"])
    build([first], tmp_path / "r.db", cache=cache)
    for file in sorted(rest.iterdir(), reverse=True):
        add(tmp_path / "r.db", [file], cache=cache)
    assert exported(tmp_path / "r.db") == whole


def test_a_page_that_is_there_already_changes_nothing(
    story: Path, whole: dict[str, bytes], cache: Path, tmp_path: Path
) -> None:
    build([story], tmp_path / "r.db", cache=cache)
    add(tmp_path / "r.db", [story], cache=cache)
    assert exported(tmp_path / "r.db") == whole


def test_another_page_of_the_same_path_is_a_failure(story: Path, cache: Path, tmp_path: Path) -> None:
    build([story / "002_evening-ledger.txt"], tmp_path / "r.db", cache=cache)
    (tmp_path / "002_evening-ledger.txt").write_text("Nothing new\n\nNobody has said anything today.\n", "utf-8")
    add(tmp_path / "r.db", [tmp_path / "002_evening-ledger.txt"], cache=cache)
    known = open_record(tmp_path / "r.db")
    assert len(known.documents) == 1
    assert [failure.reason for failure in known.failures] == [TWICE]


def test_rulings_and_removed_pages_stand(story: Path, cache: Path, tmp_path: Path) -> None:
    first, rest = parted(story, tmp_path, ["002_evening-ledger.txt"])
    path = tmp_path / "r.db"
    build([first], path, cache=cache)
    fact = open_record(path).facts[0].id
    append(path, f"facts/{fact}", "reject", by="Ada", at="2031-05-09", why="a rehearsal")
    remove(path, "005_contrary-eye.txt", at="2031-05-09", why="asked for")
    add(path, [rest, first / "005_contrary-eye.txt"], cache=cache)
    known = open_record(path)
    assert [ruling.why for ruling in known.standing] == ["a rehearsal"]
    paths = {document.path for document in known.documents}
    assert "002_evening-ledger.txt" in paths
    assert "005_contrary-eye.txt" not in paths


def test_lineage_looks_at_what_comes_near_alone(
    story: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []

    def counted(pages: Sequence[Document], names: Collection[str]) -> list[Link]:
        looked.append(len(pages))
        return trace(pages, names)

    monkeypatch.setattr(adding, "FEW", 0)
    monkeypatch.setattr("ceasewire.record.onemore.trace", counted)
    first, rest = parted(story, tmp_path, ["013_voice-of-talmeria.txt"])
    build([first], tmp_path / "r.db", cache=cache)
    add(tmp_path / "r.db", [rest], cache=cache)
    assert looked
    assert max(looked) < len(open_record(tmp_path / "r.db").documents) / 2


def test_there_is_a_record_to_add_to(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be opened"):
        add(tmp_path / "none.db", [tmp_path])
