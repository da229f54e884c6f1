"""Rulings that cut words anew: the content of a statement, the words for its source, the fillers of a role."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceasewire.fusion.rulings.spans import filler_of, spans_of
from ceasewire.model import Arg, Span
from ceasewire.record import Record, RecordError, open_record
from ceasewire.record.rulings import append
from rulings.press import denial, meeting, record

WHO = {"by": "Ada", "at": "2031-06-01", "why": "test"}
TEXT = "They met in Pell."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    record(tmp_path / "r.db", meeting("a", "Herald", "Ana Perle", "2031-05-04"), denial())
    return tmp_path / "r.db"


def ruled(path: Path, what: str, value: str) -> Record:
    append(path, what, "correct", value=value, **WHO)
    return open_record(path)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("0-4", ["They"]),
        ("12-16,0-4", ["They", "Pell"]),
        (" 5-8 , 9-11 ", ["met", "in"]),
        ("0-17", [TEXT]),
        ("0-18", None),
        ("4-4", None),
        ("8-5", None),
        ("0-8,5-11", None),
        ("They", None),
        ("0-4,", ["They"]),
        ("", None),
        ("-4--1", None),
        ("0-99999999999", None),
    ],
)
def test_spans(told: str, words: list[str] | None) -> None:
    found = spans_of(told, TEXT)
    assert (None if found is None else [span.text for span in found]) == words


@pytest.mark.parametrize(
    ("told", "filler"),
    [
        ("a1", Arg("party", None, "a1", "Marrow")),
        ("the envoys", Arg("party", None, None, "the envoys")),
        ("a1@12-16", Arg("party", Span(12, 16, "Pell"), "a1", "Pell")),
        ("@0-4", Arg("party", Span(0, 4, "They"), None, "They")),
        ("a1@12-99", None),
    ],
)
def test_fillers(told: str, filler: Arg | None) -> None:
    assert filler_of("party", told, TEXT, 0, {"a1": "Marrow"}) == filler


def test_the_words_of_a_copy_are_cut_where_they_stand() -> None:
    found = spans_of("0-4", "xx They met", 3)
    assert found == [Span(3, 7, "They")]


def test_content_is_cut_anew_and_stays_after_a_second_ruling(path: Path) -> None:
    known = open_record(path)
    said = next(s for s in known.statement.values() if "they met" in s.content[0].text)
    start = said.content[0].start
    known = ruled(path, f"statements/{said.id}", f"content={start}-{start + 3}")
    assert [s.text for s in known.statement[said.id].content] == ["Ana"]
    known = ruled(path, f"statements/{said.id}", "stance=promises")
    assert [s.text for s in known.statement[said.id].content] == ["Ana"]
    append(path, f"rulings/{known.rulings[0].id}", "undo", **WHO)
    assert open_record(path).statement[said.id].content == said.content


def test_a_role_is_filled_with_words_of_the_page(path: Path) -> None:
    known = open_record(path)
    met = next(m for m in known.mention.values() if m.trigger.text == "met")
    marl = next(a.id for a in known.actor.values() if a.name == "Marl Front")
    told = f"{marl}@{met.trigger.start}-{met.trigger.end}"
    (filler,) = [
        a for a in ruled(path, f"mentions/{met.id}", f"role.party={told}").mention[met.id].args if a.role == "party"
    ]
    assert (filler.actor, filler.span) == (marl, met.trigger)
    assert not [a for a in ruled(path, f"mentions/{met.id}", "role.party=").mention[met.id].args if a.role == "party"]


@pytest.mark.parametrize("value", ["content=0-99999", "content=", "content=7-3", "words=none", "content=0-5,3-9"])
def test_words_that_are_not_there_are_refused(path: Path, value: str) -> None:
    said = next(iter(open_record(path).statement))
    with pytest.raises(RecordError, match="START-END"):
        ruled(path, f"statements/{said}", value)


def test_a_filler_that_is_not_there_is_refused(path: Path) -> None:
    met = next(iter(open_record(path).mention))
    with pytest.raises(RecordError, match="filler"):
        ruled(path, f"mentions/{met}", "role.party=@5-99999")
