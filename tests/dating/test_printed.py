"""Dates on a page outside its text."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from ceasewire.dating import settle
from ceasewire.dating.printed import printed_days, yearless_days
from dated import page

STORY = "The mill of Kasten burned\nThe mill burned down, the mayor said.\nNobody was hurt."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tuesday, 4 May 2021", date(2021, 5, 4)),
        ("May 4, 2021", date(2021, 5, 4)),
        ("2021-05-04", date(2021, 5, 4)),
        ("04.05.2021", date(2021, 5, 4)),
        ("25/05/2021", date(2021, 5, 25)),
        ("5/25/2021", date(2021, 5, 25)),
        ("4/5/2021", None),
        ("Monday, 4 May 2021", None),
        ("31.02.2021", None),
        ("version 1.5.2021.7", None),
    ],
)
def test_full_dates_of_chrome(line: str, day: date | None) -> None:
    assert [found.day for found in printed_days(page("a", STORY, chrome=line))] == ([day] if day else [])


@pytest.mark.parametrize(
    "line", ["4. Mai 2021", "4 mai 2021", "4 de mayo de 2021", "4 мая 2021", "4 maja 2021", "04.05.2021"]
)
def test_page_of_another_language_gets_the_one_date_it_prints(line: str) -> None:
    document = replace(page("a", STORY, chrome=line), read="not in English", language="xx")
    assert next(settle([document], {}, [])).published == "2021-05-04"


def test_two_dates_on_a_page_not_read_fix_nothing() -> None:
    document = replace(page("a", STORY + "\n4. Mai 2019", chrome="4. Mai 2021"), read="not in English")
    assert next(settle([document], {}, [])).published is None


def test_date_without_its_year() -> None:
    found = [*yearless_days(page("a", STORY, chrome="Thursday 16 September"))]
    assert [(each.month, each.day, each.weekday) for each in found] == [(9, 16, 3)]
    assert not [*yearless_days(page("a", STORY, chrome="Thursday 16 September 2021"))]


def test_sentences_are_no_chrome() -> None:
    text = STORY + "\nThe mayor had promised on 4 May 2020 that the mill would be watched."
    assert not [*printed_days(page("a", text))]


def test_where_dates_stand() -> None:
    text = "The mill burned\n4 May 2021\nThe mill burned down.\nMore soon.\nStill more.\n5 May 2021\nLast.\n6 May 2021"
    plain, live = page("a", text, chrome="7 May 2021"), replace(page("a", text, chrome="7 May 2021"), genre="live")
    assert [p.place for p in printed_days(plain)] == ["above_title", "beside_title", "elsewhere", "elsewhere"]
    assert [p.place for p in printed_days(live)] == ["above_title", "beside_title", "entry", "elsewhere"]
