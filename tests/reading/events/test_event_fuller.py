"""What a bare mention takes from the fuller mention of its event, on invented pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sentences import mentions

if TYPE_CHECKING:
    from spacy.language import Language

MET = "Veldania and the Orsan rebels held talks in Santiago on Friday."


@pytest.mark.parametrize(
    ("text", "word", "role", "expected"),
    [
        (f"{MET}\nThe negotiations failed.", "negotiations", "party", ["Veldania", "the Orsan rebels"]),
        (f"{MET}\nThe negotiations failed.", "negotiations", "venue", ["Santiago"]),
        (f"{MET}\nThe negotiations will resume.", "negotiations", "venue", []),
        (f"{MET}\nThe negotiations will resume.", "negotiations", "party", ["Veldania", "the Orsan rebels"]),
        (f"{MET}\nThe talks with Veldania failed.", "talks", "party", ["Veldania", "the Orsan rebels"]),
        (f"{MET}\nNegotiations with Chile are planned.", "Negotiations", "party", ["Chile"]),
        (f"{MET}\nThe talks at a hotel lasted an hour.", "talks", "venue", ["Santiago"]),
        ("Shells hit a bakery.\nThe attack was filmed.", "attack", "target", ["a bakery"]),
        ("The envoy proposed a truce.\nThe proposal was leaked.", "proposal", "proposer", ["The envoy"]),
    ],
)
def test_a_bare_mention_takes_what_its_event_needs(
    text: str, word: str, role: str, expected: list[str], nlp: Language
) -> None:
    found = [m for m in mentions(text, nlp) if m.trigger.text == word][-1]
    assert [arg.text for arg in found.args if arg.role == role] == expected


def test_what_is_denied_in_a_report_is_all_of_it(nlp: Language) -> None:
    text = "Peru sold oil to Chile in May.\nPeru sold oil to Chile again.\nThe ministry denied the reports."
    denied = mentions(text, nlp)[-1]
    assert {arg.role: arg.text for arg in denied.args} == {"provider": "Peru", "goods": "oil", "recipient": "Chile"}
