"""Time expressions: where they stand, what they mean on a day of writing, which way the verb points."""

from __future__ import annotations

import pytest
from spacy.language import Language

from ceasewire.model import Document, Interval, Line
from ceasewire.reading.parse import parse
from ceasewire.reading.times import find_times, resolve

WRITTEN = "2021-05-19"  # a Wednesday


def page(text: str, roles: tuple[str, ...] = ()) -> Document:
    """A page of body lines, or of the roles given."""
    lines, at = [], 0
    for number, line in enumerate(text.split("\n")):
        role = roles[number] if roles else "body"
        lines.append(Line(at, at + len(line), role))  # type: ignore[arg-type]
        at += len(line) + 1
    rest = (None,) * 10
    return Document("d", "p", None, None, "", text, "en", True, *rest, [], lines)


def read(text: str, nlp: Language, written: str | None = WRITTEN) -> list[tuple[str, str | None, str]]:
    """Each time of a text as its words, `start/end` and granularity."""
    times, clocks = find_times(parse(page(text), nlp))
    return [(time.span.text, shown(resolve(clocks[time.id], written)), time.granularity) for time in times]


def shown(interval: Interval | None) -> str | None:
    return f"{interval.start or ''}/{interval.end or ''}" if interval else None


@pytest.mark.parametrize(
    "text", ["The talks will last two weeks.", "The overnight raid shook Drava.", "They left the day before the vote."]
)
def test_words_that_are_no_time(text: str, nlp: Language) -> None:
    assert read(text, nlp) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [("the night before", "2021-05-16"), ("the day after", "2021-05-18"), ("the day previous", "2021-05-16")],
)
def test_the_day_before_or_after_a_day_of_the_text(words: str, day: str, nlp: Language) -> None:
    found = read(f"Shells fell on Monday. The mill burned {words}.", nlp)
    assert found[1][:2] == (words, f"{day}/{day}")


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("The envoys met in Drava on 4 May 2021.", "on 4 May 2021", "2021-05-04/2021-05-04"),
        ("The envoys met in Drava on 2nd May 2021.", "on 2nd May 2021", "2021-05-02/2021-05-02"),
        ("Talks were held on Tuesday, May 4, in Drava.", "on Tuesday, May 4", "2021-05-04/2021-05-04"),
        ("The truce held on Oct. 1-3, 2020.", "on Oct. 1-3, 2020", "2020-10-01/2020-10-03"),
        ("The rebels left Drava on Monday.", "on Monday", "2021-05-17/2021-05-17"),
        ("The order comes after a raid late Monday on Drava.", "late Monday", "2021-05-17/2021-05-17"),
        ("The new round comes on Monday.", "on Monday", "2021-05-24/2021-05-24"),
        ("They were not moved by the weekend talks.", "the weekend", "2021-05-15/2021-05-16"),
        ("The ministry said Wednesday that the truce held.", "Wednesday", "2021-05-19/2021-05-19"),
        ("The envoys will meet again on Friday.", "on Friday", "2021-05-21/2021-05-21"),
        ("Another round was likely on Saturday.", "on Saturday", "2021-05-22/2021-05-22"),
        ("The rebels agreed to leave on Sunday.", "on Sunday", "2021-05-23/2021-05-23"),
        ("The mill burned late on Thursday night.", "late on Thursday night", "2021-05-13/2021-05-13"),
        ("In August the rebels posted a film.", "In August", "2020-08-01/2020-08-31"),
        ("The talks will resume in August.", "in August", "2021-08-01/2021-08-31"),
        ("The port has been closed since October.", "since October", "2020-10-01/2021-05-19"),
        ("They want a deal by the end of 2021.", "by the end of 2021", "2021-05-19/2021-12-31"),
        ("The port was closed this week.", "this week", "2021-05-17/2021-05-19"),
        ("Shelling stopped earlier this month.", "earlier this month", "2021-05-01/2021-05-19"),
        ("A truce was signed late last month.", "late last month", "2021-04-21/2021-04-30"),
        ("The council met last week.", "last week", "2021-05-10/2021-05-16"),
        ("The chairman took office last year.", "last year", "2020-01-01/2020-12-31"),
        ("The interview was aired 18 years ago.", "18 years ago", "2003-01-01/2003-12-31"),
        ("The army shelled Drava from Friday to Monday.", "from Friday to Monday", "2021-05-14/2021-05-17"),
        ("Talks will run from Friday to Tuesday.", "from Friday to Tuesday", "2021-05-21/2021-05-25"),
        (
            "It fell quiet between Monday evening and Tuesday morning.",
            "between Monday evening and Tuesday morning",
            "2021-05-17/2021-05-18",
        ),
        (
            "The envoys agreed to meet before the end of the month.",
            "before the end of the month",
            "2021-05-19/2021-05-31",
        ),
        ("The rebels left before the end of 2020.", "before the end of 2020", "/2020-12-31"),
        ("The sides agreed on a truce from Friday.", "from Friday", "2021-05-21/"),
        ("The army has closed the port from Friday.", "from Friday", "2021-05-14/2021-05-19"),
        ("The Herald had this to say on Tuesday.", "on Tuesday", "2021-05-18/2021-05-18"),
        ("If the bridge is shut on Sunday, they will stay away.", "on Sunday", "2021-05-23/2021-05-23"),
        ("If the army shelled the mill on Monday, it will pay.", "on Monday", "2021-05-17/2021-05-17"),
        ("The army let nine lorries cross on Monday.", "on Monday", "2021-05-17/2021-05-17"),
        ("He was not asked about Monday.", "about Monday", "2021-05-17/2021-05-17"),
        ("The sides signed the text overnight.", "overnight", "2021-05-18/2021-05-19"),
        (
            "It fell quiet at 18:00 (19:00 Orsa time), May 5.",
            "at 18:00 (19:00 Orsa time), May 5",
            "2021-05-05/2021-05-05",
        ),
        (
            "The truce begins at 6 p.m. (1600 GMT) on Friday.",
            "at 6 p.m. (1600 GMT) on Friday",
            "2021-05-21T16:00Z/2021-05-21T16:00Z",
        ),
        ("The port has been closed until Friday.", "until Friday", "2021-05-19/2021-05-21"),
        (
            "They have made efforts to extend the truce following the exchange on Thursday of nine nurses.",
            "on Thursday",
            "2021-05-13/2021-05-13",
        ),
        ("Dozens fled in the past three months.", "in the past three months", "2021-02-19/2021-05-19"),
        ("The army split over the past year.", "over the past year", "2020-05-19/2021-05-19"),
        ("The rebels must leave within 48 hours.", "within 48 hours", "2021-05-19/2021-05-21"),
        ("The barge is currently in Drava.", "currently", "2021-05-19/2021-05-19"),
        ("The summer of 2018 was quiet.", "The summer of 2018", "2018-06-01/2018-08-31"),
        ("Prices rose in the third quarter of 2020.", "in the third quarter of 2020", "2020-07-01/2020-09-30"),
        ("It broke the order of the 1990s.", "of the 1990s", "1990-01-01/1999-12-31"),
        ("The siege lasted from 2014 to 2016.", "from 2014 to 2016", "2014-01-01/2016-12-31"),
        ("Guns fell silent during October and November.", "during October and November", "2020-10-01/2020-11-30"),
        ("The plan may mark the year ahead.", "the year ahead", "2022-01-01/2022-12-31"),
        ("They were freed around 4:15 a.m. on Monday.", "around 4:15 a.m. on Monday", "2021-05-17/2021-05-17"),
        ("The vote began at 18:00 UTC on Monday.", "at 18:00 UTC on Monday", "2021-05-17T18:00Z/2021-05-17T18:00Z"),
        ("The cease-fire held on Christmas Day.", "on Christmas Day", "2020-12-25/2020-12-25"),
    ],
)
def test_days(text: str, words: str, days: str, nlp: Language) -> None:
    found = read(text, nlp)
    assert (words, days) in [row[:2] for row in found]


