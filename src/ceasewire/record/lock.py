"""One writer of a record at a time, whatever process or thread: what it read before is what it adds to."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ceasewire.record.errors import RecordError
from ceasewire.record.store import reason, sweep

try:
    import fcntl
except ImportError:  # Windows has none: there nobody waits for anybody
    fcntl = None  # type: ignore[assignment]

WAIT = 60.0  # seconds that a writer waits for another
PAUSE = 0.05  # seconds between two tries

_held = threading.local()


@contextmanager
def writing(path: Path, wait: float | None = None) -> Iterator[None]:
    """Hold a record for writing, after up to `wait` seconds (WAIT unless told) of waiting for another writer.

    Inside the block the same thread may ask again. The lock is a hidden file beside the record, gone afterwards; where
    its process dies, the system opens it. Raises RecordError where the wait was in vain or no file can be made there.
    """
    lock = path.absolute().parent.resolve() / f".{path.name}.lock"
    mine: set[Path] = _held.__dict__.setdefault("locks", set())
    if lock in mine or fcntl is None:
        yield
        return
    handle = _taken(lock, path, time.monotonic() + (WAIT if wait is None else wait))
    mine.add(lock)
    try:
        sweep(path)
        yield
    finally:
        mine.discard(lock)
        lock.unlink(missing_ok=True)
        os.close(handle)


def _taken(lock: Path, path: Path, until: float) -> int:
    """The open lock file, held. Raises RecordError."""
    while True:
        try:
            handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        except OSError as error:
            raise RecordError(f"{path}: cannot be written: {reason(error)}") from error
        if _locked(handle) and _stands(handle, lock):
            return handle
        os.close(handle)
        if time.monotonic() > until:
            raise RecordError(f"{path}: somebody else is writing it; nothing was changed, try again in a moment")
        time.sleep(PAUSE)


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _stands(handle: int, lock: Path) -> bool:
    """Whether the file that was locked is still the one of that name: its last holder took it away."""
    try:
        return os.path.samestat(os.fstat(handle), lock.stat())
    except OSError:
        return False
