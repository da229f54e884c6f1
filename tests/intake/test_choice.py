"""What is the story of a web page, and what is not, on invented pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceasewire.intake.choice import chosen
from ceasewire.intake.linear import linear, parse
from intake.story import LAST, LEAD, MORE, TITLE, body, pages

FOURTH = "A second meeting is planned in Tarn, where the guild owns a hall that both sides have used for trade before."


def story(markup: str, found: tuple[str, ...] = (LEAD, MORE, FOURTH)) -> list[str]:
    """The lines chosen where trafilatura finds the paragraphs given."""
    lines = linear(parse(f"<html><body>{markup}</body></html>"))
    return [lines[number].text for number in sorted(chosen(lines, "\n".join(found)))]


def paragraphs(*given: str) -> str:
    """Markup of paragraphs."""
    return "".join(f"<p>{each}</p>" for each in given)


@pytest.mark.parametrize(
    "missed",
    [
        "<p>Nobody was hurt on Monday.</p>",
        "<blockquote><p>We are safe in Tarn</p></blockquote>",
        "<blockquote>We are safe. <a href='x'>May 4, 2031</a></blockquote>",
    ],
)
def test_what_is_missed_between_paragraphs_comes_back(missed: str) -> None:
    (line,) = (each.text for each in linear(parse(f"<html><body>{missed}</body></html>")))
    assert story(paragraphs(LEAD, MORE) + missed + paragraphs(FOURTH)) == [LEAD, MORE, line, FOURTH]


@pytest.mark.parametrize(
    "other",
    [
        "<div><p>Nobody was hurt on Monday.</p></div>",
        "<p><a href='x'>Hill towns bury their dead after the shelling.</a></p>",
        "<p>By Ana Vel</p>",
        "<aside><blockquote><p>We are safe in Tarn.</p></blockquote></aside>",
    ],
)
def test_what_is_no_paragraph_stays_out(other: str) -> None:
    assert story(paragraphs(LEAD, MORE) + other + paragraphs(FOURTH)) == [LEAD, MORE, FOURTH]


@pytest.mark.parametrize(
    "link",
    [
        "<p><a href='x'>Hill towns bury their dead after the shelling</a></p>",
        "<p>https://veldanian.example/orsk</p>",
        f"<p>{LEAD} {MORE} {LAST} {LEAD}</p>",
        f"<p>{MORE}</p>",
    ],
    ids=["a teaser", "an address", "the story in one line", "a pulled quotation"],
)
def test_what_trafilatura_keeps_and_is_no_story(link: str) -> None:
    text = linear(parse(f"<html><body>{link}</body></html>"))[0].text
    assert story(paragraphs(LEAD, MORE, FOURTH, LAST) + link, (LEAD, MORE, FOURTH, LAST, text)) == [
        LEAD,
        MORE,
        FOURTH,
        LAST,
    ]


def test_a_story_that_is_a_list_of_links() -> None:
    links = [f"The {word} ferry of the harbour guild" for word in ("old", "new", "red", "blue", "last")]
    markup = "".join(f"<li><a href='x'>{link}</a></li>" for link in links)
    assert story(paragraphs(LEAD) + markup, (LEAD, *links)) == [LEAD, *links]


def test_cells_of_a_table_are_kept_by_the_row() -> None:
    rows = "".join(
        f"<tr><td>{town}</td><td>{dead}</td><td>{hurt}</td></tr>"
        for town, dead, hurt in (("Orsk", 4, 7), ("Tarn", 12, 30))
    )
    found = (LEAD, MORE, "Orsk | 4 | 7", "Tarn | 12 | 30")
    assert story(f"{paragraphs(LEAD, MORE)}<table>{rows}</table>", found)[2:] == ["Orsk", "4", "7", "Tarn", "12", "30"]


def test_teasers_comments_and_read_also_lines_are_no_body(tmp_path: Path) -> None:
    other = "Ferry burns in the night as the guild elects a master"
    markup = f"""<html><body><article><h1>{TITLE}</h1>{paragraphs(LEAD)}
<p>Read also: <a href="/x">{other}</a></p><p><a href="/y">{other}</a></p>{paragraphs(MORE, LAST, FOURTH)}</article>
<section class="comments"><h3>Comments</h3>
<div class="comment"><p>This is all lies and you know it, said nobody.</p></div>
<div class="comment"><p>I was there and the ferry did not burn at all, my friends.</p></div></section>
<div class="related"><h3>Related stories</h3><a href="/z">{other}</a></div></body></html>"""
    (page,) = pages(tmp_path, "a.html", markup.encode())
    assert body(page) == [LEAD, MORE, LAST, FOURTH]


def test_the_heading_of_a_page_is_its_title(tmp_path: Path) -> None:
    markup = f"<html><head><title>Orsk</title></head><body><h1>{TITLE}</h1>{paragraphs(LEAD, MORE, LAST)}</body></html>"
    (page,) = pages(tmp_path, "a.html", markup.encode())
    assert (page.title, body(page)) == (TITLE, [LEAD, MORE, LAST])
