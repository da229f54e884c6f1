"""Who is logged in, and how often somebody failed to: kept in memory, gone with the server."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock

LIVES = 12 * 3600.0  # seconds of a session
IDLE = 2 * 3600.0  # seconds without a request
MOST = 10_000  # sessions, and keys of the throttle, kept at once
LONGEST = 900.0  # seconds that a throttled one waits
Clock = Callable[[], float]


@dataclass(frozen=True)
class Session:
    """One login: the user's name, the mark of the password it was made with, and the seal of its forms."""

    name: str
    mark: str
    seal: str
    begun: float
    seen: float


class Sessions:
    """Open sessions by the hash of their token: the token itself is known to the browser alone."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._open: OrderedDict[str, Session] = OrderedDict()

    def open(self, name: str, mark: str) -> str:
        """A new session; its token."""
        token, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            self._open[_hash(token)] = Session(name, mark, secrets.token_hex(32), now, now)
            while len(self._open) > MOST:
                self._open.popitem(last=False)
        return token

    def find(self, token: str) -> Session | None:
        """The session of a token, while it lives."""
        now, key = self._clock(), _hash(token)
        with self._lock:
            found = self._open.get(key)
            if found is None or now - found.begun > LIVES or now - found.seen > IDLE:
                self._open.pop(key, None)
                return None
            self._open[key] = replace(found, seen=now)
        return found

    def close(self, token: str) -> None:
        """End a session."""
        with self._lock:
            self._open.pop(_hash(token), None)


class Throttle:
    """Slows those who fail: each key may fail some times, then waits twice as long each time."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._failed: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def wait(self, keys: dict[str, int]) -> float:
        """Seconds until one more try; `keys` are told with how often each may fail before it waits."""
        now = self._clock()
        with self._lock:
            until = [self._until(key, free) for key, free in keys.items()]
        return max(0.0, *(moment - now for moment in until)) if until else 0.0

    def failed(self, keys: dict[str, int]) -> None:
        """Note a failure under every key. It is noted before a try is looked at, so that many at once do not pass."""
        now = self._clock()
        with self._lock:
            for key in keys:
                number, last = self._failed.pop(key, (0, now))
                self._failed[key] = (number + 1 if now - last < LONGEST * 4 else 1, now)
            while len(self._failed) > MOST:
                self._failed.popitem(last=False)

    def passed(self, keys: dict[str, int]) -> None:
        """Take back the failure that was noted before the try."""
        with self._lock:
            for key in keys:
                number, last = self._failed.pop(key, (0, 0.0))
                if number > 1:
                    self._failed[key] = (number - 1, last)

    def _until(self, key: str, free: int) -> float:
        number, last = self._failed.get(key, (0, 0.0))
        return last + min(LONGEST, 2.0 ** min(number - free, 30)) if number >= free else 0.0


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
