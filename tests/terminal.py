"""The command line run in this process, for tests."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from ceasewire.cli import main


class Said(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


def runner(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command with its words, and with what it is told on its input."""

    def ran(*arguments: object, told: str = "") -> Said:
        monkeypatch.setattr(sys, "argv", ["ceasewire", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(told))
        code = main()
        return Said(code, *capsys.readouterr())

    return ran
