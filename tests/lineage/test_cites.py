"""Outlets that a page names as its grounds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ceasewire.lineage import trace
from ceasewire.model import Document

Page = Callable[..., Document]


@pytest.mark.parametrize(
    ("sentence", "frame"),
    [
        ("Two brigades have left the upper valley, according to Reuters.", "according to Reuters"),
        ("The Orlen Herald reported that two brigades have left the valley.", "Orlen Herald reported"),
        ("Brigades have left, the state news agency Xinhua has reported.", "Xinhua has reported"),
        ("It was in the Orlen Courier, a daily of the coast, which reported it first.", None),
        ("Envoys confirmed to Reuters that the brigades have left.", "confirmed to Reuters"),
        ("He will not go home, he was quoted as saying by the Orlen Herald.", "as saying by the Orlen Herald"),
        ("The brigades have left, Maren told Russia’s TASS news agency.", "told Russia’s TASS"),
        ("Reuters, citing two diplomats, says the brigades have left.", "Reuters, citing"),
    ],
)
def test_a_report_named_without_its_words_is_a_citation(
    page: Page, own: tuple[str, ...], sentence: str, frame: str | None
) -> None:
    document = page([own[0], f"{own[1]} {sentence} {own[2]}"], outlet="Coast Gazette")
    (link,) = trace([document])
    assert (link.kind, link.of_doc) == ("citation", None)
    assert link.span is not None and link.span.text == sentence
    assert frame is None or [span.text for span in link.evidence] == [frame]


def test_words_said_to_another_outlet_are_an_excerpt_of_it(page: Page, own: tuple[str, ...]) -> None:
    document = page(
        [own[0], "“We know nothing at all of such a plan,” Mr. Maren told Reuters."], outlet="Coast Gazette"
    )
    (link,) = trace([document])
    assert (link.kind, link.of_outlet) == ("excerpt", "Reuters")
    assert link.span is not None and link.span.text == "We know nothing at all of such a plan"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ilka Maren told the Harbour Herald that the road is open.",
        "Maren, told of the offer, boarded a plane to Reuters House.",
        "The Herald of spring is late this year, farmers said.",
        "A spokesman told The Herald that the road is open.",
    ],
)
def test_the_pages_own_outlet_and_other_names_are_none(page: Page, sentence: str) -> None:
    assert trace([page([sentence], outlet="Harbour Herald")]) == []


def test_an_outlet_thanked_below_a_page_is_cited(page: Page, own: tuple[str, ...]) -> None:
    document = page(own, outlet="Coast Gazette", credit="The Associated Press and Reuters contributed to this report.")
    links = trace([document])
    assert {(link.kind, link.of_outlet) for link in links} == {
        ("citation", "Associated Press"),
        ("citation", "Reuters"),
    }


def test_a_citation_is_tied_to_the_page_it_means(page: Page, report: tuple[str, ...], own: tuple[str, ...]) -> None:
    source = page(report, outlet="Harbour Herald", published="2031-03-01")
    other = page(own, outlet="Harbour Herald", published="2031-03-01")
    told = "In Port Sarel, Orlen Front delegates met government envoys on Tuesday, the Harbour Herald reported."
    citing = page(["Snow fell on the passes.", told], outlet="Coast Gazette", published="2031-03-02")
    (link,) = [link for link in trace([source, other, citing]) if link.doc == citing.id]
    assert (link.kind, link.of_doc) == ("citation", source.id)


@pytest.mark.parametrize("more", [0, 9])
@pytest.mark.parametrize(
    "told",
    [
        "It was on the first of the month and not before that they were to meet, the Harbour Herald reported.",
        "The Front holds the valley and the upper dams, and both are shut, the Harbour Herald reported.",
    ],
)
def test_small_words_tie_a_citation_to_no_page_however_few_there_are(
    page: Page, report: tuple[str, ...], own: tuple[str, ...], told: str, more: int
) -> None:
    source = page(report, outlet="Harbour Herald", published="2031-03-01")
    others = [page([f"{own[n % 4]} {n}"], outlet="Orlen Courier", path=f"{n}") for n in range(more)]
    citing = page(["Snow fell on the passes.", told], outlet="Coast Gazette", published="2031-03-02")
    (link,) = [link for link in trace([source, *others, citing]) if link.doc == citing.id]
    assert (link.kind, link.of_doc) == ("citation", None)


def test_names_that_all_pages_of_an_outlet_have_do_not_tell_which_is_cited(
    page: Page, report: tuple[str, ...], own: tuple[str, ...]
) -> None:
    told = "Orlen Front envoys of the Veldanian government sat in Port Sarel with Ilka Maren."
    pages = [
        page([own[n], told], outlet="Harbour Herald", published=f"2031-03-0{n + 1}", path=f"{n}") for n in range(4)
    ]
    cited = "In Port Sarel, Ilka Maren of the Orlen Front left the Veldanian envoys, the Harbour Herald reported."
    citing = page(["Snow fell on the passes.", cited], outlet="Coast Gazette", published="2031-03-09")
    (link,) = [link for link in trace([*pages, citing]) if link.doc == citing.id]
    assert (link.kind, link.of_doc) == ("citation", None)


@pytest.mark.parametrize(("day", "tied"), [("Tuesday", True), ("Saturday", True), ("Sunday", False)])
def test_a_page_that_knows_nothing_of_the_day_is_not_the_one_cited(
    page: Page, report: tuple[str, ...], day: str, tied: bool
) -> None:
    source = page(report, outlet="Harbour Herald", published="2031-03-01")  # a Saturday
    told = f"In Port Sarel, Orlen Front delegates met government envoys on {day}, the Harbour Herald reported."
    citing = page(["Snow fell on the passes.", told], outlet="Coast Gazette", published="2031-03-04")
    (link,) = [link for link in trace([source, citing]) if link.doc == citing.id]
    assert (link.of_doc == source.id) == tied


def test_a_short_name_stands_for_the_outlet_named_before(page: Page, own: tuple[str, ...]) -> None:
    document = page(
        [f"In the Orlen Courier one reads of onions. {own[0]}", "The Courier reported rain."], outlet="Coast Gazette"
    )
    (link,) = trace([document])
    assert (link.kind, link.of_outlet) == ("citation", "Orlen Courier")
