"""The role of every line, on invented pages."""

from __future__ import annotations

import pytest

from ceasewire.intake.roles import roles_of

LEAD = "The envoys of Veldania and of the hill towns met in Orsk on Monday to talk about a truce, officials said."
MORE = "The talks, the first in a year, were hosted by the harbour guild and lasted until the early evening hours."
LAST = "Nobody would say when the sides would meet again, or whether the ferry could sail before the winter."


def roles(*lines: str, title: str | None = None) -> list[str]:
    """The role of each line of a page."""
    return [line.role for line in roles_of("\n\n".join(lines), title, {})[0]]


def body_but(line: str) -> str:
    """The role of a line inside a story."""
    return roles(LEAD, MORE, line, LAST, LAST.replace("Nobody", "None of them"))[2]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("A ferry burns off Orsk. (Ana Vel/Reuters)", "caption"),
        ("A ferry lies off Orsk on November 3 © AFP", "caption"),
        ("Reuters Unbowed... the mayor of Orsk waves to his guard at the gate", "caption"),
        ("A woman from the hill towns carrying her child across the broken bridge", "caption"),
        ("Photographer: Ana Vel/AFP via Getty Images", "credit"),
        ("Photo", "furniture"),
        ("Advertisement Continue reading below", "furniture"),
        ("[Graphic: the harbour before and after the fire]", "furniture"),
        ("READ MORE: Hill towns bury their dead", "furniture"),
        ("Mayor of Orsk mocked over ferry [VIDEO]", "furniture"),
        ("Sign up to our newsletter and get the best of Orsk in your inbox.", "furniture"),
        ("MAYOR OF ORSK SAYS FERRY WILL SAIL AGAIN", "furniture"),
        ("Open Questions", "body"),
        ("- 'No deal yet' -", "body"),
        ("• The ferry stays in port", "body"),
        ("“We will not yield.”", "body"),
        ("We are safe. — Ana Vel (@anavel) May 4, 2031", "body"),
        ("For more than a year the guild has fed the hill towns, and it will go on doing so, its master said.", "body"),
        ("Reuters was unable to verify the account of the shelling.", "body"),
        ("Via the ferry, some 40 people left the town for the islands on Monday.", "body"),
    ],
)
def test_lines_inside_a_story(line: str, role: str) -> None:
    assert body_but(line) == role


def test_the_head_of_a_page() -> None:
    page = (
        "Friday / June 4.",
        "HomeWorldEnvoys meet in Orsk to end the ferry war",
        "Envoys meet in Orsk to end the ferry war",
        "A ferry off Orsk",
        "A ferry off Orsk",
        "Ana Maria Vel in Orsk",
        LEAD,
        MORE,
    )
    assert roles(*page) == ["furniture", "furniture", "title", "caption", "caption", "byline", "body", "body"]


def test_a_deck_and_items_after_the_title() -> None:
    page = ("Envoys Meet in Orsk to End the Ferry War", "• Guild hosts first talks in a year", LEAD, MORE)
    assert roles(*page) == ["title", "body", "body", "body"]


def test_no_title_where_a_page_begins_with_its_story() -> None:
    lines, title = roles_of("\n".join((LEAD, MORE, LAST)), None, {})
    assert title is None
    assert {line.role for line in lines} == {"body"}


def test_a_title_given_and_printed_again() -> None:
    title = "Envoys meet. The guild is glad."
    assert roles(title, title, LEAD, MORE, title=title) == ["title", "title", "body", "body"]


@pytest.mark.parametrize(
    "tail",
    [
        ("Read more:", "Hill towns bury their dead. But the war goes on.", "Who is the master of the guild?"),
        ("Leave a Reply", "Please log in to comment.", "Bo: this is all lies and you know it."),
        ("Promoted Links", "The news of Orsk, straight to your inbox each day.", "Also in World News"),
        ("What do you think?", "Notify of", "0 Comments", "Why the guild will lose the war of the ferries"),
        ("Report", "2031 in pictures"),
    ],
)
def test_the_tail_of_a_page(tail: tuple[str, ...]) -> None:
    assert roles(LEAD, MORE, LAST, *tail)[3:] == ["furniture"] * len(tail)


@pytest.mark.parametrize(
    "line",
    [
        "Additional reporting by Ana Vel in Orsk and Bo Ost in Tarn",
        "— With assistance by Ana Vel",
        "Ana Vel contributed from Orsk.",
        "The Orsk Wire contributed to this report.",
        "Contact the writers at vel@orsk.example",
        "(Reporting by Ana Vel; Editing by Bo Ost)",
        "Via FT",
        "(AP)",
        "First published by The Orsk Post",
        "Republished with permission from The Orsk Post.",
        "TELEGRAPH.CO.UK",
    ],
)
def test_credits_after_the_story(line: str) -> None:
    assert roles(LEAD, MORE, LAST, line)[-1] == "credit"


@pytest.mark.parametrize("end", [" (AP)", " - AFP", " (Reuters)", " © AFP", " / Orsk Wire"])
def test_a_paragraph_signed_by_an_agency_is_body(end: str) -> None:
    assert roles(LEAD, MORE, LEAD.replace("Monday", "Tuesday") + end)[-1] == "body"


@pytest.mark.parametrize("line", ["First published on May 4", "First published: 4 May", "First published May 4, 2031"])
def test_a_day_of_publication_is_no_credit(line: str) -> None:
    assert roles(LEAD, MORE, LAST, line)[-1] == "furniture"


def test_a_list_of_links_ends_where_running_text_comes_back() -> None:
    page = (
        LEAD,
        MORE,
        "Related stories",
        "Hill towns bury their dead",
        "Ferry burns in the night",
        LAST,
        MORE + " So it was.",
    )
    assert roles(*page) == ["body", "body", "furniture", "furniture", "furniture", "body", "body"]


def test_a_disclaimer_twice_is_furniture_twice() -> None:
    words = "These views are those of the author."
    assert roles(words, LEAD, MORE, words) == ["furniture", "body", "body", "furniture"]


def test_another_story_far_below_is_furniture() -> None:
    links = ("Ferry burns in the night", "Guild elects master", "Hill towns mourn", "Mayor resigns", "Snow in Tarn")
    other = "A cook from Tarn has won the soup prize, the jury said."
    story = [LEAD, MORE, LAST, LEAD + " It was late.", MORE + " It was cold."]
    assert roles(*story, *links, other)[-1] == "furniture"


def test_hard_wrapped_paragraphs_are_one_block() -> None:
    text = "\n".join(
        [
            "The envoys of Veldania and of the hill towns met in Orsk on Monday to",
            "talk about a truce that would let the ferry sail again before the first",
            "snow of the winter closes the pass, two officials of the guild said late",
            "in the evening.",
            "",
            "The talks, the first in a year, were hosted by the harbour guild and they",
            "lasted until the early evening, when the mayor came to the hall in person",
            "with a letter that he would not show to the reporters who had waited for",
            "him since noon.",
        ]
    )
    lines, title = roles_of(text, None, {})
    assert title is None
    assert [line.role for line in lines] == ["body"] * 8


def test_every_line_that_is_not_empty_has_a_role() -> None:
    text = f"  {LEAD} \r\n\r\n\t\n***\n{MORE}\n \u00a0 \n."
    lines, _ = roles_of(text, None, {})
    assert [text[line.start : line.end] for line in lines] == [LEAD, "***", MORE, "."]
