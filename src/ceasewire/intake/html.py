"""Web pages."""

from __future__ import annotations

from pathlib import Path

from ceasewire.intake.decode import decode, load
from ceasewire.intake.page import Broken, Page


def read_html(file: Path) -> list[Page | Broken]:
    """The one page of an HTML file."""
    data = load(file)
    return [Page("", data, decode(data))]
