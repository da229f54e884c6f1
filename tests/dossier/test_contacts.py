"""Who talks with whom: pairs, brokers and those left out, by month; each cell leads to its facts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from ceasewire.dossier.shelf import Shelf
from ceasewire.dossier.views.contacts import Contact, brokers, columns, contacts, left_out, pairs
from dossier import wider
from dossier.conftest import client_of


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    opened = Shelf(wider.record(tmp_path / "wider.db"))
    yield opened
    opened.close()


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[TestClient]:
    yield from client_of(wider.record(tmp_path / "wider.db"))


def test_pairs_by_month(shelf: Shelf) -> None:
    found = contacts(shelf)
    times = columns(found)
    (row,) = pairs(found, times)
    assert times.names == ["2031-05", "2031-06"]
    assert row.actors == ("front", "veldania")
    assert [(len(c.facts["told"]), len(c.facts["ahead"]), c.contested) for c in row.cells] == [
        (1, 0, True),
        (2, 1, False),
    ]


def test_brokers_and_those_left_out_stand_apart(shelf: Shelf) -> None:
    found = contacts(shelf)
    times = columns(found)
    assert [row.actors for row in brokers(found, times)] == [("estmere",)]
    assert [row.actors for row in left_out(found, times)] == [("column",)]


def contact(day: str, how: str = "told") -> Contact:
    return Contact(f"f{day}", how, False, day, ("a", "b"), (), ())


def test_many_months_become_years() -> None:
    found = [contact(f"{year}-{month:02}-01") for year in range(2020, 2024) for month in range(1, 13)]
    assert columns(found).names == ["2020", "2021", "2022", "2023"]


def test_a_contact_without_a_day_has_a_column_of_its_own() -> None:
    times = columns([contact("2031-05-01"), contact("")])
    assert times.names == ["2031-05", "day not known"]
    (row,) = pairs([contact("2031-05-01"), contact("")], times)
    assert [len(cell.keys) for cell in row.cells] == [1, 1]


def test_each_cell_leads_to_its_facts(reader: TestClient) -> None:
    text = reader.get("/talks").text
    targets = re.findall(r'href="#((?:pair|broker|out)-[^"]+)"', text)
    assert len(targets) >= 6
    for target in targets:
        assert text.count(f'id="{target}"') == 1, target
    assert "told, 1 ahead" in text and "contested" in text


def test_the_table_goes_out(reader: TestClient) -> None:
    rows = json.loads(reader.get("/export/contacts.json").text)["contacts"]
    assert {(row["part"], row["actor"], row["with"]) for row in rows} == {
        ("pair", "Marrow Front", "Veldania"),
        ("broker", "Estmere", ""),
        ("out", "Dawn Column", ""),
    }
    assert reader.get("/export/contacts.csv").text.startswith("part,actor,with,how,day,fact,record")


def test_the_map_shows_a_known_place(reader: TestClient) -> None:
    text = reader.get("/map").text
    assert 'href="#place-ostrel"' in text and 'id="place-ostrel"' in text
    assert "1 place with known coordinates" in text
    assert "Around" in reader.get("/map?near=ostrel&wide=100").text
    assert json.loads(reader.get("/export/places.json").text)["places"][0]["lat"] == 12.0


@pytest.mark.parametrize("query", ["near=nothing", "wide=-4", "near=ostrel&wide=99999999999", "type=none"])
def test_a_map_that_cannot_be_is_still_a_view(reader: TestClient, query: str) -> None:
    assert reader.get(f"/map?{query}").status_code == 200


def test_a_long_ledger_is_turned_leaf_by_leaf(tmp_path: Path) -> None:
    for reader in client_of(wider.record(tmp_path / "long.db", 100)):
        first, second = reader.get("/track/t1").text, reader.get("/track/t1?leaf=2").text
        assert "leaf 1 of 3" in first and 'class="timeline"' in first
        assert "leaf 2 of 3" in second and 'class="timeline"' not in second
        assert first.count('class="what"') == second.count('class="what"') == 40
