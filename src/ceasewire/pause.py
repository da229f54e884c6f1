"""The collector of circular garbage, kept still while very many objects are made and none is thrown away."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector rest: lineage and fusion make no circles, and each look at a million objects finds nothing."""
    ran = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if ran:
            gc.enable()
        give_back()


def give_back() -> None:
    """Give memory that is free back to the machine, where the system's library of C can."""
    trim = getattr(_system(), "malloc_trim", None)
    if trim is not None:
        trim(0)


@cache
def _system() -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(None)
    except (OSError, TypeError):
        return None
