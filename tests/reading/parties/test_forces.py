"""Whose army, police or military a page speaks of."""

from __future__ import annotations

import pytest
from spacy.language import Language

from casting import name


@pytest.mark.parametrize(
    ("page", "text", "expected"),
    [
        ("Uganda's chief of defence forces spoke. The forces left.", "defence", None),
        ("Uganda's chief of defence forces spoke.", "forces", "Ugandan defence forces"),
        ("The rebels' military chief left Norway.", "military", None),
        ("Norway held a military parade.", "military", None),
        ("Saudi Arabia led an Arab military coalition.", "military", None),
        ("The Ugandan military denied it. Norway agreed. A military spokesman left.", "military", "Ugandan military"),
        ("Shining Path freed a Swede. The Swedes left. The military said little.", "military", "Peruvian military"),
        ("Shining Path freed a Swede. Police said two men died.", "Police", "Peruvian police"),
        ("The Red Army fought in Chad. The army left.", "army", "Chadian army"),
        ("Chad closed the port. Ana Velan was ousted by her own army.", "army", None),
    ],
)
def test_whose_forces(nlp: Language, page: str, text: str, expected: str | None) -> None:
    assert name(nlp, page, text, page.split().count(text) - 1 if text == "military" else 0) == expected
