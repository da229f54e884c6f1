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
    """One line of a page: its words, the elements it stands in, and a mark of that place: elements and classes."""

    text: str
    within: frozenset[str]
    place: int


def linear(tree: Any) -> list[Linear]:
    """The lines of a page, in order."""
    lines: list[Linear] = []
    words: list[str] = []
    stack: list[str] = []
    places: list[int] = [0]
    for event, name, mark in _walk(tree):
        if event == "text":
            words.append(name)
            continue
        if name in _BLOCKS:
            if line := " ".join("".join(words).split()):
                lines.append(Linear(line, frozenset(stack), places[-1]))
            words.clear()
        if event == "start":
            stack.append(name)
            places.append(crc32(f"{places[-1]} {name} {mark}".encode()))
        elif stack:
            stack.pop()
            places.pop()
    return lines


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
