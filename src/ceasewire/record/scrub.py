"""Text that UTF-8 cannot hold is mended at the door of the record."""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec
from msgspec import Struct

T = TypeVar("T", bound=Struct)

LONE = re.compile("[\ud800-\udfff]")


def scrub(row: T) -> T:
    """The struct with every lone surrogate replaced by U+FFFD, one for one, so that offsets hold."""
    try:
        msgspec.json.encode(row)
    except UnicodeEncodeError:
        return msgspec.convert(_mended(msgspec.to_builtins(row)), type(row))
    return row


def _mended(value: object) -> object:
    if isinstance(value, str):
        return LONE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_mended(item) for item in value]
    if isinstance(value, dict):
        return {_mended(key): _mended(item) for key, item in value.items()}
    return value
