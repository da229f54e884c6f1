"""Spans cut anew from pages whose words have changed in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct, convert, to_builtins

Texts = Mapping[str, tuple[str, str]]  # document id: what the page said, and what it says now
SPAN = {"start", "end", "text"}


def respanned(name: str, rows: Iterable[Struct], texts: Texts) -> list[Struct]:
    """The rows of one file with every span cut anew; those of pages that did not change stay as they are."""
    changed = {doc: pair for doc, pair in texts.items() if pair[0] != pair[1]}
    if not changed or name in ("documents", "failures", "origins", "places", "rulings"):
        return list(rows)
    return [_row(row, changed) for row in rows]


def _row(row: Struct, changed: Texts) -> Struct:
    docs = [doc for field in ("doc", "of_doc") if (doc := getattr(row, field, None))]
    if docs and not any(doc in changed for doc in docs):
        return row
    return convert(_walked(to_builtins(row), docs, changed), type(row))


def _walked(value: Any, docs: list[str], changed: Texts) -> Any:
    if isinstance(value, list):
        return [_walked(item, docs, changed) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == SPAN:
        return {**value, "text": cut(value["start"], value["end"], value["text"], docs, changed)}
    docs = [value["doc"]] if isinstance(value.get("doc"), str) and "of_doc" not in value else docs
    found = {key: _walked(item, docs, changed) for key, item in value.items()}
    return _words(found, value) if value.keys() == {"role", "span", "actor", "text"} else found


def cut(start: int, end: int, words: str, docs: list[str], changed: Texts) -> str:
    """What stands at these characters now; where no page is known, on the page that had these words there."""
    for doc in docs or changed:
        if doc in changed and changed[doc][0][start:end] == words:
            return changed[doc][1][start:end]
    return words


def _words(arg: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """A filler whose words are gone says no more who it was."""
    if arg["span"] and arg["span"] != before["span"]:
        return {**arg, "actor": None, "text": arg["span"]["text"]}
    return arg
