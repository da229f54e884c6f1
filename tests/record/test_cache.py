"""The cache of readings: nothing is read twice, nothing foreign is thrown away."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

import made
from ceasewire.model import Document, Reading
from ceasewire.record import RecordError
from ceasewire.record import desk as desk_module
from ceasewire.record import reader as reader_module
from ceasewire.record.cache import Cache, default_cache
from ceasewire.record.fingerprint import page_key
from ceasewire.record.reader import Reader

EMPTY = Reading([], {}, [], [], [], [], [], [(0, 4)])


class Press:
    """Stands in for reading: counts the pages it was given."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.breaks_at: str | None = None

    def __call__(self, document: Document, nlp: object) -> Reading:
        if document.path == self.breaks_at:
            raise KeyboardInterrupt
        if document.path == "hostile.txt":
            raise RecursionError("too deep")
        self.read.append(document.path)
        return replace(EMPTY, sentences=[(0, len(document.text))])


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Press:
    made_press = Press()
    monkeypatch.setattr(desk_module, "read", made_press)
    monkeypatch.setattr(desk_module, "pipeline", lambda name: None)
    return made_press


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    kept = Cache(tmp_path / "deep" / "cache.db")
    yield kept
    kept.close()


def test_a_second_build_reads_nothing_anew(press: Press, cache: Cache) -> None:
    first = Reader("p", cache)(made.documents())
    again = Reader("p", cache)
    assert again(made.documents()) == first
    assert (len(press.read), again.anew) == (3, 0)


def test_one_more_page_reads_that_page_only(press: Press, cache: Cache) -> None:
    Reader("p", cache)(made.documents()[:2])
    press.read.clear()
    Reader("p", cache)(made.documents())
    assert press.read == ["radio.txt"]


def test_the_same_words_on_two_pages_are_read_once(press: Press, cache: Cache) -> None:
    page = made.documents()[0]
    twin = replace(page, id="d-twin", path="twin.txt", published=None)
    assert set(Reader("p", cache)([page, twin])) == {page.id, "d-twin"}
    assert press.read == ["herald.txt"]


def test_an_interrupted_build_resumes(press: Press, cache: Cache) -> None:
    press.breaks_at = "radio.txt"
    with pytest.raises(KeyboardInterrupt):
        Reader("p", cache)(made.documents())
    press.breaks_at = None
    press.read.clear()
    Reader("p", cache)(made.documents())
    assert press.read == ["radio.txt"]


def test_readings_are_kept_in_batches(press: Press, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[int] = []
    monkeypatch.setattr(reader_module, "BATCH", 150)
    monkeypatch.setattr(cache, "put", lambda rows: kept.append(len(rows)))
    Reader("p", cache)(made.documents())
    assert kept == [2, 1]


def test_a_page_that_breaks_reading_costs_nobody_else(press: Press, cache: Cache) -> None:
    hostile = made.document("hostile.txt", "x")
    found = Reader("p", cache)([hostile, *made.documents()])
    assert found["d-hostile.txt"] == "could not be read: RecursionError: too deep"
    assert isinstance(found["d-radio.txt"], Reading)


@pytest.mark.parametrize("body", [b"", b"{", b'{"times": 3}', "text"])
def test_a_damaged_entry_is_dropped_and_read_anew(press: Press, cache: Cache, body: object) -> None:
    whole = Reader("p", cache)(made.documents())
    with sqlite3.connect(cache.path) as connection:
        connection.execute("UPDATE readings SET body = ?", (body,))
    connection.close()
    press.read.clear()
    assert Reader("p", cache)(made.documents()) == whole
    assert len(press.read) == 3


def test_a_damaged_cache_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    kept = Cache(path)
    kept.put({f"k{n}": EMPTY for n in range(100)})
    kept.close()
    raw = path.read_bytes()
    path.write_bytes(raw[:100] + b"\xff" * (len(raw) - 100))
    again = Cache(path)
    assert again.get("k1") is None
    again.put({"k1": EMPTY})
    assert again.get("k1") == EMPTY
    again.close()


def test_a_file_that_is_no_cache_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine")
    with pytest.raises(RecordError, match="not a cache of readings"):
        Cache(path)
    made.record(tmp_path / "r.db")
    with pytest.raises(RecordError, match="not a cache of readings"):
        Cache(tmp_path / "r.db")
    assert path.read_text() == "mine"


def test_a_pipeline_that_is_not_there_is_told(cache: Cache) -> None:
    with pytest.raises(RecordError, match="no_such_pipeline"):
        Reader("no_such_pipeline", cache)(made.documents())


def test_the_environment_names_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CEASEWIRE_CACHE", "/some/where.db")
    assert default_cache() == Path("/some/where.db")


CHANGES: list[dict[str, object]] = [
    {"text": "Other"}, {"title": "Other"}, {"outlet": "Other"}, {"origin": "Other"}, {"genre": "column"},
    {"language": None}, {"lines": []},
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_what_reading_sees_is_in_the_key(change: dict[str, object]) -> None:
    page = made.documents()[0]
    assert page_key(replace(page, **change), "p") != page_key(page, "p")


@pytest.mark.parametrize("change", [{"id": "x"}, {"path": "x"}, {"published": None}, {"url": "x"}])
def test_what_reading_does_not_see_is_not(change: dict[str, object]) -> None:
    page = made.documents()[0]
    assert page_key(replace(page, **change), "p") == page_key(page, "p")


def test_another_pipeline_has_another_key() -> None:
    page = made.documents()[0]
    assert page_key(page, "p") != page_key(page, "q")
