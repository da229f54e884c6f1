"""What fixes a day, and what does not."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dated import COLUMN, HERALD, days, excerpt, page

MILL = "The mill of Kasten burned\nThe mill of Kasten burned {when}, the mayor said.\nNobody was hurt at the mill."


@pytest.mark.parametrize("chrome", ["Monday 12 December 2022", "12.12.2022", "12 December 2022"])
def test_date_above_the_title_alone_is_no_day(chrome: str, nlp: Language) -> None:
    assert days([page("a", MILL.format(when="on Friday"), chrome=chrome)], nlp)["a"].published is None


@pytest.mark.parametrize(
    ("when", "day"),
    [("on May 9", "2021-05-11"), ("on 2 May 2021", "2021-05-11"), ("on March 9", None), ("on 2 May 2018", None)],
)
def test_words_bear_out_a_printed_date(when: str, day: str | None, nlp: Language) -> None:
    assert days([page("a", MILL.format(when=when), chrome="11 May 2021")], nlp)["a"].published == day


def test_old_date_of_a_text_is_no_day(nlp: Language) -> None:
    assert days([page("a", MILL.format(when="on 2 May 2018"))], nlp)["a"].published is None


def test_day_without_year_bears_out_a_full_date(nlp: Language) -> None:
    text = MILL.format(when="on 2 May 2021") + "\nA second mill burned on May 20."
    assert "2021-05-20" <= str(days([page("a", text)], nlp)["a"].published) <= "2021-06-20"


def test_page_of_the_story_gives_its_day(nlp: Language) -> None:
    column = page("b", COLUMN.replace("2nd February 2021", "a day"))
    herald = page("a", HERALD, published="2021-03-10", outlet="Drava Herald")
    found = days([herald, column], nlp, [excerpt(column, herald)])["b"]
    assert "2021-03-10" <= str(found.published) <= "2021-03-12"


def test_unrelated_page_gives_nothing(nlp: Language) -> None:
    other = page("b", "Grain prices rise\nGrain prices rose on Friday, traders said.", published="2021-03-10")
    assert days([page("a", MILL.format(when="on Friday")), other], nlp)["a"].published is None


def test_window_holds_the_day_and_its_neighbours(nlp: Language) -> None:
    herald, column = page("a", HERALD, outlet="Drava Herald"), page("b", COLUMN)
    for found in days([herald, column], nlp, [excerpt(column, herald)]).values():
        assert str(found.published_earliest) < str(found.published) < str(found.published_latest)
