"""The record on disk: one SQLite file with a table a noun, each row one JSON object of the export contract."""

from __future__ import annotations

import glob
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from ceasewire.model import Document, Reading
from ceasewire.record.errors import RecordError
from ceasewire.record.header import Header
from ceasewire.record.nouns import NOUNS

T = TypeVar("T", bound=Struct)

APPLICATION_ID = 0x43575245  # "CWRE" in the file's head tells a record from other SQLite files
BY_PAGE = ("links", "arrivals")  # tables whose rows are looked up by the page that they start on
MAGIC = b"SQLite format 3\x00"
LOGS = {"log": "log of rulings", "notes": "log of notes"}


Rows = Mapping[str, Iterable[Struct]]


def write(
    path: Path,
    header: Header,
    rows: Rows,
    readings: Mapping[str, Reading],
    kept: Rows | None = None,
    *,
    grown: bool = False,
) -> None:
    """Write a record in one step: a reader of `path` sees the old record until the new one is whole.

    `kept` are the tables beside those of the contract. `grown` says that the record at `path` has gained pages: its
    index of lineage is taken over, and they are put into it. Raises RecordError where `path` holds something else or
    cannot be written.
    """
    check_target(path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        os.close(handle)
        try:
            if grown:
                _without_tables(path, Path(name))
            _fill(Path(name), header, rows, readings, kept or {})
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        raise RecordError(f"{path}: the record could not be written: {reason(error)}") from error


def sweep(path: Path) -> None:
    """Take away what writers left that died over this record. Raises RecordError."""
    try:
        for part in sorted(path.parent.glob(f".{glob.escape(path.name)}.*.part")):
            part.unlink(missing_ok=True)
    except OSError as error:
        raise RecordError(f"{path}: cannot be written: {reason(error)}") from error


def check_target(path: Path) -> None:
    """Raise RecordError unless a record can be written at `path`: nothing stands there, or an older record."""
    if path.is_dir():
        raise RecordError(f"{path}: is a folder; name a file for the record")
    if not path.parent.is_dir():
        raise RecordError(f"{path}: the folder {path.parent} does not exist")
    if path.exists() and path.stat().st_size and not is_record(path):
        raise RecordError(f"{path}: exists and is not a record; it is left as it was")


def is_record(path: Path) -> bool:
    """Whether the file is a record, by its first hundred bytes."""
    return application_id(path) == APPLICATION_ID


def application_id(path: Path) -> int | None:
    """The application id in the head of an SQLite file, None for any other file. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(100)
    return int.from_bytes(head[68:72], "big") if head.startswith(MAGIC) else None


def reason(error: Exception) -> str:
    """The cause of a failure in one line, without the name of the file."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads. Raises RecordError where `path` is no record."""
    try:
        if not is_record(path):
            raise RecordError(f"{path}: is not a record of ceasewire")
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            yield connection
    except (OSError, sqlite3.Error) as error:
        raise RecordError(f"{path}: cannot be opened: {reason(error)}") from error


def read_header(path: Path) -> Header:
    """The head of the record at `path`. Raises RecordError."""
    with opened(path) as connection:
        row = connection.execute("SELECT body FROM header").fetchone()
        return _decoded(path, row[0] if row else "", Header)


def fetch(path: Path, name: str, noun: type[T]) -> list[T]:
    """Every row of one table in its order. Raises RecordError."""
    with opened(path) as connection:
        return [
            _decoded(path, body, noun) for (body,) in connection.execute(f"SELECT body FROM {name} ORDER BY position")
        ]


def has(path: Path, name: str) -> bool:
    """Whether a record has a table of this name: older ones lack some. Raises RecordError."""
    with opened(path) as connection:
        found = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,))
        return found.fetchone() is not None


def fetch_readings(path: Path) -> dict[str, Reading]:
    """The adopted readings of a record by document id. Raises RecordError."""
    with opened(path) as connection:
        rows = connection.execute("SELECT doc, body FROM readings ORDER BY position")
        return {doc: _decoded(path, body, Reading) for doc, body in rows}


def _decoded(path: Path, body: str, noun: type[T]) -> T:
    try:
        return msgspec.json.decode(body, type=noun)
    except msgspec.DecodeError as error:
        raise RecordError(f"{path}: is damaged or of another version: build it anew ({error})") from error


def _fill(path: Path, header: Header, rows: Rows, readings: Mapping[str, Reading], kept: Rows) -> None:
    from ceasewire.record.shelf import fill  # noqa: PLC0415  brings in lineage, which reading a record does not need

    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("CREATE TABLE header (body TEXT NOT NULL)")
        connection.execute("INSERT INTO header VALUES (?)", (_text(header),))
        for name in NOUNS:
            _table(connection, name, "id", ((getattr(row, "id", None), row) for row in rows.get(name, ())))
        fill(connection, (row for row in rows.get("documents", ()) if isinstance(row, Document)))
        _table(connection, "readings", "doc", ((doc, readings[doc]) for doc in sorted(readings)))
        for name, held in kept.items():
            _table(connection, name, "id", ((None, row) for row in held))
        for name in BY_PAGE:
            if name in kept or name in NOUNS:
                connection.execute(f"CREATE INDEX {name}_page ON {name} (json_extract(body, '$.doc'))")
        for log in LOGS:
            if log in kept:
                _only_added_to(connection, log)


def _without_tables(path: Path, copy: Path) -> None:
    """Copy a record without anything but its index of lineage."""
    from ceasewire.record.shelf import TABLES  # noqa: PLC0415  as below

    shutil.copyfile(path, copy)
    with closing(sqlite3.connect(copy)) as connection, connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for name in sorted(name for (name,) in tables if name not in TABLES):
            connection.execute(f"DROP TABLE {name}")


def _table(connection: sqlite3.Connection, name: str, key: str, rows: Iterable[tuple[str | None, Struct]]) -> None:
    connection.execute(f"CREATE TABLE {name} (position INTEGER PRIMARY KEY, {key} TEXT, body TEXT NOT NULL)")
    connection.executemany(f"INSERT INTO {name} ({key}, body) VALUES (?, ?)", ((k, _text(row)) for k, row in rows))
    connection.execute(f"CREATE INDEX {name}_{key} ON {name} ({key})")


def add_logs(connection: sqlite3.Connection) -> None:
    """Make the tables of notes in a record that was written without them."""
    for name in ("notes", "labels", "assessments"):
        columns = "(position INTEGER PRIMARY KEY, id TEXT, body TEXT NOT NULL)"
        connection.execute(f"CREATE TABLE IF NOT EXISTS {name} {columns}")
    _only_added_to(connection, "notes")


def _only_added_to(connection: sqlite3.Connection, log: str) -> None:
    for deed in ("UPDATE", "DELETE"):
        connection.execute(
            f"CREATE TRIGGER IF NOT EXISTS {log}_{deed.lower()} BEFORE {deed} ON {log} "
            f"BEGIN SELECT RAISE(ABORT, 'the {LOGS[log]} is only ever added to'); END"
        )


def _text(row: Struct) -> str:
    return msgspec.json.encode(row).decode()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
