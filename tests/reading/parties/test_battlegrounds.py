"""Which land a page is about that names a group known to fight there."""

from __future__ import annotations

import pytest
from spacy.language import Language

from casting import name


@pytest.mark.parametrize(
    ("page", "text", "expected"),
    [
        ("Shining Path held a Finnish reporter. The army denied it.", "army", "Peruvian army"),
        ("Shining Path held a Finnish reporter. The government denied it.", "government", "Peruvian government"),
        ("Shining Path attacked a bridge. Talks with Lima broke down.", "Lima", "Peruvian government"),
        ("Shining Path attacked a bridge. The envoys met in Lima.", "Lima", "Lima"),
        ("Peru closed the port. Talks with Lima broke down.", "Lima", "Peru"),
        ("Peru's rebels closed the port. Talks with Lima broke down.", "Lima", "Peruvian government"),
        ("Rebels in Peru closed the port. Talks with Lima broke down.", "Lima", "Peruvian government"),
        ("Rebels in northern Peru closed the port. Talks with Lima broke down.", "Lima", "Peruvian government"),
        ("The Israeli military fired. Hamas left. The military said so.", "military", "Israel Defense Forces"),
        ("Peru, rebels said, closed the port. Talks with Lima broke down.", "Lima", "Peru"),
    ],
)
def test_the_land_of_a_known_group(nlp: Language, page: str, text: str, expected: str) -> None:
    assert name(nlp, page, text, page.split().count(text) - 1 if text == "military" else 0) == expected
