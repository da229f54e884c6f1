"""Bytes to documents: one format a file, the role of each line, the outlet and its credits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ceasewire.model import Document, Failure


def take_in(arguments: Iterable[Path]) -> Iterator[Document | Failure]:
    """Every page of the files and folders given, in the order of their paths; what cannot be taken in, as a failure."""
    return iter(())
