"""Names of a page to persons, bodies, places and outlets."""

from __future__ import annotations

import pytest
from spacy.language import Language

from casting import aliases, name, read


def kinds(nlp: Language, page: str) -> dict[str, str]:
    """The kind of every actor of a page, by its name."""
    cast, _ = read(nlp, *page.split("\n"))
    return {actor.name: actor.kind for actor in cast.actors()}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Elko Lomuru, Chad's transport minister, said so. Lomuru left.", {"Elko Lomuru": "person"}),
        ("Holko and Velin, the former ministers, met.", {"Velin": "person"}),
        ("The report by the Torba news agency was denied.", {"Torba": "outlet"}),
        ("The newspaper Mindoro Examiner said so.", {"Mindoro Examiner": "outlet"}),
        ("Ships met in the Indian Ocean.", {"Indian Ocean": "place"}),
        ("The Armed Forces of Norway left.", {"Norwegian armed forces": "government"}),
        ("The M24 rebel group left. Red Torin fighters left.", {"M24": "armed_group"}),
        ("They fasted until Eid al-Fitr.", {}),
        ("A Resolution was passed in Chad.", {"Chad": "state"}),
    ],
)
def test_kinds(nlp: Language, page: str, expected: dict[str, str]) -> None:
    found = kinds(nlp, page)
    assert {key: found.get(key) for key in expected} == expected
    assert expected or not found


@pytest.mark.parametrize(
    ("page", "actor", "expected"),
    [
        (
            "General Emil Torin, known as Hemko, met Ana Velan. Hemko left.",
            "Emil Torin",
            {"Emil Torin", "General Emil Torin", "Hemko"},
        ),
        ("Emil Ali al-Houthi spoke. Later al-Houthi left.", "Emil Ali al-Houthi", {"Emil Ali al-Houthi", "al-Houthi"}),
        ("The Chadian armed forces (CAF) fled.", "Chadian armed forces", {"The Chadian armed forces", "CAF"}),
        (
            "The leader of the M24 rebel group left. The rebels signed.",
            "M24",
            {"M24", "the M24 rebel group", "The rebels"},
        ),
    ],
)
def test_names_of_one(nlp: Language, page: str, actor: str, expected: set[str]) -> None:
    assert aliases(nlp, page, actor) == expected


@pytest.mark.parametrize(
    ("page", "text", "expected"),
    [
        ("SRI Lanka's navy denied it.", "Lanka", "Sri Lanka"),
        ("SYRIAN rebels left.", "rebels", "Syrian rebels"),
        ("The Defence Army of the unrecognised Abkhazia republic fired.", "Army", "Abkhaz defence army"),
        ("The takeover of Lima was swift.", "Lima", "Lima"),
    ],
)
def test_lands_in_odd_dress(nlp: Language, page: str, text: str, expected: str) -> None:
    assert name(nlp, page, text) == expected
