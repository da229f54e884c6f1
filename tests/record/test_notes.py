"""Labels and assessments: put down once, there after every rebuild, and honoured by what leaves."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ceasewire.model import Fact
from ceasewire.record import Record, RecordError, open_record
from ceasewire.record.kept import kept_in
from ceasewire.record.noting import assess, label, withdraw
from ceasewire.record.rulings import append
from ceasewire.removing import remove
from ceasewire.sealing import sealed
from rulings.press import meeting, quarrel, record, talks

BY = {"by": "Ada", "at": "2031-06-01", "why": "told in confidence"}
PAGES = quarrel()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    record(tmp_path / "r.db", *PAGES)
    return tmp_path / "r.db"


def fact_of(path: Path) -> Fact:
    return talks(open_record(path))


def stands(path: Path) -> list[tuple[str, str]]:
    return [(row.what, row.tlp) for row in open_record(path).labels if row.stands]


def words(path: Path) -> list[str | None]:
    return [row.words for row in open_record(path).assessments if row.stands]


def test_the_last_label_of_a_thing_stands(path: Path) -> None:
    fact = fact_of(path)
    label(path, f"facts/{fact.id[:6]}", "TLP:amber", **BY)
    label(path, "a", "red", **BY)
    label(path, f"facts/{fact.id}", "green", **BY)
    page = next(d.id for d in open_record(path).documents if d.path == "a")
    assert stands(path) == [(f"documents/{page}", "RED"), (f"facts/{fact.id}", "GREEN")]
    assert [row.tlp for row in open_record(path).labels] == ["AMBER", "RED", "GREEN"]


@pytest.mark.parametrize(
    ("what", "tlp", "why"),
    [
        ("facts/zzzz", "RED", "x"),
        ("facts/", "RED", "x"),
        ("nowhere.txt", "RED", "x"),
        ("documents/", "RED", "x"),
        ("", "RED", "x"),
        ("assessments/0", "RED", "x"),
        ("a", "purple", "x"),
        ("a", "RED", " "),
        ("statements/1", "RED", "x"),
    ],
)
def test_what_is_refused_changes_nothing(path: Path, what: str, tlp: str, why: str) -> None:
    before = path.read_bytes()
    with pytest.raises(RecordError):
        label(path, what, tlp, by="Ada", at="2031-06-01", why=why)
    assert path.read_bytes() == before


def test_the_log_of_notes_is_only_ever_added_to(path: Path) -> None:
    label(path, "a", "red", **BY)
    with closing(sqlite3.connect(path)) as connection:
        for deed in ("UPDATE notes SET body = ''", "DELETE FROM notes"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
                connection.execute(deed)


def test_notes_are_there_after_a_ruling_a_rebuild_and_on_a_day(path: Path, tmp_path: Path) -> None:
    fact = fact_of(path)
    label(path, f"facts/{fact.id}", "amber", **BY)
    label(path, "b", "green", **BY)
    assess(path, fact.id, "He had reason to say so.", by="Ada", at="2031-06-01")
    append(path, f"facts/{fact.id}", "accept", by="Bo", at="2031-06-02", why="read")
    assert (len(stands(path)), words(path)) == (2, ["He had reason to say so."])
    more = meeting("c", "Post", "Cy Dorn", "2031-05-07")
    record(tmp_path / "r.db", *PAGES, more, kept=kept_in(path))
    assert fact_of(path).id != fact.id
    assert (f"facts/{fact_of(path).id}", "AMBER") in stands(path)
    assert [row.fact for row in open_record(path).assessments] == [fact_of(path).id]
    early = open_record(path, "2031-05-04")
    assert {row.what for row in early.labels if row.stands} >= {f"facts/{talks(early).id}"}


def test_an_assessment_is_undone_by_a_later_one_of_the_same_person(path: Path) -> None:
    fact = fact_of(path).id
    assess(path, fact, "Likely.", by="Ada", at="2031-06-01")
    assess(path, fact, "Unlikely.", by="Bo", at="2031-06-01")
    last = assess(path, fact, "Less likely now.", by="Ada", at="2031-06-02")
    assert words(path) == ["Unlikely.", "Less likely now."]
    with pytest.raises(RecordError, match="only Ada"):
        withdraw(path, last.id, by="Bo", at="2031-06-03")
    withdraw(path, last.id, by="Ada", at="2031-06-03")
    assert words(path) == ["Unlikely."]
    assert len(open_record(path).assessments) == 4
    assert fact_of(path).status == "contested"


@pytest.mark.parametrize(("told", "by"), [("", "Ada"), (" ", "Ada"), ("w" * 4001, "Ada"), ("Likely.", " ")])
def test_an_assessment_has_words_and_a_name(path: Path, told: str, by: str) -> None:
    with pytest.raises(RecordError, match="who made it"):
        assess(path, fact_of(path).id, told, by=by, at="2031-06-01")


def known(path: Path, ceiling: str) -> Record:
    with sealed(path, ceiling) as allowed:
        found = open_record(allowed)
        for name in (
            "documents",
            "statements",
            "mentions",
            "facts",
            "origins",
            "rulings",
            "labels",
            "assessments",
            "contradictions",
        ):
            found.rows(name)
        assert (allowed == path) is (found.withheld is None)
    return found


def test_without_labels_all_of_it_may_go(path: Path) -> None:
    assert known(path, "CLEAR").withheld is None


def test_a_page_that_stays_leaves_no_count_behind(path: Path, tmp_path: Path) -> None:
    label(path, "a", "amber", **BY)
    left = known(path, "GREEN")
    plain = record(tmp_path / "plain.db", *PAGES[1:])
    assert left.withheld and (left.withheld.pages, left.withheld.facts) == (1, 0)
    for name in ("documents", "statements", "mentions", "facts", "origins"):
        assert left.rows(name) == plain.rows(name), name
    assert len(talks(left).origins_for) == 1
    assert known(path, "AMBER").withheld is None


def test_a_fact_that_rests_on_such_pages_alone_stays(path: Path) -> None:
    for page in ("a", "b", "z"):
        label(path, page, "red", **BY)
    left = known(path, "AMBER+STRICT")
    assert (left.facts, left.documents) == ([], [])
    assert left.withheld and (left.withheld.pages, left.withheld.facts) == (3, 1)


def test_a_labelled_fact_stays_with_its_rulings_and_notes(path: Path) -> None:
    fact = fact_of(path).id
    label(path, f"facts/{fact}", "amber", **BY)
    assess(path, fact, "He had reason to say so.", by="Ada", at="2031-06-01")
    append(path, f"facts/{fact}", "accept", by="Bo", at="2031-06-02", why="we met the envoy")
    left = known(path, "CLEAR")
    assert left.withheld and (left.withheld.pages, left.withheld.facts, left.withheld.assessments) == (0, 1, 1)
    assert (left.facts, left.rulings, left.labels, left.assessments) == ([], [], [], [])
    assert not left.contradictions and len(left.documents) == 3


def test_parts_of_a_labelled_fact_stay_too_when_a_page_is_gone(path: Path) -> None:
    label(path, f"facts/{fact_of(path).id}", "amber", **BY)
    label(path, "z", "red", **BY)
    assert known(path, "CLEAR").facts == []


def test_on_a_day_too(path: Path) -> None:
    label(path, f"facts/{fact_of(path).id}", "amber", **BY)
    with sealed(path, "CLEAR") as allowed:
        assert open_record(allowed, "2031-05-04").facts == []
        assert open_record(allowed, "2031-05-04").withheld


def test_a_labelled_assessment_stays(path: Path) -> None:
    fact = fact_of(path).id
    assess(path, fact, "Likely.", by="Ada", at="2031-06-01", tlp="amber")
    assess(path, fact, "Unlikely.", by="Bo", at="2031-06-01")
    left = known(path, "CLEAR")
    assert [row.words for row in left.assessments] == ["Unlikely."]
    assert left.withheld and left.withheld.assessments == 1
    assert "Likely." not in str([left.rows("labels"), left.rows("assessments")])


def test_a_label_taken_down_frees_a_page_and_its_older_reason_stays(path: Path) -> None:
    label(path, "a", "red", **BY)
    label(path, "a", "clear", by="Ada", at="2031-06-02", why="printed now")
    label(path, "b", "red", **BY)
    left = known(path, "CLEAR")
    assert [row.why for row in left.labels] == ["printed now"]


def test_notes_on_a_removed_page_go_with_it(path: Path) -> None:
    label(path, "a", "red", **BY)
    remove(path, "a", at="2031-06-02", why="asked by the writer")
    assert open_record(path).labels == [] and kept_in(path).notes == []
