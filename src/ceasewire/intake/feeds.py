"""RSS and Atom: each entry a page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from ceasewire.codebook.outlets import outlet_by_name
from ceasewire.intake.days import day_of
from ceasewire.intake.decode import sound
from ceasewire.intake.fragment import text_of
from ceasewire.intake.names import unique
from ceasewire.intake.page import Broken, Item, Page, RefusedError, Source

_PARTS = re.compile(r"\s+[|»–—-]\s+|\s*>\s*|:\s+")
_LETTERS = re.compile(r"[^a-z0-9]")


def read(source: Source) -> Iterator[Item]:
    """The entries of a feed. Raises RefusedError for what is no feed or has no entries."""
    import feedparser  # noqa: PLC0415  needed by few

    feed = feedparser.parse(io.BytesIO(source.load()))
    if not feed.entries:
        raise RefusedError("a feed without entries" if feed.version else "XML that is no feed")
    pages = (_page(entry, number, feed.feed) for number, entry in enumerate(feed.entries, 1))
    yield from unique(enumerate(pages, 1))


def _page(entry: Any, number: int, feed: Any) -> Page | Broken:
    name = entry.get("id") or entry.get("link") or str(number)
    title = text_of(entry.get("title") or "").replace("\n", " ")
    body = text_of(_fullest(entry))
    if not (title or body):
        return Broken(name, "no title and no text")
    try:
        text = sound("\n\n".join(filter(None, (title, body))))
    except RefusedError as reason:
        return Broken(name, str(reason))
    link = entry.get("link")
    field = "published" if day_of(entry.get("published")) else "updated"
    return Page(
        name,
        f"{name}\n{text}".encode("utf-8", "replace"),
        text,
        url=link,
        site=_site((entry.get("source") or {}).get("title")) or _site(feed.get("title"), link or feed.get("link")),
        title=title or None,
        byline=entry.get("author"),
        published=day_of(entry.get(field)),
        rights=entry.get("rights") or feed.get("rights"),
        why=f"{field} of the feed's entry",
    )


def _fullest(entry: Any) -> str:
    """The longest of an entry's contents and its summary."""
    return max([part.get("value") or "" for part in entry.get("content") or []] + [entry.get("summary") or ""], key=len)


def _site(title: str | None, link: str | None = None) -> str | None:
    """The outlet in a feed's title: `The Veldanian - World` by its address, `World | BBC News` by the table."""
    parts = [part.strip() for part in _PARTS.split(title or "") if part.strip()]
    for part in parts:
        if known := outlet_by_name(part):
            return known.name
    host = _LETTERS.sub("", urlsplit(link or "").netloc.lower())
    spelt = (part for part in parts if (letters := _LETTERS.sub("", part.lower())) and len(letters) > 3)
    found = next((part for part in spelt if _LETTERS.sub("", part.lower().removeprefix("the ")) in host), None)
    return found or (parts[0] if len(parts) == 1 else None)
