"""Terms and positions: who holds what on which topic, and who moved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from ceasewire.dossier.topics import order, topic_of
from ceasewire.dossier.views.positions import Stand, stands_of, topics_of
from ceasewire.model import Arg
from dossier import wider
from dossier.conftest import client_of

BODY = {"veldania": "veldania", "front": "front"}


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[TestClient]:
    yield from client_of(wider.record(tmp_path / "wider.db"))


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("the release of all prisoners of war", "prisoners and hostages"),
        ("that both armies pull back to the river", "withdrawal"),
        ("a complete withdrawal", "withdrawal"),
        ("an extended truce", "truce"),
        ("a halt to the shelling of Ostrel", "truce"),
        ("observers on the bridge", "monitoring and guarantees"),
        ("bread for the besieged towns", "aid and access"),
        ("an end to the siege", "siege and blockade"),
        ("early elections", "power and elections"),
        ("face-to-face talks", "talks themselves"),
        ("nothing of the kind", "other"),
        ("", "other"),
    ],
)
def test_what_terms_are_about(words: str, topic: str) -> None:
    assert topic_of(words) == topic


def test_a_word_begins_a_word() -> None:
    assert topic_of("no goodbyes, only unpaid bills") == "other"
    assert topic_of("MEETING HALFWAY") == "talks themselves"


def test_every_topic_has_words_and_a_place() -> None:
    assert list(order().values()) == list(range(len(order())))


@pytest.mark.parametrize(
    ("type_", "realis", "told"),
    [
        ("proposal", "occurred", [("veldania", "asks for", "told")]),
        ("proposal", "denied", [("veldania", "asks for", "denied")]),
        ("agreement", "planned", [("front", "is to agree to", "ahead")]),
        ("rejection", "occurred", [("front", "refuses", "told")]),
        ("talks", "occurred", []),
    ],
)
def test_what_a_fact_says_of_its_actors(type_: str, realis: str, told: list[tuple[str, str, str]]) -> None:
    args = [Arg("proposer", None, "veldania", "Veldania"), Arg("party", None, "front", "Marrow Front")]
    args = [a for a in args if (a.role == "proposer") == (type_ == "proposal")] + [Arg("terms", None, None, "a truce")]
    fact = wider.fact(1, type_, args, "2031-05-10", realis=realis)
    assert [(s.actor, s.position, s.how) for s in stands_of(fact, BODY)] == told


def stand(day: str, position: str, how: str = "told", topic: str = "truce") -> Stand:
    return Stand("front", day, position, how, topic, "a truce")


@pytest.mark.parametrize(
    ("rows", "moved"),
    [
        ([stand("2031-05-01", "refuses"), stand("2031-05-09", "agrees to")], True),
        ([stand("2031-05-01", "asks for"), stand("2031-05-09", "agrees to")], False),
        ([stand("2031-05-01", "refuses"), stand("2031-05-01", "asks for")], False),
        ([stand("2031-05-01", "refuses"), stand("2031-05-09", "is to agree to", "ahead")], False),
        ([stand("2031-05-01", "refuses", topic="other"), stand("2031-05-09", "agrees to", topic="other")], False),
    ],
)
def test_who_moved(rows: list[Stand], moved: bool) -> None:
    assert [line.moved for topic in topics_of(rows) for line in topic.lines] == [moved]


def test_the_view_says_who_asks_refuses_and_moves(reader: TestClient) -> None:
    text = reader.get("/positions").text
    assert "asks for" in text and "refuses" in text and text.count(">moved<") == 1
    assert ">asks for<" in text and ">asks for<" not in reader.get("/positions?actor=front").text
    assert "No fact and no statement tells of terms" in reader.get("/positions?topic=none").text


def test_a_track_has_its_terms_and_its_map(reader: TestClient) -> None:
    text = reader.get("/track/t1").text
    assert "Terms and positions" in text and 'href="/map#place-ostrel"' in text


def test_the_table_goes_out(reader: TestClient) -> None:
    rows = json.loads(reader.get("/export/positions.json").text)["positions"]
    assert {"topic", "actor", "day", "position", "how", "words", "fact", "statement", "moved"} == set(rows[0])
    assert ("truce", "Marrow Front", "refuses", True) in {
        (r["topic"], r["actor"], r["position"], r["moved"]) for r in rows
    }
