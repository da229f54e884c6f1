"""The sides of a conflict that a page sets against each other, on groups that never were."""

from __future__ import annotations

import pytest
from spacy.language import Language

from casting import aliases, name, read, word

TALKS = "The government of Veldania and the Sallin Liberation Front met on Friday."


def sides(nlp: Language, page: str) -> list[str]:
    cast, _ = read(nlp, *page.split("\n"))
    return sorted(cast.actor(ident).name for ident in cast.sides())


@pytest.mark.parametrize("words", ["Both sides", "The two delegations", "The warring parties", "The parties"])
def test_both_sides(nlp: Language, words: str) -> None:
    cast, parsed = read(nlp, TALKS, f"{words} kept silent.")
    group = cast.refer(word(parsed, words.rsplit(maxsplit=1)[-1]))
    assert group
    assert cast.actor(group).kind == "group"
    assert sorted(cast.actor(m).name for m in cast.members(group)) == ["Sallin Liberation Front", "Veldania"]


@pytest.mark.parametrize(
    "page",
    [
        "Both sides kept silent.",
        f"{TALKS}\nThe government of Veldania and the Dusk Column met on Sunday.",
        "Veldania's foreign ministry and Ostmere's foreign ministry kept silent.",
    ],
)
def test_no_two_sides(nlp: Language, page: str) -> None:
    assert sides(nlp, page) == []


def test_an_army_stands_for_its_government(nlp: Language) -> None:
    page = "The Veldanian army attacked the Dusk Column near Teel. The Column fled."
    assert sides(nlp, page) == ["Dusk Column", "Veldania"]


def test_another_is_its_own_member(nlp: Language) -> None:
    cast, parsed = read(nlp, TALKS)
    front = cast.refer(word(parsed, "Front"))
    assert front
    assert cast.members(front) == [front]


@pytest.mark.parametrize(
    ("page", "nth", "expected"),
    [
        ("The rebel Sallin Front and the Dusk Column fought. The rebels fled.", 0, "Sallin Front"),
        ("The Sallin rebels met envoys of the Sallin Liberation Front.", 0, "Sallin Liberation Front"),
        ("The Sallin rebels met envoys.", 0, "Sallin rebels"),
    ],
)
def test_which_group_the_rebels_are(nlp: Language, page: str, nth: int, expected: str) -> None:
    assert name(nlp, page, "rebels", nth) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Sallin rebels fled, the army said. The Sallin Liberation Front denied it.", "Sallin Liberation Front"),
        ("The Sallin Liberation Front and the Sallin Column fought. Sallin rebels fled.", "Sallin rebels"),
        ("Orsk rebels fled. The Sallin Liberation Front denied it.", "Orsk rebels"),
    ],
)
def test_rebels_named_for_a_place_in_the_name_of_a_group(nlp: Language, page: str, expected: str) -> None:
    assert name(nlp, page, "rebels") == expected


def test_the_word_rebel_before_a_group_is_part_of_a_name_of_it(nlp: Language) -> None:
    page = "The rebel Sallin Liberation Front shelled the mill. The Front denied it."
    assert "The rebel Sallin Liberation Front" in aliases(nlp, page, "Sallin Liberation Front")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("The Chadian side fired first.", "Chad"),
        ("Chadian rebels left. The Chadian side fired first.", "Chadian government"),
        ("They met on the Chadian side of the border.", None),
        ("Neither side fired first.", None),
    ],
)
def test_one_of_two_sides(nlp: Language, page: str, expected: str | None) -> None:
    assert name(nlp, page, "side") == expected
