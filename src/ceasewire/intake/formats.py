"""Which format reads a file. A new format is one module and one line here; each is imported when it is first needed."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import cast

from ceasewire.intake.page import Format, RefusedError

FORMATS = {
    ".txt": "plain",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "rows",
    ".ndjson": "rows",
    ".json": "arrays",
    ".csv": "sheets",
    ".tsv": "sheets",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".wet": "warc",
    ".wet.gz": "warc",
    ".rss": "feeds",
    ".atom": "feeds",
    ".xml": "feeds",
    ".eml": "mail",
    ".pdf": "pdf",
    ".docx": "docx",
    ".zip": "zipped",
    ".gz": "packed",
}
"""Endings of names, and the module that reads such files with its `read`."""


def format_of(name: str) -> Format:
    """The format that a file's name calls for. Raises RefusedError, naming the type, where there is none."""
    last = name.lower().replace("\\", "/").rpartition("/")[2]
    parts = last.split(".")[1:]
    for kind in (f".{'.'.join(parts[-2:])}", f".{parts[-1]}" if parts else ""):
        if kind in FORMATS:
            return _reader(FORMATS[kind])
    raise RefusedError(f"unknown file type .{parts[-1]}" if parts else "unknown file type: the name has no ending")


@cache
def _reader(module: str) -> Format:
    return cast(Format, import_module(f"ceasewire.intake.{module}").read)
