"""Whom a person or a body belongs to, by the words around the name."""

from __future__ import annotations

import pytest
from spacy.language import Language

from casting import name, read, word


def belongs(nlp: Language, page: str, who: str) -> str | None:
    """The name of whom an actor of a page belongs to."""
    cast, _ = read(nlp, *page.split("\n"))
    actor = next(actor for actor in cast.actors() if actor.name == who)
    return cast.actor(actor.affiliation).name if actor.affiliation else None


@pytest.mark.parametrize(
    ("page", "who", "expected"),
    [
        ("Teel Liberation Union (TLU) commander Emil Hok spoke.", "Emil Hok", "Teel Liberation Union"),
        ("The Chadian army led by General Emil Hok fled.", "Emil Hok", "Chadian army"),
        ("Emil Hok fled. Ana Velan, who heads the Red Front, spoke.", "Ana Velan", "Red Front"),
        ("Torin forces fled. Kurdish forces won.", "Kurdish forces", "Kurds"),
        ("The African bloc IGAD met.", "IGAD", None),
        ("UN envoy for Libya Ana Velan, right, and guild negotiator Peter Hok arrive.", "Ana Velan", "United Nations"),
        ("UN envoy for Libya Ana Velan, right, and guild negotiator Peter Hok arrive.", "Peter Hok", None),
        ("Peter Hok, a member of the Chadian opposition delegation, left.", "Peter Hok", "Chadian opposition"),
        ("A spokesman for Chad President Peter Hok left.", "Peter Hok", "Chad"),
        ("Chad met Sergei Lavrov on Monday. Chad agreed. Chad left.", "Sergei Lavrov", "Russia"),
    ],
)
def test_belonging(nlp: Language, page: str, who: str, expected: str | None) -> None:
    assert belongs(nlp, page, who) == expected


@pytest.mark.parametrize(
    ("page", "text", "expected"),
    [
        ("Emil Hok's forces shelled the mill.", "forces", "Emil Hok's forces"),
        ("The Red Front militia left. Red Front forces won.", "forces", "Red Front"),
        ("Norway spoke. The Valle del Torin assembly met.", "assembly", None),
        ("Minister for Internal Security General Peter Hok signed.", "Minister", "Peter Hok"),
        ("The Haigel Agreement failed.", "Agreement", None),
        ("Latin America waits. America agrees.", "America", "Latin America"),
    ],
)
def test_whom_words_mean(nlp: Language, page: str, text: str, expected: str | None) -> None:
    assert name(nlp, page, text) == expected


def test_one_of_several_is_a_person(nlp: Language) -> None:
    cast, parsed = read(nlp, "One of the envoys said so.")
    assert cast.actor(cast.introduce(word(parsed, "One"), "group")).kind == "person"


def test_a_spokesman_is_not_whoever_is_named_later(nlp: Language) -> None:
    page = "A spokesman for the guild said it would wait. Rain fell. Snow fell. Torin accused the guild of theft."
    assert name(nlp, page, "Torin") != name(nlp, page, "spokesman")
