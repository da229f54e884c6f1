"""The patterns of time expressions: what is looked for at all, and in which letters."""

from __future__ import annotations

import pytest

from ceasewire.reading.forms import FORMS, lowered, matches

TEXTS = [
    "From Oct. 1-3 and from 1 to 3 May 2021, early on Friday, 4 May, at 5:30 a.m. on 2021-05-04 or 5/4/2021.",
    "In May of next year, by late 2021, in the 1990s, since '82, between 2014 and 2016, in Q3 2021 or last quarter.",
    "Earlier this month, over the weekend, in the year ahead, the past three weeks, two years ago, within 48 hours.",
    "For nine days; two days later; the very next night; at the end of the year; the last week of March; last winter.",
    "On Christmas Day and Eid al-Fitr, at noon, 1800 GMT, today, right now, recently, in the near future, for decades.",
    "In the past few days, in the weeks after, since the council took office, since its founding, over the centuries.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_no_sign_hides_a_match(text: str) -> None:
    found = [(match.span(), form.meaning) for match, form in matches(text)]
    every = [(match.span(), form.meaning) for form in FORMS for match in form.pattern.finditer(lowered(text))]
    assert found
    assert found == every


def test_every_form_has_a_sign() -> None:
    assert all(form.sign for form in FORMS)


def test_small_letters_keep_their_places() -> None:
    assert lowered("İn MAY") == "İn may"
    assert next(match.span() for match, _ in matches("İn MAY 2021")) == (3, 11)
