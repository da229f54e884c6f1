"""A page taken out takes with it all that rests on it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from ceasewire.model import Reading
from ceasewire.record import RecordError, open_record
from ceasewire.record.cache import Cache
from ceasewire.record.kept import kept_in, path_hash
from ceasewire.record.nouns import NOUNS
from ceasewire.record.rulings import append, rulings
from ceasewire.removing import remove
from rulings.press import quarrel, record, talks

EMPTY = Reading([], {}, [], [], [], [], [], [])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    record(tmp_path / "r.db", *quarrel())
    return tmp_path / "r.db"


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_removing_a_page_undoes_exactly_what_it_brought(gone: int, path: Path, tmp_path: Path) -> None:
    remove(path, quarrel()[gone].path, at="2031-06-01", why="asked by the writer")
    never = record(tmp_path / "never.db", *(page for n, page in enumerate(quarrel()) if n != gone))
    known = open_record(path)
    for name in NOUNS:
        assert msgspec.json.encode(known.rows(name)) == msgspec.json.encode(never.rows(name)), name
    assert known.header == never.header


def test_no_word_of_it_stays_in_the_file(path: Path) -> None:
    assert b"Mira Toll" in path.read_bytes()
    remove(path, "z", at="2031-06-01", why="asked by the writer")
    assert b"Mira Toll" not in path.read_bytes()
    assert quarrel()[2].id.encode() not in path.read_bytes()


def test_a_tombstone_stays(path: Path) -> None:
    remove(path, "z", at="2031-06-01", why="asked by the writer")
    stones = kept_in(path).tombstones
    assert [(s.path, s.day, s.reason) for s in stones] == [(path_hash("z"), "2031-06-01", "asked by the writer")]


def test_a_rebuild_leaves_it_out(path: Path) -> None:
    remove(path, "z", at="2031-06-01", why="asked by the writer")
    known = record(path, *quarrel(), kept=kept_in(path))
    assert [page.path for page in known.documents] == ["a", "b"]
    assert talks(known).status == "several_origins"


def test_rulings_on_that_page_alone_go_with_it(path: Path) -> None:
    known = open_record(path)
    denied = next(s.id for s in known.statements if s.stance == "denies")
    told = {"by": "Ada", "at": "2031-06-01", "why": "read"}
    append(path, f"statements/{denied}", "accept", **told)
    kept = append(path, f"facts/{talks(known).id}", "accept", **told)
    remove(path, "z", at="2031-06-02", why="asked by the writer")
    assert [r.id for r in rulings(path)] == [kept.id]
    assert all(point.sha256 != quarrel()[2].id for entry in kept_in(path).log for point in entry.anchor.points)


def test_it_leaves_the_cache_too(path: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache.db")
    cache.put({"z": quarrel()[2].reading(), "a": quarrel()[0].reading(), "blank": EMPTY})
    cache.close()
    remove(path, "z", at="2031-06-01", why="asked by the writer", cache=tmp_path / "cache.db")
    cache = Cache(tmp_path / "cache.db")
    assert [cache.get(key) is None for key in ("z", "a", "blank")] == [True, False, False]
    cache.close()
    assert b"Mira Toll" not in (tmp_path / "cache.db").read_bytes()


@pytest.mark.parametrize(("page", "why", "told"), [("nowhere", "x", "no page"), ("z", " ", "for a reason")])
def test_what_is_refused(page: str, why: str, told: str, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(RecordError, match=told):
        remove(path, page, at="2031-06-01", why=why)
    assert path.read_bytes() == before


def test_the_last_page_can_go(tmp_path: Path) -> None:
    record(tmp_path / "r.db", quarrel()[0])
    remove(tmp_path / "r.db", "a", at="2031-06-01", why="asked by the writer")
    assert open_record(tmp_path / "r.db").documents == []
