"""Headlines in the letters of a sentence."""

from __future__ import annotations

import pytest

from ceasewire.reading.titles import Casing, as_sentence

BODY = (
    "On Monday Orsa seized a ship near Pell. The Marl Front, which holds the port, said after a day that its men fired."
)
NOUNS = {"ship": True, "truce": True, "turkey": True, "talk": True}
VERBS = {"reject": True, "free": True}


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Orsa Seized Ship Near Pell", "Orsa seized ship near Pell"),
        ("Marl Front Fired on a Ship", "Marl Front fired on a ship"),
        ("Front Rejects Turkey's Talks Truce", "Front rejects Turkey's talks truce"),
        ("Pell Frees Vellan Sailors After Talks", "Pell frees Vellan Sailors after talks"),
        ("Orsa seized a ship near Pell", "Orsa seized a ship near Pell"),
        ("Orsa Seized Ship", "Orsa Seized Ship"),
        ("ORSA SEIZED SHIP NEAR PELL", "ORSA SEIZED SHIP NEAR PELL"),
        ("", ""),
    ],
)
def test_headlines(title: str, wanted: str) -> None:
    assert as_sentence(title, Casing((BODY,), NOUNS, VERBS)) == wanted


def test_every_letter_keeps_its_place() -> None:
    title = "Orsa’s Ship Fired On Near Pell As Talks Start — Truce Holds"
    changed = as_sentence(title, Casing((BODY,), NOUNS, VERBS))
    assert changed.lower() == title.lower() and len(changed) == len(title)
