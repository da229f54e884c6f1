"""What a bare mention takes from the fuller mention of its event, on invented pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sentences import one

if TYPE_CHECKING:
    from spacy.language import Language

MET = "Veldania and the Orsan rebels held talks in Santiago on Friday."


def filled(text: str, word: str, role: str, nlp: Language) -> list[str]:
    return [arg.text for arg in one(text, word, nlp).args if arg.role == role]


@pytest.mark.parametrize(
    ("text", "word", "role", "expected"),
    [
        (f"{MET}\nThe negotiations failed.", "negotiations", "party", ["Veldania", "the Orsan rebels"]),
        (f"{MET}\nThe negotiations failed.", "negotiations", "venue", []),
        (f"{MET}\nThe negotiations will resume.", "negotiations", "party", ["Veldania", "the Orsan rebels"]),
        (f"{MET}\nNegotiations with Chile are planned.", "Negotiations", "party", ["Chile"]),
        ("Shells hit a bakery.\nThe attack was filmed.", "attack", "target", ["a bakery"]),
        ("The envoy proposed a truce.\nThe proposal was leaked.", "proposal", "proposer", ["The envoy"]),
    ],
)
def test_a_bare_mention_takes_what_its_event_needs(
    text: str, word: str, role: str, expected: list[str], nlp: Language
) -> None:
    assert filled(text, word, role, nlp) == expected
