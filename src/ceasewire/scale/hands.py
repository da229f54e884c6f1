"""What a worker does with one row of the plan: plain picklable classes, bytes in and bytes out."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from ceasewire.intake import take_in_file
from ceasewire.intake.walk import Found
from ceasewire.model import Document, Failure, Reading
from ceasewire.record.desk import Desk
from ceasewire.record.scrub import scrub


class Taken(Struct):
    """One page as intake gives it: a document or a failure."""

    document: Document | None
    failure: Failure | None


class Answered(Struct):
    """What reading gives for one page: a reading, or the reason why there is none."""

    reading: Reading | None
    reason: str | None


class Taker:
    """Takes in one file."""

    def __call__(self, file: str, path: str) -> list[bytes]:
        """The pages of a file, encoded; `path` is its name in the record."""
        return [msgspec.msgpack.encode(_taken(scrub(page))) for page in take_in_file(Found(Path(file), path))]


class Worker:
    """Reads sheaves of pages; loads its pipeline once."""

    def __init__(self, pipeline: str) -> None:
        """Raises RecordError where the pipeline cannot be loaded."""
        self._desk = Desk(pipeline)
        self._desk.open()

    def __call__(self, sheaf: bytes) -> bytes:
        """The answers for an encoded sheaf, in its order, encoded."""
        documents = msgspec.msgpack.decode(sheaf, type=list[Document])
        return msgspec.msgpack.encode([_answered(answer) for _, answer in self._desk.read(documents)])


def page_of(row: bytes) -> Document | Failure:
    """The page that a row holds. Raises ValueError for a row that holds none."""
    taken = msgspec.msgpack.decode(row, type=Taken)
    page = taken.document or taken.failure
    if page is None:
        raise ValueError("a row without a page")
    return page


def answers_of(row: bytes) -> list[Reading | str]:
    """The answers that a row holds, one a page of its sheaf."""
    return [answer.reading or answer.reason or "" for answer in msgspec.msgpack.decode(row, type=list[Answered])]


def _taken(page: Document | Failure) -> Taken:
    return Taken(page, None) if isinstance(page, Document) else Taken(None, page)


def _answered(answer: Reading | str) -> Answered:
    return Answered(None, answer) if isinstance(answer, str) else Answered(answer, None)
