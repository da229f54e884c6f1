"""Days of writing: a page's own words, lying chrome, and pages of one story."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from spacy.language import Language

from ceasewire.dating import settle, settling, story
from dated import COLUMN, HERALD, days, excerpt, page


def test_metadata_stands() -> None:
    document = page("a", HERALD, published="2021-03-11")
    settled = next(settle([document], {}, []))
    assert (settled.published, settled.published_earliest, settled.published_latest) == ("2021-03-11",) * 3


def test_text_beats_metadata_that_it_contradicts(nlp: Language) -> None:
    text = "The mill of Kasten burned\nThe mill of Kasten burned on 6 May 2021, the mayor said on Friday."
    found = days([page("a", text, published="2019-01-02")], nlp)["a"]
    assert found.published is None or found.published >= "2021-05-06"


def test_a_text_that_tells_of_long_ago_keeps_its_metadata(nlp: Language) -> None:
    lines = ("The mill of Kasten", "May 6, 1991", "The mill burned on Sunday, 5 May 1991, the mayor said today.")
    assert days([page("a", "\n".join(lines), published="2019-01-02")], nlp)["a"].published == "2019-01-02"


def test_nothing_fixes_a_page_without_dates(nlp: Language) -> None:
    assert days([page("a", "The mill\nThe mill of Kasten burned on Friday.")], nlp)["a"].published is None


def test_date_beside_the_title_is_taken(nlp: Language) -> None:
    text = "The mill of Kasten burned\nMay 7, 2021\nThe mill of Kasten burned on Thursday, the mayor said."
    found = days([page("a", text)], nlp)["a"]
    assert found.published == "2021-05-07"
    assert "May 7, 2021" in [row.span.text for row in found.published_basis if row.span]


def test_lying_chrome_loses_to_the_story_of_the_collection(nlp: Language) -> None:
    herald = page("a", HERALD, chrome="Monday 12 December 2022", outlet="Drava Herald")
    column = page("b", COLUMN)
    found = days([herald, column], nlp, [excerpt(column, herald)])
    assert "2021-03-09" <= str(found["a"].published) <= "2021-03-12"
    assert "2021-03-09" <= str(found["b"].published) <= "2021-03-13"


def test_order_of_pages_does_not_matter(nlp: Language) -> None:
    herald, column = page("a", HERALD, outlet="Drava Herald"), page("b", COLUMN)
    link = [excerpt(column, herald)]
    one, two = days([herald, column], nlp, link), days([column, herald], nlp, link)
    assert one == two


def test_what_is_reckoned_anew_is_what_was_kept(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    herald, column = page("a", HERALD, outlet="Drava Herald"), page("b", COLUMN)
    kept = days([herald, column], nlp, [excerpt(column, herald)])
    monkeypatch.setattr(settling, "AT_HAND", 1)
    monkeypatch.setattr(story, "AT_HAND", 0)
    assert days([herald, column], nlp, [excerpt(column, herald)]) == kept


def test_pages_are_left_as_they_were(nlp: Language) -> None:
    herald, column = page("a", HERALD, outlet="Drava Herald"), page("b", COLUMN)
    before = [replace(document) for document in (herald, column)]
    days([herald, column], nlp, [excerpt(column, herald)])
    assert [herald, column] == before


@pytest.mark.parametrize("day", ["2021-03-08", "2020-06-30"])
def test_unread_pages_keep_their_metadata(day: str) -> None:
    assert next(settle([page("a", HERALD, published=day)], {}, [])).published == day
