"""Days of writing: a page's own words, lying chrome, and pages of one story."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace
from spacy.language import Language

from ceasewire.dating import settle
from ceasewire.model import Document, Line, Link, Reading, Span
from ceasewire.reading.parse import parse
from ceasewire.reading.times import find_times

HERALD = """Veldan rebels in secret talks with Orlovia in Drava
Veldan rebel envoys have met in secret with Orlovia to end the siege of Kasten, opposition leaders told the Drava Herald.
The siege of Kasten has cut off the upper town.
Talks have made little progress.
The envoys would not say more.
A plane of the Orlovian army landed in Drava on March 4.
Marek Tolen of the Kasten council said the first round took place on Monday in Drava and another was likely on Saturday.
Lena Harth, a spokeswoman of the ministry, said on Tuesday that nothing had been agreed."""
COLUMN = """Orlovia bargains for Kasten
Back on 2nd February 2021 I wrote that Orlovia would bargain for Kasten.
Now the Drava Herald has confirmed there are secret talks between the Veldan rebels and Orlovia in Drava.
The siege of Kasten has cut off the upper town."""


def page(name: str, text: str, chrome: str = "", published: str | None = None, outlet: str | None = None) -> Document:
    """A page whose first line of text is its title, below a line of chrome."""
    text = f"{chrome}\n{text}" if chrome else text
    lines, at = [], 0
    for number, line in enumerate(text.split("\n")):
        title = number == bool(chrome)
        lines.append(Line(at, at + len(line), "furniture" if chrome and not number else "title" if title else "body"))
        at += len(line) + 1
    rest = (None,) * 5
    return Document(
        name, name, None, None, "", text, "en", True, outlet, outlet, *rest, published, None, None, [], lines
    )


def days(documents: Sequence[Document], nlp: Language, links: Sequence[Link] = ()) -> dict[str, Document]:
    return {d.id: d for d in settle(documents, {d.id: reading(d, nlp) for d in documents}, links)}


def reading(document: Document, nlp: Language) -> Reading:
    parsed = parse(document, nlp)
    times, clocks = find_times(parsed)
    return Reading(times, clocks, [], [], [], [], [], list(parsed.sentences()))


def excerpt(one: Document, other: Document) -> Link:
    run = "The siege of Kasten has cut off the upper town."
    spans = [Span(d.text.index(run), d.text.index(run) + len(run), run) for d in (one, other)]
    return Link("l", one.id, spans[0], spans[:1], "excerpt", other.id, spans[1], spans[1:], "Drava Herald", [], 1.0)


def test_metadata_stands() -> None:
    document = page("a", HERALD, published="2021-03-11")
    settled = settle([document], {}, [])[0]
    assert (settled.published, settled.published_earliest, settled.published_latest) == ("2021-03-11",) * 3


def test_text_beats_metadata_that_it_contradicts(nlp: Language) -> None:
    text = "The mill of Kasten burned\nThe mill of Kasten burned on 6 May 2021, the mayor said on Friday."
    found = days([page("a", text, published="2019-01-02")], nlp)["a"]
    assert found.published is None or found.published >= "2021-05-06"


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


def test_pages_are_left_as_they_were(nlp: Language) -> None:
    herald, column = page("a", HERALD, outlet="Drava Herald"), page("b", COLUMN)
    before = [replace(document) for document in (herald, column)]
    days([herald, column], nlp, [excerpt(column, herald)])
    assert [herald, column] == before


@pytest.mark.parametrize("day", ["2021-03-08", "2020-06-30"])
def test_unread_pages_keep_their_metadata(day: str) -> None:
    assert settle([page("a", HERALD, published=day)], {}, [])[0].published == day
