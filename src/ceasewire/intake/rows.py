"""A crawler's rows: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ceasewire.intake import limits
from ceasewire.intake.columns import page_of
from ceasewire.intake.decode import decode
from ceasewire.intake.names import unique
from ceasewire.intake.page import Broken, Item, Page, RefusedError, Source, too_large

WHAT = "crawler's row"
"""Whose field a day comes from."""


def read(source: Source) -> Iterator[Item]:
    """The pages of a file of rows. Raises RefusedError when it holds none."""
    found = False
    for page in unique(_pages(source)):
        found = True
        yield page
    if not found:
        raise RefusedError("empty file")


def _pages(source: Source) -> Iterator[tuple[int, Page | Broken]]:
    return ((number, _page(number, data)) for number, data in _lines(source))


def _lines(source: Source) -> Iterator[tuple[int, bytes]]:
    """The lines that are not empty, numbered from 1; of a line past the limit only its first bytes are held."""
    most = limits.MAX_BYTES
    with source.open() as stream:
        number = 0
        while line := stream.readline(most + 1):
            number += 1
            tail = line
            while not tail.endswith(b"\n") and (tail := stream.readline(most)):
                pass
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield number, line.rstrip(b"\r\n")


def _page(number: int, data: bytes) -> Page | Broken:
    if len(data) > limits.MAX_BYTES:
        return Broken(str(number), too_large(limits.MAX_BYTES))
    try:
        row = json.loads(decode(data))
    except (ValueError, RecursionError):
        return Broken(str(number), "not a JSON object")
    except RefusedError as reason:
        return Broken(str(number), str(reason))
    if not isinstance(row, dict):
        return Broken(str(number), "not a JSON object")
    return page_of(row, number, data, WHAT)
