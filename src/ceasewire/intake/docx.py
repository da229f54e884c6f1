"""Word files (.docx): their paragraphs, by the standard library's zip and lxml."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from ceasewire.intake import limits
from ceasewire.intake.decode import sound
from ceasewire.intake.page import Page, RefusedError, Source

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STORY = "word/document.xml"
_TITLES = ("title", "heading1")


def read(source: Source) -> list[Page]:
    """The one page of a Word file. Raises RefusedError where it is none or has no text."""
    data = source.load(limits.MAX_PRINTED)
    paragraphs = list(_root(data).iter(f"{_W}p"))
    lines = [(_text(paragraph), _style(paragraph)) for paragraph in paragraphs]
    title = next((text for text, style in lines if text and style in _TITLES), None)
    text = sound("\n".join(text for text, _ in lines if text))
    return [Page("", data, text, url=source.url, retrieved=source.retrieved, title=title)]


def _root(data: bytes) -> Any:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(_STORY).file_size > limits.MAX_PRINTED:
                raise RefusedError(f"unpacks to more than the limit of {limits.MAX_PRINTED:,} bytes")
            story = archive.read(_STORY)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError, RuntimeError) as error:
        raise RefusedError("broken Word file") from error
    try:
        return etree.fromstring(story, parser=etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise RefusedError("broken Word file") from error


def _text(paragraph: Any) -> str:
    """The words of a paragraph; a break inside it is a space."""
    words = [node.text or "" if node.tag == f"{_W}t" else " " for node in paragraph.iter(*_RUNS)]
    return " ".join("".join(words).split())


_RUNS = tuple(f"{_W}{name}" for name in ("t", "tab", "br", "cr"))


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return str(style.get(f"{_W}val", "")).lower() if style is not None else ""
