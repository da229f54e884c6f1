"""Who takes part where one phrase stands for several, and where people were hurt, on invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from casting import page
from ceasewire.model import Mention
from ceasewire.reading.mentions import find_mentions
from ceasewire.reading.statements import find_statements
from ceasewire.reading.times import find_times

TALKS = "The government of Veldania and the Sallin Liberation Front met on Friday."


def mentions(nlp: Language, text: str) -> list[Mention]:
    cast, parsed = page(nlp, *text.split("\n"))
    times, _ = find_times(parsed)
    return find_mentions(parsed, cast, find_statements(parsed, cast), times)[0]


def filled(nlp: Language, text: str, trigger: str, role: str) -> list[str]:
    found = next(m for m in mentions(nlp, text) if m.trigger.text == trigger)
    return [arg.text for arg in found.args if arg.role == role]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The foreign ministers of Norway, Chile and Peru met on Friday.", "met", ["Norway", "Chile", "Peru"]),
        ("The heads of the armies of Norway, Chile and Peru met on Friday.", "met", ["Norway", "Chile", "Peru"]),
        ("The leaders of the two countries met on Friday.", "met", ["The leaders of the two countries"]),
    ],
)
def test_a_list_behind_one_phrase(nlp: Language, text: str, trigger: str, expected: list[str]) -> None:
    assert filled(nlp, text, trigger, "party") == expected


def test_both_sides_are_the_two_parties(nlp: Language) -> None:
    found = filled(nlp, f"{TALKS}\nBoth sides broke the truce on Sunday.", "broke", "violator")
    assert found == ["Veldania", "Sallin Liberation Front"]


def test_two_leaders_of_one_land_stay_two(nlp: Language) -> None:
    text = "Norwegian President Ada Brenn and former Norwegian President Karl Ost signed a deal."
    text += "\nBoth sides launched raids on Friday."
    assert len(set(filled(nlp, text, "raids", "attacker"))) == 2


def test_agents_are_between_two(nlp: Language) -> None:
    text = "Norway arranged contacts between envoys of the Chilean government and agents of the Sallin Front."
    parties = filled(nlp, text, "contacts", "party")
    assert parties == ["envoys of the Chilean government", "the Sallin Front"]


def test_a_commander_talks_for_his_group(nlp: Language) -> None:
    text = "Karl Ost, the commander of the Sallin Liberation Front, said the raid will not end his contacts with Chile."
    assert filled(nlp, text, "contacts", "party") == ["Sallin Liberation Front", "Chile"]


def test_leaders_who_sign_stand_for_their_sides(nlp: Language) -> None:
    text = "Norwegian President Ada Brenn and Chilean President Karl Ost signed a treaty."
    text += "\nBoth sides launched raids on Friday."
    assert filled(nlp, text, "raids", "attacker") == ["Norway", "Chile"]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Shells hit a school in Santiago on Monday and wounded two teachers.", "wounded", ["Santiago"]),
        ("Two teachers were wounded on Monday.", "wounded", []),
    ],
)
def test_people_are_hurt_where_the_attack_is(nlp: Language, text: str, trigger: str, expected: list[str]) -> None:
    assert filled(nlp, text, trigger, "place") == expected
