"""The invented page that the tests of formats pack in every way."""

from __future__ import annotations

from pathlib import Path

from ceasewire.intake import take_in
from ceasewire.model import Document, Failure

TITLE = "Envoys meet in Orsk"
LEAD = "The envoys of Veldania and of the hill towns met in Orsk on Monday to talk about a truce, officials said."
MORE = "The talks, the first in a year, were hosted by the harbour guild and lasted until the early evening hours."
LAST = "Nobody would say when the sides would meet again, or whether the ferry could sail before the winter."
TEXT = f"{TITLE}\n\n{LEAD}\n\n{MORE}\n\n{LAST}\n"
HTML = f"<html><body><article><h1>{TITLE}</h1><p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p></article></body></html>"


def taken(folder: Path, name: str, data: bytes) -> list[Document | Failure]:
    """What comes of a file of that name with these bytes."""
    file = folder / name
    file.write_bytes(data)
    return list(take_in([file]))


def pages(folder: Path, name: str, data: bytes) -> list[Document]:
    """The same, where nothing fails."""
    found = taken(folder, name, data)
    assert all(isinstance(page, Document) for page in found), found
    return [page for page in found if isinstance(page, Document)]


def reasons(folder: Path, name: str, data: bytes) -> dict[str, str]:
    """Failures by path."""
    return {page.path: page.reason for page in taken(folder, name, data) if isinstance(page, Failure)}


def body(page: Document) -> list[str]:
    """The lines that are body."""
    return [page.text[line.start : line.end] for line in page.lines if line.role == "body"]
