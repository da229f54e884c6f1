"""The cache of readings: an SQLite file of its own, in the user's cache folder."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import msgspec
from platformdirs import user_cache_path

from ceasewire.model import Reading
from ceasewire.record.errors import RecordError
from ceasewire.record.store import application_id, reason

APPLICATION_ID = 0x43575243  # "CWRC"
WAIT = 30.0  # seconds to wait for another build that is writing


def default_cache() -> Path:
    """Where readings are kept unless told: CEASEWIRE_CACHE, else the user's cache folder."""
    told = os.environ.get("CEASEWIRE_CACHE")
    return Path(told) if told else user_cache_path("ceasewire") / "readings.db"


class Cache:
    """Readings by the key of their page. A damaged entry is dropped and counts as absent."""

    def __init__(self, path: Path) -> None:
        """Open or make the cache at `path`. Raises RecordError where it holds something else or cannot be used."""
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._check()
            self._connection = self._connect()
        except (OSError, sqlite3.Error) as error:
            raise RecordError(f"{path}: cannot be used as the cache of readings: {reason(error)}") from error

    def get(self, key: str) -> Reading | None:
        """The reading kept under a key, or None."""
        try:
            row = self._connection.execute("SELECT body FROM readings WHERE key = ?", (key,)).fetchone()
            return msgspec.json.decode(row[0], type=Reading) if row else None
        except (sqlite3.Error, msgspec.DecodeError):
            self._drop(key)
            return None

    def put(self, readings: Mapping[str, Reading]) -> None:
        """Keep readings by key, at once and for good. A cache that cannot be written is left as it is."""
        rows = [(key, msgspec.json.encode(reading)) for key, reading in readings.items()]
        try:
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?)", rows)
        except sqlite3.Error:
            self._connection.rollback()

    def purge(self, text: str) -> int:
        """Drop every reading whose words stand in this text where it says, and overwrite them; how many there were.

        Raises RecordError where the file cannot be written.
        """
        try:
            self._connection.execute("PRAGMA secure_delete = ON")
            rows = self._connection.execute("SELECT key, body FROM readings").fetchall()
            gone = [(key,) for key, body in rows if _is_of(body, text)]
            with self._connection:
                self._connection.executemany("DELETE FROM readings WHERE key = ?", gone)
            self._connection.execute("VACUUM")
        except sqlite3.Error as error:
            raise RecordError(f"{self.path}: the page could not be taken out: {error}") from error
        return len(gone)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _drop(self, key: str) -> None:
        try:
            with self._connection:
                self._connection.execute("DELETE FROM readings WHERE key = ?", (key,))
        except sqlite3.Error:
            self._connection.rollback()

    def _check(self) -> None:
        """Refuse a file that is not ours: a cache may be thrown away, another file never."""
        if self.path.exists() and self.path.stat().st_size and application_id(self.path) != APPLICATION_ID:
            raise RecordError(f"{self.path}: is not a cache of readings; it is left as it was")

    def _connect(self) -> sqlite3.Connection:
        try:
            return self._open()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            for name in ("", "-wal", "-shm"):
                self.path.with_name(self.path.name + name).unlink(missing_ok=True)
            return self._open()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=WAIT)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("CREATE TABLE IF NOT EXISTS readings (key TEXT PRIMARY KEY, body BLOB NOT NULL)")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.commit()
        return connection


def _is_of(body: bytes, text: str) -> bool:
    """Whether a reading is of this text: it has words, and all of them stand there."""
    try:
        reading = msgspec.json.decode(body, type=Reading)
    except msgspec.DecodeError:
        return False
    spans = [s.cue for s in reading.statements] + [m.trigger for m in reading.mentions]
    spans += [time.span for time in reading.times]
    spans += [alias.span for actor in reading.actors for alias in actor.aliases]
    return bool(spans) and all(text[span.start : span.end] == span.text for span in spans)
