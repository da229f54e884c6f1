"""What the tests share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from terminal import Run, runner

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The parser, loaded once for all tests."""
    from ceasewire.reading import pipeline

    return pipeline()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs the command line in this process, with a cache of this test's own unless another is set before."""
    monkeypatch.setenv("COLUMNS", "200")
    if "CEASEWIRE_CACHE" not in os.environ:
        monkeypatch.setenv("CEASEWIRE_CACHE", str(tmp_path / "cache.db"))
    return runner(monkeypatch, capsys)
