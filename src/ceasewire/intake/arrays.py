"""JSON files: an array of rows, an object that holds one, or a single row."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from ceasewire.intake import limits
from ceasewire.intake.columns import names, order_in, page_of
from ceasewire.intake.decode import decoded
from ceasewire.intake.names import unique
from ceasewire.intake.page import Broken, Item, Page, RefusedError, Source, too_large
from ceasewire.intake.rows import WHAT


def read(source: Source) -> Iterator[Item]:
    """The pages of a JSON file. Raises RefusedError when it is none, or holds no rows."""
    try:
        value = json.loads(decoded(source.load(limits.MAX_PRINTED)))
    except (ValueError, RecursionError):
        raise RefusedError("not JSON") from None
    rows = _rows(value)
    if not rows:
        raise RefusedError("JSON without an array of rows")
    order = order_in(row for row in rows if isinstance(row, dict))
    pages = enumerate((_page(row, number, order) for number, row in enumerate(rows, 1)), 1)
    single = value is rows[0]
    yield from unique((number, _whole(page) if single else page) for number, page in pages)


def _rows(value: Any) -> Sequence[Any]:
    """The array of rows in a JSON value; a row alone is an array of one."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return []
    for name in names("lists"):
        inner: Any = value
        for part in name.split("."):
            inner = inner.get(part) if isinstance(inner, dict) else None
        if isinstance(inner, list) and any(isinstance(row, dict) for row in inner):
            return inner
    return [value]


def _page(row: Any, number: int, order: Any) -> Page | Broken:
    if not isinstance(row, dict):
        return Broken(str(number), "not a JSON object")
    data = json.dumps(row, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
    if len(data) > limits.MAX_BYTES:
        return Broken(str(number), too_large(limits.MAX_BYTES))
    return page_of(row, number, data, WHAT, order)


def _whole(page: Page | Broken) -> Page | Broken:
    """A file of one row is one page: its path needs no name."""
    return Page(**{**page.__dict__, "name": ""}) if isinstance(page, Page) else Broken("", page.reason)
