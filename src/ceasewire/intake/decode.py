"""Bytes to text: which encoding, or a reason why it is no text."""

from __future__ import annotations

import codecs

from ceasewire.intake import limits
from ceasewire.intake.page import RefusedError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF", b"SQLite format")
_CONTROLS = bytes(sorted(frozenset(range(32)) - frozenset(b"\t\n\x0b\x0c\r\x1b\x1a")))


def decode(data: bytes) -> str:
    """The text of a page, byte-order mark dropped, broken bytes replaced. Raises RefusedError for what is no text."""
    return sound(decoded(data))


def sound(text: str) -> str:
    """The text itself. Raises RefusedError when it is empty or one of its lines is longer than MAX_LINE characters."""
    if not text.strip():
        raise RefusedError("empty file")
    longest = max(map(len, text.replace("\r", "\n").split("\n")))
    if longest > limits.MAX_LINE:
        raise RefusedError(f"a line of {longest:,} characters, past the limit of {limits.MAX_LINE:,}")
    return text


def decoded(data: bytes) -> str:
    """The text of a page whatever its lines, byte-order mark dropped. Raises RefusedError for binary files."""
    encoding = encoding_of(data)
    mark = next((mark for mark, _ in _MARKS if data.startswith(mark)), b"")
    return data[len(mark) :].decode(encoding, "replace")


def encoding_of(data: bytes) -> str:
    """The encoding of a text, by its mark or its bytes. Raises RefusedError for binary files."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if data.startswith(_MAGIC):
        raise RefusedError("binary file, not text")
    wide = _wide(data)
    if wide:
        return wide
    if _binary(data):
        raise RefusedError("binary file, not text")
    return _narrow(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: Latin letters leave every other byte zero."""
    sample = data[:4000]
    half = len(sample) // 2
    if half < 4 or sample.count(0) < 0.4 * half:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if even <= 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if odd <= 0.05 * half else None


def _binary(data: bytes) -> bool:
    sample = data[:100_000]
    return 0 in sample or len(sample) - len(sample.translate(None, _CONTROLS)) > 0.01 * len(sample)


def _narrow(data: bytes) -> str:
    """UTF-8, with some broken bytes perhaps, or Windows-1252: whichever the bytes beyond ASCII mostly are."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        mended = data.decode("utf-8", "replace")
        broken = mended.count("\ufffd")
        sound = sum(char > "\x7f" for char in mended) - broken
        return "utf-8" if sound >= broken else "cp1252"
    return "utf-8"
