"""Web pages: trafilatura says which lines are the story, htmldate when it was written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from ceasewire.intake.choice import chosen
from ceasewire.intake.days import day_of
from ceasewire.intake.decode import decoded, sound
from ceasewire.intake.linear import Linear, linear, parse
from ceasewire.intake.marks import words
from ceasewire.intake.page import Page, RefusedError, Source
from ceasewire.intake.written import written
from ceasewire.model import Role

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)


def read(source: Source) -> list[Page]:
    """The one page of an HTML file. Raises RefusedError for a page without text."""
    data = source.load()
    page = page_of(data, _decoded(data))
    return [replace(page, url=source.url or page.url, retrieved=source.retrieved)]


def page_of(data: bytes, markup: str) -> Page:
    """The page that markup makes. Raises RefusedError for a page without text."""
    tree = parse(markup)
    lines = linear(tree) if tree is not None else []
    if not lines:
        raise RefusedError("no text in the page")
    found = _extracted(markup, sum(len(line.text) for line in lines))
    when = written(lines, day_of(_field(found, "date")))
    return Page(
        "",
        data,
        sound("\n".join(line.text for line in lines)),
        url=_field(found, "url"),
        site=_field(found, "sitename"),
        title=_field(found, "title"),
        byline=_field(found, "author"),
        published=when.day if when else None,
        earliest=when.first if when else None,
        shown=when.span if when else None,
        why=when.why if when else "",
        rights=_field(found, "license"),
        genre="live" if "LiveBlogPosting" in markup else None,
        marked=_marked(lines, found),
    )


def _decoded(data: bytes) -> str:
    """UTF-8 where it is sound, else what the page itself declares, else the rules for plain text."""
    hit = _CHARSET.search(data[:4096])
    declared = hit.group(1).decode("ascii", "replace").lower() if hit else "utf-8"
    if declared not in ("utf-8", "utf8", "iso-8859-1", "latin-1", "us-ascii"):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return data.decode(declared, "replace")
            except LookupError:
                pass
    return decoded(data)


def _extracted(source: str, size: int) -> Any:
    """What trafilatura finds: its careful reading, or its usual one where the careful one loses most of the page."""
    from trafilatura import bare_extraction  # noqa: PLC0415  importing takes half a second

    careful = bare_extraction(source, include_comments=False, favor_precision=True, with_metadata=True)
    found = len(getattr(careful, "text", None) or "")
    if found >= 0.4 * size:
        return careful
    usual = bare_extraction(source, include_comments=False, with_metadata=True)
    return careful if found >= 0.5 * len(getattr(usual, "text", None) or "") else usual


def _field(found: Any, name: str) -> str | None:
    value = getattr(found, name, None)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _marked(lines: list[Linear], found: Any) -> dict[int, Role]:
    """Captions and the title by their elements, the story by what is chosen of the lines; the rest is furniture."""
    story = chosen(lines, getattr(found, "text", None) or "")
    headings = [number for number, line in enumerate(lines) if "h1" in line.within and len(words(line.text)) >= 3]
    marked: dict[int, Role] = {}
    for number, line in enumerate(lines):
        if headings == [number]:
            marked[number] = "title"
        elif "figcaption" in line.within:
            marked[number] = "caption"
        else:
            marked[number] = "body" if number in story else "furniture"
    return marked
