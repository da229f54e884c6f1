"""Every view of the record made by hand."""

from __future__ import annotations

import ast
import io
import re
from pathlib import Path

import msgspec
import pytest

import ceasewire
import made
from ceasewire.record import Record
from ceasewire.show.contradictions import Contradictions
from ceasewire.show.facts import Facts
from ceasewire.show.lineage import Lineage
from ceasewire.show.paint import console, put
from ceasewire.show.sources import Sources
from ceasewire.show.story import Overview
from ceasewire.show.tracks import Tracks
from ceasewire.show.view import View, framed
from ceasewire.show.why import Why

SENTENCE = "Reported by 1 source; disputed by 1"
VIEWS: list[View] = [
    Overview("r.db"), Facts(), Why("f0123"), Contradictions(), Sources(), Tracks(), Lineage(),
]  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return made.record(tmp_path / "r.db")


def shown(view: View, record: Record) -> str:
    out = io.StringIO()
    put(framed(view, record), console(out))
    return out.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_beside_every_count_stands_what_it_rests_on(view: View, record: Record) -> None:
    assert "of 3 pages, machine-read, unreviewed" in flat(shown(view, record))


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
@pytest.mark.parametrize("width", [40, 60])
def test_narrow_terminals(view: View, width: int, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(map(len, shown(view, record).splitlines())) <= width


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_has_data(view: View, record: Record) -> None:
    assert msgspec.json.decode(msgspec.json.encode(view.data(record)))


def test_the_story_names_what_is_contested(record: Record) -> None:
    text = flat(shown(Overview("r.db"), record))
    assert "Contested (1)" in text
    assert "talks between Veldania and Marrow Front in Ostrel" in text
    assert SENTENCE in text
    assert "for: Veldania 1; against: Marrow Front 1" in text
    assert "1 page could not be taken in" in text
    assert "3 outlets" in text


@pytest.mark.parametrize(
    ("view", "found"),
    [
        (Facts(), 1),
        (Facts(type="talks"), 1),
        (Facts(type="attack"), 0),
        (Facts(status="contested"), 1),
        (Facts(status="denied"), 0),
        (Facts(actor="veld"), 1),
        (Facts(actor="Norway"), 0),
    ],
)
def test_facts_are_filtered(view: Facts, found: int, record: Record) -> None:
    assert len(view.chosen(record)) == found


def test_why_leads_from_the_fact_to_characters(record: Record) -> None:
    text = flat(shown(Why("f01"), record))
    start = made.PAGES["herald.txt"].index("talks with")
    assert f"The Herald, 2031-05-06, herald.txt {start}-{start + 5} An envoy of Veldania, asserts:" in text
    assert "1. an envoy of Veldania (unnamed, camp Veldania)" in text
    assert "1. Ada Brenn (person, camp Marrow Front)" in text
    assert "denies all of it" in text


def test_why_shows_lineage_and_repeats(record: Record) -> None:
    text = flat(shown(Why("f01"), record))
    assert "The Mirror, 2031-05-07, mirror.txt this page holds an excerpt of The Herald, 2031-05-06" in text
    assert "through The Mirror > The Herald > an envoy" in text
    assert "repeats The Herald, 2031-05-06, herald.txt" in text


def test_why_names_each_origin_once(record: Record) -> None:
    assert shown(Why("f01"), record).count("1. an envoy of Veldania") == 1
    assert "2. " not in shown(Why("f01"), record)


def test_contradictions_show_both_sides(record: Record) -> None:
    text = flat(shown(Contradictions(), record))
    assert "an envoy of Veldania (Veldania): “talks”" in text
    assert "Ada Brenn (Marrow Front): “no talks in Ostrel”" in text


def test_sources_group_named_people_and_leave_unnamed_ones_apart(record: Record) -> None:
    speakers = Sources().speakers(record)
    assert [(s.name, s.unnamed, len(s.statements)) for s in speakers] == [
        ("Ada Brenn", False, 1),
        ("An envoy of Veldania", True, 1),
        ("An envoy of Veldania", True, 1),
    ]


def test_a_page_cannot_speak_in_our_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(made.PAGES, "radio.txt", made.PAGES["radio.txt"].replace("Ada Brenn,", "Ada Brenn\x1b[2J,"))
    text = shown(Why("f01"), made.record(tmp_path / "x.db"))
    assert "\x1b" not in text
    assert "\\x1b[2J" in text


ROOT = Path(ceasewire.__file__).parent
OURS = sorted([*(ROOT / "show").glob("*.py"), ROOT / "cli.py", ROOT / "commands.py", ROOT / "progress.py"])
FORBIDDEN = re.compile(r"\b(confirm(s|ed)?|verif(y|ies|ied)|true|truth|fals(e|ely)|proven?|fake|liars?|lied)\b", re.I)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_no_text_of_ours_judges(path: Path) -> None:
    strings = [node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)]
    assert [text for text in strings if isinstance(text, str) and FORBIDDEN.search(text)] == []
