"""Who took which words from whom."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from itertools import pairwise

import pytest

from ceasewire.lineage import root, trace
from ceasewire.model import Document, Link

Page = Callable[..., Document]
Words = tuple[str, ...]


def between(links: list[Link], doc: Document, of: Document) -> list[Link]:
    return [link for link in links if link.doc == doc.id and link.of_doc == of.id and link.kind != "citation"]


def exact(links: list[Link], *documents: Document) -> bool:
    texts = {document.id: document.text for document in documents}
    pairs = [
        (link.doc, span)
        for link in links
        for span in [*link.spans, *link.evidence, *([link.span] if link.span else [])]
    ]
    pairs += [
        (link.of_doc or "", span)
        for link in links
        for span in [*link.of_spans, *([link.of_span] if link.of_span else [])]
    ]
    return all(texts[doc][span.start : span.end] == span.text for doc, span in pairs)


def test_a_cut_copy_with_an_editors_hand_is_a_republication(page: Page, report: Words) -> None:
    edited = [
        report[0].replace("a truce", "a [local] truce"),
        report[1],
        report[2].replace("“", '"').replace("”", '"').replace("map and", "map, and"),
        report[4],
    ]
    source = page(report, outlet="Harbour Herald")
    copy = page(edited, outlet="Coast Gazette")
    links = trace([copy, source])
    (link,) = between(links, copy, source)
    assert link.kind == "republication" and link.span is None
    assert exact(links, copy, source)
    assert link.spans[0].text.startswith("Delegates of the Orlen Front")
    assert len(link.spans) == len(link.of_spans) == 1


def test_an_excerpt_has_its_place_on_both_pages(page: Page, report: Words, own: Words) -> None:
    source = page(report, outlet="Harbour Herald")
    column = page([*own[:2], "Here is what the Harbour Herald reports:", report[3], *own[2:]], outlet="Coast Gazette")
    links = trace([source, column])
    (link,) = between(links, column, source)
    assert link.kind == "excerpt"
    assert link.span is not None and link.span.text == report[3]
    assert link.of_span is not None and link.of_span.text == report[3]
    assert exact(links, source, column)
    assert [span.text for span in link.evidence] == ["Harbour Herald reports"]


def test_a_short_excerpt_is_found_in_a_long_page(page: Page, report: Words) -> None:
    words = random.Random(1)
    long = [" ".join("".join(words.choices("abcdefgh", k=5)) for _ in range(60)) + "." for _ in range(50)]
    source = page(report, outlet="Harbour Herald", published="2031-03-01")
    host = page([*long[:25], report[4], *long[25:]], outlet="Coast Gazette", published="2031-03-02")
    (link,) = between(trace([source, host]), host, source)
    assert link.span is not None and link.span.text == report[4]


def test_other_words_for_the_same_report_are_a_rewrite(page: Page, report: Words) -> None:
    swaps = [
        ("Delegates", "Representatives"),
        ("met envoys", "sat down with envoys"),
        ("discuss", "talk about"),
        ("would open to", "would be clear for"),
    ]
    swaps += [
        ("has never before sat", "had never sat"),
        ("holds", "controls"),
        ("planned", "scheduled"),
        ("stopped", "ceased"),
    ]
    told = "\n".join(report[:5])
    for old, new in swaps:
        told = told.replace(old, new)
    source, copy = (
        page(report, outlet="Harbour Herald"),
        page(told.split("\n"), outlet="Coast Gazette", origin="Coast Gazette"),
    )
    (link,) = between(trace([copy, source]), copy, source)
    assert link.kind == "rewrite"


def test_a_later_version_of_one_report_is_an_update(page: Page, report: Words) -> None:
    first = page(report[:4], outlet="Harbour Herald", published="2031-03-01")
    later = page(report, outlet="Harbour Herald", published="2031-03-02")
    (link,) = between(trace([first, later]), later, first)
    assert link.kind == "update"


def test_a_version_that_says_so_is_a_correction(page: Page, report: Words) -> None:
    first = page(report, outlet="Harbour Herald", published="2031-03-01")
    later = page(report[:5], outlet="Harbour Herald", published="2031-03-02", title="Corrected: talks in Port Sarel")
    (link,) = between(trace([first, later]), later, first)
    assert link.kind == "correction"


def test_one_person_quoted_by_two_papers_is_no_lineage(page: Page, own: Words) -> None:
    said = "“We will not open the road before the last prisoner is home, and let nobody think that we bluff,”"
    one = page([own[0], f"{said} Ilka Maren said on Monday.", own[1]], outlet="Harbour Herald")
    other = page(
        [own[2], f"At the airport Maren was blunt: {said} she told reporters.", own[3]], outlet="Coast Gazette"
    )
    assert trace([one, other]) == []


def test_a_quotation_taken_from_a_named_report_is_an_excerpt_of_it(page: Page, report: Words, own: Words) -> None:
    source = page(report, outlet="Harbour Herald")
    column = page(
        [*own[:2], "As the Harbour Herald reported:", report[2].partition(" said")[0], *own[2:]], outlet="Coast Gazette"
    )
    (link,) = between(trace([source, column]), column, source)
    assert link.kind == "excerpt"


def test_a_page_half_taken_in_one_run_is_an_excerpt(page: Page, report: Words, own: Words) -> None:
    source = page(report, outlet="Harbour Herald", published="2031-03-01")
    column = page([*own, *report[1:5], own[0][::-1]], outlet="Coast Gazette", published="2031-03-02")
    (link,) = between(trace([source, column]), column, source)
    assert link.kind == "excerpt"


def test_a_statement_announced_by_both_is_no_lineage(page: Page, own: Words) -> None:
    said = (
        "The Orlen Front takes note of the offer and will answer within three days after it has heard its commanders."
    )
    one = page([own[0], "The Front said in a statement:", said, own[1]], outlet="Harbour Herald")
    other = page([own[2], "The text in full:", said, own[3]], outlet="Coast Gazette")
    assert trace([one, other]) == []


def test_a_run_that_goes_on_beyond_the_quotation_is_lineage(page: Page, own: Words) -> None:
    said = (
        "“We will not open the road before the last prisoner is home,” Ilka Maren said, leaning on a stick she has "
        "carried since the siege of the upper town four winters ago."
    )
    one = page([own[0], said, own[1]], outlet="Harbour Herald", published="2031-03-01")
    other = page([own[2], said, own[3]], outlet="Coast Gazette", published="2031-03-02")
    (link,) = between(trace([one, other]), other, one)
    assert link.span is not None and link.span.text == said


def test_words_that_an_outlet_puts_on_every_page_are_no_lineage(page: Page) -> None:
    stock = "The views held in this column are its author's alone, and this site gives no advice on money or health."
    words = random.Random(2)
    pages = []
    for _ in range(5):
        text = " ".join("".join(words.choices("abcdefgh", k=5)) for _ in range(120))
        pages.append(page([text, stock], outlet="Coast Gazette"))
    assert trace(pages) == []


def test_a_copy_of_a_copy_links_to_what_it_was_taken_from(page: Page, report: Words) -> None:
    changed = [
        paragraph.replace("Tuesday", "Wednesday").replace("food convoys", "lorries of flour") for paragraph in report
    ]
    first = page(report, outlet="Harbour Herald", published="2031-03-01")
    second = page(changed, outlet="Coast Gazette", published="2031-03-02")
    third = page(changed[:5], outlet="Valley Post", published="2031-03-03")
    links = trace([third, first, second])
    assert between(links, third, second) and not between(links, third, first)
    assert root(links, third.id) == first.id


def test_two_copies_of_one_text_do_not_link_to_each_other(page: Page, report: Words) -> None:
    first = page(report, outlet="Harbour Herald", published="2031-03-01")
    second = page(report[:3], outlet="Coast Gazette", published="2031-03-02")
    third = page(report[:5], outlet="Valley Post", published="2031-03-03")
    links = trace([first, second, third])
    assert between(links, second, first) and between(links, third, first)
    assert not between(links, third, second)


def test_two_copies_of_an_absent_text_both_link_to_it(page: Page, report: Words) -> None:
    credit = {"credit": "(© Harbour Herald)", "origin": "Harbour Herald"}
    one, other = page(report, outlet="Coast Gazette", **credit), page(report[:4], outlet="Valley Post", **credit)
    links = trace([one, other])
    assert [(link.kind, link.of_doc, link.of_outlet) for link in links] == [
        ("republication", None, "Harbour Herald")
    ] * 2
    assert [span.text for span in links[0].evidence] == ["(© Harbour Herald"]
    assert root(links, one.id) == "Harbour Herald"


def test_a_credit_beats_a_later_day(page: Page, report: Words) -> None:
    source = page(report, outlet="Harbour Herald", published="2031-03-05")
    copy = page(report, outlet="Coast Gazette", published="2031-03-04", credit="Source: Harbour Herald")
    assert between(trace([source, copy]), copy, source)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"published": "2031-03-02"}, {"published": "2031-03-01"}),
        ({"date": "March 2, 2031"}, {"date": "1 March 2031"}),
        ({"title": "Update: Talks in Port Sarel"}, {"title": "Talks in Port Sarel"}),
    ],
)
def test_direction_of_equal_texts(page: Page, report: Words, one: dict[str, str], other: dict[str, str]) -> None:
    copy, source = page(report, outlet="Coast Gazette", **one), page(report, outlet="Harbour Herald", **other)
    assert between(trace([copy, source]), copy, source)


@pytest.mark.parametrize("day", ["2031-03-01", None])
def test_of_a_paper_and_an_agency_on_one_day_the_paper_has_it_from_the_agency(
    page: Page, report: Words, own: Words, day: str | None
) -> None:
    wire = page(report[:5], outlet="Reuters", published=day, path="z.txt")
    paper = page([report[0], own[0], *report[1:5], own[1]], outlet="Coast Gazette", published=day, path="a.txt")
    links = trace([paper, wire])
    assert between(links, paper, wire) and not between(links, wire, paper)


def test_the_order_of_arrival_does_not_matter(page: Page, report: Words, own: Words) -> None:
    pages = [
        page(report, path="a"),
        page(report[:4], path="b"),
        page([*own, *report[:3]], path="c"),
        page(report[::-1], path="d"),
    ]
    links = {(link.id, link.of_doc) for link in trace(pages)}
    assert links == {(link.id, link.of_doc) for link in trace(pages[::-1])}


def test_empty_pages_and_no_pages(page: Page) -> None:
    empty = page(["..."])
    assert trace([]) == [] and trace([empty]) == [] and trace([empty, page(["one"])]) == []
    assert root([], empty.id) == empty.id


def test_hostile_pages_stay_quick(page: Page, report: Words) -> None:
    word, dashes = "shell " * 400_000, "—(“" * 200_000
    pages = [
        page([word], path="a"),
        page([word + "hole"], path="b"),
        page([dashes], path="c"),
        page(["x" * 2_000_000], path="d"),
    ]
    begun = time.perf_counter()
    trace(pages)
    assert time.perf_counter() - begun < 20


def test_a_text_on_very_many_pages_stays_quick(page: Page, report: Words) -> None:
    pages = [page(report, path=f"{number:04}") for number in range(400)]
    links = [link for link in trace(pages) if link.kind != "citation"]
    assert {link.of_doc for link in links} == {pages[0].id}
    assert len(links) == 399
    assert all(one.doc != other.doc for one, other in pairwise(links))


def test_the_page_whose_headline_is_cut_from_its_text_is_the_copy(page: Page, report: Words) -> None:
    source = page(report, outlet="Orlen Herald", title="Front and government sit down in Port Sarel", path="z.txt")
    copy = page(report, outlet="Coast Gazette", title="Delegates of the Orlen Front met envoys", path="a.txt")
    links = trace([copy, source])
    assert between(links, copy, source) and not between(links, source, copy)


def test_of_a_stale_text_and_a_fresh_copy_of_it_the_copy_is_the_source(page: Page, report: Words, own: Words) -> None:
    first = page(report, outlet="Orlen Herald", published="2031-05-01", path="first.txt")
    again = page(report, outlet="Coast Gazette", published="2031-05-19", path="again.txt")
    column = page([*own[:2], report[1], report[3], *own[2:]], outlet="Quorland Lantern", published="2031-05-20")
    links = trace([first, again, column])
    assert between(links, again, first) and between(links, column, again)
    assert not between(links, column, first)


def test_a_copy_without_a_day_is_not_taken_for_a_fresh_one(page: Page, report: Words, own: Words) -> None:
    first = page(report, outlet="Orlen Herald", published="2031-05-01", path="first.txt")
    copy = page(report, outlet="Coast Gazette", credit="Source: Orlen Herald", path="copy.txt")
    column = page([*own[:2], report[1], report[3], *own[2:]], outlet="Quorland Lantern", published="2031-05-20")
    links = trace([first, copy, column])
    assert between(links, copy, first) and between(links, column, first)
    assert not between(links, column, copy)


def test_a_page_that_has_the_words_exactly_goes_before_one_that_changed_one(
    page: Page, report: Words, own: Words
) -> None:
    changed = [paragraph.replace("upper valley", "high valley") for paragraph in report]
    first = page(report, outlet="Orlen Herald", published="2031-05-01")
    second = page(changed, outlet="Coast Gazette", published="2031-05-02")
    column = page([*own[:2], *changed[3:5], *own[2:]], outlet="Quorland Lantern", published="2031-05-03")
    links = trace([first, second, column])
    assert between(links, column, second) and not between(links, column, first)


def test_words_that_stand_together_go_before_words_with_others_between(page: Page, report: Words, own: Words) -> None:
    first = page([*report[:2], own[3], *report[2:]], outlet="Orlen Herald", published="2031-05-01")
    second = page(report, outlet="Coast Gazette", published="2031-05-02")
    column = page([*own[:2], *report[:4], own[2]], outlet="Quorland Lantern", published="2031-05-03")
    links = trace([first, second, column])
    assert between(links, column, second) and not between(links, column, first)


def test_an_excerpt_without_a_paragraph_of_its_middle_is_one(page: Page, report: Words, own: Words) -> None:
    source = page([own[0], report[0], own[1][:75], report[3], own[2]], outlet="Orlen Herald", published="2031-05-01")
    column = page([own[3], report[0], report[3], report[5][::-1]], outlet="Coast Gazette", published="2031-05-02")
    (link,) = between(trace([source, column]), column, source)
    assert report[0] in " ".join(span.text for span in link.spans)


def test_a_phrase_that_both_pages_have_far_before_an_excerpt_is_no_part_of_it(
    page: Page, report: Words, own: Words
) -> None:
    phrase = "by noon the council and the ferrymen"
    source = page([f"So {phrase} had met twice.", *report[:5], report[5]], outlet="Orlen Herald")
    column = page([*own, f"But {phrase} stayed away.", "It was told like this:", report[5]], outlet="Coast Gazette")
    (link,) = between(trace([source, column]), column, source)
    assert [span.text for span in link.spans] == [report[5]]
