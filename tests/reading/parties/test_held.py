"""Crowds of people who are taken and freed: all of them, and the parts of them."""

from __future__ import annotations

import pytest
from spacy.language import Language

from casting import name, read

ALL = "Gunmen seized more than 200 Teel schoolgirls. "
PART = ALL + "On Monday 21 girls were freed. "


@pytest.mark.parametrize(
    ("page", "text", "nth", "expected"),
    [
        (ALL + "The Teel girls were moved.", "girls", 0, "Teel schoolgirls"),
        (ALL + "The girls were moved.", "girls", 0, "Teel schoolgirls"),
        (PART + "The 21 girls met the envoy.", "girls", 1, "21 girls"),
        (PART + "The girls met the envoy.", "girls", 1, "21 girls"),
        (PART + "They met the envoy.", "They", 0, "21 girls"),
        (PART + "Twenty-one schoolgirls met the envoy.", "schoolgirls", 1, "21 girls"),
        (PART + "An aide of 21 of the girls spoke.", "21", 1, "21 girls"),
        (PART + "Over 200 girls were seized in 2014.", "girls", 1, "Teel schoolgirls"),
        (ALL + "The Kelmar girls were moved. Later Teel girls wept.", "girls", 1, "Teel schoolgirls"),
        ("They freed 12 hostages. All 12 captives left.", "captives", 0, "12 hostages"),
    ],
)
def test_which_crowd(nlp: Language, page: str, text: str, nth: int, expected: str) -> None:
    assert name(nlp, page, text, nth) == expected


def test_a_part_belongs_to_the_whole(nlp: Language) -> None:
    cast, _ = read(nlp, PART + "The 21 girls met the envoy. The Teel girls wept.")
    part = next(actor for actor in cast.actors() if actor.name == "21 girls")
    assert part.affiliation is not None
    assert cast.actor(part.affiliation).name == "Teel schoolgirls"
