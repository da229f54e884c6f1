"""Fusion over rows that wait on disk is fusion over rows in memory."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from ceasewire import pile
from ceasewire.fusion import fuse
from ceasewire.model import Clock, Document, Mention, Reading, Span, Statement, Story, Time
from ceasewire.pile import Room
from ceasewire.stages import make
from fusion.builder import Page


def pages() -> list[Page]:
    """Three pages on one meeting: told of twice on the first and dated once, told by unnamed people, denied."""
    made: list[Page] = []
    for path, who, unnamed in (("a", "Ana Perle", False), ("b", "a diplomat", True), ("c", "Mira Toll", False)):
        page = Page(path, f"The {path.upper()} Gazette", f"2031-05-0{len(made) + 4}")
        page.actor("Lorasia")
        page.actor("Marl Front", "armed_group")
        parties = {"party": ["Lorasia", "Marl Front"]}
        denied = path == "c"
        words = page.says(who, f"{who} on the talks", "denies" if denied else "asserts", unnamed=unnamed)
        page.event("talks", "talks", parties, words, "denied" if denied else "occurred", ("2031-05-03",) * 2)
        page.event("talks", "met", parties)
        made.append(page)
    return made


def told(story: Story) -> dict[str, bytes]:
    return {name: msgspec.json.encode(list(getattr(story, name))) for name in story.__struct_fields__}


@pytest.mark.parametrize("recent", [0, 2, 500])
def test_the_story_is_the_same(recent: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pile, "RECENT", recent)
    documents, readings = [page.document() for page in pages()], {page.id: page.reading() for page in pages()}
    in_memory = told(fuse(documents, [], readings))
    assert b'"span":null' in in_memory["mentions"]
    assert told(fuse(documents, [], {page.id: page.reading() for page in pages()}, room=Room(tmp_path))) == in_memory


def reading(page: Document) -> Reading:
    """One time, one statement and one mention a page."""
    span = Span(0, 4, page.text[:4])
    made = pages()[0].reading()
    made.times.append(Time("t1", page.id, span, None, None, "day"))
    made.clocks["t1"] = Clock("offset", [0])
    return made


def test_a_build_is_the_same(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"The envoys met in Pell ({name}).\n\nNothing else was told of it.", "utf-8")

    def reader(documents: object) -> dict[str, Reading | str]:
        assert isinstance(documents, list | pile.View)
        return {page.id: "is too long" if page.path == "two.txt" else reading(page) for page in documents}

    one, two = make([tmp_path], reader), make([tmp_path], reader, room=Room(tmp_path))
    assert list(one.documents) == list(two.documents)
    assert [page.read for page in two.documents] == [True, "is too long"]
    assert dict(one.readings) == dict(two.readings)
    assert told(one.story) == told(two.story)
    assert isinstance(two.story.statements[0], Statement)
    assert isinstance(two.story.mentions[0], Mention)
    assert isinstance(two.story.times[0], Time)
