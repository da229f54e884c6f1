"""The table of triggers is whole: every kind, role and code in it is known."""

from __future__ import annotations

from typing import Any

import pytest

from ceasewire.codebook import table
from ceasewire.reading.events.company import BUILT_IN
from ceasewire.reading.events.entries import ABOUT, lexicon
from ceasewire.reading.events.lemmas import forms
from ceasewire.reading.events.needs import CHECKS

EVENTS = table("events")
PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "CONCEDE", "",
}  # fmt: skip
TYPES = (
    "talks invitation boycott proposal agreement rejection ceasefire violation monitoring withdrawal release seizure "
    "evacuation aid transfer attack advance deployment threat designation transition casualties"
)
GROUPS: list[tuple[str, dict[str, Any]]] = [
    (name, group) for part in ("types", "other") for name, row in EVENTS[part].items() for group in row["triggers"]
]
KIND_KEYS = {
    "object",
    "not_object",
    "subject",
    "not_subject",
    "near",
    "company",
    "around",
    "not_company",
    "acts",
    "not_acts",
    "page",
    "told",
    "under",
    "not_under",
    "not_from",
    "counted",
}


def test_all_types_of_the_codebook() -> None:
    assert list(EVENTS["types"]) == TYPES.split()


@pytest.mark.parametrize(("name", "group"), GROUPS)
def test_a_group_uses_known_keys_kinds_and_codes(name: str, group: dict[str, Any]) -> None:
    assert set(group) <= ABOUT | set(CHECKS), name
    known = set(EVENTS["words"]) | set(EVENTS["more"]) | set(BUILT_IN)
    for key in KIND_KEYS & set(group):
        assert set(group[key]) <= known, (name, key)
    assert group.get("plover", "") in PLOVER
    assert 0 < group.get("sure", 0.8) <= 1
    assert group.keys() & {"verbs", "nouns", "adjectives"}


@pytest.mark.parametrize("name", list(EVENTS["types"]))
def test_a_frame_fills_roles_of_its_type(name: str) -> None:
    row = EVENTS["types"][name]
    frames = [row["frame"], *(group.get("roles", {}) for group in row["triggers"])]
    filled = {role for frame in frames for roles in frame.values() for role in roles}
    assert filled - {"none"} <= set(row["roles"])
    assert set(row.get("core", [])) <= set(row["roles"])


@pytest.mark.parametrize(
    ("part", "word", "form"),
    [
        ("verb", "seize", "seizing"), ("verb", "occupy", "occupied"), ("verb", "free", "freed"),
        ("verb", "fight", "fought"),
        ("verb", "ban", "banned"), ("noun", "ceasefire", "ceasefires"), ("noun", "treaty", "treaties"),
        ("noun", "embargo", "embargoes"),
        ("verb", "lie", "lying"), ("verb", "flee", "fleeing"),
    ],
)  # fmt: skip
def test_forms(part: str, word: str, form: str) -> None:
    assert form in forms(part, word)


def test_words_that_name_events_of_several_types_are_told_apart() -> None:
    assert {entry.type for entry in lexicon("verb")["seized"]} >= {"seizure", "advance"}


def test_what_has_no_type_bears_no_name_of_a_type() -> None:
    assert not set(EVENTS["types"]) & set(EVENTS["other"])
