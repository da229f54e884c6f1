"""What the parser is given to read, and the names the tables mark for it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from ceasewire.reading.parse import readable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the [Lorasian] opposition", "the  Lorasian  opposition"),
        ("It [Kelmar] is shut out", "It (Kelmar) is shut out"),
        ("no brackets", "no brackets"),
        ("an open [ bracket", "an open [ bracket"),
        ("[General] Hok spoke", " General  Hok spoke"),
        ("a wall " + "[" * 400, "a wall " + " " * 400),
    ],
)
def test_brackets_and_walls_come_off_letter_for_letter(text: str, expected: str) -> None:
    assert readable(text) == expected
    assert len(readable(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "entity", "label"),
    [
        ("Norway sent aid.", "Norway", "GPE"),
        ("The Lord’s Resistance Army left.", "Lord’s Resistance Army", "ORG"),
        ("The Norwegian envoy left.", "Norwegian", "NORP"),
        ("They met in Kandahar.", "Kandahar", "GPE"),
    ],
)
def test_the_tables_mark_before_the_recogniser(nlp: Language, text: str, entity: str, label: str) -> None:
    assert (entity, label) in [(e.text, e.label_) for e in nlp(text).ents]
