"""PDF with a text layer: the lines of its sheets joined into paragraphs."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ceasewire.intake import limits
from ceasewire.intake.decode import sound
from ceasewire.intake.page import Broken, Page, RefusedError, Source
from ceasewire.intake.sheaf import Sheaf, joined

if TYPE_CHECKING:
    from pypdf import PdfReader

_FEW = 12
"""A sheet with fewer letters than this is a picture: only its number is text."""


def read(source: Source) -> Iterator[Page | Broken]:
    """The one page that a PDF is, and each sheet of it that is a picture. Raises RefusedError where all are."""
    data = source.load(limits.MAX_PRINTED)
    reader = _reader(data)
    sheets = list(_sheets(reader))
    scanned = [number for number, sheet in enumerate(sheets, 1) if sum(map(str.isalpha, sheet)) < _FEW]
    if len(scanned) == len(sheets):
        raise RefusedError(f"no text layer: {len(sheets)} scanned sheets")
    yield _page(data, joined(sheets), source)
    for number in scanned:
        yield Broken(f"sheet {number}", "no text layer: a scanned sheet")


def _reader(data: bytes) -> PdfReader:
    from pypdf import PdfReader  # noqa: PLC0415  needed by few
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
    except PyPdfError as error:
        raise RefusedError("broken PDF") from error
    if locked:
        raise RefusedError("encrypted")
    return reader


def _sheets(reader: PdfReader) -> Iterator[str]:
    """The text of each sheet, with the line breaks of its layout."""
    count = len(reader.pages)
    if count > limits.MAX_SHEETS:
        raise RefusedError(f"{count:,} sheets, past the limit of {limits.MAX_SHEETS:,}")
    left = limits.MAX_BYTES
    for sheet in reader.pages:
        text = sheet.extract_text() or ""
        left -= len(text)
        if left < 0:
            raise RefusedError(f"larger than the limit of {limits.MAX_BYTES:,} characters a page")
        yield text.encode("utf-8", "replace").decode()


def _page(data: bytes, sheaf: Sheaf, source: Source) -> Page:
    """No day: the one in a PDF's own fields is that of the file, often printed again years later."""
    return Page(
        "",
        data,
        sound("\n".join(sheaf.lines)),
        url=source.url,
        retrieved=source.retrieved,
        marked=dict.fromkeys(sheaf.margins, "furniture"),
    )
