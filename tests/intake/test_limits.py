"""Limits that hold for every format, and what is no business of one page."""

from __future__ import annotations

import signal
import threading
import time
from pathlib import Path

import pytest

from ceasewire.intake import limits, plain, take_in
from ceasewire.intake.deadline import deadline
from ceasewire.intake.formats import FORMATS, format_of
from ceasewire.intake.page import Page, RefusedError, Source
from ceasewire.model import Document, Failure
from intake.story import TEXT, pages, reasons


def slow(source: Source) -> list[Page]:
    """A format that takes its time over one page, and swallows the first alarm."""
    if source.name == "b.txt":
        for _ in range(2):
            try:
                time.sleep(5)
            except RefusedError:
                time.sleep(5)
    return plain.read(source)


def test_a_page_that_takes_too_long_is_refused_and_the_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_SECONDS", 0.2)
    monkeypatch.setattr("ceasewire.intake.format_of", lambda name: slow)
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT)
    found = list(take_in([tmp_path]))
    assert [isinstance(page, Document) for page in found] == [True, False, True]
    assert isinstance(found[1], Failure)
    assert found[1].reason == "took longer than the limit of 0.2 seconds a page"


def test_the_alarm_is_given_back() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with deadline():
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) == before


def test_a_side_thread_reads_without_a_timer(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    found: list[Document | Failure] = []
    thread = threading.Thread(target=lambda: found.extend(take_in([tmp_path])))
    thread.start()
    thread.join()
    assert isinstance(found[0], Document)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.json", "a.eml"])
def test_large_files_of_other_formats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(limits, "MAX_PRINTED", 1000)
    assert "limit of 1,000 bytes" in reasons(tmp_path, name, b"x" * 1001)[name]


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_every_format_loads_and_refuses_an_empty_file(tmp_path: Path, kind: str) -> None:
    assert callable(format_of(f"a{kind}"))
    assert reasons(tmp_path, f"a{kind}", b"")


@pytest.mark.parametrize("kind", sorted(FORMATS))
@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"<" * 5000, b"PK\x03\x04" + b"\0" * 500, b'{"a":' * 3000])
def test_bytes_of_another_kind_end_in_a_page_or_a_reason(tmp_path: Path, kind: str, data: bytes) -> None:
    file = tmp_path / f"a{kind}"
    file.write_bytes(data)
    assert list(take_in([file]))


def test_names_of_files_with_dots(tmp_path: Path) -> None:
    assert [page.path for page in pages(tmp_path, "v1.2 final.report.TXT", TEXT.encode())] == ["v1.2 final.report.TXT"]
