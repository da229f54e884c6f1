"""Which format reads a file. A new format is one module and one line here."""

from __future__ import annotations

from pathlib import Path

from ceasewire.intake.html import read_html
from ceasewire.intake.page import Format, RefusedError
from ceasewire.intake.plain import read_plain
from ceasewire.intake.rows import read_rows

FORMATS: dict[str, Format] = {
    ".txt": read_plain,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_rows,
}


def format_of(file: Path) -> Format:
    """The format that a file's name calls for. Raises RefusedError, naming the type, where there is none."""
    kind = file.suffix.lower()
    if kind not in FORMATS:
        raise RefusedError(f"unknown file type {kind}" if kind else "unknown file type: the name has no ending")
    return FORMATS[kind]
