"""Lookups in the tables of states and bodies."""

from __future__ import annotations

import pytest

from ceasewire.codebook import table, world


@pytest.mark.parametrize(
    ("text", "state", "kind"),
    [
        ("Norway", "Norway", "name"),
        ("Norwegian", "Norway", "adjective"),
        ("the Norwegians", "Norway", "people"),
        ("Oslo", "Norway", "capital"),
        ("the Kremlin", "Russia", "seat"),
        ("OSLO", "Norway", "capital"),
        ("NAIROBI", "Kenya", "capital"),
        ("Atlantis", None, None),
    ],
)
def test_word_of(text: str, state: str | None, kind: str | None) -> None:
    found = world.word_of(text)
    assert (found and found.state) == state
    assert (found and found.kind) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UN", "United Nations"),
        ("the U.N.", "United Nations"),
        ("LTTE", "Tamil Tigers"),
        ("Lord’s Resistance Army", "Lord's Resistance Army"),
    ],
)
def test_body_of(text: str, expected: str) -> None:
    body = world.body_of(text)
    assert body is not None
    assert body.name == expected


def test_names_of_states_and_peoples() -> None:
    assert world.adjective_of("Norway") == "Norwegian"
    assert world.people_of("Kurdish") == "Kurds"
    assert world.short_of("the North") == ["North Korea", "Northern Cyprus"]


def test_every_state_and_owner_that_a_table_names_has_a_row() -> None:
    states = table("world")["state"]
    bodies = table("bodies")["body"]
    assert {row["of"] for row in bodies.values() if "of" in row} <= set(states)
    assert {row["land"] for row in bodies.values() if "land" in row} <= set(states)
    assert {row["part_of"] for row in bodies.values() if "part_of" in row} <= set(bodies)
    assert set(table("places")["city"].values()) <= set(states) | {""}
    assert set(table("leaders")["leaders"]) <= set(states)


def test_no_name_means_two_states() -> None:
    seen: dict[str, str] = {}
    for state, row in table("world")["state"].items():
        for word in {state, *row.get("names", []), *row["people"], *row["capital"], *row.get("seat", [])}:
            assert seen.setdefault(word, state) == state
