"""Plain text files: the decoded file itself."""

from __future__ import annotations

from ceasewire.intake.decode import decode
from ceasewire.intake.page import Page, Source


def read(source: Source) -> list[Page]:
    """The one page of a text file."""
    data = source.load()
    return [Page("", data, decode(data), url=source.url, retrieved=source.retrieved)]
