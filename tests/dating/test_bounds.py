"""Pages that nothing fixes, and days that chrome alone gives."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dated import COLUMN, HERALD, days, excerpt, page

MILL = "The mill of Kasten burned down in the night, its owner said."


def window(text: str, chrome: str, nlp: Language) -> tuple[str | None, str | None, str | None]:
    found = days([page("a", text, chrome=chrome)], nlp)["a"]
    return found.published, found.published_earliest, found.published_latest


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("The bridge was built in 2014, the mayor said.", "2014-01-01"),
        ("Envoys of Veldania left Ostrel on 3 June 2019.", "2019-06-03"),
        ("The port was shut in March 2018 after a strike.", "2018-03-01"),
        ("The front split in 2011 and again in 2016.", "2016-01-01"),
        ("The mayor hopes to open the bridge in 2035.", None),
        ("Nobody was hurt.", None),
    ],
)
def test_a_page_lies_between_what_it_tells_and_what_is_printed(said: str, first: str | None, nlp: Language) -> None:
    text = f"The mill of Kasten burned\n{MILL}\n{said}"
    assert window(text, "Monday 12 December 2022", nlp) == (None, first, "2022-12-12")


def test_a_text_that_tells_of_later_days_is_not_bounded_by_chrome(nlp: Language) -> None:
    text = f"The mill of Kasten burned\n{MILL}\nIt was built anew in 2025, the mayor said."
    assert window(text, "Monday 12 December 2022", nlp) == (None, None, None)


@pytest.mark.parametrize(
    ("said", "chrome", "year"),
    [
        ("Envoys of both sides met in Ostrel on Saturday, October 28.", "2 November 2024", "2023"),
        ("The port of Kasten was shut after a strike on Tuesday, March 5.", "11 March 2021", "2019"),
        ("The mayor of Kasten resigned after the fire on Friday, May 7.", "9 May 2021", "2021"),
    ],
)
def test_a_weekday_beside_a_date_picks_its_year(said: str, chrome: str, year: str, nlp: Language) -> None:
    found = window(f"The mill of Kasten burned\n{MILL}\n{said}", chrome, nlp)
    assert str(found[0])[:4] == year
    assert str(found[1])[:4] == year


def test_a_day_of_chrome_alone_may_be_that_of_a_crawl(nlp: Language) -> None:
    text = f"The mill of Kasten burned\n{MILL}\nEnvoys met on June 15. The front split in 2020."
    published, first, last = window(text, "16 June 2022", nlp)
    assert (first, published) == ("2020-01-01", "2022-06-16")
    assert last is not None and last >= "2022-06-16"


@pytest.mark.parametrize("line", range(1, len(HERALD.split("\n"))))
def test_one_sentence_less_does_not_move_the_window_off_the_day(line: int, nlp: Language) -> None:
    rows = HERALD.split("\n")
    herald = page("a", "\n".join(rows[:line] + rows[line + 1 :]), outlet="Drava Herald")
    column = page("b", COLUMN)
    link = [excerpt(column, herald)] if "The siege of Kasten has" in herald.text else []
    found = days([herald, column], nlp, link)["a"]
    held = (found.published_earliest or "") <= "2021-03-10" <= (found.published_latest or "")
    assert held or found.published is None  # `March 4` alone says that `2nd February 2021` is not long ago
    assert held == ("March 4" in herald.text)
