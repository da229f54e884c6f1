"""Whom a pronoun means where people are taken and freed, on invented sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sentences import mentions

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The militia freed nine miners and handed them to the army.", "handed", ["nine miners"]),
        ("The militia took nurses to Lima and said it would free them.", "free", ["nurses"]),
        ("The militia freed nine miners. The nurses said they would be freed too.", "freed", ["nurses"]),
    ],
)
def test_they_are_those_of_whom_the_sentence_has_told(text: str, word: str, expected: list[str], nlp: Language) -> None:
    found = [mention for mention in mentions(text, nlp) if mention.trigger.text == word][-1]
    assert [arg.text for arg in found.args if arg.role in ("released", "seized")] == expected