@pytest.mark.parametrize(
    "text",
    [
        "The barge has recently sailed.",
        "They have talked for years.",
        "In recent weeks the front was quiet.",
        "The list will be printed soon.",
        "Till now there is one report.",
        "It stopped nearly two decades ago.",
    ],
)
def test_vague_words_have_a_span_and_no_days(text: str, nlp: Language) -> None:
    found = read(text, nlp)
    assert [row[1:] for row in found] == [(None, "vague")]


@pytest.mark.parametrize(
    "text",
    [
        "The five-year war went on.",
        "He later left Drava.",
        "The rebels may march on Drava.",
        "The Sunday Mirror carried the story.",
        "He is in his 40s.",
        "Some 2000 soldiers fled.",
        "Jan Orlec spoke for the rebels.",
        "The fall of Drava shook them.",
    ],
)
def test_no_times(text: str, nlp: Language) -> None:
    assert read(text, nlp) == []


def test_bare_stretch_has_its_own_words_and_days(nlp: Language) -> None:
    times, clocks = find_times(parse(page("The port has been closed since October."), nlp))
    assert times[0].bare is not None
    assert times[0].bare.span.text == "October"
    assert resolve(clocks["t1:bare"], WRITTEN) == Interval("2020-10-01", "2020-10-31")


