"""Forces without a name, the names of crowds, and lands that stand for who rules them."""

from __future__ import annotations

import pytest
from spacy.language import Language

from casting import aliases, name

WAR = "Chadian separatists shelled a mill. "


@pytest.mark.parametrize(
    ("page", "text", "expected"),
    [
        ("Norwegian troops left.", "troops", "Norwegian forces"),
        (WAR + "Government forces fled.", "forces", "Chadian forces"),
        (WAR + "Chadian government troops fled.", "troops", "Chadian forces"),
        (WAR + "Separatist forces fled.", "forces", "Chadian separatists"),
        (WAR + "Pro-Libya forces fled.", "forces", "Chadian separatists"),
        (WAR + "The Libyan-backed forces fled.", "forces", "Chadian separatists"),
        (WAR + "About 40 Chadian troops fled.", "troops", None),
        ("Norway sent special forces.", "forces", None),
        ("Norwegian security forces left.", "forces", "Norwegian security forces"),
    ],
)
def test_forces(nlp: Language, page: str, text: str, expected: str | None) -> None:
    assert name(nlp, page, text) == expected


def test_the_names_of_a_crowd(nlp: Language) -> None:
    page = WAR + "Then pro-Libyan separatists left. Separatist rebels stayed. Talks with separatists failed."
    assert aliases(nlp, page, "Chadian separatists") == {
        "Chadian separatists",
        "pro-Libyan separatists",
        "Separatist rebels",
        "separatists",
    }


@pytest.mark.parametrize(
    ("page", "text", "expected"),
    [
        (WAR + "Chad denied it.", "Chad", "Chadian government"),
        (WAR + "Talks with Chad broke down.", "Chad", "Chadian government"),
        (WAR + "Libya and Chad signed.", "Chad", "Chadian government"),
        (WAR + "The war in Chad goes on.", "Chad", "Chad"),
        (WAR + "Libya shut the border with Chad.", "Chad", "Chad"),
        ("Libya and Chad signed.", "Chad", "Chad"),
        ("Pro-Chad rebels left. Chad denied it.", "Chad", "Chad"),
        (WAR + "Chad denied it. The country is poor.", "country", "Chad"),
        (WAR + "The Obama administration denied it.", "administration", "United States"),
    ],
)
def test_a_land_at_war_that_acts_is_its_government(nlp: Language, page: str, text: str, expected: str) -> None:
    nth = page.replace("Chadian", "").count(text) - 1
    assert name(nlp, page, text, max(nth, 0)) == expected


def test_a_land_before_a_body_is_no_part_of_its_name(nlp: Language) -> None:
    assert name(nlp, "The pro-Kyiv Azov Battalion left.", "Battalion") == "Azov"
