"""Names as strings."""

from __future__ import annotations

import pytest

from ceasewire.reading.parties.names import abbreviates, bare_person, fold, initials, is_acronym, stands_for


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jaish al-Nahr", "the Jaysh Al Nahr’s"),
        ("Mohammed Velan", "Mohammad Velan"),
        ("Jose Torín", "José Torin"),
        ("U.F.P.", "UFP"),
        ("#FreeTheCrew", "FreeTheCrew"),
    ],
)
def test_spellings_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_forms_of_address_and_numbers_come_off() -> None:
    assert bare_person(fold("Mr Emil Hok III")) == ("emil", "hok")


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("hok", "emil hok", True),
        ("emil hok", "hok", False),
        ("velan", "emil hok", False),
        ("juan velan", "juan p velan", True),
    ],
)
def test_stands_for(short: str, full: str, expected: bool) -> None:
    assert stands_for(short.split(), full.split()) is expected


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [("FRU", "Free River Union", True), ("F.R.U.", "Free River Union", True), ("XYZ", "Free River Union", False)],
)
def test_abbreviates(short: str, full: str, expected: bool) -> None:
    assert abbreviates(short, full) is expected


def test_initials_leave_small_words_out() -> None:
    assert initials(["Union", "of", "Free", "Pilots"]) == "UFP"


@pytest.mark.parametrize(("text", "expected"), [("FRU", True), ("F.R.U.", True), ("Union", False), ("SPLM-N", True)])
def test_is_acronym(text: str, expected: bool) -> None:
    assert is_acronym(text) is expected
