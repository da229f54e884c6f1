"""What is given for what, lists without names, and how much is won; sentences are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sentences import one

if TYPE_CHECKING:
    from spacy.language import Language


def filled(text: str, word: str, role: str, nlp: Language) -> list[str]:
    return [arg.text for arg in one(text, word, nlp).args if arg.role == role]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Nine sailors were exchanged for two spies.", "exchanged", ["Nine sailors were exchanged for two spies"]),
        (
            "Two rebels were freed in exchange for the sailors.",
            "exchange",
            ["Two rebels were freed in exchange for the sailors"],
        ),
        ("The flight was part of a hostage swap.", "swap", ["a hostage swap"]),
        ("It was no swap.", "swap", []),
        ("Chile and Peru agreed a truce on Monday.", "agreed", []),
        ("The envoys found no solution to the crisis.", "solution", []),
        ("Chile and Peru agreed on the evacuation of the wounded.", "agreed", ["the evacuation of the wounded"]),
    ],
)
def test_the_terms_of_a_swap_or_a_deal(text: str, word: str, expected: list[str], nlp: Language) -> None:
    assert filled(text, word, "terms", nlp) == expected


@pytest.mark.parametrize(
    ("text", "word", "role", "expected"),
    [
        ("Traders sold coal and other goods to the rebels.", "sold", "goods", ["coal and other goods"]),
        ("The shells killed a farmer and his daughter.", "killed", "number", ["a farmer and his daughter"]),
        ("They freed nine nurses and two doctors.", "freed", "released", ["nine nurses", "two doctors"]),
        ("The rebels seized swathes of territory.", "seized", "share", ["swathes of territory"]),
        ("The rebels recaptured the town of Lima.", "recaptured", "place", ["Lima"]),
        ("They shipped fuel from the port of Lima to Chile.", "shipped", "recipient", ["Chile"]),
        (
            "The council blacklisted three ships - the Aster, the Boreal and the Delos.",
            "blacklisted",
            "target",
            ["the Aster", "the Boreal", "the Delos"],
        ),
    ],
)
def test_lists_and_shares(text: str, word: str, role: str, expected: list[str], nlp: Language) -> None:
    assert filled(text, word, role, nlp) == expected


def test_a_word_for_the_whole_event_has_its_actors(nlp: Language) -> None:
    text = "Traders smuggled rifles to Chile.\nThey shipped rifles to the militia.\nChile denied the reports."
    assert "provider" in {arg.role for arg in one(text, "reports", nlp).args}
