"""Words in common that are no lineage: background of one house, notes of the desk, statements, posts, names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasewire.lineage import trace
from ceasewire.model import Document, Link

Page = Callable[..., Document]
Words = tuple[str, ...]

BACKGROUND = (
    "The upper valley has been at war since the autumn of 2027, when the government closed both dams and the Orlen "
    "Front took up arms; about four thousand people have been killed and a third of the villages lie empty."
)
FORMULA = "Orlen Front leader Ilka Maren’s call for a ban on Veldanian barges entering the Sarel Canal"
LETTER = (
    "We, the elders of the nine villages, ask both sides to let the harvest in before the frost comes down the valley.",
    "We have buried enough of our children, and we will not lend our barns to soldiers of either side this winter.",
    "Whoever answers this letter will find us at the ferry house on the last day of the month, as every year.",
)


def taken(links: list[Link]) -> list[Link]:
    return [link for link in links if link.kind != "citation"]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({"outlet": "Orlen Herald"}, {"outlet": "Orlen Herald"}, 0),
        ({"outlet": "Orlen Herald", "origin": "Orlen Wire"}, {"outlet": "Coast Gazette", "origin": "Orlen Wire"}, 0),
        ({"outlet": "Orlen Herald"}, {"outlet": "Coast Gazette"}, 0),
    ],
)
def test_what_a_house_tells_in_every_report_is_its_background(
    page: Page, report: Words, own: Words, one: dict[str, str], other: dict[str, str], found: int
) -> None:
    first = page([*report, BACKGROUND], published="2031-03-01", **one)
    later = page([*own, *LETTER, BACKGROUND], published="2031-03-09", **other)
    between = [link for link in taken(trace([first, later])) if link.of_doc]
    assert len(between) == found


@pytest.mark.parametrize(
    ("day", "before", "found"),
    [
        ("2031-03-09", "", 0),
        ("2031-03-02", "", 1),
        ("2031-03-09", "Another report has this to say:", 1),
        ("2031-03-09", "The Orlen Herald reported on Monday that the town is tired.", 1),
    ],
)
def test_a_passage_of_background_in_reports_of_different_days(
    page: Page, report: Words, own: Words, day: str, before: str, found: int
) -> None:
    first = page([*report, BACKGROUND, *LETTER], outlet="Orlen Herald", published="2031-03-01")
    told = [*own, *([before] if before else []), BACKGROUND, *own[::-1], own[1], own[3]]
    later = page(told, outlet="Coast Gazette", published=day)
    assert len([link for link in taken(trace([first, later])) if link.of_doc]) == found


def test_a_lede_that_two_outlets_have_of_one_agency_is_lineage(page: Page, report: Words, own: Words) -> None:
    first = page([*report, *own], outlet="Orlen Herald", origin="Orlen Wire")
    brief = page([report[0], *own[::-1], *own[:2], LETTER[0]], outlet="Coast Gazette", origin="Orlen Wire", path="b")
    assert taken(trace([first, brief]))


def test_a_formula_of_names_and_titles_is_no_lineage(page: Page, report: Words, own: Words) -> None:
    one = page([*own[:2], f"Ministers met on Monday over {FORMULA}."], outlet="Orlen Herald")
    other = page([*own[2:], f"Nobody at the fair had a good word for {FORMULA}."], outlet="Coast Gazette")
    assert taken(trace([one, other])) == []


def test_a_short_run_counts_where_the_other_page_is_named(page: Page, report: Words, own: Words) -> None:
    source = page([report[0], f"The council took up {FORMULA}.", *report[3:]], outlet="Harbour Herald")
    column = page([*own, f"The Harbour Herald reported that the council took up {FORMULA}."], outlet="Coast Gazette")
    (link,) = taken(trace([source, column]))
    assert (link.doc, link.of_doc, link.kind) == (column.id, source.id, "excerpt")


@pytest.mark.parametrize(
    "note",
    [
        "Editor’s note: Ilka Maren has been under arrest twice, has shelled two towns and denies every famine.",
        "(Reporting by Jon Orlo in Port Sarel and Mira Tansel in Quorland; writing by Ada Brin; editing by Tom Ruthe)",
    ],
)
def test_notes_of_the_desk_are_not_compared(page: Page, report: Words, own: Words, note: str) -> None:
    assert taken(trace([page([*report[:3], note]), page([*own, note])])) == []


@pytest.mark.parametrize(
    "told",
    [
        "The opening of the mountain road is the outcome of talks between the council and the Front brokered by the "
        "ferrymen’s guild and the bishop of Quorland, and the talks will go on, a spokeswoman said.",
        "Nothing was said in Port Sarel. The opening of the mountain road is the outcome of talks between the council "
        "and the Front brokered by the ferrymen’s guild and the bishop of Quorland.",
    ],
)
def test_a_statement_that_one_paper_quotes_and_another_tells_is_no_lineage(page: Page, own: Words, told: str) -> None:
    said = (
        "“The opening of the mountain road is the outcome of talks between the council and the Front brokered by the "
        "ferrymen’s guild and the bishop of Quorland,” the council’s spokeswoman said. “The talks will go on.”"
    )
    one = page([own[0], said, own[1]], outlet="Harbour Herald", published="2031-03-01")
    other = page([own[2], told, own[3]], outlet="Coast Gazette", published="2031-03-02")
    assert taken(trace([one, other])) == []


def test_a_paragraph_of_a_report_in_quotation_marks_is_an_excerpt(page: Page, report: Words, own: Words) -> None:
    source = page(report, outlet="Harbour Herald", published="2031-03-01")
    column = page([*own[:2], "One reads elsewhere:", f"“{report[1]}”", *own[2:]], outlet="Coast Gazette")
    (link,) = taken(trace([source, column]))
    assert (link.doc, link.of_doc, link.kind) == (column.id, source.id, "excerpt")


@pytest.mark.parametrize("second", ["The letter reads in full:", "Here is the full text of what the elders wrote:"])
def test_a_statement_that_two_papers_print_is_no_lineage(page: Page, report: Words, own: Words, second: str) -> None:
    one = page([*report[:2], "The elders’ full statement:", *LETTER], outlet="Orlen Herald")
    other = page([*own, second, *LETTER], outlet="Coast Gazette")
    assert taken(trace([one, other])) == []


def test_a_post_signed_in_the_line_below_is_no_lineage(page: Page, report: Words, own: Words) -> None:
    signed = [LETTER[0], "— Elders of the Valley (@nineelders) March 3, 2031"]
    one = page([*report[:2], *signed], outlet="Orlen Herald")
    other = page([*own, *signed], outlet="Coast Gazette")
    assert taken(trace([one, other])) == []


def test_a_caption_as_long_as_a_paragraph_is_compared(page: Page, report: Words, own: Words) -> None:
    told = f"Photo of the talks: {report[0]} {report[3]} {report[4]}"
    source, column = page(report, outlet="Orlen Herald"), page([*own, told], outlet="Coast Gazette")
    assert taken(trace([source, column]))
