"""The user's own table of actors extends and overrules."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceasewire.fusion.rulings.table import ActorRow
from ceasewire.model import Place
from ceasewire.record import Record, RecordError, open_record
from ceasewire.record.actortable import actor_table, stamp
from ceasewire.record.kept import Kept, kept_in
from rulings.press import denial, meeting, record, talks, unnamed

TOML = """
[[actor]]
name = "Ana Perle"
aliases = ["Anna Perlee"]
kind = "person"
affiliation = "Lorasia"
same_as = ["wikidata:Q1"]

[[actor]]
name = "Republic of Lorasia"
aliases = ["Lorasia"]
camp = "the alliance"
"""
CSV = (
    "name,aliases,kind,affiliation,camp,same_as\n"
    "Ana Perle,Anna Perlee;A. Perle,person,Lorasia,,wikidata:Q1\n"
    "Republic of Lorasia,Lorasia,,,the alliance,\n"
)


def read(tmp_path: Path, text: str, name: str) -> list[ActorRow]:
    (tmp_path / name).write_text(text, "utf-8")
    return actor_table(tmp_path / name)


def told(path: Path, *rows: ActorRow) -> Record:
    pages = [
        meeting("a", "Herald", "Ana Perle", "2031-05-04"),
        meeting("b", "Gazette", "Anna Perlee", "2031-05-05"),
        denial(),
    ]
    return record(path / "r.db", *pages, kept=Kept(actors=rows))


@pytest.mark.parametrize(("text", "name"), [(TOML, "a.toml"), (CSV, "a.csv"), ("\ufeff" + CSV, "bom.csv")])
def test_toml_and_csv_say_the_same(text: str, name: str, tmp_path: Path) -> None:
    person, state = read(tmp_path, text, name)
    assert (person.name, person.kind, person.affiliation) == ("Ana Perle", "person", "Lorasia")
    assert person.aliases[0] == "Anna Perlee"
    assert person.same_as == ["wikidata:Q1"]
    assert (state.aliases, state.kind, state.camp) == (["Lorasia"], None, "the alliance")


def test_names_are_joined_and_identifiers_kept(tmp_path: Path) -> None:
    known = told(tmp_path, ActorRow("Ana Perle", ["Anna Perlee"], same_as=["wikidata:Q1"]))
    found = [a for a in known.actor.values() if "Perle" in a.name]
    assert [(a.name, a.same_as) for a in found] == [("Ana Perle", ["wikidata:Q1"])]
    assert len(talks(known).origins_for) == 1


def test_a_camp_is_set_beside_every_count(tmp_path: Path) -> None:
    known = told(tmp_path, ActorRow("Lorasia", camp="the alliance"))
    assert talks(known).by_camp["the alliance"] == [0, 1]


def test_a_name_kind_and_affiliation_overrule(tmp_path: Path) -> None:
    known = told(
        tmp_path,
        ActorRow("Marl Liberation Front", ["Marl Front"], kind="opposition_body"),
        ActorRow("Ana Perle", affiliation="Marl Liberation Front"),
    )
    front = next(a for a in known.actor.values() if a.name == "Marl Liberation Front")
    assert front.kind == "opposition_body"
    assert next(a for a in known.actor.values() if a.name == "Ana Perle").affiliation == front.id


def test_an_unnamed_source_is_joined_to_nobody_by_a_table(tmp_path: Path) -> None:
    pages = [meeting("a", "Herald", "Ana Perle", "2031-05-04"), unnamed("u", "Gazette")]
    row = ActorRow("Ana Perle", ["a tall envoy of the northern valley"])
    known = record(tmp_path / "r.db", *pages, kept=Kept(actors=[row]))
    assert len(talks(known).origins_for) == 2
    assert "a tall envoy of the northern valley" in {a.name for a in known.actor.values()}


def test_the_table_is_in_the_record_and_holds_as_of_a_day(tmp_path: Path) -> None:
    row = ActorRow("Lorasia", camp="the alliance")
    told(tmp_path, row)
    assert kept_in(tmp_path / "r.db").actors == [row]
    known = open_record(tmp_path / "r.db", "2031-05-06")
    assert "the alliance" in talks(known).by_camp


def test_its_hash_is_in_the_head(tmp_path: Path) -> None:
    row = ActorRow("Lorasia", camp="the alliance")
    assert told(tmp_path, row).header.built_with.endswith(stamp([row]))
    assert stamp([row]) != stamp([ActorRow("Lorasia")])
    assert stamp([]) == ""


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("[[actor]\n", "a.toml", "is not TOML"),
        ('[[actor]]\nkind = "person"\n', "a.toml", "actor 1"),
        ('[[actor]]\nname = "A"\nkind = "wizard"\n', "a.toml", "actor 1"),
        ('[[actor]]\nname = "A"\ncolour = "red"\n', "a.toml", "colour is no field"),
        ("name,kind\nA,wizard\n", "a.csv", "actor 1"),
        ("name,kind\n ,person\n", "a.csv", "has no name"),
        ("name\n\udcff", "a.csv", "cannot be read"),
    ],
)
def test_a_bad_table_is_told_by_file_and_row(text: str, name: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(RecordError, match=reason) as error:
        actor_table(tmp_path / name)
    assert str(tmp_path / name) in str(error.value)


def test_a_place_lies_where_the_table_says(tmp_path: Path) -> None:
    page = meeting("a", "Herald", "Ana Perle", "2031-05-04")
    page.actor("Pell", "place")
    row = ActorRow("Pell", kind="place", lat=12.5, lon=-30.25, precision=3)
    known = record(tmp_path / "r.db", page, kept=Kept(actors=[row]))
    (place,) = [p for p in known.rows("places") if isinstance(p, Place) and p.name == "Pell"]
    assert (place.lat, place.lon, place.precision) == (12.5, -30.25, 3)


@pytest.mark.parametrize("row", ["Pell,12.5,-30.25,3", "Pell,12.5,-30.25,", "Pell,-90,180,7"])
def test_coordinates_in_csv(row: str, tmp_path: Path) -> None:
    (found,) = read(tmp_path, "name,lat,lon,precision\n" + row, "a.csv")
    assert found.lat == float(row.split(",")[1])


@pytest.mark.parametrize("row", ["Pell,91,0,", "Pell,0,181,", "Pell,north,0,", "Pell,1,1,8", "Pell,nan,0,"])
def test_coordinates_that_are_none_are_refused(row: str, tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="actor 1"):
        read(tmp_path, "name,lat,lon,precision\n" + row, "a.csv")
