"""Processes for the tests of reading in several: they read nothing, and one page ends them."""

from __future__ import annotations

import os
from collections.abc import Callable
from multiprocessing.connection import Connection

from ceasewire.model import Reading
from ceasewire.record.crew import READY
from ceasewire.record.errors import RecordError

Work = Callable[[Connection, str], None]


def fragile(pipe: Connection, pipeline: str) -> None:
    """Answers with the length of a page; the page `deadly.txt` ends the process."""
    pipe.send(READY)
    while (sheaf := pipe.recv()) is not None:
        for document in sheaf:
            if document.path == "deadly.txt":
                os._exit(9)
            pipe.send(Reading([], {}, [], [], [], [], [], [(0, len(document.text))]))


def stillborn(pipe: Connection, pipeline: str) -> None:
    """Ends before it is ready."""
    os._exit(3)


def unable(pipe: Connection, pipeline: str) -> None:
    """Cannot load its pipeline."""
    pipe.send(RecordError(f"no pipeline {pipeline}"))
