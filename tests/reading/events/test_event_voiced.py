"""Calls, promises and refusals made by a helping verb inside a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ceasewire.model import Mention
from ceasewire.reading.cast import Cast
from ceasewire.reading.mentions import find_mentions
from ceasewire.reading.statements import find_statements
from sentences import page

if TYPE_CHECKING:
    from spacy.language import Language


def read(text: str, nlp: Language) -> dict[str, Mention]:
    """The mentions of a text by their triggers."""
    parsed = page(text, nlp)
    cast = Cast.of(parsed)
    return {m.trigger.text: m for m in find_mentions(parsed, cast, find_statements(parsed, cast), [])[0]}


CALLS = [
    ("The council said that Veldania must drop its barriers.", "drop"),
    ("The minister said the army should not be allowed to stay.", "allowed"),
    ("“They have to aid the town,” the minister said.", "aid"),
]
VOWS = [
    ("The union said it would build a hospital in Osten.", "build", "AGREE"),
    ("“We will build a hospital,” the minister said.", "build", "AGREE"),
    ("Veldania said it would not accept more settlers.", "accept", "REJECT"),
]
NEITHER = [
    ("The army must drop its barriers.", "drop"),
    ("“We must drop the barriers,” the minister said.", "drop"),
    ("“It would result in ruin,” the minister said.", "result"),
    ("The minister said he would have built a hospital.", "built"),
    ("The minister said that the rain would ruin the road.", "ruin"),
]


@pytest.mark.parametrize(("text", "word"), CALLS)
def test_calls_are_proposals(text: str, word: str, nlp: Language) -> None:
    found = read(text, nlp)[word]
    assert (found.type, found.realis, found.plover and found.plover.event) == ("proposal", "occurred", "REQUEST")


@pytest.mark.parametrize(("text", "word", "code"), VOWS)
def test_vows_and_refusals_have_a_code_alone(text: str, word: str, code: str, nlp: Language) -> None:
    found = read(text, nlp)[word]
    assert (found.type, found.realis, found.plover and found.plover.event) == (None, "occurred", code)


@pytest.mark.parametrize(("text", "word"), NEITHER)
def test_no_calls_and_no_vows(text: str, word: str, nlp: Language) -> None:
    assert word not in read(text, nlp)


CODES = [
    ("Veldania and Orsa signed a treaty.", "treaty", "SUPPORT"),
    ("Veldania and Orsa reached an agreement.", "agreement", "AGREE"),
    ("Gunmen attempted to assassinate the mayor.", "assassinate", "ASSAULT"),
    ("The union agreed to set up a school.", "agreed", "AGREE"),
]


@pytest.mark.parametrize(("text", "word", "code"), CODES)
def test_codes_of_deals_and_attempts(text: str, word: str, code: str, nlp: Language) -> None:
    plover = read(text, nlp)[word].plover
    assert plover and plover.event == code


def test_who_calls_proposes_what_he_calls_for(nlp: Language) -> None:
    found = read("The minister said the army must leave Osten, which it took in May.", nlp)["leave"]
    assert {arg.role: arg.text for arg in found.args} == {
        "proposer": "minister",
        "addressee": "the army",
        "terms": "leave Osten",
    }
