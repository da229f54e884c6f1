"""What changed since a day, and who is silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceasewire.model import Link, Span, ident
from ceasewire.record import open_record
from ceasewire.record.changes import Change, Changes, changes
from ceasewire.record.silence import silence
from fusion.builder import Page
from rulings.press import denial, meeting, record, talks

HERALD = meeting("a", "Herald", "Ana Perle", "2031-05-04")
GAZETTE = meeting("b", "Gazette", "Bo Lenk", "2031-05-05")


def since(path: Path, day: str, *pages: Page, links: list[Link] | None = None) -> Changes:
    record(path / "r.db", *pages, links=links)
    return changes(open_record(path / "r.db", day), open_record(path / "r.db", "2031-12-31"))


def told(rows: list[Change]) -> list[list[str]]:
    return [row.origins for row in rows]


def test_nothing_is_new_on_the_last_day(tmp_path: Path) -> None:
    found = since(tmp_path, "2031-05-06", HERALD, GAZETTE, denial())
    assert found == Changes([], [], [], [], [])


@pytest.mark.parametrize(
    ("day", "claimed", "supported", "denied"),
    [
        ("2031-05-01", [["Ana Perle", "Bo Lenk"]], [], [["Lorasia"]]),
        ("2031-05-04", [], [["Bo Lenk"]], [["Lorasia"]]),
        ("2031-05-05", [], [], [["Lorasia"]]),
    ],
)
def test_claimed_supported_denied(
    day: str, claimed: list[list[str]], supported: list[list[str]], denied: list[list[str]], tmp_path: Path
) -> None:
    found = since(tmp_path, day, HERALD, GAZETTE, denial())
    assert (told(found.claimed), told(found.supported), told(found.denied)) == (claimed, supported, denied)


def test_a_repeat_is_no_change(tmp_path: Path) -> None:
    copy = meeting("copy", "Mirror", "Ana Perle", "2031-05-08")
    assert since(tmp_path, "2031-05-05", HERALD, GAZETTE, copy) == Changes([], [], [], [], [])


def test_a_source_that_turns_has_withdrawn(tmp_path: Path) -> None:
    turned = Page("turn", "Herald", "2031-05-09")
    turned.actor("Lorasia")
    turned.actor("Marl Front", "armed_group")
    said = turned.says("Ana Perle", "there were no talks", "denies")
    args = {"party": ["Lorasia", "Marl Front"], "venue": ["Pell"]}
    turned.event("talks", "talks", args, said, "denied", days=("2031-05-03", "2031-05-03"))
    assert told(since(tmp_path, "2031-05-05", HERALD, GAZETTE, turned).withdrawn) == [["Ana Perle"]]


def test_a_later_version_that_tells_another_day_corrects(tmp_path: Path) -> None:
    first = Page("v1", "Herald", "2031-05-04")
    later = Page("v2", "Herald", "2031-05-08")
    for page, days in ((first, ("2031-05-01", "2031-05-04")), (later, ("2031-05-03", "2031-05-03"))):
        page.actor("Lorasia")
        page.actor("Marl Front", "armed_group")
        said = page.says("Ana Perle", "they met")
        page.event("talks", "met", {"party": ["Lorasia", "Marl Front"], "venue": ["Pell"]}, said, days=days)
    span = Span(0, 7, "Lorasia")
    link = Link(ident("l"), later.id, None, [span], "correction", first.id, None, [span], "Herald", [], 1.0)
    [change] = since(tmp_path, "2031-05-05", first, later, links=[link]).corrected
    assert (change.before, change.after) == ("2031-05-01/2031-05-04", "2031-05-03/2031-05-03")


def test_who_was_asked_and_did_not_answer(tmp_path: Path) -> None:
    page = Page("q", "Herald", "2031-05-04")
    page.says("Mira Toll", "declined to comment", "no_comment")
    found = silence(record(tmp_path / "r.db", page)).unanswered
    assert [(row.who, row.day, row.words) for row in found] == [("Mira Toll", "2031-05-04", "declined to comment")]


def accusing(path: str = "v") -> Page:
    page = Page(path, "Herald", "2031-05-07")
    page.actor("Marl Front", "armed_group")
    said = page.says("Cy Marn", "they broke it", "accuses")
    page.event("violation", "broke", {"violator": ["Marl Front"]}, said, days=("2031-05-06", "2031-05-06"))
    return page


def test_an_accused_party_without_a_word(tmp_path: Path) -> None:
    known = record(tmp_path / "r.db", accusing())
    assert [(row.name, len(row.facts)) for row in silence(known).unheard] == [("Marl Front", 1)]


def test_an_accused_party_whose_spokesman_speaks_is_heard(tmp_path: Path) -> None:
    answer = Page("w", "Voice", "2031-05-08")
    side = answer.actor("Marl Front", "armed_group")
    answer.says("Dara Holt", "we kept it", of=side)
    assert silence(record(tmp_path / "r.db", accusing(), answer)).unheard == []


def test_as_of_stories_are_compared_by_content(tmp_path: Path) -> None:
    record(tmp_path / "r.db", HERALD, GAZETTE)
    early, late = open_record(tmp_path / "r.db", "2031-05-04"), open_record(tmp_path / "r.db", "2031-05-05")
    assert talks(early).id != talks(late).id
    assert changes(early, late).claimed == []
