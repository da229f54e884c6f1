"""A limit on the time that one page may take."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from ceasewire.intake import limits
from ceasewire.intake.page import RefusedError


@contextmanager
def deadline() -> Iterator[None]:
    """Raise RefusedError inside the block after MAX_SECONDS, and each second after it should a parser swallow that.

    Without a timer (on Windows, in a side thread) nothing is raised.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, limits.MAX_SECONDS, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise RefusedError(f"took longer than the limit of {limits.MAX_SECONDS:g} seconds a page")
