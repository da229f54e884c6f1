"""A crawler's rows: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ceasewire.intake.days import day_of
from ceasewire.intake.decode import decode, sound
from ceasewire.intake.page import MAX_BYTES, Broken, Page, RefusedError

_TEXTS = ("text", "maintext", "content", "body")


def read_rows(file: Path) -> list[Page | Broken]:
    """The pages of a file of rows. Raises RefusedError when it holds none."""
    pages: list[Page | Broken] = []
    names: set[str] = set()
    for number, data in _lines(file):
        page = _page(number, data)
        if page.name in names:
            page = _renamed(page, f"{page.name}-{number}")
        names.add(page.name)
        pages.append(page)
    if not pages:
        raise RefusedError("empty file")
    return pages


def _lines(file: Path) -> Iterator[tuple[int, bytes]]:
    """The lines that are not empty, numbered from 1; of a line past the limit only its first bytes are held."""
    with file.open("rb") as stream:
        number = 0
        while line := stream.readline(MAX_BYTES + 1):
            number += 1
            tail = line
            while not tail.endswith(b"\n") and (tail := stream.readline(MAX_BYTES)):
                pass
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield number, line.rstrip(b"\r\n")


def _page(number: int, data: bytes) -> Page | Broken:
    if len(data) > MAX_BYTES:
        return Broken(str(number), f"larger than the limit of {MAX_BYTES:,} bytes a page")
    try:
        row = json.loads(decode(data))
    except (ValueError, RecursionError):
        return Broken(str(number), "not a JSON object")
    except RefusedError as reason:
        return Broken(str(number), str(reason))
    if not isinstance(row, dict):
        return Broken(str(number), "not a JSON object")
    return _filled(row, _name(row, number), data)


def _name(row: dict[str, Any], number: int) -> str:
    given = (row.get(key) for key in ("filename", "id"))
    return next((str(name) for name in given if name not in (None, "")), str(number))


def _renamed(page: Page | Broken, name: str) -> Page | Broken:
    return Broken(name, page.reason) if isinstance(page, Broken) else Page(**{**page.__dict__, "name": name})


def _filled(row: dict[str, Any], name: str, data: bytes) -> Page | Broken:
    title = _words(row, "title") or ""
    body = next((text for text in (_words(row, key) for key in _TEXTS) if text), "")
    if not (title or body.strip()):
        return Broken(name, "no title and no text")
    try:
        text = sound("\n\n".join(filter(None, (title, body))).encode("utf-8", "replace").decode())
    except RefusedError as reason:
        return Broken(name, str(reason))
    published = day_of(row.get("date_publish") or row.get("published") or row.get("date"))
    return Page(
        name,
        data,
        text,
        url=_words(row, "url"),
        domain=_words(row, "source_domain"),
        title=" ".join(title.split()) or None,
        byline=_authors(row.get("authors")),
        published=published,
        retrieved=day_of(row.get("date_download") or row.get("retrieved")),
        rights=_words(row, "rights"),
        why="date_publish of the crawler's row",
    )


def _words(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _authors(value: object) -> str | None:
    names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    kept = [" ".join(name.split()) for name in names if isinstance(name, str) and name.strip()]
    return ", ".join(kept) or None
