"""No word of the tables breaks the reading of a page, whatever sentence it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ceasewire.reading import read
from ceasewire.reading.events.entries import known_forms
from made import document

if TYPE_CHECKING:
    from spacy.language import Language

ODD = (
    "Lorasia let the Marl Front {w} oil in May, and did not want it {w}.",
    "The {w} was denied by Ana Perle, whose {w} of the men had been asked for.",
    "They {w} and were {w} after the {w}: “{w} or be {w},” said one of two officials who {w}.",
    "{W} Pell as Lorasia says it {w} with, by and for whom?",
)


PAGE = 60  # sentences


@pytest.mark.parametrize("first", range(len(ODD)))
def test_every_trigger_in_odd_company(first: int, nlp: Language) -> None:
    words = sorted(known_forms())[first :: len(ODD)]
    lines = [ODD[n % len(ODD)].format(w=word, W=word.capitalize()) for n, word in enumerate(words)]
    count = 0
    for start in range(0, len(lines), PAGE):
        text = "\n\n".join(["Odd company", *lines[start : start + PAGE]])
        found = read(document("odd.txt", text), nlp).mentions
        count += len(found)
        assert all(text[m.trigger.start : m.trigger.end] == m.trigger.text for m in found)
    assert count > len(lines) / 6
