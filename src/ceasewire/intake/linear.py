"""The linear text of a web page: one line a block element."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from lxml import etree, html

from ceasewire.codebook import table

_BLOCKS = frozenset(table("markup")["blocks"])
_SILENT = frozenset(table("markup")["silent"])


def parse(text: str) -> Any:
    """The element tree of a page, None where there is none."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


@dataclass(frozen=True)
class Linear:
    """One line of a page: its words, the elements it stands in, and a mark of that place: elements and classes.

    `linked` is the share of its letters that are links, `row` the number of its table row, 0 outside tables.
    """

    text: str
    within: frozenset[str]
    place: int
    linked: float
    row: int


class _Pen:
    """Writes lines while a page is walked."""

    def __init__(self) -> None:
        self.lines: list[Linear] = []
        self._words: list[str] = []
        self._letters = [0, 0]
        self._stack: list[str] = []
        self._places: list[int] = [0]
        self._rows = 0

    def write(self, text: str) -> None:
        self._words.append(text)
        self._letters["a" in self._stack[-4:]] += len(text.strip())

    def open(self, name: str, mark: str) -> None:
        self._break(name)
        self._rows += name == "tr"
        self._stack.append(name)
        self._places.append(crc32(f"{self._places[-1]} {name} {mark}".encode()))

    def close(self, name: str) -> None:
        self._break(name)
        if self._stack:
            self._stack.pop()
            self._places.pop()

    def _break(self, name: str) -> None:
        if name not in _BLOCKS:
            return
        if text := " ".join("".join(self._words).split()):
            within = frozenset(self._stack)
            linked = self._letters[1] / max(1, sum(self._letters))
            self.lines.append(Linear(text, within, self._places[-1], linked, self._rows if "tr" in within else 0))
        self._words.clear()
        self._letters = [0, 0]


def linear(tree: Any) -> list[Linear]:
    """The lines of a page, in order."""
    pen = _Pen()
    for event, name, mark in _walk(tree):
        if event == "text":
            pen.write(name)
        elif event == "start":
            pen.open(name, mark)
        else:
            pen.close(name)
    return pen.lines


def _walk(tree: Any) -> Iterator[tuple[str, str, str]]:
    """Starts, texts and ends in the order of the page, silent elements left out; no recursion on deep pages."""
    skip = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        silent = tag in _SILENT
        if event == "start":
            skip += silent
            if not skip:
                yield "start", tag, element.get("class") or ""
                if element.text:
                    yield "text", element.text, ""
        else:
            if not skip:
                yield "end", tag, ""
            skip -= silent
            if not skip and element.tail:
                yield "text", element.tail, ""
