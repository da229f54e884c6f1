"""What everything else points with: stretches of text, stretches of days, ids."""

from __future__ import annotations

import hashlib

from msgspec import Struct


def ident(*parts: object) -> str:
    """A content hash of sixteen hex digits: the same parts give the same id on every machine."""
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Span(Struct, frozen=True, order=True):
    """A run of characters of one document: `document.text[start:end] == text`."""

    start: int
    end: int
    text: str


class Interval(Struct, frozen=True, order=True):
    """Days, both ends included; an end is None where it is open."""

    start: str | None
    end: str | None