def test_preposition_of_a_noun_is_not_taken(nlp: Language) -> None:
    assert [row[0] for row in read("They fled after Monday's attack.", nlp)] == ["Monday"]


def test_days_counted_from_another_time(nlp: Language) -> None:
    assert read("The bridge fell on 4 May 2021. Two days later, they left.", nlp)[1][1] == "2021-05-06/2021-05-06"
    assert read("The bridge fell on 4 May 2021. They left the following night.", nlp)[1][1] == "2021-05-05/2021-05-05"


def test_more_than_years_ago_takes_the_date_of_the_text_that_fits(nlp: Language) -> None:
    found = read("The girls were taken more than two years ago. The school was raided in April 2019.", nlp)
    assert found[0][1] == "2019-04-01/2019-04-30"


def test_quotation_of_an_older_text_counts_from_its_day(nlp: Language) -> None:
    text = "On 4 March 2021 I wrote a piece on the talks.\nThis is what I said:\n“The army said as much today.”"
    assert read(text, nlp)[1][1] == "2021-03-04/2021-03-04"


def test_without_a_day_of_writing_only_full_dates_resolve(nlp: Language) -> None:
    found = read("It fell on 4 May 2021. They left on Monday.", nlp, None)
    assert [row[1] for row in found] == ["2021-05-04/2021-05-04", None]


def test_a_huge_line_of_digits_ends(nlp: Language) -> None:
    from ceasewire.reading.forms import FORMS

    text = "may 1 " * 5000 + " " * 5000 + "12 " * 5000
    assert sum(1 for form in FORMS for _ in form.pattern.finditer(text)) > 0


@pytest.mark.parametrize("words", ["the same month a year ago", "the same period last year"])
def test_the_same_stretch_of_another_year(words: str, nlp: Language) -> None:
    found = read(f"Nine lorries came in April, against nine in {words}.", nlp)
    assert found[1][:2] == (f"in {words}", "2020-04-01/2020-04-30")


def test_that_time_is_the_one_before_it(nlp: Language) -> None:
    found = read("The truce ends on Friday. If they have not met by that time, they will leave.", nlp)
    assert [row[:2] for row in found] == [
        ("on Friday", "2021-05-21/2021-05-21"),
        ("by that time", "2021-05-19/2021-05-21"),
    ]
