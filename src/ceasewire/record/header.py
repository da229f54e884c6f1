"""The head of a record: what it was built with and from."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from ceasewire.model import Document, Failure

CONTRACT = 1


class Inputs(Struct, frozen=True):
    """How many documents there are, and a hash over their sorted hashes."""

    count: int
    sha256: str


class Pages(Struct, frozen=True):
    """How many pages were read, kept but not read, and not taken in; documents by language (`und` where unknown)."""

    read: int
    not_read: int
    failed: int
    by_language: dict[str, int]


class Header(Struct, frozen=True):
    """What `record.json` holds. `as_of` is the last day of publication that counts, None for every page."""

    contract: int
    built_with: str
    inputs: Inputs
    as_of: str | None
    pages: Pages


def header(
    documents: Sequence[Document], failures: Sequence[Failure], built_with: str, as_of: str | None = None
) -> Header:
    """The head of a record of these documents and failures."""
    hashes = "\n".join(sorted(document.sha256 for document in documents))
    read = sum(document.read is True for document in documents)
    languages = Counter(document.language or "und" for document in documents)
    return Header(
        CONTRACT,
        built_with,
        Inputs(len(documents), hashlib.sha256(hashes.encode()).hexdigest()),
        as_of,
        Pages(read, len(documents) - read, len(failures), dict(sorted(languages.items()))),
    )
