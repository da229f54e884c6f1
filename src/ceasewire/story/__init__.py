"""The invented story: pages about a war that never was, for the demo and the tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path


@contextmanager
def pages() -> Iterator[Path]:
    """The folder of the story's pages, on disk while the block runs (unpacked first where the package is zipped)."""
    with as_file(files(__name__).joinpath("pages")) as folder:
        yield folder
